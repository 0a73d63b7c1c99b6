#ifndef CMATRIX_H
#define CMATRIX_H
/// Name of the kernel that this processor gets: "avx2" or "plain".
const char *cmatrix_kernel_name(void);
#endif
