/* What one draft may cost: processor time and memory (base/limits.def).
 *
 * Both hold for this process; a process that it starts begins with the same memory and without a limit on time. */
#ifndef BV_BASE_GUARD_H
#define BV_BASE_GUARD_H

/* From now on this process gets so much memory that is its own (BV_MOST_MEMORY) and no more; then it ends as
 * bv_on_out_of_memory says. Not under AddressSanitizer, which takes terabytes of addresses. */
void bv_guard_memory(void);

/* Called when the time is over, from a signal handler: it may call only what is safe there, and must not return. */
void bv_on_out_of_time(void (*handler)(void));
/* How many seconds of processor time a draft gets; BV_MOST_SECONDS until it is set. */
void bv_guard_set_seconds(unsigned seconds);
unsigned bv_guard_seconds(void);
/* The time of a draft, or of a message of an editor, begins. */
void bv_guard_begin(void);
/* No time is measured any more. */
void bv_guard_end(void);

#endif
