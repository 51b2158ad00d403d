/* The appendices of the court's version, all made from the draft. */
#ifndef BV_PUBLISH_APPENDICES_H
#define BV_PUBLISH_APPENDICES_H

#include "publish/publication.h"

/* Sources, diagnoses, old information, hoor en wederhoor, who says what about whom, timeline, account. */
void bv_publish_appendices(bv_publication *publication);

/* One appendix each; `section` has its title already. False: there is nothing in it, and it says so itself. */
void bv_appendix_matrix(bv_publication *publication, xmlNode *section);   /* matrix.c */
void bv_appendix_timeline(bv_publication *publication, xmlNode *section); /* timeline.c */
void bv_appendix_account(bv_publication *publication, xmlNode *section);  /* account.c */

#endif
