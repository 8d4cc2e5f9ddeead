/* Many threads at once over the same inputs: the same answers, and nothing for ThreadSanitizer to tell. */
#include "common.h"

#include <pthread.h>

enum { THREADS = 8, ROUNDS = 300, ROWS = 512 };

static const char text[] = "{\"analyses\":[{\"type\":\"QUALITY\",\"resolution\":\"DECLINED\",\"group_id\":\"g\"},"
                           "{\"type\":\"BIOMETRY\",\"resolution\":\"SUCCESS\",\"group_id\":\"h\"}]}";
static uint8_t codes[ROWS * 4];
static uint32_t offsets[ROWS + 1];
static oz_text required[1] = {{"QUALITY", 7}};
static oz_options options;
static oz_analysis analyses[2];
static oz_folder folder;

static void *work(void *unused) {
    int round;
    (void)unused;
    for (round = 0; round < ROUNDS; round++) {
#ifdef A_RACE
        static uint8_t results[ROWS];
#else
        uint8_t results[ROWS];
#endif
        uint8_t one = 0, set = 0;
        char buf[2048];
        size_t needed = 0, i, row = 0;
        const char *word = NULL;
        oz_verdict verdict;
        oz_error_info info;
        oz_cell cells[OZ_CELLS(2, 2)];
        oz_tally tally = {{0}};
        CHECK(oz_group_results_u32(codes, sizeof codes, offsets, ROWS, results, &row) == OZ_OK);
        for (i = 0; i < ROWS; i++) {
            CHECK(oz_group_result(codes + offsets[i], 4, &one) == OZ_OK && one == results[i]);
            CHECK(oz_tally_insert(&tally, one) == OZ_OK);
        }
        CHECK(oz_status_set_of(codes, sizeof codes, &set) == OZ_OK && set == 63);
        CHECK(oz_resolution_word(one, &word) == OZ_OK && word[0] != 0);
        CHECK(oz_resolve_folder(&folder, cells, OZ_CELLS(2, 2), &verdict, NULL, NULL, 0, &needed, NULL) == OZ_OK);
        CHECK(verdict.decision == OZ_DECISION_REJECT);
        CHECK(oz_resolve_json(text, sizeof text - 1, &options, buf, sizeof buf, &needed, &verdict, &info) == OZ_OK);
        CHECK(verdict.decision == OZ_DECISION_REJECT);
        CHECK(oz_resolve_json(text, 5, &options, buf, sizeof buf, &needed, &verdict, &info) == OZ_INVALID_JSON);
    }
    return NULL;
}

int main(void) {
    pthread_t threads[THREADS];
    size_t i;
    for (i = 0; i < sizeof codes; i++) codes[i] = (uint8_t)(1 + i * i % 11 % 6);
    for (i = 0; i <= ROWS; i++) offsets[i] = (uint32_t)(4 * i);
    codes[0] = 6;
    codes[1] = 2;
    codes[2] = 1;
    codes[3] = 3;
    options.required = required;
    options.required_len = 1;
    for (i = 0; i < 2; i++) {
        analyses[i].resolution = (uint8_t)(i ? OZ_RESOLUTION_SUCCESS : OZ_RESOLUTION_DECLINED);
        analyses[i].group = (uint32_t)(i + 1);
    }
    folder.analyses = analyses;
    folder.analyses_len = 2;
    folder.groups = 2;
    for (i = 0; i < THREADS; i++) CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (i = 0; i < THREADS; i++) CHECK(pthread_join(threads[i], NULL) == 0);
    puts("threads: the same answers");
    return 0;
}
