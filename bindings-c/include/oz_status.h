/* oz_status.h: one verdict from the statuses of an Oz API folder.
 *
 * Written by bindings-c/header; do not edit. The rules R1 to R10 and the choices C1 to C13 are in RULES.md.
 *
 *     uint8_t codes[] = {OZ_RESOLUTION_SUCCESS, OZ_RESOLUTION_DECLINED};
 *     uint8_t result;
 *     if (oz_group_result(codes, 2, &result) == OZ_OK) { ... }
 *
 * Conventions
 * - A function that can fail returns oz_error: OZ_OK is 0, all others are named, stable, and no code of a vocabulary.
 * - Outputs come last and are written on OZ_OK alone. Three exceptions tell what is wrong: `needed` is written with
 *   OZ_TOO_SMALL, `row` and oz_error_info with the errors their functions name. Check the return value: what was not
 *   written is what it was before; zero it before, and it is no code.
 * - Vocabularies are integers of disjoint spaces in which 0 is never valid, so that zeroed memory, or a folder status
 *   passed where a resolution belongs, is OZ_UNKNOWN_CODE and never a pass.
 * - Inputs are const and lengths explicit; NULL with length 0 is no elements, NULL with another length is OZ_NULL.
 *   A pointer that is not NULL must be good for the length beside it. A misaligned one is OZ_MISALIGNED; a length
 *   that no memory has is OZ_TOO_LONG.
 * - Inputs may overlap each other. Outputs may overlap inputs, but where a function says otherwise: then it is
 *   OZ_OVERLAP. Outputs must not overlap each other.
 * - No global state: every function may run in many threads at once. Nobody may write what a call reads.
 * - Nothing is to be freed, and nothing is allocated but while oz_resolve_json reads (where want of memory aborts).
 * - Nothing unwinds into the caller: a fault of the library inside oz_resolve_json is OZ_INTERNAL, elsewhere none is
 *   possible.
 * - Stack: less than 1 KB for all but oz_resolve_json.
 * - A library built for small devices has no oz_resolve_json.
 */

#ifndef OZ_STATUS_H
#define OZ_STATUS_H

#include <stddef.h>
#include <stdint.h>

/* Versions: of this header, and of the rules it was made for. */
#define OZ_VERSION "0.1.0"
#define OZ_VERSION_MAJOR 0
#define OZ_VERSION_MINOR 1
#define OZ_VERSION_PATCH 0
#define OZ_RULES_VERSION 1

/* Resolutions, the best first. */
#define OZ_RESOLUTION_SUCCESS 1
#define OZ_RESOLUTION_OPERATOR_REQUIRED 2
#define OZ_RESOLUTION_DECLINED 3
#define OZ_RESOLUTION_FAILED 4
#define OZ_RESOLUTION_PROCESSING 5
#define OZ_RESOLUTION_INITIAL 6

/* Folder statuses, the best first; never a verdict. */
#define OZ_FOLDER_STATUS_FINISHED 17
#define OZ_FOLDER_STATUS_FAILED 20
#define OZ_FOLDER_STATUS_PROCESSING 21
#define OZ_FOLDER_STATUS_INITIAL 22

/* States of an analysis or a callback, the best first; never a verdict. */
#define OZ_ANALYSIS_STATE_FINISHED 33
#define OZ_ANALYSIS_STATE_FAILED 36
#define OZ_ANALYSIS_STATE_PROCESSING 37

/* Decisions; they have no order. */
#define OZ_DECISION_ACCEPT 49
#define OZ_DECISION_REVIEW 50
#define OZ_DECISION_REJECT 51
#define OZ_DECISION_RETRY 52
#define OZ_DECISION_WAIT 53

/* How many cells oz_resolve_folder needs. */
#define OZ_CELLS(analyses, groups) ((analyses) + (groups) + 1)

/* Whether the library that runs is the one this header describes, and judges by the same rules. */
#define OZ_ABI_CHECK() (oz_abi_version() == OZ_ABI_VERSION && oz_rules_version() == OZ_RULES_VERSION)


/*
 Counts the changes of this header that break programs built against an earlier one.
 */
