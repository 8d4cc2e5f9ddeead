/* payloads.c FILE: every payload vector, byte for byte; FILE is written by vectors.py. */
#include "common.h"

static const unsigned char *at, *end;

static uint32_t number(void) {
    uint32_t value;
    CHECK((size_t)(end - at) >= 4);
    value = (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
    at += 4;
    return value;
}

static oz_text field(void) {
    oz_text text;
    text.len = number();
    CHECK((size_t)(end - at) >= text.len);
    text.data = (const char *)at;
    at += text.len;
    return text;
}

static int same(oz_text text, const char *other, size_t len) {
    return text.len == len && memcmp(text.data, other, len) == 0;
}

/* The word of a field of the verdict, as the canonical JSON has it. */
static void told(oz_text json, const char *key, const char *word) {
    char wanted[96];
    size_t len, i;
    CHECK(snprintf(wanted, sizeof wanted, "\"%s\":\"%s\"", key, word) < (int)sizeof wanted);
    len = strlen(wanted);
    for (i = 0; i + len <= json.len; i++) {
        if (memcmp(json.data + i, wanted, len) == 0) return;
    }
    CHECK(!"the verdict's struct and its JSON agree");
}

static void accepted(const char *text, size_t len, const oz_options *options, oz_text expected, const uint32_t *counts) {
    oz_verdict verdict, again, untouched;
    const char *word = NULL;
    size_t needed = 0;
    char *buf;
    memset(&verdict, 0, sizeof verdict);
    memset(&again, 0x5a, sizeof again);
    memset(&untouched, 0x5a, sizeof untouched);

    CHECK(oz_resolve_json(text, len, options, NULL, 0, &needed, NULL, NULL) == OZ_OK);
    CHECK(needed == expected.len);
    buf = malloc(needed);
    CHECK(buf != NULL);
    memset(buf, 0x5a, needed);
    needed = 0;
    CHECK(oz_resolve_json(text, len, options, buf, expected.len - 1, &needed, &again, NULL) == OZ_TOO_SMALL);
    CHECK(needed == expected.len && memcmp(&again, &untouched, sizeof again) == 0);
    for (needed = 0; needed < expected.len; needed++) CHECK(buf[needed] == 0x5a);
    CHECK(oz_resolve_json(text, len, options, buf, expected.len, &needed, &verdict, NULL) == OZ_OK);
    CHECK(needed == expected.len);
    CHECK(same(expected, buf, needed));
    CHECK(oz_resolve_json(text, len, options, NULL, 0, NULL, &again, NULL) == OZ_OK);
    CHECK(memcmp(&again, &verdict, sizeof verdict) == 0);
    free(buf);

    CHECK(oz_folder_status_word(verdict.folder_status, &word) == OZ_OK);
    told(expected, "folder_status", word);
    CHECK(oz_resolution_word(verdict.system_resolution, &word) == OZ_OK);
    told(expected, "system_resolution", word);
    CHECK(oz_decision_word(verdict.decision, &word) == OZ_OK);
    told(expected, "decision", word);
    CHECK(verdict.is_final == (verdict.decision != OZ_DECISION_WAIT));
    CHECK(verdict.has_findings == 1 && verdict.findings == counts[0] && verdict.contradictions == counts[1]);
    CHECK(verdict.determining == counts[2] && verdict.last_finished == counts[3]);
}

static void refused(const char *text, size_t len, const oz_options *options, oz_text code, oz_text path) {
    oz_error_info info;
    oz_verdict verdict, untouched;
    size_t needed = 77, shown;
    char buf[8] = "1234567";
    oz_error failed;
    memset(&info, 0x5a, sizeof info);
    memset(&verdict, 0x5a, sizeof verdict);
    memset(&untouched, 0x5a, sizeof untouched);
    failed = oz_resolve_json(text, len, options, buf, sizeof buf, &needed, &verdict, &info);
    CHECK(failed != OZ_OK && failed == info.code);
    CHECK(same(code, oz_error_name(failed), strlen(oz_error_name(failed))));
    CHECK(needed == 77 && !strcmp(buf, "1234567") && memcmp(&verdict, &untouched, sizeof verdict) == 0);
    shown = strlen(info.path);
    CHECK(info.path_len == path.len);
    CHECK(shown == path.len || (shown < path.len && shown + 4 >= sizeof info.path));
    CHECK(memcmp(info.path, path.data, shown) == 0);
    CHECK(strlen(info.expected) > 0 && strlen(info.found) <= 64);
    CHECK((info.line > 0) == (failed == OZ_INVALID_JSON) && (info.column == 0 || info.line > 0));
}

int main(int argc, char **argv) {
    size_t records = 0;
    blob file;
    CHECK(argc == 2);
    file = read_file(argv[1]);
    at = file.data;
    end = file.data + file.len;
    while (at < end) {
        oz_text name = field(), payload = field(), required[8], first, second;
        oz_options options;
        uint32_t i, is_error, counts[4];
        char *text;
        memset(&options, 0, sizeof options);
        options.struct_size = records % 2 ? (uint32_t)sizeof options : 0;
        options.operator_review_off = (uint8_t)number();
        options.required_len = number();
        CHECK(options.required_len <= 8);
        for (i = 0; i < options.required_len; i++) required[i] = field();
        options.required = required;
        is_error = number();
        first = field();
        second = field();
        for (i = 0; i < 4; i++) counts[i] = number();
        if (getenv("SHOW_NAMES")) printf("%.*s\n", (int)name.len, name.data);
        text = exactly(payload.data, payload.len);
        if (is_error) refused(text, payload.len, &options, first, second);
        else accepted(text, payload.len, &options, first, counts);
        free(text);
        records++;
    }
    free(file.data);
    CHECK(records > 8000);
    printf("payloads: %zu vectors\n", records);
    return 0;
}
