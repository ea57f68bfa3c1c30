#include "CTwin.h"

#include <stdlib.h>

// Counts what is asked of the heap, by standing in front of the C library's allocator. Where that cannot be done,
// ctwin_counts_allocations says so. Not safe for threads: the measurements run on one.

#if defined(__GLIBC__)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static size_t bytes;
static size_t calls;

static void count(size_t size) {
    bytes += size;
    calls += 1;
}

void *malloc(size_t size) {
    count(size);
    return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
    count(items * size);
    return __libc_calloc(items, size);
}

void *realloc(void *old, size_t size) {
    count(size);
    return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    count(size);
    *result = __libc_memalign(alignment, size);
    return *result ? 0 : 12;
}

int ctwin_counts_allocations(void) { return 1; }
size_t ctwin_allocated_bytes(void) { return bytes; }
size_t ctwin_allocations(void) { return calls; }

#else

int ctwin_counts_allocations(void) { return 0; }
size_t ctwin_allocated_bytes(void) { return 0; }
size_t ctwin_allocations(void) { return 0; }

#endif
