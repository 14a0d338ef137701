#ifndef ONTKNOOP_CCURL_H
#define ONTKNOOP_CCURL_H

#include <stddef.h>

#include "http.h"
#include "imap.h"

/* One message to hand to a mail server. Texts end in zero; user and password may be NULL. */
typedef struct {
    const char *url;
    const char *user;
    const char *password;
    const char *from;
    const char *const *recipients;
    size_t recipient_count;
    const unsigned char *data;
    size_t length;
    long timeout_seconds;
    /* 0: when the server offers it, 1: always or fail. */
    int require_tls;
    /* A file of trusted certificates, or NULL for those of the system. */
    const char *ca_file;
} ontknoop_outgoing_mail;

typedef struct {
    /* libcurl's code; 0 is sent. */
    int code;
    /* The server's last reply code, 0 when there was none. */
    long reply;
    char words[512];
} ontknoop_mail_result;

/* From now on a partner that hangs up is an error of the writing, not the end of this program. */
void ontknoop_outlive_hang_ups(void);

/* Sends the message and waits for the server's answer. */
ontknoop_mail_result ontknoop_send_mail(const ontknoop_outgoing_mail *mail);

#endif
