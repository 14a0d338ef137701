#ifndef ONTKNOOP_HTTP_H
#define ONTKNOOP_HTTP_H

#include <stddef.h>

/* One POST of a body to a partner. Texts end in zero. */
typedef struct {
    const char *url;
    const char *const *headers;
    size_t header_count;
    const unsigned char *data;
    size_t length;
    long timeout_seconds;
    /* Where the beginning of the answer is kept. */
    char *answer;
    size_t answer_room;
} ontknoop_http_call;

typedef struct {
    /* libcurl's code; 0 is answered, with whatever status. */
    int code;
    long status;
    size_t length;
    char words[512];
} ontknoop_http_result;

/* Makes the call and waits for the answer; a redirection is an answer. */
ontknoop_http_result ontknoop_http(const ontknoop_http_call *call);

#endif
