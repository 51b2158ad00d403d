/* Front matter: the block of YAML that a draft starts with, and what its entries mean. */
#ifndef BV_READ_FRONT_H
#define BV_READ_FRONT_H

#include "base/yaml.h"
#include "read/reader.h"

/* Reads the front matter of document->source into document->front. Gives the line, from 1, on which the body starts; 0 when
 * the source does not start with front matter. */
uint32_t bv_read_front_matter(bv_reader *reader);
/* Fills document->front from its entries, whatever notation they came from. `complete`: whether entries that are missing
 * were really left out, and did not get lost in a mistake that is reported already. */
void bv_fill_front(bv_reader *reader, const bv_yaml *entries, bool complete);
/* Reads the YAML in that range of the source. What is wrong in it is reported, and all other entries are given. `complete`
 * receives whether nothing was wrong. */
const bv_yaml *bv_parse_entries(bv_reader *reader, bv_range range, bool *complete);

#endif
