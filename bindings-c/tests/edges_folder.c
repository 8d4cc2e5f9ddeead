/* oz_resolve_folder: what can be wrong with a folder, with memory, and with room. */
#include "common.h"

enum { QUALITY = 1, BIOMETRY = 2 };

static oz_analysis analyses[2];
static uint32_t required[2] = {QUALITY, BIOMETRY};
static oz_folder folder;
static oz_cell cells[8];
static oz_verdict verdict, untouched;
static oz_group groups[3];
static size_t determining[2], needed, row;

static void reset(void) {
    memset(analyses, 0, sizeof analyses);
    memset(&folder, 0, sizeof folder);
    memset(&verdict, 0x5a, sizeof verdict);
    memset(&untouched, 0x5a, sizeof untouched);
    memset(cells, 0xff, sizeof cells);
    memset(groups, 0x5a, sizeof groups);
    memset(determining, 0x5a, sizeof determining);
    needed = row = 77;
    analyses[0].resolution = OZ_RESOLUTION_DECLINED;
    analyses[0].group = 1;
    analyses[0].type = QUALITY;
    analyses[0].has_time = 1;
    analyses[0].time_updated = INT64_C(1700000000000000);
    analyses[1] = analyses[0];
    analyses[1].resolution = OZ_RESOLUTION_SUCCESS;
    analyses[1].group = 2;
    analyses[1].type = BIOMETRY;
    analyses[1].time_updated += 60000000;
    folder.struct_size = sizeof folder;
    folder.analyses = analyses;
    folder.analyses_len = 2;
    folder.required = required;
    folder.required_len = 2;
    folder.groups = 2;
}

static oz_error ask(void) {
    return oz_resolve_folder(&folder, cells, OZ_CELLS(2, 2), &verdict, groups, determining, 2, &needed, &row);
}

static void refused(oz_error expected, size_t expected_row) {
    CHECK(ask() == expected && row == expected_row && needed == 77);
    CHECK(memcmp(&verdict, &untouched, sizeof verdict) == 0);
    CHECK(groups[0].resolution == 0x5a && determining[0] != 0);
    reset();
}

static void good(void) {
    reset();
    CHECK(ask() == OZ_OK && row == 77 && needed == 1 && determining[0] == 1);
    CHECK(verdict.folder_status == OZ_FOLDER_STATUS_FINISHED && verdict.system_resolution == OZ_RESOLUTION_SUCCESS);
    CHECK(verdict.decision == OZ_DECISION_REJECT && verdict.is_final && verdict.last_finished == 1);
    CHECK(groups[0].resolution == OZ_RESOLUTION_INITIAL && groups[1].resolution == OZ_RESOLUTION_DECLINED);
    CHECK(groups[2].is_last_finished && !groups[1].is_last_finished && groups[2].finished_at == analyses[1].time_updated);
    folder.struct_size = 0;
    CHECK(ask() == OZ_OK);
    /* what is not wanted, and outputs over inputs */
    CHECK(oz_resolve_folder(&folder, cells, OZ_CELLS(2, 2), &verdict, NULL, NULL, 0, NULL, NULL) == OZ_OK);
    CHECK(verdict.determining == 1);
    CHECK(oz_resolve_folder(&folder, cells, OZ_CELLS(2, 2), &verdict, NULL, NULL, 0, (size_t *)(void *)analyses, NULL) ==
          OZ_OK);
    reset();
    folder.callback_state = OZ_ANALYSIS_STATE_PROCESSING;
    CHECK(ask() == OZ_OK && verdict.decision == OZ_DECISION_WAIT && verdict.last_finished == 0 && needed == 0);
    reset();
    /* nothing at all */
    memset(&folder, 0, sizeof folder);
    CHECK(oz_resolve_folder(&folder, cells, 1, &verdict, NULL, NULL, 0, NULL, NULL) == OZ_OK);
    CHECK(verdict.system_resolution == OZ_RESOLUTION_INITIAL && verdict.decision == OZ_DECISION_WAIT);
    reset();
    /* times are times, whatever their size */
    analyses[0].time_updated = INT64_MIN;
    analyses[1].time_updated = INT64_MAX;
    CHECK(ask() == OZ_OK);
    reset();
}

static void wrong_values(void) {
    unsigned code;
    for (code = 0; code < 256; code++) {
        if (code >= 1 && code <= 5) continue;
        analyses[1].resolution = (uint8_t)code;
        refused(OZ_UNKNOWN_CODE, 1);
    }
    for (code = 1; code < 256; code++) {
        if (code == 33 || code == 36 || code == 37) continue;
        folder.callback_state = (uint8_t)code;
        refused(OZ_UNKNOWN_CODE, SIZE_MAX);
    }
    memset(&analyses[0], 0, sizeof analyses[0]);
    refused(OZ_UNKNOWN_CODE, 0);
    analyses[0].has_time = 2;
    refused(OZ_BAD_VALUE, 0);
    analyses[1].reserved[1] = 1;
    refused(OZ_BAD_VALUE, 1);
    analyses[1].reserved2 = 1;
    refused(OZ_BAD_VALUE, 1);
    analyses[1].group = 3;
    refused(OZ_BAD_GROUP, 1);
    analyses[0].group = UINT32_MAX;
    refused(OZ_BAD_GROUP, 0);
    required[1] = OZ_NO_TYPE;
    refused(OZ_BAD_VALUE, 1);
    required[1] = BIOMETRY;
    folder.reserved[2] = 1;
    refused(OZ_BAD_VALUE, 77);
    folder.struct_size = 4;
    refused(OZ_STRUCT_SIZE, 77);
    folder.struct_size = sizeof folder + 8;
    refused(OZ_STRUCT_SIZE, 77);
}

