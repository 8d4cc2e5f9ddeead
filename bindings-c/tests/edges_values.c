/* Every function on single values: all 256 codes, NULL, zero and huge lengths, misaligned places. */
#include "common.h"

#include <ctype.h>

typedef oz_error (*parse_fn)(const char *, size_t, uint8_t *);
typedef oz_error (*word_fn)(uint8_t, const char **);
typedef oz_error (*one_fn)(uint8_t, uint8_t *);
typedef oz_error (*two_fn)(uint8_t, uint8_t, uint8_t *);

static int is_resolution(unsigned code) { return code >= 1 && code <= 6; }

static void vocabulary(parse_fn parse, word_fn word, const uint8_t *codes, size_t count) {
    unsigned code;
    size_t i;
    char *exact = exactly("SUCCESS", 7);
    uint8_t out = 0x5a;
    /* a char that no CPU aligns worse than itself; a place for a pointer that lies one byte off */
    unsigned char room[2 * sizeof(char *)];
    for (code = 0; code < 256; code++) {
        const char *text = "unchanged";
        int known = 0;
        for (i = 0; i < count; i++) known |= codes[i] == code;
        if (known) {
            char lower[32];
            CHECK(word((uint8_t)code, &text) == OZ_OK);
            for (i = 0; i <= strlen(text); i++) lower[i] = (char)tolower((unsigned char)text[i]);
            CHECK(parse(lower, strlen(lower), &out) == OZ_OK && out == code);
            CHECK(parse(lower, strlen(lower) - 1, &out) == OZ_UNKNOWN_WORD && out == code);
            CHECK(parse(lower, strlen(lower) + 1, &out) == OZ_UNKNOWN_WORD && out == code);
        } else {
            CHECK(word((uint8_t)code, &text) == OZ_UNKNOWN_CODE && !strcmp(text, "unchanged"));
        }
        CHECK(word((uint8_t)code, NULL) == OZ_NULL);
    }
    out = 0x5a;
    CHECK(word(1, (const char **)(void *)(room + (((uintptr_t)room & 1) ? 0 : 1))) == OZ_MISALIGNED);
    CHECK(parse(NULL, 0, &out) == OZ_UNKNOWN_WORD);
    CHECK(parse("", 0, &out) == OZ_UNKNOWN_WORD);
    CHECK(parse(NULL, 1, &out) == OZ_NULL);
    CHECK(parse(NULL, SIZE_MAX, &out) == OZ_NULL);
    CHECK(parse(exact, SIZE_MAX, &out) == OZ_TOO_LONG);
    CHECK(parse(exact, SIZE_MAX / 2 + 1, &out) == OZ_TOO_LONG);
    CHECK(parse("\xff\xfe", 2, &out) == OZ_INVALID_UTF8);
    CHECK(parse("DNOE", 4, &out) == OZ_UNKNOWN_WORD);
    CHECK(out == 0x5a);
    CHECK(parse(exact, 7, NULL) == OZ_NULL);
    free(exact);
}

static void single(one_fn f) {
    unsigned code;
    for (code = 0; code < 256; code++) {
        uint8_t out = 0x5a;
        CHECK(f((uint8_t)code, NULL) == OZ_NULL);
        CHECK(f((uint8_t)code, &out) == (is_resolution(code) ? OZ_OK : OZ_UNKNOWN_CODE));
        CHECK(is_resolution(code) ? out != 0x5a : out == 0x5a);
    }
}

static void pair(two_fn f) {
    unsigned a, b;
    for (a = 0; a < 256; a++) {
        for (b = 0; b < 256; b++) {
            uint8_t out = 0x5a;
            oz_error failed = f((uint8_t)a, (uint8_t)b, &out);
            CHECK(failed == (is_resolution(a) && is_resolution(b) ? OZ_OK : OZ_UNKNOWN_CODE));
            CHECK((failed == OZ_OK) == (out != 0x5a));
        }
        CHECK(f((uint8_t)a, 1, NULL) == OZ_NULL);
    }
}

static void comparison(void) {
    int a, b;
    int32_t order = 7;
    for (a = 1; a <= 6; a++) {
        for (b = 1; b <= 6; b++) {
            CHECK(oz_compare((uint8_t)a, (uint8_t)b, &order) == OZ_OK);
            CHECK(order == (a > b) - (a < b));
        }
    }
    order = 7;
    CHECK(oz_compare(0, 1, &order) == OZ_UNKNOWN_CODE && oz_compare(1, 17, &order) == OZ_UNKNOWN_CODE);
    CHECK(order == 7);
    CHECK(oz_compare(1, 1, NULL) == OZ_NULL);
    {
        int32_t room[2];
        CHECK(oz_compare(1, 1, (int32_t *)(void *)((char *)room + 2)) == OZ_MISALIGNED);
    }
}

