#include "http.h"

#include <curl/curl.h>
#include <string.h>

#include "ccurl.h"

typedef struct {
    const ontknoop_http_call *call;
    CURL *curl;
    size_t kept;
} answer;

static ontknoop_http_head head_of(CURL *curl) {
    ontknoop_http_head head = {0, NULL, 0};
    curl_off_t wait = 0;
    char *type = NULL;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &head.status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
    head.type = type;
    head.wait_seconds = (long)wait;
    return head;
}

static int tell(answer *to, const char *data, size_t length) {
    ontknoop_http_head head = head_of(to->curl);
    return to->call->take(to->call->user, &head, data, length);
}

/* Keeps what fits and lets the rest go by: no partner can fill our memory. */
static size_t keep(char *data, size_t size, size_t count, void *user) {
    answer *to = user;
    size_t all = size * count;
    size_t room = to->call->answer_room - to->kept;
    size_t part = room < all ? room : all;
    if (part) memcpy(to->call->answer + to->kept, data, part);
    to->kept += part;
    if (to->call->take && !tell(to, data, all)) return CURL_WRITEFUNC_ERROR;
    return all;
}

static int look(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    answer *to = user;
    (void)a, (void)b, (void)c, (void)d;
    return !to->call->listens(to->call->user);
}

static void set_up(answer *to, struct curl_slist *headers, char *words) {
    const ontknoop_http_call *call = to->call;
    CURL *curl = to->curl;
    curl_easy_setopt(curl, CURLOPT_URL, call->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, (const char *)call->data);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->length);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, to);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, call->timeout_milliseconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    if (!call->listens) return;
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, to);
}

ontknoop_http_result ontknoop_http(const ontknoop_http_call *call) {
    ontknoop_http_result result = {CURLE_FAILED_INIT, 0, 0, 0, ""};
    char words[CURL_ERROR_SIZE] = "";
    ontknoop_outlive_hang_ups();
    CURL *curl = curl_easy_init();
    if (!curl) return result;
    struct curl_slist *headers = NULL;
    for (size_t i = 0; i < call->header_count; i++) headers = curl_slist_append(headers, call->headers[i]);
    answer to = {call, curl, 0};
    set_up(&to, headers, words);
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK && call->take) tell(&to, NULL, 0);
    result.code = (int)code;
    result.too_slow = code == CURLE_OPERATION_TIMEDOUT;
    result.length = to.kept;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.status);
    const char *said = words[0] ? words : curl_easy_strerror(code);
    strncpy(result.words, said, sizeof(result.words) - 1);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return result;
}
