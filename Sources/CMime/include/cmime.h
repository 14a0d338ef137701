#ifndef ONTKNOOP_CMIME_H
#define ONTKNOOP_CMIME_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
    ONTKNOOP_PART_PLAIN = 0, /* text of the mail itself, as UTF-8 */
    ONTKNOOP_PART_HTML = 1,  /* the same as HTML */
    ONTKNOOP_PART_FILE = 2   /* anything else, as it was before it was packed for travel */
} ontknoop_part_kind;

typedef struct {
    ontknoop_part_kind kind;
    /* The number of the multipart/alternative around it, from 1; 0 for none. */
    int alternative;
    /* Stands within the text, as a logo does (multipart/related). */
    int related;
    /* Lines that end in a space go on (RFC 3676): 1, and 2 when that space goes. */
    int flowed;
    /* Something was amiss with its packing or its letters. */
    int damaged;
    char *name;
    char *type;
    unsigned char *bytes;
    size_t length;
} ontknoop_part;

typedef struct {
    char *message_id;
    char *subject;
    char *from_name;
    char *from_address;
    char *reply_address;
    char *to;
    /* Identifiers of the messages it answers, between angle brackets. */
    char *answers;
    /* Auto-Submitted, or what older programs write. */
    char *automatic;
    /* Seconds since 1970; only when has_date. */
    int64_t date;
    int has_date;
    /* There was more than the limits let through. */
    int cut;
    ontknoop_part *parts;
    size_t count;
} ontknoop_mail;

typedef struct {
    size_t most_parts;
    int deepest;
    size_t largest_part;
    size_t most_bytes;
} ontknoop_mail_limits;

/* Reads a message (RFC 5322, MIME). NULL when it has none of the headers of a mail. Freed with ontknoop_mail_free. */
ontknoop_mail *ontknoop_mail_read(const unsigned char *bytes, size_t length, ontknoop_mail_limits limits);

void ontknoop_mail_free(ontknoop_mail *mail);

#endif
