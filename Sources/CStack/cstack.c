#define _GNU_SOURCE
#include "cstack.h"

#include <pthread.h>

/* Asked of the system once: for a program's first thread that means reading a file. */
static __thread uintptr_t lowest;

uintptr_t ontknoop_stack_lowest(void) {
    if (lowest) return lowest;
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    pthread_attr_t attributes;
    void *start = NULL;
    size_t size = 0;
    /* What is not known is taken to be short. */
    lowest = here - (128 << 10);
    if (pthread_getattr_np(pthread_self(), &attributes)) return lowest;
    if (!pthread_attr_getstack(&attributes, &start, &size)) lowest = (uintptr_t)start;
    pthread_attr_destroy(&attributes);
    return lowest;
}

static __thread void *row;

void *ontknoop_farewell_row(void) { return row; }

void ontknoop_set_farewell_row(void *given) { row = given; }

typedef struct {
    void (*work)(void *with);
    void *with;
} errand;

static void *run(void *given) {
    errand *one = given;
    one->work(one->with);
    return NULL;
}

int ontknoop_on_stack(size_t bytes, void (*work)(void *with), void *with) {
    errand one = {work, with};
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes)) return 0;
    int refused = pthread_attr_setstacksize(&attributes, bytes) || pthread_create(&thread, &attributes, run, &one);
    pthread_attr_destroy(&attributes);
    return !refused && !pthread_join(thread, NULL);
}