#define OZ_ABI_VERSION 1

/*
 The group of an analysis without group id: the unnamed group.
 */
#define OZ_NO_GROUP 0

/*
 The type of an analysis that has none.
 */
#define OZ_NO_TYPE 0

/*
 What a function says. No number of it is a code of a vocabulary, so that none can be taken for a verdict.
 */
enum oz_error
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /*
     Done. The only value with which outputs are written.
     */
    OZ_OK = 0,
    /*
     A NULL pointer with a length other than 0, or where an output is needed.
     */
    OZ_NULL = 65,
    /*
     A pointer that is not aligned for what it points to.
     */
    OZ_MISALIGNED = 66,
    /*
     What is written lies over what is read.
     */
    OZ_OVERLAP = 67,
    /*
     A length that no memory has.
     */
    OZ_TOO_LONG = 68,
    /*
     The caller's buffer is too short; the length needed was written, and nothing else.
     */
    OZ_TOO_SMALL = 69,
    /*
     A number that is no code of the vocabulary asked for, 0 included.
     */
    OZ_UNKNOWN_CODE = 70,
    /*
     An offset below the one before it, or beyond the codes.
     */
    OZ_BAD_OFFSET = 71,
    /*
     A group number beyond the groups.
     */
    OZ_BAD_GROUP = 72,
    /*
     A flag neither 0 nor 1, a reserved byte not 0, a status set with unknown bits, a required type 0.
     */
    OZ_BAD_VALUE = 73,
    /*
     A struct_size that this library does not know, with more in it than it could obey.
     */
    OZ_STRUCT_SIZE = 74,
    /*
     The tally can count no more.
     */
    OZ_OVERFLOW = 75,
    /*
     The tally does not hold what is to be removed.
     */
    OZ_NOT_THERE = 76,
    /*
     A fault of the library, stopped at its border.
     */
    OZ_INTERNAL = 77,
    /*
     The text is no UTF-8.
     */
    OZ_INVALID_UTF8 = 97,
    /*
     Malformed JSON, a byte order mark, trailing data, a lone surrogate in a string that is read.
     */
    OZ_INVALID_JSON = 98,
    /*
     A top-level scalar, an element that is no object, an analysis that has analyses.
     */
    OZ_WRONG_SHAPE = 99,
    /*
     A value of another JSON type than its key asks for.
     */
    OZ_WRONG_TYPE = 100,
    /*
     An object without analyses: ask for the folder with its analyses.
     */
    OZ_MISSING_ANALYSES = 101,
    /*
     A finished analysis without outcome.
     */
    OZ_MISSING_OUTCOME = 102,
    /*
     A word of no vocabulary.
     */
    OZ_UNKNOWN_WORD = 103,
    /*
     A word of another field's vocabulary.
     */
    OZ_WORD_NOT_ALLOWED = 104,
    /*
     A key that is read stands twice.
     */
    OZ_DUPLICATE_KEY = 105,
    /*
     An empty id, group id, folder id, type or required type.
     */
    OZ_EMPTY_NAME = 106,
    /*
     analyse_id and analysis_id differ.
     */
    OZ_CONFLICTING_IDS = 107,
    /*
     Analyses of different folders.
     */
    OZ_CONFLICTING_FOLDERS = 108,
    /*
     One analysis in two groups.
     */
    OZ_CONFLICTING_GROUPS = 109,
    /*
     One analysis of two types, or a type that contradicts its key.
     */
    OZ_CONFLICTING_TYPES = 110,
    /*
     Neither a number of seconds nor an RFC 3339 time.
     */
    OZ_INVALID_TIME = 111,
    /*
     A time before 2000 or from 2200 on: most often milliseconds given for seconds.
     */
    OZ_TIME_OUT_OF_RANGE = 112,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum oz_error oz_error;
#else
typedef int32_t oz_error;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/*
 How many of each resolution, `counts[code - 1]` of the one with that code. Zeroed, it counts nothing.
 Of the functions on it, none changes it when it fails.
 */
typedef struct oz_tally {
    /*
     The counts, the best resolution first.
     */
    uint64_t counts[6];
} oz_tally;

