#include "CTwin.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

size_t ctwin_heap_in_use(void) { return mallinfo2().uordblks + mallinfo2().hblkhd; }
#else
size_t ctwin_heap_in_use(void) { return 0; }
#endif
