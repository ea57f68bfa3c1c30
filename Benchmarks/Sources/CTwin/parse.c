#include "CTwin.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

static void start(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **declared, int attributes, int defaulted, const xmlChar **values) {
    (void)data, (void)local, (void)prefix, (void)uri, (void)namespaces;
    (void)declared, (void)attributes, (void)defaulted, (void)values;
}

static void end(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)data, (void)local, (void)prefix, (void)uri;
}

static void characters(void *data, const xmlChar *bytes, int count) { (void)data, (void)bytes, (void)count; }

int ctwin_parse(const char *bytes, size_t count) {
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, (int)count);
    if (context == NULL) return 0;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    memset(context->sax, 0, sizeof(xmlSAXHandler));
    context->sax->initialized = XML_SAX2_MAGIC;
    context->sax->startElementNs = start;
    context->sax->endElementNs = end;
    context->sax->characters = characters;
    context->sax->ignorableWhitespace = characters;
    context->sax->cdataBlock = characters;
    xmlParseDocument(context);
    int good = context->wellFormed;
    xmlFreeParserCtxt(context);
    return good;
}
