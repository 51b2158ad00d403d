/* What faults.c and the tests that use it share. */
#ifndef BV_TESTS_FAULTS_H
#define BV_TESTS_FAULTS_H

#include <stdatomic.h>

/* What can go wrong, by name and with what the caller is told. Kinds that several functions of the C library make up count
 * as one. */
#define BV_FAULT_KINDS(KIND)                                                                                          \
  KIND(memory, ENOMEM)                                                                                               \
  KIND(open, EMFILE)                                                                                                 \
  KIND(make, ENOSPC)                                                                                                 \
  KIND(look, EACCES)                                                                                                 \
  KIND(read, EIO)                                                                                                    \
  KIND(write, ENOSPC)                                                                                                \
  KIND(sync, EIO)                                                                                                    \
  KIND(rename, EIO)                                                                                                  \
  KIND(close, EIO)                                                                                                   \
  KIND(mode, EPERM)                                                                                                  \
  KIND(remove, EACCES)                                                                                               \
  KIND(fork, EAGAIN)                                                                                                 \
  KIND(pipe, EMFILE)                                                                                                 \
  KIND(dup, EMFILE)                                                                                                  \
  KIND(wait, EINTR)

#define BV_FAULT_NAME(name, number) BV_FAULT_##name,
typedef enum bv_fault_kind { BV_FAULT_KINDS(BV_FAULT_NAME) BV_FAULT_COUNT } bv_fault_kind;
#undef BV_FAULT_NAME

/* The status with which a process ends when an allocation fails: the contract's 3. */
enum { BV_FAULT_END = 3 };

/* In the file that BV_FAULT_COUNTS names, shared by a program and the processes it forks. */
typedef struct bv_fault_counts {
  atomic_uint calls[BV_FAULT_COUNT], struck;
  atomic_uint wrong; /* of a try of each call: those that did not end with BV_FAULT_END */
} bv_fault_counts;

#endif