/*
 One analysis, its sightings merged (R8). Zeroed, it is refused.
 */
typedef struct oz_analysis {
    /*
     OZ_RESOLUTION_*, but not INITIAL: see oz_analysis_result.
     */
    uint8_t resolution;
    /*
     Whether `time_updated` is known: 1 or 0.
     */
    uint8_t has_time;
    /*
     Zero.
     */
    uint8_t reserved[2];
    /*
     The group's number, from 1 to the folder's `groups`; OZ_NO_GROUP for the unnamed group.
     */
    uint32_t group;
    /*
     The type's number, of your choice, from 1; OZ_NO_TYPE if it has none.
     */
    uint32_t type;
    /*
     Zero.
     */
    uint32_t reserved2;
    /*
     The finish time in microseconds since 1970 UTC.
     */
    int64_t time_updated;
} oz_analysis;

/*
 A folder. Zeroed but for the analyses and their length, it requires nothing.
 */
typedef struct oz_folder {
    /*
     sizeof(oz_folder), or 0 for the struct as it was in the first version.
     */
    uint32_t struct_size;
    /*
     The state of a Web SDK callback itself, OZ_ANALYSIS_STATE_*; 0 for none.
     */
    uint8_t callback_state;
    /*
     Zero.
     */
    uint8_t reserved[3];
    /*
     The analyses.
     */
    const struct oz_analysis *analyses;
    /*
     How many analyses.
     */
    size_t analyses_len;
    /*
     The numbers of the types required (R7).
     */
    const uint32_t *required;
    /*
     How many types are required.
     */
    size_t required_len;
    /*
     How many groups are numbered; the unnamed one is not among them.
     */
    size_t groups;
} oz_folder;

/*
 Room for the work of oz_resolve_folder. What it holds means nothing before and after.
 */
typedef struct oz_cell {
    /*
     Not yours to read.
     */
    uint64_t opaque[6];
} oz_cell;

/*
 What a folder comes to. Zeroed, no field of it is a verdict.
 */
typedef struct oz_verdict {
    /*
     OZ_FOLDER_STATUS_* (R3).
     */
    uint8_t folder_status;
    /*
     OZ_RESOLUTION_* (R4).
     */
    uint8_t system_resolution;
    /*
     OZ_DECISION_* (R7). This is what to act upon.
     */
    uint8_t decision;
    /*
     1 if nothing further is awaited, else 0.
     */
    uint8_t is_final;
    /*
     1 if findings were looked for: by oz_resolve_json, not by oz_resolve_folder.
     */
    uint8_t has_findings;
    /*
     Zero.
     */
    uint8_t reserved[3];
    /*
     How many findings (R9).
     */
    uint32_t findings;
    /*
     How many of them are contradictions: no other reading of the vendor's page explains them.
     */
    uint32_t contradictions;
    /*
     How many analyses determine the system resolution (R5).
     */
    uint64_t determining;
    /*
     How many groups are last-finished (R4).
     */
    uint64_t last_finished;
    /*
     Zero: room for what later versions tell.
     */
    uint64_t reserved2[4];
} oz_verdict;

/*
 What one group of a folder comes to.
 */
typedef struct oz_group {
    /*
     OZ_RESOLUTION_* (R2); INITIAL for a group without analyses.
     */
    uint8_t resolution;
    /*
     Whether `finished_at` is known: 1 or 0.
     */
    uint8_t has_time;
    /*
     Whether it is among the last-finished groups: 1 or 0.
     */
    uint8_t is_last_finished;
    /*
     Zero.
     */
    uint8_t reserved[5];
    /*
     When it finished, in microseconds since 1970 UTC.
     */
    int64_t finished_at;
} oz_group;

/*
 A text and its length in bytes; it need not end with a zero.
 */
typedef struct oz_text {
    /*
     UTF-8.
     */
    const char *data;
    /*
     Bytes.
     */
    size_t len;
} oz_text;

/*
 What you ask of a folder. Zeroed, it means the defaults: nothing required, operators review.
 */
