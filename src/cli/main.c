#include "bronvast.h"

int main(void) { return bv_version() == NULL; }
