// What Swift cannot say about libxml2 by itself: function pointers whose type changed between releases, macros, and
// reads of the parser's input that must be cheap enough to happen at every tag.

#ifndef ESPALIER_CLIBXML2_SHIM_H
#define ESPALIER_CLIBXML2_SHIM_H

#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// libxml2 2.12 made the error argument const. One spelling for us, one cast here.
typedef void (*espalier_error_handler)(void *userData, const xmlError *error);

static inline void espalier_set_error_handler(xmlSAXHandler *sax, espalier_error_handler handler) {
    sax->initialized = XML_SAX2_MAGIC;
    sax->serror = (xmlStructuredErrorFunc)handler;
}

// Bytes of the document that lie before the parser's current position. `consumed` counts what was shrunk away.
static inline size_t espalier_byte_offset(xmlParserCtxtPtr context) {
    xmlParserInputPtr input = context->input;
    return (size_t)input->consumed + (size_t)(input->cur - input->base);
}

// Bytes from the last '<' before the current position up to that position. A tag holds no other '<', so this is the
// tag that a start or end callback reports.
static inline size_t espalier_tag_length(xmlParserCtxtPtr context) {
    const xmlChar *cur = context->input->cur;
    const xmlChar *base = context->input->base;
    const xmlChar *p = cur;
    while (p > base) {
        p--;
        if (*p == '<') break;
    }
    return (size_t)(cur - p);
}

// Bytes from the current position to the end of a start tag: 1 for ">", 2 for "/>".
static inline size_t espalier_tag_remainder(xmlParserCtxtPtr context) {
    return context->input->cur[0] == '/' ? 2 : 1;
}

static inline void espalier_free(void *memory) { xmlFree(memory); }

#endif