static void one_analysis(void) {
    uint8_t out = 0x5a;
    CHECK(oz_analysis_result(0, 0, 0, &out) == OZ_MISSING_OUTCOME);
    CHECK(oz_analysis_result(OZ_ANALYSIS_STATE_FINISHED, 0, 0, &out) == OZ_MISSING_OUTCOME);
    CHECK(oz_analysis_result(OZ_RESOLUTION_SUCCESS, 0, 0, &out) == OZ_UNKNOWN_CODE);
    CHECK(oz_analysis_result(0, OZ_FOLDER_STATUS_FINISHED, 0, &out) == OZ_UNKNOWN_CODE);
    CHECK(oz_analysis_result(0, 0, OZ_RESOLUTION_INITIAL, &out) == OZ_UNKNOWN_CODE);
    CHECK(out == 0x5a);
    CHECK(oz_analysis_result(OZ_ANALYSIS_STATE_FINISHED, OZ_RESOLUTION_SUCCESS, OZ_RESOLUTION_DECLINED, &out) == OZ_OK);
    CHECK(out == OZ_RESOLUTION_DECLINED);
    CHECK(oz_analysis_result(OZ_ANALYSIS_STATE_PROCESSING, 0, 0, &out) == OZ_OK && out == OZ_RESOLUTION_PROCESSING);
    CHECK(oz_analysis_result(0, 1, 0, NULL) == OZ_NULL);
}

static void sets(void) {
    static const one_fn of_set[] = {oz_status_set_result, oz_status_set_folder_status, oz_status_set_decision,
                                    oz_status_set_is_contested};
    unsigned bits, i;
    uint8_t out;
    for (bits = 0; bits < 256; bits++) {
        int valid = bits < 64;
        for (i = 0; i < 4; i++) {
            out = 0x5a;
            CHECK(of_set[i]((uint8_t)bits, &out) == (valid ? OZ_OK : OZ_BAD_VALUE) && (out != 0x5a) == valid);
            CHECK(of_set[i]((uint8_t)bits, NULL) == OZ_NULL);
        }
        out = 0x5a;
        CHECK(oz_status_set_union((uint8_t)bits, 0, &out) == (valid ? OZ_OK : OZ_BAD_VALUE));
        CHECK(oz_status_set_union(0, (uint8_t)bits, &out) == (valid ? OZ_OK : OZ_BAD_VALUE));
        CHECK(valid ? out == bits : out == 0x5a);
        out = 0x5a;
        CHECK(oz_status_set_with(0, (uint8_t)bits, &out) == (is_resolution(bits) ? OZ_OK : OZ_UNKNOWN_CODE));
        CHECK(is_resolution(bits) ? out == 1u << (bits - 1) : out == 0x5a);
        CHECK(oz_status_set_contains(63, (uint8_t)bits, &out) == (is_resolution(bits) ? OZ_OK : OZ_UNKNOWN_CODE));
    }
    out = 0x5a;
    CHECK(oz_status_set_with(64, 1, &out) == OZ_BAD_VALUE && oz_status_set_contains(64, 1, &out) == OZ_BAD_VALUE);
    CHECK(out == 0x5a);
    CHECK(oz_status_set_union(0, 0, NULL) == OZ_NULL && oz_status_set_with(0, 1, NULL) == OZ_NULL);
    CHECK(oz_status_set_contains(0, 1, NULL) == OZ_NULL);
    CHECK(oz_status_set_contains(5, 1, &out) == OZ_OK && out == 1);
    CHECK(oz_status_set_contains(5, 2, &out) == OZ_OK && out == 0);
}

