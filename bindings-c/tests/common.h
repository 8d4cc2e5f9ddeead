/* What the test programs share: a check that says where, and whole files. */
#ifndef COMMON_H
#define COMMON_H

#include <oz_status.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition) check((condition), #condition, __FILE__, __LINE__)

static void check(int holds, const char *what, const char *file, int line) {
    if (!holds) {
        fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
        exit(1);
    }
}

typedef struct blob {
    unsigned char *data;
    size_t len;
} blob;

static inline blob read_file(const char *path) {
    blob file = {NULL, 0};
    FILE *from = fopen(path, "rb");
    long len;
    CHECK(from != NULL);
    CHECK(fseek(from, 0, SEEK_END) == 0);
    len = ftell(from);
    CHECK(len > 0);
    rewind(from);
    file.len = (size_t)len;
    file.data = malloc(file.len + 1);
    CHECK(file.data != NULL);
    CHECK(fread(file.data, 1, file.len, from) == file.len);
    file.data[file.len] = 0;
    fclose(from);
    return file;
}

static inline uint8_t resolution(const char *word) {
    uint8_t code = 0;
    CHECK(oz_resolution_parse(word, strlen(word), &code) == OZ_OK);
    return code;
}

/* Elements in memory of exactly their size, so that reading beyond them is seen. */
static inline void *exactly(const void *from, size_t size) {
    void *copy = malloc(size ? size : 1);
    CHECK(copy != NULL);
    if (size) memcpy(copy, from, size);
    return copy;
}

#endif
