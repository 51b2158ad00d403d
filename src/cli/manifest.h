/* Keeping the manifest of a draft while its versions are made. */
#ifndef BV_CLI_MANIFEST_H
#define BV_CLI_MANIFEST_H

#include <libxml/tree.h>

#include "publish/publish.h"
#include "write/manifest.h"

/* A version that was made. */
typedef struct bv_manifest_job {
  const char *path;   /* of the manifest */
  const char *draft;  /* path of the draft, or "-" */
  const char *output; /* path of the version */
  const char *form;   /* "html", … */
  const bv_publish_options *options;
} bv_manifest_job;

/* Reads a manifest. NULL with a Dutch sentence in `error`, and errno ENOENT when there is none. */
bv_manifest *bv_manifest_open(bv_arena *arena, const char *path, const char **error);
/* Before anything is written: whether the manifest can be kept at its path; else BV_EXIT_…, after a message. */
int bv_manifest_ready(const bv_manifest_job *job);
/* Adds the version, which consists of these bytes and has been written, to the manifest, which is made when it is
 * not there. Versions that it names and that are of another draft stay in it, as such: verify tells them apart,
 * and here the user is told. BV_EXIT_FINE, or another status after a message. */
int bv_manifest_keep(const bv_manifest_job *job, const bv_document *document, const xmlDoc *published, const char *bytes,
                     size_t length);

#endif
