#ifndef ONTKNOOP_CARCHIVE_H
#define ONTKNOOP_CARCHIVE_H

#include <stddef.h>

typedef struct {
    /* UTF-8, with slashes for folders. */
    const char *name;
    const unsigned char *data;
    size_t length;
} ontknoop_zip_entry;

/* Packs the entries into a ZIP; `moment` in seconds since 1970 stands by each, so that the same files give the same bytes.
   The bytes are freed with ontknoop_zip_free. Answers 0 when all went well. */
int ontknoop_zip(const ontknoop_zip_entry *entries, size_t count, long moment, unsigned char **bytes, size_t *length);

void ontknoop_zip_free(unsigned char *bytes);

#endif