typedef struct oz_options {
    /*
     sizeof(oz_options), or 0 for the struct as it was in the first version. What a larger one holds beyond what
     this library knows must be zero (OZ_STRUCT_SIZE): nothing asked is ever ignored.
     */
    uint32_t struct_size;
    /*
     1 if operator review is off: an analysis that asks for it is then a finding.
     */
    uint8_t operator_review_off;
    /*
     Zero.
     */
    uint8_t reserved[3];
    /*
     The analysis types required (R7).
     */
    const struct oz_text *required;
    /*
     How many types are required.
     */
    size_t required_len;
} oz_options;

/*
 Why a payload was refused. Texts end with a zero, and are cut between characters where there is no room.
 */
typedef struct oz_error_info {
    /*
     What is returned, too.
     */
    oz_error code;
    /*
     The line of malformed JSON, from 1; else 0.
     */
    uint32_t line;
    /*
     The column of malformed JSON, in bytes from 1; 0 at the end of an empty line, and else.
     */
    uint32_t column;
    /*
     How long the path is in bytes before it is cut.
     */
    uint32_t path_len;
    /*
     Where: analyses[2].state, require[0]; empty for the payload as a whole.
     */
    char path[256];
    /*
     1 if there is an offending text, else 0.
     */
    uint8_t has_found;
    /*
     Zero.
     */
    uint8_t reserved[3];
    /*
     The offending text, at most 64 bytes of it.
     */
    char found[68];
    /*
     What was expected there.
     */
    char expected[192];
} oz_error_info;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 The name of an error, as it stands in logs and other languages (`unknown_word`); static text, NULL for a number
 that is no oz_error.
 */
const char *oz_error_name(int32_t error);

/*
 The version of the library that runs, as OZ_VERSION is that of the header. Static text.
 */
const char *oz_version(void);

/*
 The version of the rules; any change of a verdict for the same input is a new one.
 */
uint32_t oz_rules_version(void);

/*
 The OZ_ABI_VERSION of the library that runs; see OZ_ABI_CHECK.
 */
uint32_t oz_abi_version(void);

/*
 The code of a resolution's word, in any ASCII case: OZ_RESOLUTION_*.
 OZ_WORD_NOT_ALLOWED for a word of another vocabulary, OZ_UNKNOWN_WORD for any other, OZ_INVALID_UTF8.
 */
oz_error oz_resolution_parse(const char *text,
                             size_t len,
                             uint8_t *code);

/*
 The word of a resolution, in upper case: static text. OZ_UNKNOWN_CODE.
 */
oz_error oz_resolution_word(uint8_t code, const char **word);

/*
 As oz_resolution_parse, for the resolution of an analysis: the same codes but for the one no analysis has.
 */
oz_error oz_analysis_resolution_parse(const char *text,
                                      size_t len,
                                      uint8_t *code);

/*
 As oz_resolution_word, for the resolution of an analysis.
 */
oz_error oz_analysis_resolution_word(uint8_t code, const char **word);

/*
 As oz_resolution_parse, for a folder status: OZ_FOLDER_STATUS_*.
 */
oz_error oz_folder_status_parse(const char *text, size_t len, uint8_t *code);

/*
 As oz_resolution_word, for a folder status.
 */
oz_error oz_folder_status_word(uint8_t code, const char **word);

/*
 As oz_resolution_parse, for the state of an analysis or a callback: OZ_ANALYSIS_STATE_*.
 */
oz_error oz_analysis_state_parse(const char *text, size_t len, uint8_t *code);

/*
 As oz_resolution_word, for the state of an analysis or a callback.
 */
oz_error oz_analysis_state_word(uint8_t code, const char **word);

/*
 As oz_resolution_parse, for a decision: OZ_DECISION_*.
 */
oz_error oz_decision_parse(const char *text, size_t len, uint8_t *code);

/*
 As oz_resolution_word, for a decision.
 */
oz_error oz_decision_word(uint8_t code, const char **word);

/*
 The join: the worse of two resolutions. OZ_UNKNOWN_CODE.
 */
oz_error oz_join(uint8_t a, uint8_t b, uint8_t *result);

/*
 The meet: the better of two resolutions. OZ_UNKNOWN_CODE.
 */
