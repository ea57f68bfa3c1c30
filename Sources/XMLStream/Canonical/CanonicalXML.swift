import CLibXML2

/// The canonical form of a document or of a part of it: the bytes that an XML signature is over. Comments are left out.
public enum CanonicalXML {
    public enum Method: Hashable, Sendable {
        /// Canonical XML 1.0: every namespace that is in scope.
        case inclusive
        /// Exclusive XML Canonicalization 1.0: the namespaces that are used.
        case exclusive
    }

    /// What is written. A path goes from the root element down, one name for each level.
    public enum Part: Hashable, Sendable {
        case document
        case element([XMLName])
        /// The document without one element, as the transform for enveloped signatures has it.
        case without([XMLName])
    }

    /// Writes the canonical form.
    ///
    /// A path names one element or none: where a level has two children with the local name, in whatever case and
    /// namespace, there is no telling which of them another reader would take.
    ///
    /// - Returns: nil when the path names no element, or the last of its names is not exactly that.
    /// - Throws: what a parse throws; `notWellFormed` also for what has no canonical form, such as a relative namespace.
    public static func bytes(
        of document: [UInt8], _ part: Part = .document, method: Method, limits: XMLLimits = .standard
    ) throws(XMLError) -> [UInt8]? {
        // The tape's parse holds the document against the limits and refuses its entities; what is left is harmless.
        let source = try XMLTape(parsing: document, limits: limits).source
        let start = source.firstIndex { !Self.blanks.contains($0) } ?? source.startIndex
        let channel = espalier_silence()
        defer { espalier_restore(channel) }
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let parsed = source[start...].withUnsafeBytes { bytes in
            xmlReadMemory(
                bytes.bindMemory(to: CChar.self).baseAddress, Int32(truncatingIfNeeded: bytes.count), nil, "UTF-8",
                options)
        }
        guard let parsed else { throw noForm }
        defer { xmlFreeDoc(parsed) }
        var chosen = espalier_canonical_part(only: nil, without: nil)
        switch part {
        case .document: break
        case .element(let path):
            guard let element = element(path, in: parsed) else { return nil }
            chosen.only = element
        case .without(let path):
            guard let element = element(path, in: parsed) else { return nil }
            chosen.without = element
        }
        guard let output = xmlAllocOutputBuffer(nil) else {
            throw XMLError(code: .outOfMemory, position: .start, reason: "libxml2 could not make an output buffer")
        }
        defer { xmlOutputBufferClose(output) }
        guard espalier_canonicalize(parsed, chosen, method == .exclusive ? 1 : 0, output) >= 0 else { throw noForm }
        return Array(
            UnsafeBufferPointer(start: xmlOutputBufferGetContent(output), count: xmlOutputBufferGetSize(output)))
    }

    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0d]

    private static var noForm: XMLError {
        XMLError(
            code: .notWellFormed, position: .start,
            reason: "the document has no canonical form: it is not well-formed, or a namespace is relative")
    }

    private static func element(_ path: [XMLName], in document: xmlDocPtr) -> xmlNodePtr? {
        var parent: xmlNodePtr?
        for name in path {
            var found: xmlNodePtr?
            var next = parent == nil ? xmlDocGetRootElement(document) : parent?.pointee.children
            while let node = next {
                next = parent == nil ? nil : node.pointee.next
                guard node.pointee.type == XML_ELEMENT_NODE,
                    local(node.pointee.name).lowercased() == name.local.lowercased()
                else { continue }
                guard found == nil else { return nil }
                found = node
            }
            guard let found, local(found.pointee.name) == name.local,
                found.pointee.ns.map({ local($0.pointee.href) }) == name.namespace
            else { return nil }
            parent = found
        }
        return parent
    }

    private static func local(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }
}
