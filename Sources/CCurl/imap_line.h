#ifndef ONTKNOOP_IMAP_LINE_H
#define ONTKNOOP_IMAP_LINE_H

#include <curl/curl.h>

#include "imap.h"

struct ontknoop_imap {
    CURL *curl;
    unsigned char *data;
    size_t length;
    size_t room;
    size_t most;
    int is_too_long;
    char words[CURL_ERROR_SIZE];
};

/* What libcurl said of a request, with its words. */
ontknoop_imap_result ontknoop_imap_outcome(ontknoop_imap *line, CURLcode code);

#endif
