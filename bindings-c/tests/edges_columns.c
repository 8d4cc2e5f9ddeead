/* Columns: chance against a plain loop, and whatever can be wrong with memory. */
#include "common.h"

#define ROWS 3000

static uint64_t state = 88172645463325252u;

static uint32_t chance(uint32_t below) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static void against_a_plain_loop(uint32_t longest) {
    uint32_t offsets[ROWS + 1], index[ROWS * 20];
    uint64_t offsets64[ROWS + 1];
    uint8_t expected[ROWS], got[ROWS], *codes, set = 0, result = 0, worst = 0;
    size_t i, j, row = 77;
    offsets[0] = chance(3);
    for (i = 0; i < ROWS; i++) offsets[i + 1] = offsets[i] + chance(longest + 1);
    for (i = 0; i <= ROWS; i++) offsets64[i] = offsets[i];
    codes = malloc(offsets[ROWS] + 1);
    CHECK(codes != NULL);
    for (i = 0; i < offsets[ROWS]; i++) codes[i] = (uint8_t)(1 + chance(6));
    for (i = 0; i < ROWS; i++) {
        expected[i] = 0;
        for (j = offsets[i]; j < offsets[i + 1]; j++) {
            if (codes[j] > expected[i]) expected[i] = codes[j];
            index[j] = (uint32_t)i;
        }
        if (expected[i] == 0) expected[i] = OZ_RESOLUTION_INITIAL;
    }
    memset(got, 0, sizeof got);
    CHECK(oz_group_results_u32(codes, offsets[ROWS], offsets, ROWS, got, &row) == OZ_OK);
    CHECK(memcmp(got, expected, ROWS) == 0);
    memset(got, 0, sizeof got);
    CHECK(oz_group_results_u64(codes, offsets[ROWS], offsets64, ROWS, got, &row) == OZ_OK);
    CHECK(memcmp(got, expected, ROWS) == 0);
    memset(got, 0, sizeof got);
    CHECK(oz_group_results_by(codes + offsets[0], offsets[ROWS] - offsets[0], index + offsets[0], ROWS, got, &row) ==
          OZ_OK);
    CHECK(memcmp(got, expected, ROWS) == 0 && row == 77);
    for (i = 0; i < offsets[ROWS]; i++) worst = codes[i] > worst ? codes[i] : worst;
    CHECK(oz_group_result(codes, offsets[ROWS], &result) == OZ_OK && result == worst);
    CHECK(oz_status_set_of(codes, offsets[ROWS], &set) == OZ_OK && set >> (worst - 1) == 1);

    /* one wrong code, wherever it stands */
    for (i = 0; i < 20; i++) {
        size_t wrong = chance(offsets[ROWS]);
        uint8_t was = codes[wrong];
        codes[wrong] = (uint8_t)(i % 2 ? 0 : 7 + chance(249));
        memset(got, 0x5a, sizeof got);
        result = set = 0x5a;
        CHECK(oz_group_results_u32(codes, offsets[ROWS], offsets, ROWS, got, &row) == OZ_UNKNOWN_CODE && row == wrong);
        CHECK(oz_group_results_u64(codes, offsets[ROWS], offsets64, ROWS, got, &row) == OZ_UNKNOWN_CODE && row == wrong);
        CHECK(oz_group_result(codes, offsets[ROWS], &result) == OZ_UNKNOWN_CODE);
        CHECK(oz_status_set_of(codes, offsets[ROWS], &set) == OZ_UNKNOWN_CODE);
        CHECK(result == 0x5a && set == 0x5a);
        for (j = 0; j < ROWS; j++) CHECK(got[j] == 0x5a);
        codes[wrong] = was;
    }
    free(codes);
}

