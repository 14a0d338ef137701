#include "http.h"

#include <curl/curl.h>
#include <string.h>

#include "ccurl.h"

typedef struct {
    const ontknoop_http_call *call;
    CURL *curl;
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

static size_t pass(char *data, size_t size, size_t count, void *user) {
    return tell(user, data, size * count) ? size * count : CURL_WRITEFUNC_ERROR;
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
    if (!call->is_get) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call->length ? (const char *)call->data : "");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)call->length);
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, pass);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, to);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, call->timeout_milliseconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, to);
}

ontknoop_http_result ontknoop_http(const ontknoop_http_call *call) {
    ontknoop_http_result result = {CURLE_FAILED_INIT, 0, ""};
    char words[CURL_ERROR_SIZE] = "";
    ontknoop_outlive_hang_ups();
    CURL *curl = curl_easy_init();
    if (!curl) return result;
    struct curl_slist *headers = NULL;
    for (size_t i = 0; i < call->header_count; i++) headers = curl_slist_append(headers, call->headers[i]);
    answer to = {call, curl};
    set_up(&to, headers, words);
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK) tell(&to, NULL, 0);
    result.code = (int)code;
    result.too_slow = code == CURLE_OPERATION_TIMEDOUT;
    const char *said = words[0] ? words : curl_easy_strerror(code);
    strncpy(result.words, said, sizeof(result.words) - 1);
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return result;
}
