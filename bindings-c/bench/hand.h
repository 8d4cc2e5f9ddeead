/* What a C programmer would write instead. */
#ifndef HAND_H
#define HAND_H

#include <stddef.h>
#include <stdint.h>

/* The bare loop: the greatest code. */
uint8_t hand_worst(const uint8_t *codes, size_t len);

/* The loop that refuses unknown codes, as oz_group_result does: 0 or an error. */
int hand_group_result(const uint8_t *codes, size_t len, uint8_t *result);

/* The same for groups cut by offsets. */
int hand_group_results(const uint8_t *codes, size_t len, const uint32_t *offsets, size_t groups, uint8_t *results);

/* The bare loops for groups: no code and no offset is checked. */
void hand_bare_results(const uint8_t *codes, const uint32_t *offsets, size_t groups, uint8_t *results);

/* cJSON and a loop: the worst resolution of a folder's analyses, 0 if it cannot be told. */
uint8_t hand_json(const char *text, size_t len);

#endif