oz_error oz_meet(uint8_t a, uint8_t b, uint8_t *result);

/*
 Compares two resolutions: 1 if `a` is the worse, 0 if they are the same, -1 if `b` is the worse. OZ_UNKNOWN_CODE.
 */
oz_error oz_compare(uint8_t a,
                    uint8_t b,
                    int32_t *order);

/*
 What to do about a resolution (R6): OZ_DECISION_*. Of a folder, ask oz_resolve_folder. OZ_UNKNOWN_CODE.
 */
oz_error oz_decide(uint8_t resolution,
                   uint8_t *decision);

/*
 The folder status of the join over all analyses (R3): OZ_FOLDER_STATUS_*. OZ_UNKNOWN_CODE.
 */
oz_error oz_folder_status_of(uint8_t join, uint8_t *folder_status);

/*
 The result of one analysis (R1): of its state (OZ_ANALYSIS_STATE_*) and its two outcome fields
 (OZ_RESOLUTION_*), 0 for what is absent. OZ_UNKNOWN_CODE, OZ_MISSING_OUTCOME.
 */
oz_error oz_analysis_result(uint8_t state,
                            uint8_t resolution_status,
                            uint8_t resolution,
                            uint8_t *result);

/*
 The result of a group (R2), the worst of its resolutions; of no codes it is OZ_RESOLUTION_INITIAL.
 OZ_UNKNOWN_CODE.
 */
oz_error oz_group_result(const uint8_t *codes, size_t len, uint8_t *result);

/*
 The result of each of `groups` groups (R2), where group i is codes[offsets[i]] to before codes[offsets[i + 1]]:
 there is one offset more than there are groups. A group without codes is OZ_RESOLUTION_INITIAL.
 `results` has room for `groups` codes, and must not overlap the inputs (OZ_OVERLAP).
 OZ_UNKNOWN_CODE (row of the codes), OZ_BAD_OFFSET (row of the offsets): the row is written unless `row` is NULL.
 */
oz_error oz_group_results_u32(const uint8_t *codes,
                              size_t len,
                              const uint32_t *offsets,
                              size_t groups,
                              uint8_t *results,
                              size_t *row);

/*
 As oz_group_results_u32, for long columns.
 */
oz_error oz_group_results_u64(const uint8_t *codes,
                              size_t len,
                              const uint64_t *offsets,
                              size_t groups,
                              uint8_t *results,
                              size_t *row);

/*
 The result of each of `groups` groups (R2), where code i belongs to group group_index[i], counted from 0, in any
 order. A group without codes is OZ_RESOLUTION_INITIAL. `results` as in oz_group_results_u32.
 OZ_UNKNOWN_CODE, OZ_BAD_GROUP: the row is written unless `row` is NULL.
 */
oz_error oz_group_results_by(const uint8_t *codes,
                             size_t len,
                             const uint32_t *group_index,
                             size_t groups,
                             uint8_t *results,
                             size_t *row);

/*
 Which resolutions occur in a column of codes; of none it is 0. OZ_UNKNOWN_CODE.
 */
oz_error oz_status_set_of(const uint8_t *codes, size_t len, uint8_t *set);

/*
 A set with one more resolution. OZ_BAD_VALUE for a byte that is no set, OZ_UNKNOWN_CODE.
 */
oz_error oz_status_set_with(uint8_t set, uint8_t resolution, uint8_t *result);

/*
 What stands in either of two sets. OZ_BAD_VALUE.
 */
oz_error oz_status_set_union(uint8_t a, uint8_t b, uint8_t *result);

/*
 Whether a resolution stands in a set: 1 or 0. OZ_BAD_VALUE, OZ_UNKNOWN_CODE.
 */
oz_error oz_status_set_contains(uint8_t set, uint8_t resolution, uint8_t *contained);

/*
 The worst of a set (R2), OZ_RESOLUTION_INITIAL for the empty one. OZ_BAD_VALUE.
 */
oz_error oz_status_set_result(uint8_t set, uint8_t *resolution);

/*
 The folder status of a set (R3). OZ_BAD_VALUE.
 */
