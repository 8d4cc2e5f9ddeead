/* folders.c FILE: the vectors that are plain lists of analyses, through oz_resolve_folder; FILE is from vectors.py. */
#include "common.h"

#define MOST 64

static oz_analysis analyses[MOST];
static size_t analyses_len;
static oz_group expected_groups[MOST];
static uint8_t group_seen[MOST];
static uint32_t required[MOST];
static oz_folder folder;

static uint8_t state_of(const char *word) {
    uint8_t code = 0;
    if (strcmp(word, "-") != 0) CHECK(oz_analysis_state_parse(word, strlen(word), &code) == OZ_OK);
    return code;
}

static uint8_t outcome_of(const char *word) {
    uint8_t code = 0;
    if (strcmp(word, "-") != 0) CHECK(oz_analysis_resolution_parse(word, strlen(word), &code) == OZ_OK);
    return code;
}

static const char *next(void) {
    const char *word = strtok(NULL, " ");
    CHECK(word != NULL);
    return word;
}

static void begin(void) {
    size_t i;
    memset(analyses, 0, sizeof analyses);
    memset(expected_groups, 0, sizeof expected_groups);
    memset(group_seen, 0, sizeof group_seen);
    memset(&folder, 0, sizeof folder);
    analyses_len = 0;
    folder.analyses_len = (size_t)atoi(next());
    folder.groups = (size_t)atoi(next());
    folder.callback_state = state_of(next());
    folder.required_len = (size_t)atoi(next());
    CHECK(folder.analyses_len <= MOST && folder.groups < MOST && folder.required_len <= MOST);
    for (i = 0; i < folder.required_len; i++) required[i] = (uint32_t)atoi(next());
    folder.required = required;
}

static void analysis(void) {
    oz_analysis *one = &analyses[analyses_len++];
    uint8_t state = state_of(next()), status = outcome_of(next()), result = outcome_of(next());
    const char *time;
    CHECK(oz_analysis_result(state, status, result, &one->resolution) == OZ_OK);
    one->group = (uint32_t)atoi(next());
    one->type = (uint32_t)atoi(next());
    time = next();
    one->has_time = strcmp(time, "-") != 0;
    if (one->has_time) one->time_updated = strtoll(time, NULL, 10);
}

static void group(void) {
    size_t place = (size_t)atoi(next());
    oz_group *one = &expected_groups[place];
    const char *time;
    group_seen[place] = 1;
    one->resolution = resolution(next());
    time = next();
    one->has_time = strcmp(time, "-") != 0;
    if (one->has_time) one->finished_at = strtoll(time, NULL, 10);
    one->is_last_finished = (uint8_t)atoi(next());
}

static void verdict(void) {
    uint8_t status = 0, decision = 0, system;
    const char *word = next();
    size_t count, i, needed = 0, *determining, last = 0, cells_len = OZ_CELLS(analyses_len, folder.groups);
    oz_verdict got;
    oz_group *groups = malloc((folder.groups + 1) * sizeof *groups);
    oz_cell *cells = malloc(cells_len * sizeof *cells);
    oz_analysis *exact = exactly(analyses, analyses_len * sizeof *analyses);
    CHECK(groups != NULL && cells != NULL);
    CHECK(oz_folder_status_parse(word, strlen(word), &status) == OZ_OK);
    system = resolution(next());
    word = next();
    CHECK(oz_decision_parse(word, strlen(word), &decision) == OZ_OK);
    count = (size_t)atoi(next());
    determining = malloc((count + 1) * sizeof *determining);
    CHECK(determining != NULL && analyses_len == folder.analyses_len);
    folder.analyses = exact;

    if (count > 0) {
        oz_verdict untouched;
        memset(&untouched, 0x5a, sizeof untouched);
        memset(&got, 0x5a, sizeof got);
        memset(groups, 0x5a, sizeof *groups);
        CHECK(oz_resolve_folder(&folder, cells, cells_len, &got, groups, determining, count - 1, &needed, NULL) ==
              OZ_TOO_SMALL);
        CHECK(needed == count && memcmp(&got, &untouched, sizeof got) == 0 && groups->resolution == 0x5a);
    }
    CHECK(oz_resolve_folder(&folder, cells, cells_len, &got, groups, determining, count, &needed, NULL) == OZ_OK);
    CHECK(needed == count && got.determining == count && !got.has_findings);
    CHECK(got.folder_status == status && got.system_resolution == system && got.decision == decision);
    CHECK(got.is_final == (decision != OZ_DECISION_WAIT));
    for (i = 0; i < count; i++) CHECK(determining[i] == (size_t)atoi(next()));
    for (i = 0; i <= folder.groups; i++) {
        if (!group_seen[i]) expected_groups[i].resolution = OZ_RESOLUTION_INITIAL;
        CHECK(memcmp(&groups[i], &expected_groups[i], sizeof *groups) == 0);
        last += groups[i].is_last_finished;
    }
    CHECK(got.last_finished == last);
    free(groups);
    free(cells);
    free(exact);
    free(determining);
}

int main(int argc, char **argv) {
    size_t folders = 0;
    char *line, *rest;
    blob file;
    CHECK(argc == 2);
    file = read_file(argv[1]);
    for (line = (char *)file.data; line != NULL && *line; line = rest) {
        const char *what;
        rest = strchr(line, '\n');
        if (rest != NULL) *rest++ = 0;
        what = strtok(line, " ");
        if (!strcmp(what, "folder")) begin();
        else if (!strcmp(what, "analysis")) analysis();
        else if (!strcmp(what, "group")) group();
        else {
            verdict();
            folders++;
        }
    }
    free(file.data);
    CHECK(folders > 1000);
    printf("folders: %zu vectors\n", folders);
    return 0;
}