static void tallies(void) {
    oz_tally full = {{UINT64_MAX, 0, 0, 0, 0, 1}}, same = full, zero = {{0}};
    unsigned char room[sizeof(oz_tally) + 8];
    oz_tally *crooked = (oz_tally *)(void *)(room + (((uintptr_t)room & 1) ? 0 : 1));
    uint8_t out = 0x5a;
    uint64_t total = 7;
    CHECK(oz_tally_insert(&full, 1) == OZ_OVERFLOW && oz_tally_remove(&full, 2) == OZ_NOT_THERE);
    CHECK(oz_tally_replace(&full, 6, 1) == OZ_OVERFLOW && oz_tally_replace(&full, 2, 3) == OZ_NOT_THERE);
    CHECK(oz_tally_merge(&full, &full) == OZ_OVERFLOW && oz_tally_total(&full, &total) == OZ_OVERFLOW);
    CHECK(oz_tally_insert(&full, 0) == OZ_UNKNOWN_CODE && oz_tally_remove(&full, 7) == OZ_UNKNOWN_CODE);
    CHECK(oz_tally_replace(&full, 0, 1) == OZ_UNKNOWN_CODE && oz_tally_replace(&full, 1, 255) == OZ_UNKNOWN_CODE);
    CHECK(memcmp(&full, &same, sizeof full) == 0 && total == 7);
    CHECK(oz_tally_insert(NULL, 1) == OZ_NULL && oz_tally_remove(NULL, 1) == OZ_NULL);
    CHECK(oz_tally_replace(NULL, 1, 1) == OZ_NULL && oz_tally_merge(NULL, &full) == OZ_NULL);
    CHECK(oz_tally_merge(&full, NULL) == OZ_NULL && oz_tally_result(NULL, &out) == OZ_NULL);
    CHECK(oz_tally_result(&full, NULL) == OZ_NULL && oz_tally_status_set(NULL, &out) == OZ_NULL);
    CHECK(oz_tally_status_set(&full, NULL) == OZ_NULL && oz_tally_total(NULL, &total) == OZ_NULL);
    CHECK(oz_tally_total(&full, NULL) == OZ_NULL);
    CHECK(oz_tally_insert(crooked, 1) == OZ_MISALIGNED && oz_tally_remove(crooked, 1) == OZ_MISALIGNED);
    CHECK(oz_tally_replace(crooked, 1, 1) == OZ_MISALIGNED && oz_tally_merge(&full, crooked) == OZ_MISALIGNED);
    CHECK(oz_tally_result(crooked, &out) == OZ_MISALIGNED && oz_tally_total(crooked, &total) == OZ_MISALIGNED);
    CHECK(oz_tally_status_set(crooked, &out) == OZ_MISALIGNED);
    CHECK(out == 0x5a && memcmp(&full, &same, sizeof full) == 0);
    CHECK(oz_tally_result(&zero, &out) == OZ_OK && out == OZ_RESOLUTION_INITIAL);
    CHECK(oz_tally_insert(&zero, 3) == OZ_OK && oz_tally_merge(&zero, &zero) == OZ_OK && zero.counts[2] == 2);
    CHECK(oz_tally_total(&zero, &total) == OZ_OK && total == 2);
}

static void names(void) {
    int32_t number;
    size_t known = 0;
    for (number = -1000; number < 1000; number++) known += oz_error_name(number) != NULL;
    CHECK(known == 30);
    CHECK(!strcmp(oz_error_name(OZ_OK), "ok") && !strcmp(oz_error_name(OZ_TIME_OUT_OF_RANGE), "time_out_of_range"));
    CHECK(oz_error_name(INT32_MAX) == NULL && oz_error_name(INT32_MIN) == NULL);
    CHECK(!strcmp(oz_version(), OZ_VERSION) && oz_rules_version() == OZ_RULES_VERSION);
    CHECK(oz_abi_version() == OZ_ABI_VERSION && OZ_ABI_CHECK());
}

int main(void) {
    static const uint8_t resolutions[] = {1, 2, 3, 4, 5, 6}, statuses[] = {17, 20, 21, 22}, states[] = {33, 36, 37},
                         decisions[] = {49, 50, 51, 52, 53};
    vocabulary(oz_resolution_parse, oz_resolution_word, resolutions, 6);
    vocabulary(oz_analysis_resolution_parse, oz_analysis_resolution_word, resolutions, 5);
    vocabulary(oz_folder_status_parse, oz_folder_status_word, statuses, 4);
    vocabulary(oz_analysis_state_parse, oz_analysis_state_word, states, 3);
    vocabulary(oz_decision_parse, oz_decision_word, decisions, 5);
    single(oz_decide);
    single(oz_folder_status_of);
    pair(oz_join);
    pair(oz_meet);
    comparison();
    one_analysis();
    sets();
    tallies();
    names();
    puts("edges: values");
    return 0;
}
