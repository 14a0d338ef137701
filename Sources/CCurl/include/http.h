#ifndef ONTKNOOP_HTTP_H
#define ONTKNOOP_HTTP_H

#include <stddef.h>

/* What an answer begins with. The type is valid during the call only, and NULL when there was none. */
typedef struct {
    long status;
    const char *type;
    /* How many seconds the partner asks to wait; 0 when it does not. */
    long wait_seconds;
} ontknoop_http_head;

/* One call to a partner: a POST of a body, or a GET. Texts end in zero. */
typedef struct {
    int is_get;
    const char *url;
    const char *const *headers;
    size_t header_count;
    const unsigned char *data;
    size_t length;
    long timeout_milliseconds;
    /* Takes each piece of the answer as it comes, and once no piece at the end; 0 hangs up. */
    int (*take)(void *user, const ontknoop_http_head *head, const char *data, size_t length);
    /* Asked now and then whether anybody still listens; 0 hangs up. */
    int (*listens)(void *user);
    void *user;
} ontknoop_http_call;

typedef struct {
    /* libcurl's code; 0 is answered, with whatever status. */
    int code;
    /* Whether the time was over. */
    int too_slow;
    char words[512];
} ontknoop_http_result;

/* Makes the call and waits for the answer; a redirection is an answer. */
ontknoop_http_result ontknoop_http(const ontknoop_http_call *call);

#endif
