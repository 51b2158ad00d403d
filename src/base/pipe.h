/* Messages between processes of ours, over pipes. */
#ifndef BV_BASE_PIPE_H
#define BV_BASE_PIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A process of ours, and the ways to it and from it. */
typedef struct bv_helper {
  pid_t pid;
  int to, from; /* for writing and for reading; -1: there is none */
} bv_helper;

/* Forks a process that is reached over two pipes: 0 in it, its number here, -1 with errno when there can be none. Both ways
 * end with either process. */
pid_t bv_helper_start(bv_helper *helper);
/* Closes the ways, which makes it end; waits for that and gives its status as waitpid does. */
int bv_helper_end(bv_helper *helper);
/* Ends the forked process that calls it, at once: what waits in buffers and for an exit is its parent's. */
_Noreturn void bv_helper_leave(int status);

/* Sends all bytes, or gives false when nobody takes them any more: without SIGPIPE. */
bool bv_pipe_send(int to, const void *bytes, size_t length);
/* Waits for so many bytes; false when the other end is gone before that. */
bool bv_pipe_receive(int from, void *bytes, size_t length);

#endif
