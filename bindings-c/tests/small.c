/* Every function of the small build, in a program without any library but libc: what is linked is its size. */
#include <oz_status.h>
#include <string.h>

#define OK(call) ((call) == OZ_OK)

int main(void) {
    uint8_t codes[4] = {OZ_RESOLUTION_SUCCESS, OZ_RESOLUTION_DECLINED, OZ_RESOLUTION_SUCCESS, OZ_RESOLUTION_FAILED};
    uint8_t out = 0, set = 0, results[2] = {0, 0};
    uint32_t offsets[3] = {0, 3, 4}, index[4] = {0, 0, 0, 1}, required[1] = {1};
    uint64_t offsets64[3] = {0, 3, 4}, total = 0;
    int32_t order = 0;
    size_t determining[2], needed = 0, row = 0;
    const char *word = 0;
    oz_tally tally, other;
    oz_analysis analyses[2];
    oz_folder folder;
    oz_cell cells[OZ_CELLS(2, 1)];
    oz_verdict verdict;
    oz_group groups[2];
    int good = oz_abi_version() == OZ_ABI_VERSION && oz_rules_version() == OZ_RULES_VERSION && oz_version()[0] != 0 && !strcmp(oz_error_name(OZ_NULL), "null");

    memset(&tally, 0, sizeof tally);
    memset(&other, 0, sizeof other);
    memset(&folder, 0, sizeof folder);
    memset(analyses, 0, sizeof analyses);
    good = good && OK(oz_resolution_parse("declined", 8, &out)) && out == 3 && OK(oz_resolution_word(out, &word));
    good = good && OK(oz_analysis_resolution_parse("FAILED", 6, &out)) && OK(oz_analysis_resolution_word(out, &word));
    good = good && OK(oz_folder_status_parse("FINISHED", 8, &out)) && OK(oz_folder_status_word(out, &word));
    good = good && OK(oz_analysis_state_parse("FAILED", 6, &out)) && OK(oz_analysis_state_word(out, &word));
    good = good && OK(oz_decision_parse("WAIT", 4, &out)) && OK(oz_decision_word(out, &word));
    good = good && OK(oz_join(1, 3, &out)) && OK(oz_meet(1, 3, &out)) && OK(oz_compare(1, 3, &order)) && order == -1;
    good = good && OK(oz_decide(1, &out)) && OK(oz_folder_status_of(1, &out)) && OK(oz_analysis_result(33, 1, 0, &out));
    good = good && OK(oz_group_result(codes, 4, &out)) && out == 4;
    good = good && OK(oz_group_results_u32(codes, 4, offsets, 2, results, &row)) && results[0] == 3;
    good = good && OK(oz_group_results_u64(codes, 4, offsets64, 2, results, &row)) && results[1] == 4;
    good = good && OK(oz_group_results_by(codes, 4, index, 2, results, &row)) && results[0] == 3;
    good = good && OK(oz_status_set_of(codes, 4, &set)) && OK(oz_status_set_with(set, 6, &out));
    good = good && OK(oz_status_set_union(set, out, &out)) && OK(oz_status_set_contains(set, 1, &out));
    good = good && OK(oz_status_set_result(set, &out)) && OK(oz_status_set_folder_status(set, &out));
    good = good && OK(oz_status_set_decision(set, &out)) && OK(oz_status_set_is_contested(set, &out));
    good = good && OK(oz_tally_insert(&tally, 1)) && OK(oz_tally_replace(&tally, 1, 2)) && OK(oz_tally_remove(&tally, 2));
    good = good && OK(oz_tally_merge(&tally, &other)) && OK(oz_tally_result(&tally, &out)) && out == 6;
    good = good && OK(oz_tally_status_set(&tally, &out)) && OK(oz_tally_total(&tally, &total));
    analyses[0].resolution = OZ_RESOLUTION_DECLINED;
    analyses[0].type = 1;
    analyses[1].resolution = OZ_RESOLUTION_SUCCESS;
    analyses[1].group = 1;
    folder.analyses = analyses;
    folder.analyses_len = 2;
    folder.required = required;
    folder.required_len = 1;
    folder.groups = 1;
    good = good && OK(oz_resolve_folder(&folder, cells, OZ_CELLS(2, 1), &verdict, groups, determining, 2, &needed, &row));
    good = good && verdict.decision == OZ_DECISION_REJECT && needed == 1 && determining[0] == 0;
    return good ? 0 : 1;
}
