/* oz_resolve_json: options, memory and room. */
#include "common.h"

static const char text[] = "{\"analyses\":[{\"type\":\"QUALITY\",\"resolution\":\"SUCCESS\"}]}";
static const size_t len = sizeof text - 1;

static oz_verdict verdict, untouched;
static oz_error_info info;
static size_t needed;
static char buf[2048];

static void reset(void) {
    memset(&verdict, 0x5a, sizeof verdict);
    memset(&untouched, 0x5a, sizeof untouched);
    memset(&info, 0x5a, sizeof info);
    memset(buf, 0x5a, sizeof buf);
    needed = 77;
}

static void refused(oz_error got, oz_error expected, const char *path) {
    size_t i;
    CHECK(got == expected && info.code == expected && !strcmp(info.path, path));
    CHECK(needed == 77 && memcmp(&verdict, &untouched, sizeof verdict) == 0);
    for (i = 0; i < sizeof buf; i++) CHECK(buf[i] == 0x5a);
    reset();
}

static oz_error with(const oz_options *options) {
    return oz_resolve_json(text, len, options, buf, sizeof buf, &needed, &verdict, &info);
}

static void options(void) {
    struct {
        oz_options known;
        uint64_t later[2];
    } larger;
    oz_text required[2] = {{"quality", 7}, {"BIOMETRY", 8}};
    oz_options asked;
    memset(&larger, 0, sizeof larger);
    memset(&asked, 0, sizeof asked);
    CHECK(with(NULL) == OZ_OK && verdict.decision == OZ_DECISION_ACCEPT);
    CHECK(with(&asked) == OZ_OK && verdict.decision == OZ_DECISION_ACCEPT);
    asked.required = required;
    asked.required_len = 2;
    CHECK(with(&asked) == OZ_OK && verdict.decision == OZ_DECISION_WAIT && verdict.findings == 1);
    asked.struct_size = sizeof asked;
    CHECK(with(&asked) == OZ_OK && verdict.decision == OZ_DECISION_WAIT);
    larger.known = asked;
    larger.known.struct_size = sizeof larger;
    CHECK(with(&larger.known) == OZ_OK && verdict.decision == OZ_DECISION_WAIT);
    reset();
    larger.later[1] = 1;
    refused(with(&larger.known), OZ_STRUCT_SIZE, "");
    asked.struct_size = 4;
    refused(with(&asked), OZ_STRUCT_SIZE, "");
    asked.struct_size = UINT32_MAX;
    refused(with(&asked), OZ_STRUCT_SIZE, "");
    asked.struct_size = 0;
    asked.operator_review_off = 2;
    refused(with(&asked), OZ_BAD_VALUE, "");
    asked.operator_review_off = 0;
    asked.reserved[0] = 1;
    refused(with(&asked), OZ_BAD_VALUE, "");
    asked.reserved[0] = 0;
    required[1].len = 0;
    refused(with(&asked), OZ_EMPTY_NAME, "require[1]");
    required[1].data = NULL;
    refused(with(&asked), OZ_EMPTY_NAME, "require[1]");
    required[1].len = 1;
    refused(with(&asked), OZ_NULL, "require[1]");
    required[1].data = "\xff";
    refused(with(&asked), OZ_INVALID_UTF8, "require[1]");
    required[0].len = SIZE_MAX;
    refused(with(&asked), OZ_TOO_LONG, "require[0]");
    required[0].len = 7;
    asked.required = NULL;
    refused(with(&asked), OZ_NULL, "");
    asked.required = (const oz_text *)(const void *)((const char *)required + 1);
    refused(with(&asked), OZ_MISALIGNED, "");
    asked.required = required;
    asked.required_len = SIZE_MAX;
    refused(with(&asked), OZ_TOO_LONG, "");
    refused(with((const oz_options *)(const void *)((const char *)&larger + 1)), OZ_MISALIGNED, "");
}

