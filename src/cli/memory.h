/* Memory that runs out ends the program, whoever asked for it: nothing that is loaded ever gets NULL. */
#ifndef BV_CLI_MEMORY_H
#define BV_CLI_MEMORY_H

/* From here on a lack of memory ends this process with BV_EXIT_UNREADABLE, nothing of it left behind, after a message. */
void bv_memory_guard(void);
/* The same without a message: for a process of ours whose parent says what became of it. */
void bv_memory_guard_in_silence(void);

#endif
