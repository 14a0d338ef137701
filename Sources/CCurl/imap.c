#include "imap_line.h"

#include <stdlib.h>
#include <string.h>

#include "ccurl.h"

static size_t keep(char *data, size_t size, size_t count, void *user) {
    ontknoop_imap *line = user;
    size_t all = size * count;
    if (all > line->most - line->length) {
        line->is_too_long = 1;
        return 0;
    }
    if (line->length + all > line->room) {
        size_t room = (line->length + all) * 2;
        unsigned char *grown = realloc(line->data, room);
        if (!grown) return 0;
        line->data = grown;
        line->room = room;
    }
    if (all > 0) memcpy(line->data + line->length, data, all);
    line->length += all;
    return all;
}

ontknoop_imap *ontknoop_imap_open(
    const char *user, const char *password, long timeout_seconds, int require_tls, const char *ca_file) {
    ontknoop_outlive_hang_ups();
    ontknoop_imap *line = calloc(1, sizeof(ontknoop_imap));
    if (!line) return NULL;
    line->curl = curl_easy_init();
    if (!line->curl) {
        free(line);
        return NULL;
    }
    curl_easy_setopt(line->curl, CURLOPT_PROTOCOLS_STR, "imap,imaps");
    curl_easy_setopt(line->curl, CURLOPT_USE_SSL, (long)(require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(line->curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(line->curl, CURLOPT_WRITEDATA, line);
    curl_easy_setopt(line->curl, CURLOPT_TIMEOUT, timeout_seconds);
    curl_easy_setopt(line->curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(line->curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(line->curl, CURLOPT_ERRORBUFFER, line->words);
    if (user) curl_easy_setopt(line->curl, CURLOPT_USERNAME, user);
    if (password) curl_easy_setopt(line->curl, CURLOPT_PASSWORD, password);
    if (ca_file) curl_easy_setopt(line->curl, CURLOPT_CAINFO, ca_file);
    return line;
}

ontknoop_imap_result ontknoop_imap_ask(ontknoop_imap *line, const char *url, const char *command, size_t most) {
    line->length = 0;
    line->most = most;
    line->is_too_long = 0;
    line->words[0] = 0;
    curl_easy_setopt(line->curl, CURLOPT_URL, url);
    curl_easy_setopt(line->curl, CURLOPT_CUSTOMREQUEST, command);
    return ontknoop_imap_outcome(line, curl_easy_perform(line->curl));
}

ontknoop_imap_result ontknoop_imap_outcome(ontknoop_imap *line, CURLcode code) {
    ontknoop_imap_result result = {CURLE_FAILED_INIT, NULL, 0, ""};
    result.code = line->is_too_long ? CURLE_FILESIZE_EXCEEDED : (int)code;
    result.data = line->data;
    result.length = line->length;
    const char *said = line->words[0] ? line->words : curl_easy_strerror(code);
    strncpy(result.words, said, sizeof(result.words) - 1);
    return result;
}

void ontknoop_imap_close(ontknoop_imap *line) {
    curl_easy_cleanup(line->curl);
    free(line->data);
    free(line);
}