oz_error oz_status_set_folder_status(uint8_t set, uint8_t *folder_status);

/*
 The decision of a set (R6). OZ_BAD_VALUE.
 */
oz_error oz_status_set_decision(uint8_t set, uint8_t *decision);

/*
 Whether another reading of the vendor's page would see another result in this set: 1 or 0. OZ_BAD_VALUE.
 */
oz_error oz_status_set_is_contested(uint8_t set,
                                    uint8_t *contested);

/*
 Counts one more. OZ_UNKNOWN_CODE, OZ_OVERFLOW.
 */
oz_error oz_tally_insert(struct oz_tally *tally, uint8_t resolution);

/*
 Takes one back. OZ_UNKNOWN_CODE, OZ_NOT_THERE.
 */
oz_error oz_tally_remove(struct oz_tally *tally, uint8_t resolution);

/*
 Takes `old` back and counts `by`: an analysis that went on. OZ_UNKNOWN_CODE, OZ_NOT_THERE, OZ_OVERFLOW.
 */
oz_error oz_tally_replace(struct oz_tally *tally,
                          uint8_t old,
                          uint8_t by);

/*
 Adds the counts of another tally, which may be the same. OZ_OVERFLOW.
 */
oz_error oz_tally_merge(struct oz_tally *tally, const struct oz_tally *other);

/*
 The worst that is counted (R2), OZ_RESOLUTION_INITIAL if nothing is.
 */
oz_error oz_tally_result(const struct oz_tally *tally, uint8_t *resolution);

/*
 Which resolutions are counted at all, as a status set.
 */
oz_error oz_tally_status_set(const struct oz_tally *tally, uint8_t *set);

/*
 How many in all. OZ_OVERFLOW.
 */
oz_error oz_tally_total(const struct oz_tally *tally, uint64_t *total);

/*
 The results of a folder (R3 to R7), in linear time for each required type and without allocation.

 The caller lends `cells`, at least OZ_CELLS(analyses, groups) of them; they must not overlap anything else here
 (OZ_OVERLAP), and need not be initialised. What may be NULL is not wanted:
 - `groups`: room for folder->groups + 1 entries, the unnamed group first, group g at index g;
 - `determining`: with a `capacity` of 0; else the indices of the determining analyses (R5) are written there;
 - `needed`: how many determining analyses there are; with OZ_TOO_SMALL it is written, and nothing else;
 - `row`: the analysis that is wrong, with OZ_UNKNOWN_CODE, OZ_BAD_GROUP or OZ_BAD_VALUE, or else the required
   type, written with these errors alone.

 OZ_UNKNOWN_CODE also for a callback state that is none (the row is then SIZE_MAX), OZ_STRUCT_SIZE; OZ_TOO_SMALL
 with `needed` unchanged if it is `cells` that are too few.
 */
oz_error oz_resolve_folder(const struct oz_folder *folder,
                           struct oz_cell *cells,
                           size_t cells_len,
                           struct oz_verdict *verdict,
                           struct oz_group *groups,
                           size_t *determining,
                           size_t capacity,
                           size_t *needed,
                           size_t *row);

/*
 The verdict on a payload: a folder, an array of analyses, one analysis, or a Web SDK callback, as JSON text.

 Writes the canonical JSON into `buf` (exactly `*needed` bytes, no final zero) and its figures into `verdict`. A
 `buf` of NULL with a `capacity` of 0 asks for the size alone; one that is too short gives OZ_TOO_SMALL, `needed`
 is written and nothing else. `needed` may be NULL if `buf` is: then no JSON is made. `options` may be NULL for the
 defaults, `verdict` and `error` if they are not wanted; but something must be (OZ_NULL).
 `error` is written when anything but OZ_OK and OZ_TOO_SMALL is returned, and then alone.

 The outputs may overlap the text, but not one another. Reading allocates, and frees all of it before returning.
 */
oz_error oz_resolve_json(const char *text,
                         size_t len,
                         const struct oz_options *options,
                         char *buf,
                         size_t capacity,
                         size_t *needed,
                         struct oz_verdict *verdict,
                         struct oz_error_info *error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* OZ_STATUS_H */
