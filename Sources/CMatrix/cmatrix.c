#include "cmatrix.h"
const char *cmatrix_kernel_name(void) { return "plain"; }
