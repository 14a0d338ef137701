#ifndef ONTKNOOP_IMAP_H
#define ONTKNOOP_IMAP_H

#include <stddef.h>

/* A line to a mailbox that is kept open over several requests. */
typedef struct ontknoop_imap ontknoop_imap;

typedef struct {
    /* libcurl's code; 0 is done. 63: longer than may be. */
    int code;
    /* What was answered; valid until the next request or the end of the line. */
    const unsigned char *data;
    size_t length;
    char words[512];
} ontknoop_imap_result;

/* Texts end in zero and are copied; user, password and ca_file may be NULL. NULL when there is no memory. */
ontknoop_imap *ontknoop_imap_open(
    const char *user, const char *password, long timeout_seconds, int require_tls, const char *ca_file);

/* Asks for what an address names (RFC 5092), or sends a command of its own there; at most `most` bytes of answer. */
ontknoop_imap_result ontknoop_imap_ask(ontknoop_imap *line, const char *url, const char *command, size_t most);

void ontknoop_imap_close(ontknoop_imap *line);

#endif
