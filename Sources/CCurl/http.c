#include "http.h"

#include <curl/curl.h>
#include <string.h>

#include "ccurl.h"

typedef struct {
    char *data;
    size_t length;
    size_t room;
} answer;

/* Keeps what fits and lets the rest go by: no partner can fill our memory. */
static size_t keep(char *data, size_t size, size_t count, void *user) {
    answer *to = user;
    size_t all = size * count;
    size_t part = to->room - to->length < all ? to->room - to->length : all;
    memcpy(to->data + to->length, data, part);
    to->length += part;
    return all;
}

ontknoop_http_result ontknoop_http(const ontknoop_http_call *call) {
    ontknoop_http_result result = {CURLE_FAILED_INIT, 0, 0, ""};
    char words[CURL_ERROR_SIZE] = "";
    ontknoop_outlive_hang_ups();
    CURL *curl = curl_easy_init();
    if (!curl) return result;
    struct curl_slist *headers = NULL;
    for (size_t i = 0; i < call->header_count; i++) headers = curl_slist_append(headers, call->headers[i]);
    answer to = {call->answer, 0, call->answer_room};
    curl_easy_setopt(curl, CURLOPT_URL, call->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, (const char *)call->data);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->length);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &to);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, call->timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    CURLcode code = curl_easy_perform(curl);
    result.code = (int)code;
    result.length = to.length;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.status);
    const char *said = words[0] ? words : curl_easy_strerror(code);
    strncpy(result.words, said, sizeof(result.words) - 1);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return result;
}
