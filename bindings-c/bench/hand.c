#include "hand.h"

#include <cjson/cJSON.h>
#include <oz_status.h>
#include <string.h>

uint8_t hand_worst(const uint8_t *codes, size_t len) {
    uint8_t worst = 0;
    for (size_t i = 0; i < len; i++) worst = codes[i] > worst ? codes[i] : worst;
    return worst;
}

int hand_group_result(const uint8_t *codes, size_t len, uint8_t *result) {
    uint8_t worst = 0, best = 255;
    if (result == NULL || (codes == NULL && len != 0)) return 1;
    for (size_t i = 0; i < len; i++) {
        worst = codes[i] > worst ? codes[i] : worst;
        best = codes[i] < best ? codes[i] : best;
    }
    if (len == 0) worst = 6;
    if (worst > 6 || best == 0) return 1;
    *result = worst;
    return 0;
}

int hand_group_results(const uint8_t *codes, size_t len, const uint32_t *offsets, size_t groups, uint8_t *results) {
    uint8_t worst = 0, best = 255;
    if (offsets[0] > len) return 1;
    for (size_t i = 0; i < groups; i++) {
        if (offsets[i + 1] < offsets[i] || offsets[i + 1] > len) return 1;
    }
    for (size_t i = 0; i < len; i++) {
        worst = codes[i] > worst ? codes[i] : worst;
        best = codes[i] < best ? codes[i] : best;
    }
    if (worst > 6 || best == 0) return 1;
    hand_bare_results(codes, offsets, groups, results);
    return 0;
}

void hand_bare_results(const uint8_t *codes, const uint32_t *offsets, size_t groups, uint8_t *results) {
    for (size_t i = 0; i < groups; i++) {
        uint8_t worst = 0;
        for (size_t j = offsets[i]; j < offsets[i + 1]; j++) worst = codes[j] > worst ? codes[j] : worst;
        results[i] = worst ? worst : 6;
    }
}

static uint8_t code_of(const char *word) {
    static const char *const words[] = {"SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING", "INITIAL"};
    for (uint8_t i = 0; i < 6; i++) {
        if (strcmp(word, words[i]) == 0) return (uint8_t)(i + 1);
    }
    return 0;
}

uint8_t hand_json(const char *text, size_t len) {
    uint8_t worst = 0;
    cJSON *folder = cJSON_ParseWithLength(text, len);
    const cJSON *analysis, *analyses = cJSON_GetObjectItemCaseSensitive(folder, "analyses");
    cJSON_ArrayForEach(analysis, analyses) {
        const cJSON *word = cJSON_GetObjectItemCaseSensitive(analysis, "resolution_status");
        uint8_t code = cJSON_IsString(word) ? code_of(word->valuestring) : 0;
        if (code > worst) worst = code;
    }
    cJSON_Delete(folder);
    return worst;
}
