// What Swift cannot say about libxml2 by itself: function pointers whose type changed between releases, macros, and
// reads of the parser's input that must be cheap enough to happen at every tag.

#ifndef ESPALIER_CLIBXML2_SHIM_H
#define ESPALIER_CLIBXML2_SHIM_H

#include <libxml/c14n.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <string.h>

// libxml2 2.12 made the error argument const. One spelling for us, one cast here.
typedef void (*espalier_error_handler)(void *userData, const xmlError *error);

static inline void espalier_set_error_handler(xmlSAXHandler *sax, espalier_error_handler handler) {
    sax->initialized = XML_SAX2_MAGIC;
    sax->serror = (xmlStructuredErrorFunc)handler;
}

// libxml2 reports what it cannot tie to a parser (an allocation that failed, a conversion) to a handler of the calling
// thread, and that one prints to standard error unless it was set. This pair sets a silent one and puts the old one back.
typedef struct {
    xmlStructuredErrorFunc handler;
    void *context;
} espalier_error_channel;

static inline void espalier_ignore_error(void *context, const xmlError *error) {
    (void)context;
    (void)error;
}

static inline espalier_error_channel espalier_silence(void) {
    espalier_error_channel old = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)espalier_ignore_error);
    return old;
}

static inline void espalier_restore(espalier_error_channel old) { xmlSetStructuredErrorFunc(old.context, old.handler); }

// Frees a parser. An entity declaration makes libxml2 keep a document of its own beside the parser, which
// xmlFreeParserCtxt leaves alone when the parse was stopped there.
static inline void espalier_free_parser(xmlParserCtxtPtr context) {
    if (context->myDoc != NULL) {
        xmlFreeDoc(context->myDoc);
        context->myDoc = NULL;
    }
    xmlFreeParserCtxt(context);
}

// Bytes of the document that lie before the parser's current position. `consumed` counts what was shrunk away.
static inline size_t espalier_byte_offset(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    return (size_t)input->consumed + (size_t)(input->cur - input->base);
}

// Both C libraries of Linux have this function, and tell of it only when asked for their extensions.
#ifdef __linux__
void *memrchr(const void *bytes, int byte, size_t count);
#endif

// How many bytes from the last `byte` in a block of memory to the block's end, `count` when there is none.
static inline size_t espalier_distance_from_last(const unsigned char *bytes, unsigned char byte, size_t count) {
#ifdef __linux__
    const unsigned char *found = (const unsigned char *)memrchr(bytes, byte, count);
    return found == NULL ? count : (size_t)(bytes + count - found);
#else
    for (size_t i = count; i > 0; i--)
        if (bytes[i - 1] == byte) return count - (i - 1);
    return count;
#endif
}

// Bytes from the last `mark` before the current position up to that position; all there are when there is none.
static inline size_t espalier_distance_to(xmlParserCtxtPtr context, xmlChar mark) {
    const xmlChar *base = context->input->base;
    return espalier_distance_from_last(base, mark, (size_t)(context->input->cur - base));
}

// Bytes from the '<' of the tag that a start or end callback reports up to the current position. `guess` is the length
// of the shortest such tag. No '<' but the first stands in a tag, so one that is `guess` bytes back is that first one.
static inline size_t espalier_tag_length(xmlParserCtxtPtr context, size_t guess) {
    const xmlChar *cur = context->input->cur;
    if ((size_t)(cur - context->input->base) >= guess && cur[-(ptrdiff_t)guess] == '<') return guess;
    return espalier_distance_to(context, '<');
}

// Bytes from the current position to the end of a start tag: 1 for ">", 2 for "/>".
static inline size_t espalier_tag_remainder(xmlParserCtxtPtr context) {
    return context->input->cur[0] == '/' ? 2 : 1;
}

// True when an error is about a character reference; its code is that of a forbidden character anywhere.
static inline int espalier_is_character_reference(const xmlError *error) {
    return error->message != NULL && strstr(error->message, "CharRef") != NULL;
}

// The byte before the current position, 0 at the start.
static inline xmlChar espalier_previous_byte(xmlParserCtxtPtr context) {
    return context->input->cur > context->input->base ? context->input->cur[-1] : 0;
}

// The index of the first `byte` in a block of memory, `count` when there is none.
static inline size_t espalier_index_of(const void *bytes, int byte, size_t count) {
    const void *found = count == 0 ? NULL : memchr(bytes, byte, count);
    return found == NULL ? count : (size_t)((const char *)found - (const char *)bytes);
}

// How many line breaks and how many characters begin in at most 128 bytes of UTF-8; continuation bytes belong to the
// character before them. Written, as is the next, so that a compiler turns it into vector instructions; most calls are for
// exactly 128 bytes, which needs no loop at all.
static inline void espalier_count_lines(
    const unsigned char *bytes, size_t count, unsigned char *breaks, unsigned char *characters) {
    unsigned char found_breaks = 0, found_characters = 0;
    if (count == 128) {
        for (size_t i = 0; i < 128; i++) {
            found_breaks += bytes[i] == '\n';
            found_characters += (signed char)bytes[i] >= -64;
        }
    } else {
        for (size_t i = 0; i < count; i++) {
            found_breaks += bytes[i] == '\n';
            found_characters += (signed char)bytes[i] >= -64;
        }
    }
    *breaks = found_breaks;
    *characters = found_characters;
}

// How often `byte` occurs in a block of memory.
static inline size_t espalier_count_of(const unsigned char *bytes, unsigned char byte, size_t count) {
    size_t total = 0;
    while (count > 0) {
        size_t part = count < 255 ? count : 255;
        unsigned char found = 0;
        for (size_t i = 0; i < part; i++) found += bytes[i] == byte;
        total += found;
        bytes += part;
        count -= part;
    }
    return total;
}

// What of a document is written in canonical form: all inside of `only` (everything when NULL), without what is inside of
// `without`.
typedef struct {
    xmlNodePtr only;
    xmlNodePtr without;
} espalier_canonical_part;

// libxml2 asks for each element, text, attribute and namespace declaration; the last is no node with a parent of its own.
static inline int espalier_is_in_part(void *context, xmlNodePtr node, xmlNodePtr parent) {
    const espalier_canonical_part *part = (const espalier_canonical_part *)context;
    int inside = part->only == NULL;
    if (node == NULL || node->type == XML_NAMESPACE_DECL) node = parent;
    for (; node != NULL; node = node->parent) {
        if (node == part->without) return 0;
        if (node == part->only) inside = 1;
    }
    return inside;
}

static inline int espalier_canonicalize(
    xmlDocPtr document, espalier_canonical_part part, int exclusive, xmlOutputBufferPtr output) {
    return xmlC14NExecute(
        document, espalier_is_in_part, &part, exclusive ? XML_C14N_EXCLUSIVE_1_0 : XML_C14N_1_0, NULL, 0, output);
}

#endif
