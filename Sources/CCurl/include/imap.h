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

/* Connects, logs in and leaves the line open for words of one's own; hangs up when the bell rings. */
ontknoop_imap_result ontknoop_imap_enter(ontknoop_imap *line, const char *url, int bell);

/* How waiting on an open line ended. */
enum {
    ontknoop_imap_heard,
    ontknoop_imap_time_over,
    ontknoop_imap_bell_rang,
    ontknoop_imap_gone
};

/* Says all of it on an open line. */
int ontknoop_imap_say(ontknoop_imap *line, const char *words, size_t length, long milliseconds, int bell);

/* Waits for what the server says on an open line; `length` is how much of the buffer was filled. */
int ontknoop_imap_hear(
    ontknoop_imap *line, char *buffer, size_t room, size_t *length, long milliseconds, int bell);

/* A bell that any thread may ring; who waits on a line with it stops waiting. Below zero when there is none to be had. */
int ontknoop_bell_make(void);
void ontknoop_bell_ring(int bell);
void ontknoop_bell_forget(int bell);

void ontknoop_imap_close(ontknoop_imap *line);

#endif
