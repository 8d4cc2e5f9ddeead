#include <oz_status.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    const char *text = "{\"analyses\":[{\"type\":\"QUALITY\",\"resolution\":\"DECLINED\"}]}";
    oz_verdict verdict;
    oz_error_info error;
    const char *word = NULL;
    char json[2048];
    size_t len = 0;
    if (!OZ_ABI_CHECK()) return 1;
    if (oz_resolve_json(text, strlen(text), NULL, json, sizeof json, &len, &verdict, &error) != OZ_OK) {
        fprintf(stderr, "%s at %s, expected %s\n", oz_error_name(error.code), error.path, error.expected);
        return 1;
    }
    if (oz_decision_word(verdict.decision, &word) != OZ_OK) return 1;
    printf("%s %.*s\n", word, (int)len, json);
    return 0;
}
