#include "CTwin.h"

#include <libxml/xmlIO.h>
#include <libxml/xmlwriter.h>
#include <string.h>

size_t ctwin_write_text_writer(const ctwin_step *steps, size_t count) {
    xmlBufferPtr buffer = xmlBufferCreate();
    if (buffer == NULL) return 0;
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    if (writer == NULL) {
        xmlBufferFree(buffer);
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        const xmlChar *string = (const xmlChar *)steps[i].string;
        switch (steps[i].kind) {
        case CTWIN_START: xmlTextWriterStartElement(writer, string); break;
        case CTWIN_NAMESPACE: xmlTextWriterWriteAttribute(writer, (const xmlChar *)"xmlns", string); break;
        case CTWIN_TEXT: xmlTextWriterWriteString(writer, string); break;
        case CTWIN_END: xmlTextWriterEndElement(writer); break;
        }
    }
    xmlFreeTextWriter(writer);
    size_t written = (size_t)xmlBufferLength(buffer);
    xmlBufferFree(buffer);
    return written;
}

static void put(xmlOutputBufferPtr output, const char *bytes, size_t count) {
    if (count > 0) xmlOutputBufferWrite(output, (int)count, bytes);
}

static void put_escaped(xmlOutputBufferPtr output, const char *bytes, size_t count, int in_attribute) {
    size_t clean = 0;
    for (size_t i = 0; i < count; i++) {
        const char *replacement;
        switch (bytes[i]) {
        case '&': replacement = "&amp;"; break;
        case '<': replacement = "&lt;"; break;
        case '>': replacement = "&gt;"; break;
        case '"':
            if (!in_attribute) continue;
            replacement = "&quot;";
            break;
        case '\r': replacement = "&#13;"; break;
        default: continue;
        }
        put(output, bytes + clean, i - clean);
        put(output, replacement, strlen(replacement));
        clean = i + 1;
    }
    put(output, bytes + clean, count - clean);
}

size_t ctwin_write_output_buffer(const ctwin_step *steps, size_t count) {
    xmlOutputBufferPtr output = xmlAllocOutputBuffer(NULL);
    if (output == NULL) return 0;
    // Names of the open elements; a message is less than 64 deep.
    const ctwin_step *open[64];
    int depth = 0, tag_is_open = 0;
    for (size_t i = 0; i < count; i++) {
        const ctwin_step *step = &steps[i];
        if (tag_is_open && step->kind != CTWIN_NAMESPACE && step->kind != CTWIN_END) {
            put(output, ">", 1);
            tag_is_open = 0;
        }
        switch (step->kind) {
        case CTWIN_START:
            if (depth == 64) break;
            put(output, "<", 1);
            put(output, step->string, step->count);
            open[depth++] = step;
            tag_is_open = 1;
            break;
        case CTWIN_NAMESPACE:
            put(output, " xmlns=\"", 8);
            put_escaped(output, step->string, step->count, 1);
            put(output, "\"", 1);
            break;
        case CTWIN_TEXT: put_escaped(output, step->string, step->count, 0); break;
        case CTWIN_END:
            if (depth == 0) break;
            depth--;
            if (tag_is_open) {
                put(output, "/>", 2);
                tag_is_open = 0;
            } else {
                put(output, "</", 2);
                put(output, open[depth]->string, open[depth]->count);
                put(output, ">", 1);
            }
            break;
        }
    }
    size_t written = xmlOutputBufferGetSize(output);
    xmlOutputBufferClose(output);
    return written;
}
