#ifndef ONTKNOOP_CSTACK_H
#define ONTKNOOP_CSTACK_H

#include <stddef.h>
#include <stdint.h>

/* The lowest address of the stack of the thread that asks. */
uintptr_t ontknoop_stack_lowest(void);

/* Does the work on a thread of its own with a stack of so many bytes, and waits for it; 0 when there is none to be had. */
int ontknoop_on_stack(size_t bytes, void (*work)(void *with), void *with);

/* What the thread at work is letting go of; NULL when it lets go of nothing. */
void *ontknoop_farewell_row(void);
void ontknoop_set_farewell_row(void *given);

#endif
