/* bench.c PAYLOAD: calls and columns beside hand-written C, JSON beside cJSON and a loop.
 * Both sides of a pair take turns round by round; medians are shown, and every answer is compared. */
#define _POSIX_C_SOURCE 200809L
#include "../tests/common.h"
#include "hand.h"

#include <time.h>

enum { ROUNDS = 61, GROUPS = 2500000 };

static uint8_t *codes, *ours, *theirs;
static uint32_t *offsets;
static size_t len;
static blob payload;
static char json[65536];
static volatile uint8_t sink;

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e9 + (double)at.tv_nsec;
}

static void oz_call(void) {
    uint8_t result = 0;
    CHECK(oz_group_result(codes, len, &result) == OZ_OK);
    sink = result;
}

static void hand_call(void) {
    uint8_t result = 0;
    CHECK(hand_group_result(codes, len, &result) == 0);
    sink = result;
}

static void bare_call(void) { sink = hand_worst(codes, len); }

static void oz_columns(void) { CHECK(oz_group_results_u32(codes, len, offsets, GROUPS, ours, NULL) == OZ_OK); }

static void hand_columns(void) { CHECK(hand_group_results(codes, len, offsets, GROUPS, theirs) == 0); }

static void bare_columns(void) { hand_bare_results(codes, offsets, GROUPS, theirs); }

static void oz_verdict_only(void) {
    oz_verdict verdict;
    CHECK(oz_resolve_json((char *)payload.data, payload.len, NULL, NULL, 0, NULL, &verdict, NULL) == OZ_OK);
    sink = verdict.system_resolution;
}

static void oz_whole(void) {
    oz_verdict verdict;
    size_t needed;
    CHECK(oz_resolve_json((char *)payload.data, payload.len, NULL, json, sizeof json, &needed, &verdict, NULL) == OZ_OK);
    sink = verdict.system_resolution;
}

static void cjson_loop(void) { sink = hand_json((char *)payload.data, payload.len); }

static int by_size(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double time_of(void (*work)(void), size_t repeat) {
    double start = now();
    for (size_t i = 0; i < repeat; i++) work();
    return (now() - start) / (double)repeat;
}

static void beside(const char *what, void (*oz)(void), const char *other, void (*hand)(void), size_t repeat,
                   double per, const char *unit) {
    static double a[ROUNDS], b[ROUNDS];
    uint8_t answer;
    oz();
    answer = sink;
    hand();
    CHECK(sink == answer);
    time_of(oz, repeat);
    time_of(hand, repeat);
    for (int round = 0; round < ROUNDS; round++) {
        if (round % 2) {
            a[round] = time_of(oz, repeat);
            b[round] = time_of(hand, repeat);
        } else {
            b[round] = time_of(hand, repeat);
            a[round] = time_of(oz, repeat);
        }
    }
    qsort(a, ROUNDS, sizeof *a, by_size);
    qsort(b, ROUNDS, sizeof *b, by_size);
    printf("| %s | %.2f %s | %s | %.2f %s | %.2f |\n", what, a[ROUNDS / 2] / per, unit, other, b[ROUNDS / 2] / per,
           unit, b[ROUNDS / 2] / a[ROUNDS / 2]);
}

static void calls(size_t n, const char *what, size_t repeat, double per, const char *unit) {
    len = n;
    beside(what, oz_call, "loop that checks", hand_call, repeat, per, unit);
    beside(what, oz_call, "bare loop", bare_call, repeat, per, unit);
}

int main(int argc, char **argv) {
    uint64_t state = 88172645463325252u;
    CHECK(argc == 2);
    payload = read_file(argv[1]);
    codes = malloc(7 * (size_t)GROUPS);
    offsets = malloc((GROUPS + 1) * sizeof *offsets);
    ours = malloc(GROUPS);
    theirs = malloc(GROUPS);
    CHECK(codes && offsets && ours && theirs);
    offsets[0] = 0;
    for (size_t i = 0; i < 7 * (size_t)GROUPS; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        codes[i] = (uint8_t)(1 + (state >> 33) % 6);
        if (i < GROUPS) offsets[i + 1] = offsets[i] + (uint32_t)(1 + (state >> 40) % 7);
    }
    puts("| what | oz-status | beside | its time | ratio |\n|---|---|---|---|---|");
    calls(4, "call, n = 4", 200000, 1, "ns");
    calls(64, "call, n = 64", 200000, 1, "ns");
    calls(1000, "call, n = 1,000", 50000, 1, "ns");
    calls(1000000, "call, n = 1,000,000", 20, 1e3, "us");
    len = offsets[GROUPS];
    beside("2.5 million groups of 1 to 7", oz_columns, "loops that check", hand_columns, 1, GROUPS, "ns a group");
    CHECK(memcmp(ours, theirs, GROUPS) == 0);
    beside("2.5 million groups of 1 to 7", oz_columns, "bare loops", bare_columns, 1, GROUPS, "ns a group");
    CHECK(memcmp(ours, theirs, GROUPS) == 0);
    beside("JSON to verdict", oz_verdict_only, "cJSON, worst in a loop", cjson_loop, 200, 1e3, "us");
    beside("JSON to verdict to canonical JSON", oz_whole, "cJSON, worst in a loop", cjson_loop, 200, 1e3, "us");
    free(codes);
    free(offsets);
    free(ours);
    free(theirs);
    free(payload.data);
    return 0;
}
