/* Answers requests of the conformance run through the C library: a line in, a line out. */
#include <oz_status.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

enum { MOST_TYPES = 16 };

static int digit(char c) {
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

/* Decodes a word of hexadecimal digits in place. */
static size_t decode(char *word) {
    size_t len = strlen(word) / 2, i;
    for (i = 0; i < len; i++) word[i] = (char)(digit(word[2 * i]) * 16 + digit(word[2 * i + 1]));
    return len;
}

/* The next word of a line, ended by a zero. */
static char *word(char **line) {
    char *start = *line;
    size_t len = strcspn(start, " \n");
    *line = start[len] == ' ' ? start + len + 1 : start + len;
    if (start[len] == '\n') *line = start + len + 1;
    start[len] = 0;
    return start;
}

static void answer(const char *payload, size_t len, const oz_options *options) {
    static char *buf = NULL;
    static size_t capacity = 0;
    oz_error_info info;
    size_t needed = 0;
    oz_error failed = oz_resolve_json(payload, len, options, buf, capacity, &needed, NULL, &info);
    if (failed == OZ_TOO_SMALL || (failed == OZ_OK && buf == NULL)) {
        buf = realloc(buf, needed);
        if (buf == NULL) exit(3);
        capacity = needed;
        failed = oz_resolve_json(payload, len, options, buf, capacity, &needed, NULL, &info);
    }
    if (failed == OZ_OK) {
        printf("ok %.*s\n", (int)needed, buf);
    } else {
        printf("error %s %s\n", oz_error_name(failed), info.path);
    }
}

int main(void) {
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        oz_text required[MOST_TYPES];
        oz_options options;
        char *rest = line, *payload = word(&rest);
        size_t len = decode(payload), count = 0;
        memset(&options, 0, sizeof options);
        options.struct_size = sizeof options;
        options.operator_review_off = *word(&rest) == '0';
        while (*rest != 0) {
            char *type = word(&rest);
            if (count == MOST_TYPES) return 3;
            required[count].len = decode(type);
            required[count++].data = type;
        }
        options.required = required;
        options.required_len = count;
        answer(payload, len, &options);
    }
    free(line);
    return 0;
}
