#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "imap_line.h"

int ontknoop_bell_make(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void ontknoop_bell_ring(int bell) {
    uint64_t one = 1;
    /* A bell that is full rings already. */
    if (write(bell, &one, sizeof(one)) < 0) return;
}

void ontknoop_bell_forget(int bell) { close(bell); }

static int rings(int bell) {
    struct pollfd waits = {bell, POLLIN, 0};
    return poll(&waits, 1, 0) > 0;
}

static int look(void *bell, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    (void)a, (void)b, (void)c, (void)d;
    return rings(*(int *)bell);
}

ontknoop_imap_result ontknoop_imap_enter(ontknoop_imap *line, const char *url, int bell) {
    curl_easy_setopt(line->curl, CURLOPT_URL, url);
    curl_easy_setopt(line->curl, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(line->curl, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(line->curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(line->curl, CURLOPT_XFERINFOFUNCTION, look);
    curl_easy_setopt(line->curl, CURLOPT_XFERINFODATA, &bell);
    ontknoop_imap_result result = ontknoop_imap_outcome(line, curl_easy_perform(line->curl));
    curl_easy_setopt(line->curl, CURLOPT_NOPROGRESS, 1L);
    return result;
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Until the line has something to give or to take. */
static int await_line(ontknoop_imap *line, short what, int64_t until, int bell) {
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(line->curl, CURLINFO_ACTIVESOCKET, &socket) || socket == CURL_SOCKET_BAD)
        return ontknoop_imap_gone;
    for (;;) {
        struct pollfd waits[2] = {{socket, what, 0}, {bell, POLLIN, 0}};
        int64_t left = until - now();
        if (left <= 0) return ontknoop_imap_time_over;
        int count = poll(waits, 2, left > 3600000 ? 3600000 : (int)left);
        if (count < 0 && errno != EINTR) return ontknoop_imap_gone;
        if (count > 0) return waits[1].revents ? ontknoop_imap_bell_rang : ontknoop_imap_heard;
    }
}

int ontknoop_imap_say(ontknoop_imap *line, const char *words, size_t length, long milliseconds, int bell) {
    int64_t until = now() + milliseconds;
    while (length > 0) {
        size_t said = 0;
        CURLcode code = curl_easy_send(line->curl, words, length, &said);
        if (code == CURLE_AGAIN) {
            int outcome = await_line(line, POLLOUT, until, bell);
            if (outcome != ontknoop_imap_heard) return outcome;
        } else if (code != CURLE_OK) {
            return ontknoop_imap_gone;
        }
        words += said;
        length -= said;
    }
    return ontknoop_imap_heard;
}

int ontknoop_imap_hear(
    ontknoop_imap *line, char *buffer, size_t room, size_t *length, long milliseconds, int bell) {
    int64_t until = now() + milliseconds;
    for (;;) {
        /* Asked first: what TLS has unpacked already does not show at the socket. */
        CURLcode code = curl_easy_recv(line->curl, buffer, room, length);
        if (code == CURLE_OK) return *length > 0 ? ontknoop_imap_heard : ontknoop_imap_gone;
        if (code != CURLE_AGAIN) return ontknoop_imap_gone;
        int outcome = await_line(line, POLLIN, until, bell);
        if (outcome != ontknoop_imap_heard) return outcome;
    }
}
