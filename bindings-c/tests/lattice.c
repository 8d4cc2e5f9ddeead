/* lattice.c FILE: every line of tests/vectors/lattice.txt. */
#include "common.h"

#define WORDS 16

static oz_tally tally;

static void code_line(char **words) {
    uint8_t code = 0;
    const char *word = NULL;
    int number = atoi(words[3]);
    if (!strcmp(words[1], "resolution")) {
        CHECK(oz_resolution_parse(words[2], strlen(words[2]), &code) == OZ_OK && code == number);
        CHECK(oz_resolution_word(code, &word) == OZ_OK && !strcmp(word, words[2]));
        if (number != OZ_RESOLUTION_INITIAL) {
            CHECK(oz_analysis_resolution_parse(words[2], strlen(words[2]), &code) == OZ_OK && code == number);
            CHECK(oz_analysis_resolution_word(code, &word) == OZ_OK && !strcmp(word, words[2]));
        }
    } else if (!strcmp(words[1], "folder")) {
        CHECK(oz_folder_status_parse(words[2], strlen(words[2]), &code) == OZ_OK && code == number);
        CHECK(oz_folder_status_word(code, &word) == OZ_OK && !strcmp(word, words[2]));
    } else if (!strcmp(words[1], "analysis")) {
        CHECK(oz_analysis_state_parse(words[2], strlen(words[2]), &code) == OZ_OK && code == number);
        CHECK(oz_analysis_state_word(code, &word) == OZ_OK && !strcmp(word, words[2]));
    } else {
        CHECK(oz_decision_parse(words[2], strlen(words[2]), &code) == OZ_OK && code == number);
        CHECK(oz_decision_word(code, &word) == OZ_OK && !strcmp(word, words[2]));
    }
}

static void group_line(char **words, size_t count) {
    uint8_t codes[WORDS], result = 0, set = 0, *exact;
    size_t i, members = count - 3;
    uint32_t offsets[2] = {0, 0};
    uint64_t offsets64[2] = {0, 0};
    uint32_t index[WORDS] = {0};
    uint8_t expected = resolution(words[count - 1]);
    CHECK((size_t)atoi(words[1]) == members);
    for (i = 0; i < members; i++) codes[i] = resolution(words[2 + i]);
    offsets[1] = (uint32_t)members;
    offsets64[1] = members;
    exact = exactly(codes, members);
    CHECK(oz_group_result(exact, members, &result) == OZ_OK && result == expected);
    CHECK(oz_group_results_u32(exact, members, offsets, 1, &result, NULL) == OZ_OK && result == expected);
    CHECK(oz_group_results_u64(exact, members, offsets64, 1, &result, NULL) == OZ_OK && result == expected);
    CHECK(oz_group_results_by(exact, members, index, 1, &result, NULL) == OZ_OK && result == expected);
    CHECK(oz_status_set_of(exact, members, &set) == OZ_OK);
    CHECK(oz_status_set_result(set, &result) == OZ_OK && result == expected);
    free(exact);
}

static void set_line(char **words) {
    uint8_t bits = (uint8_t)atoi(words[1]), code = 0;
    const char *word = NULL;
    CHECK(oz_status_set_result(bits, &code) == OZ_OK && code == resolution(words[2]));
    CHECK(oz_status_set_folder_status(bits, &code) == OZ_OK);
    CHECK(oz_folder_status_word(code, &word) == OZ_OK && !strcmp(word, words[3]));
    CHECK(oz_status_set_decision(bits, &code) == OZ_OK);
    CHECK(oz_decision_word(code, &word) == OZ_OK && !strcmp(word, words[4]));
    CHECK(oz_status_set_is_contested(bits, &code) == OZ_OK && code == !strcmp(words[5], "yes"));
}

static void tally_line(char **words) {
    oz_error done = OZ_OK;
    uint8_t result = 0, set = 0, same = 0;
    char **rest;
    int i;
    if (!strcmp(words[1], "new")) {
        memset(&tally, 0, sizeof tally);
        rest = words + 2;
    } else if (!strcmp(words[1], "insert")) {
        done = oz_tally_insert(&tally, resolution(words[2]));
        rest = words + 3;
    } else if (!strcmp(words[1], "remove")) {
        done = oz_tally_remove(&tally, resolution(words[2]));
        rest = words + 3;
    } else if (!strcmp(words[1], "replace")) {
        done = oz_tally_replace(&tally, resolution(words[2]), resolution(words[3]));
        rest = words + 4;
    } else {
        oz_tally other;
        for (i = 0; i < 6; i++) other.counts[i] = strtoull(words[2 + i], NULL, 10);
        done = oz_tally_merge(&tally, &other);
        rest = words + 8;
    }
    CHECK((done == OZ_OK) == !strcmp(rest[0], "ok"));
    CHECK(done == OZ_OK || done == OZ_OVERFLOW || done == OZ_NOT_THERE);
    CHECK(oz_tally_result(&tally, &result) == OZ_OK && result == resolution(rest[1]));
    CHECK(oz_tally_status_set(&tally, &set) == OZ_OK);
    CHECK(oz_status_set_result(set, &same) == OZ_OK && same == result);
    for (i = 0; i < 6; i++) CHECK(tally.counts[i] == strtoull(rest[2 + i], NULL, 10));
}

int main(int argc, char **argv) {
    size_t lines = 0;
    char *line, *next;
    blob file;
    CHECK(argc == 2);
    CHECK(OZ_ABI_CHECK());
    file = read_file(argv[1]);
    for (line = (char *)file.data; line != NULL && *line; line = next) {
        char *words[WORDS] = {NULL};
        size_t count = 0;
        char *word;
        next = strchr(line, '\n');
        if (next != NULL) *next++ = 0;
        if (*line == '#') continue;
        for (word = strtok(line, " "); word != NULL; word = strtok(NULL, " ")) {
            CHECK(count < WORDS);
            words[count++] = word;
        }
        lines++;
        if (!strcmp(words[0], "code")) {
            code_line(words);
        } else if (!strcmp(words[0], "join")) {
            uint8_t code = 0;
            CHECK(oz_join(resolution(words[1]), resolution(words[2]), &code) == OZ_OK && code == resolution(words[3]));
        } else if (!strcmp(words[0], "meet")) {
            uint8_t code = 0;
            CHECK(oz_meet(resolution(words[1]), resolution(words[2]), &code) == OZ_OK && code == resolution(words[3]));
        } else if (!strcmp(words[0], "decide")) {
            uint8_t code = 0;
            const char *decision = NULL;
            CHECK(oz_decide(resolution(words[1]), &code) == OZ_OK);
            CHECK(oz_decision_word(code, &decision) == OZ_OK && !strcmp(decision, words[2]));
        } else if (!strcmp(words[0], "group")) {
            group_line(words, count);
        } else if (!strcmp(words[0], "set")) {
            set_line(words);
        } else {
            CHECK(!strcmp(words[0], "tally"));
            tally_line(words);
        }
    }
    free(file.data);
    CHECK(lines > 1000);
    printf("lattice: %zu facts\n", lines);
    return 0;
}
