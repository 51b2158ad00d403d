#!/bin/sh
# Prints a C file that holds the data files named on the command line as byte arrays, with the table that
# src/base/asset.h looks them up in. First argument: the source directory, cut off from the names.
set -eu
srcdir=$1
shift
printf '/* Made by build-aux/embed.sh. */\n#include "base/asset.h"\n'
n=0
for file in "$@"; do
  path=$file
  [ -f "$path" ] || path=$srcdir/$file
  printf 'static const unsigned char asset_%d[] = {\n' "$n"
  od -An -v -tx1 "$path" | sed 's/ \([0-9a-f][0-9a-f]\)/0x\1,/g'
  printf '0};\n'
  n=$((n + 1))
done
printf 'const bv_asset bv_assets[] = {\n'
n=0
for file in "$@"; do
  printf '  {"%s", (const char *)asset_%d, sizeof asset_%d - 1},\n' "${file#"$srcdir"/}" "$n" "$n"
  n=$((n + 1))
done
printf '};\nconst size_t bv_asset_count = %d;\n' "$n"