static void memory(void) {
    unsigned char room[sizeof info + 8];
    size_t crooked = ((uintptr_t)room & 1) ? 0 : 1, exact;
    void *off = room + crooked;
    CHECK(oz_resolve_json(text, len, NULL, buf, sizeof buf, &needed, &verdict, off) == OZ_MISALIGNED);
    refused(oz_resolve_json(text, len, NULL, buf, sizeof buf, off, &verdict, &info), OZ_MISALIGNED, "");
    refused(oz_resolve_json(text, len, NULL, buf, sizeof buf, &needed, off, &info), OZ_MISALIGNED, "");
    refused(oz_resolve_json(NULL, len, NULL, buf, sizeof buf, &needed, &verdict, &info), OZ_NULL, "");
    refused(oz_resolve_json(text, SIZE_MAX, NULL, buf, sizeof buf, &needed, &verdict, &info), OZ_TOO_LONG, "");
    refused(oz_resolve_json(text, len, NULL, buf, SIZE_MAX, &needed, &verdict, &info), OZ_TOO_LONG, "");
    refused(oz_resolve_json(text, len, NULL, NULL, 1, &needed, &verdict, &info), OZ_NULL, "");
    refused(oz_resolve_json(text, len, NULL, buf, sizeof buf, NULL, &verdict, &info), OZ_NULL, "");
    refused(oz_resolve_json(text, len, NULL, NULL, 0, NULL, NULL, &info), OZ_NULL, "");
    refused(oz_resolve_json(NULL, 0, NULL, buf, sizeof buf, &needed, &verdict, &info), OZ_INVALID_JSON, "");
    refused(oz_resolve_json("", 0, NULL, buf, sizeof buf, &needed, &verdict, &info), OZ_INVALID_JSON, "");
    CHECK(oz_resolve_json(text, len - 1, NULL, NULL, 0, &needed, NULL, NULL) == OZ_INVALID_JSON && needed == 77);

    CHECK(oz_resolve_json(text, len, NULL, NULL, 0, &needed, NULL, NULL) == OZ_OK);
    exact = needed;
    needed = 77;
    CHECK(oz_resolve_json(text, len, NULL, buf, 0, &needed, &verdict, &info) == OZ_TOO_SMALL && needed == exact);
    CHECK(oz_resolve_json(text, len, NULL, buf, exact - 1, &needed, &verdict, &info) == OZ_TOO_SMALL);
    CHECK(memcmp(&verdict, &untouched, sizeof verdict) == 0 && buf[0] == 0x5a && info.path[0] == 0x5a);
    CHECK(oz_resolve_json(text, len, NULL, buf, exact, &needed, &verdict, &info) == OZ_OK);
    CHECK(needed == exact && buf[exact - 1] == '}' && buf[exact] == 0x5a && info.path[0] == 0x5a);
    /* the verdict may be written over the text that was read */
    memcpy(buf, text, len);
    CHECK(oz_resolve_json(buf, len, NULL, buf, sizeof buf, &needed, &verdict, NULL) == OZ_OK && needed == exact);
    CHECK(!strncmp(buf, "{\"rules\":1,", 11) && verdict.decision == OZ_DECISION_ACCEPT);
    reset();
}

static void long_path(void) {
    char long_key[1200];
    size_t i, at = (size_t)sprintf(long_key, "{\"analyses\":{\"");
    for (i = 0; i < 500; i++) at += (size_t)sprintf(long_key + at, "\xc3\xa9");
    at += (size_t)sprintf(long_key + at, "\":{\"state\":\"NO\"}}}");
    CHECK(oz_resolve_json(long_key, at, NULL, buf, sizeof buf, &needed, &verdict, &info) == OZ_UNKNOWN_WORD);
    CHECK(info.path_len > 1000 && strlen(info.path) >= 252 && strlen(info.path) < sizeof info.path);
    CHECK(!strcmp(info.found, "NO") && info.has_found == 1);
    reset();
}

int main(void) {
    reset();
    options();
    memory();
    long_path();
    puts("edges: JSON");
    return 0;
}
