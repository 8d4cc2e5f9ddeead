/* What compilers call on their own, for a program without any library. */
#include <stddef.h>

void *memcpy(void *to, const void *from, size_t len) {
    for (size_t i = 0; i < len; i++) ((char *)to)[i] = ((const char *)from)[i];
    return to;
}

void *memmove(void *to, const void *from, size_t len) {
    if ((const char *)from < (char *)to) {
        while (len-- > 0) ((char *)to)[len] = ((const char *)from)[len];
        return to;
    }
    return memcpy(to, from, len);
}

void *memset(void *to, int byte, size_t len) {
    for (size_t i = 0; i < len; i++) ((char *)to)[i] = (char)byte;
    return to;
}

int memcmp(const void *a, const void *b, size_t len) {
    for (size_t i = 0; i < len; i++) {
        int order = ((const unsigned char *)a)[i] - ((const unsigned char *)b)[i];
        if (order != 0) return order;
    }
    return 0;
}

int bcmp(const void *a, const void *b, size_t len) { return memcmp(a, b, len); }

size_t strlen(const char *text) {
    size_t len = 0;
    while (text[len] != 0) len++;
    return len;
}