static void wrong_memory(void) {
    char *bytes = (char *)cells;
    oz_cell *crooked = (oz_cell *)(void *)(bytes + 4);
    folder.analyses = NULL;
    refused(OZ_NULL, 77);
    folder.required = NULL;
    refused(OZ_NULL, 77);
    folder.analyses = (const oz_analysis *)(const void *)((const char *)analyses + 1);
    refused(OZ_MISALIGNED, 77);
    folder.required = (const uint32_t *)(const void *)((const char *)required + 1);
    refused(OZ_MISALIGNED, 77);
    folder.analyses_len = SIZE_MAX;
    refused(OZ_TOO_LONG, 77);
    folder.required_len = SIZE_MAX / 2;
    refused(OZ_TOO_LONG, 77);
    folder.groups = SIZE_MAX;
    refused(OZ_TOO_LONG, 77);
    folder.groups = SIZE_MAX - 1;
    refused(OZ_TOO_LONG, 77);
    folder.groups = 3;
    refused(OZ_TOO_SMALL, 77);
    CHECK(oz_resolve_folder(NULL, cells, 8, &verdict, groups, determining, 2, &needed, &row) == OZ_NULL);
    CHECK(oz_resolve_folder(&folder, NULL, 0, &verdict, groups, determining, 2, &needed, &row) == OZ_TOO_SMALL);
    CHECK(oz_resolve_folder(&folder, NULL, 8, &verdict, groups, determining, 2, &needed, &row) == OZ_NULL);
    CHECK(oz_resolve_folder(&folder, cells, SIZE_MAX, &verdict, groups, determining, 2, &needed, &row) == OZ_TOO_LONG);
    CHECK(oz_resolve_folder(&folder, cells, 8, NULL, groups, determining, 2, &needed, &row) == OZ_NULL);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, NULL, 2, &needed, &row) == OZ_NULL);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, SIZE_MAX, &needed, &row) == OZ_TOO_LONG);
    CHECK(oz_resolve_folder(&folder, crooked, 7, &verdict, groups, determining, 2, &needed, &row) == OZ_MISALIGNED);
    CHECK(oz_resolve_folder((const oz_folder *)(const void *)(bytes + 1), cells, 8, &verdict, groups, determining, 2,
                            &needed, &row) == OZ_MISALIGNED);
    CHECK(oz_resolve_folder(&folder, cells, 8, (oz_verdict *)(void *)(bytes + 1), groups, determining, 2, &needed,
                            &row) == OZ_MISALIGNED);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, (oz_group *)(void *)(bytes + 1), determining, 2, &needed,
                            &row) == OZ_MISALIGNED);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, (size_t *)(void *)(bytes + 1), 2, &needed, &row) ==
          OZ_MISALIGNED);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, 2, (size_t *)(void *)(bytes + 1), &row) ==
          OZ_MISALIGNED);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, 2, &needed, (size_t *)(void *)(bytes + 1)) ==
          OZ_MISALIGNED);
    /* the cells over each of the others */
    CHECK(oz_resolve_folder(&folder, cells, 8, (oz_verdict *)(void *)cells, groups, determining, 2, &needed, &row) ==
          OZ_OVERLAP);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, (oz_group *)(void *)cells, determining, 2, &needed, &row) ==
          OZ_OVERLAP);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, (size_t *)(void *)cells, 2, &needed, &row) ==
          OZ_OVERLAP);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, 2, (size_t *)(void *)&cells[7], &row) ==
          OZ_OVERLAP);
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, 2, &needed, (size_t *)(void *)cells) ==
          OZ_OVERLAP);
    CHECK(row == 77 && needed == 77 && memcmp(&verdict, &untouched, sizeof verdict) == 0);
    memcpy(cells, analyses, sizeof analyses);
    folder.analyses = (const oz_analysis *)(const void *)cells;
    refused(OZ_OVERLAP, 77);
    memcpy(cells, required, sizeof required);
    folder.required = (const uint32_t *)(const void *)cells;
    refused(OZ_OVERLAP, 77);
    memcpy(cells, &folder, sizeof folder);
    CHECK(oz_resolve_folder((const oz_folder *)(const void *)cells, cells, 8, &verdict, NULL, NULL, 0, NULL, NULL) ==
          OZ_OVERLAP);
    reset();
    CHECK(oz_resolve_folder(&folder, cells, 8, &verdict, groups, determining, 0, &needed, &row) == OZ_TOO_SMALL);
    CHECK(needed == 1 && row == 77 && memcmp(&verdict, &untouched, sizeof verdict) == 0 && groups[0].resolution == 0x5a);
}

int main(void) {
    good();
    wrong_values();
    wrong_memory();
    puts("edges: folder");
    return 0;
}