static void single_column(void) {
    uint8_t codes[3] = {1, 3, 1}, out = 0x5a;
    CHECK(oz_group_result(NULL, 0, &out) == OZ_OK && out == OZ_RESOLUTION_INITIAL);
    CHECK(oz_group_result(codes, 0, &out) == OZ_OK && out == OZ_RESOLUTION_INITIAL);
    CHECK(oz_status_set_of(NULL, 0, &out) == OZ_OK && out == 0);
    out = 0x5a;
    CHECK(oz_group_result(NULL, 1, &out) == OZ_NULL && oz_status_set_of(NULL, 1, &out) == OZ_NULL);
    CHECK(oz_group_result(codes, SIZE_MAX, &out) == OZ_TOO_LONG);
    CHECK(oz_group_result(codes, (size_t)PTRDIFF_MAX + 1, &out) == OZ_TOO_LONG);
    CHECK(oz_status_set_of(codes, SIZE_MAX, &out) == OZ_TOO_LONG);
    CHECK(out == 0x5a);
    CHECK(oz_group_result(codes, 3, NULL) == OZ_NULL && oz_status_set_of(codes, 3, NULL) == OZ_NULL);
    /* the output may lie in the input */
    CHECK(oz_group_result(codes, 3, &codes[1]) == OZ_OK && codes[1] == 3);
    CHECK(oz_status_set_of(codes, 3, &codes[0]) == OZ_OK && codes[0] == 5);
}

static void offsets(void) {
    uint8_t codes[4] = {1, 2, 3, 4}, results[3] = {0x5a, 0x5a, 0x5a};
    uint32_t rising[3] = {0, 2, 4}, falling[3] = {0, 3, 2}, beyond[3] = {0, 2, 5}, room[8] = {0};
    uint64_t rising64[3] = {0, 2, 4}, beyond64[3] = {0, 2, UINT64_MAX}, room64[8] = {0};
    size_t row = 77, rows[2];
    size_t *crooked_row = (size_t *)(void *)((char *)rows + 1);
    const uint32_t *crooked = (const uint32_t *)(const void *)((const char *)room + 2);
    const uint64_t *crooked64 = (const uint64_t *)(const void *)((const char *)room64 + 4);
    memset(rows, 0, sizeof rows);

    CHECK(oz_group_results_u32(codes, 4, falling, 2, results, &row) == OZ_BAD_OFFSET && row == 2);
    CHECK(oz_group_results_u32(codes, 4, beyond, 2, results, NULL) == OZ_BAD_OFFSET);
    CHECK(oz_group_results_u64(codes, 4, beyond64, 2, results, &row) == OZ_BAD_OFFSET && row == 2);
    row = 77;
    CHECK(oz_group_results_u32(codes, 4, NULL, 2, results, &row) == OZ_NULL);
    CHECK(oz_group_results_u32(codes, 4, NULL, 0, results, &row) == OZ_NULL);
    CHECK(oz_group_results_u32(NULL, 4, rising, 2, results, &row) == OZ_NULL);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, NULL, &row) == OZ_NULL);
    CHECK(oz_group_results_u64(codes, 4, NULL, 2, results, &row) == OZ_NULL);
    CHECK(oz_group_results_u64(NULL, 4, rising64, 2, results, &row) == OZ_NULL);
    CHECK(oz_group_results_u64(codes, 4, rising64, 2, NULL, &row) == OZ_NULL);
    CHECK(oz_group_results_u32(codes, 4, crooked, 2, results, &row) == OZ_MISALIGNED);
    CHECK(oz_group_results_u64(codes, 4, crooked64, 2, results, &row) == OZ_MISALIGNED);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, results, crooked_row) == OZ_MISALIGNED);
    CHECK(oz_group_results_u64(codes, 4, rising64, 2, results, crooked_row) == OZ_MISALIGNED);
    CHECK(oz_group_results_u32(codes, SIZE_MAX, rising, 2, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_u32(codes, 4, rising, SIZE_MAX, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_u32(codes, 4, rising, SIZE_MAX / 4, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_u64(codes, 4, rising64, SIZE_MAX, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_u64(codes, 4, rising64, SIZE_MAX / 8, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, codes + 3, &row) == OZ_OVERLAP);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, (uint8_t *)rising, &row) == OZ_OVERLAP);
    CHECK(oz_group_results_u64(codes, 4, rising64, 2, (uint8_t *)rising64 + 23, &row) == OZ_OVERLAP);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, (uint8_t *)&row, &row) == OZ_OVERLAP);
    CHECK(row == 77 && results[0] == 0x5a && results[1] == 0x5a && results[2] == 0x5a);
    CHECK(codes[0] == 1 && codes[1] == 2 && codes[2] == 3 && codes[3] == 4);
    CHECK(rising[0] == 0 && rising[1] == 2 && rising[2] == 4);
    /* no groups, no codes */
    CHECK(oz_group_results_u32(NULL, 0, room, 0, NULL, NULL) == OZ_OK);
    CHECK(oz_group_results_u64(NULL, 0, room64, 0, NULL, NULL) == OZ_OK);
    CHECK(oz_group_results_u32(NULL, 0, room, 2, results, NULL) == OZ_OK);
    CHECK(results[0] == OZ_RESOLUTION_INITIAL && results[1] == OZ_RESOLUTION_INITIAL && results[2] == 0x5a);
    CHECK(oz_group_results_u32(codes, 4, rising, 2, results, NULL) == OZ_OK && results[0] == 2 && results[1] == 4);
}

