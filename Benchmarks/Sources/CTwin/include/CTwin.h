// The other side of each comparison, in C, so that what is measured is libxml2 and not a Swift wrapper of it.

#ifndef ESPALIER_CTWIN_H
#define ESPALIER_CTWIN_H

#include <stddef.h>

// Parses with libxml2's SAX2 interface, the options of XMLStream and handlers that do nothing. A context is made and freed
// for each call, as XMLStream does. Gives 1 when the document is well-formed.
int ctwin_parse(const char *bytes, size_t count);

typedef enum { CTWIN_START, CTWIN_NAMESPACE, CTWIN_TEXT, CTWIN_END } ctwin_kind;

// One step of writing a document.
typedef struct {
    ctwin_kind kind;
    // The element's name, the namespace or the text, with a NUL at its end.
    const char *string;
    size_t count;
} ctwin_step;

// Writes the steps with xmlTextWriter into an xmlBuffer; gives the number of bytes written, 0 when it failed.
size_t ctwin_write_text_writer(const ctwin_step *steps, size_t count);

// The same with xmlOutputBuffer and an escaping of our own.
size_t ctwin_write_output_buffer(const ctwin_step *steps, size_t count);

// Bytes of the heap in use, 0 where the C library does not tell.
size_t ctwin_heap_in_use(void);

// What this process has asked of the heap since it began: bytes, and calls. 0 where ctwin_counts_allocations gives 0.
int ctwin_counts_allocations(void);
size_t ctwin_allocated_bytes(void);
size_t ctwin_allocations(void);

#endif
