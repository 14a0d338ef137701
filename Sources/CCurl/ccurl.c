#include "ccurl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>

typedef struct {
    const unsigned char *data;
    size_t left;
} source;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) {
    signal(SIGPIPE, SIG_IGN);
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

void ontknoop_outlive_hang_ups(void) { pthread_once(&once, start); }

static size_t give(char *buffer, size_t size, size_t count, void *user) {
    source *from = user;
    size_t room = size * count;
    size_t part = from->left < room ? from->left : room;
    memcpy(buffer, from->data, part);
    from->data += part;
    from->left -= part;
    return part;
}

static void set_up(CURL *curl, const ontknoop_outgoing_mail *mail, source *from, struct curl_slist *to, char *words) {
    curl_easy_setopt(curl, CURLOPT_URL, mail->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(mail->require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, mail->from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, from);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, mail->timeout_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    if (mail->user) curl_easy_setopt(curl, CURLOPT_USERNAME, mail->user);
    if (mail->password) curl_easy_setopt(curl, CURLOPT_PASSWORD, mail->password);
    if (mail->ca_file) curl_easy_setopt(curl, CURLOPT_CAINFO, mail->ca_file);
}

ontknoop_mail_result ontknoop_send_mail(const ontknoop_outgoing_mail *mail) {
    ontknoop_mail_result result = {CURLE_FAILED_INIT, 0, ""};
    char words[CURL_ERROR_SIZE] = "";
    ontknoop_outlive_hang_ups();
    CURL *curl = curl_easy_init();
    if (!curl) return result;
    struct curl_slist *to = NULL;
    for (size_t i = 0; i < mail->recipient_count; i++) to = curl_slist_append(to, mail->recipients[i]);
    source from = {mail->data, mail->length};
    set_up(curl, mail, &from, to, words);
    CURLcode code = curl_easy_perform(curl);
    result.code = (int)code;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.reply);
    const char *said = words[0] ? words : curl_easy_strerror(code);
    strncpy(result.words, said, sizeof(result.words) - 1);
    curl_slist_free_all(to);
    curl_easy_cleanup(curl);
    return result;
}