static void group_index(void) {
    uint8_t codes[3] = {1, 3, 5}, results[3] = {0x5a, 0x5a, 0x5a};
    uint32_t index[3] = {2, 0, 2}, beyond[3] = {0, 3, 0}, room[8] = {0};
    const uint32_t *crooked = (const uint32_t *)(const void *)((const char *)room + 1);
    size_t row = 77, rows[2];
    memset(rows, 0, sizeof rows);
    CHECK(oz_group_results_by(codes, 3, beyond, 3, results, &row) == OZ_BAD_GROUP && row == 1);
    row = 77;
    CHECK(oz_group_results_by(codes, 3, NULL, 3, results, &row) == OZ_NULL);
    CHECK(oz_group_results_by(NULL, 3, index, 3, results, &row) == OZ_NULL);
    CHECK(oz_group_results_by(codes, 3, index, 3, NULL, &row) == OZ_NULL);
    CHECK(oz_group_results_by(codes, 3, crooked, 3, results, &row) == OZ_MISALIGNED);
    CHECK(oz_group_results_by(codes, 3, index, 3, results, (size_t *)(void *)((char *)rows + 1)) == OZ_MISALIGNED);
    CHECK(oz_group_results_by(codes, SIZE_MAX, index, 3, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_by(codes, 3, index, SIZE_MAX, results, &row) == OZ_TOO_LONG);
    CHECK(oz_group_results_by(codes, 3, index, 3, codes, &row) == OZ_OVERLAP);
    CHECK(oz_group_results_by(codes, 3, index, 3, (uint8_t *)index, &row) == OZ_OVERLAP);
    CHECK(row == 77 && results[0] == 0x5a && results[2] == 0x5a);
    codes[1] = 7;
    CHECK(oz_group_results_by(codes, 3, index, 3, results, &row) == OZ_UNKNOWN_CODE && row == 1 && results[0] == 0x5a);
    codes[1] = 3;
    CHECK(oz_group_results_by(codes, 3, index, 3, results, NULL) == OZ_OK);
    CHECK(results[0] == 3 && results[1] == OZ_RESOLUTION_INITIAL && results[2] == 5);
    CHECK(oz_group_results_by(NULL, 0, NULL, 0, NULL, NULL) == OZ_OK);
}

int main(void) {
    against_a_plain_loop(1);
    against_a_plain_loop(7);
    against_a_plain_loop(19);
    single_column();
    offsets();
    group_index();
    puts("edges: columns");
    return 0;
}
