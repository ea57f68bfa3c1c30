import CLibXML2

/// The callbacks that are set; all others stay empty, which is also what keeps the parse fast.
///
/// No callback that finds or loads entities is set, so nothing can be expanded or fetched.
enum SAXHandler {
    static func make() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElementNs = {
            userData, local, prefix, namespace, namespaceCount, _, attributeCount, _, attributes in
            guard let builder = SAXHandler.builder(userData), let local else { return }
            builder.pointee.startElement(
                local: local, prefix: prefix, namespace: namespace, namespaceCount: Int(namespaceCount),
                attributeCount: Int(attributeCount), attributes: attributes)
        }
        handler.endElementNs = { userData, _, _, _ in
            SAXHandler.builder(userData)?.pointee.endElement()
        }
        handler.characters = { userData, bytes, count in
            guard let builder = SAXHandler.builder(userData), let bytes else { return }
            builder.pointee.characters(bytes, count: Int(count), isCDATA: false)
        }
        // libxml2 skips a test for blanks when both are the same function.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { userData, bytes, count in
            guard let builder = SAXHandler.builder(userData), let bytes else { return }
            builder.pointee.characters(bytes, count: Int(count), isCDATA: true)
        }
        handler.entityDecl = { userData, name, _, _, _, _ in
            SAXHandler.builder(userData)?.pointee.entityDeclaration(name)
        }
        handler.unparsedEntityDecl = { userData, name, _, _, _ in
            SAXHandler.builder(userData)?.pointee.entityDeclaration(name)
        }
        // A default is one value in the DTD and one more in every element: the same trap as an entity.
        handler.attributeDecl = { userData, _, name, _, _, value, enumeration in
            xmlFreeEnumeration(enumeration)
            if value != nil { SAXHandler.builder(userData)?.pointee.attributeDefault(name) }
        }
        handler.reference = { userData, name in
            SAXHandler.builder(userData)?.pointee.reference(name)
        }
        espalier_set_error_handler(&handler) { userData, error in
            guard let error else { return }
            SAXHandler.builder(userData)?.pointee.report(error)
        }
        return handler
    }

    @inline(__always)
    private static func builder(_ userData: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TapeBuilder>? {
        userData?.assumingMemoryBound(to: TapeBuilder.self)
    }
}
