#include "carchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    unsigned char *data;
    size_t length;
    size_t room;
} heap;

static la_ssize_t grow(struct archive *zip, void *user, const void *part, size_t length) {
    (void)zip;
    heap *to = user;
    if (to->room - to->length < length) {
        size_t room = (to->room + length) * 2;
        unsigned char *data = realloc(to->data, room);
        if (!data) return -1;
        to->data = data;
        to->room = room;
    }
    memcpy(to->data + to->length, part, length);
    to->length += length;
    return (la_ssize_t)length;
}

static int put(struct archive *zip, const ontknoop_zip_entry *one, long moment) {
    struct archive_entry *entry = archive_entry_new();
    if (!entry) return ARCHIVE_FATAL;
    archive_entry_set_pathname_utf8(entry, one->name);
    archive_entry_set_size(entry, (la_int64_t)one->length);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, moment, 0);
    int code = archive_write_header(zip, entry);
    if (code == ARCHIVE_OK && one->length > 0 &&
        archive_write_data(zip, one->data, one->length) != (la_ssize_t)one->length)
        code = ARCHIVE_FATAL;
    archive_entry_free(entry);
    return code;
}

int ontknoop_zip(const ontknoop_zip_entry *entries, size_t count, long moment, unsigned char **bytes, size_t *length) {
    heap to = {NULL, 0, 0};
    struct archive *zip = archive_write_new();
    if (!zip) return ARCHIVE_FATAL;
    archive_write_set_format_zip(zip);
    archive_write_set_options(zip, "zip:hdrcharset=UTF-8");
    int code = archive_write_open(zip, &to, NULL, grow, NULL);
    for (size_t i = 0; code == ARCHIVE_OK && i < count; i++) code = put(zip, &entries[i], moment);
    if (code == ARCHIVE_OK) code = archive_write_close(zip);
    archive_write_free(zip);
    if (code != ARCHIVE_OK) {
        free(to.data);
        return code;
    }
    *bytes = to.data;
    *length = to.length;
    return 0;
}

void ontknoop_zip_free(unsigned char *bytes) { free(bytes); }
