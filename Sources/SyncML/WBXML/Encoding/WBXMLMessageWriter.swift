import XMLStream

/// Writes the elements of a message as tokens; its extensions hold one group of elements each.
struct WBXMLMessageWriter {
    let type: WBXMLDocumentType
    let version: WBXMLVersion
    var tokens = WBXMLWriter()
    var losses = WBXMLLosses()

    init(namespace: String?, version: WBXMLVersion) {
        type = WBXMLDocumentType(namespace: namespace)
        self.version = version
        if let namespace, namespace != type.namespace { losses.namespace(namespace, .none) }
    }

    func bytes() -> [UInt8] { tokens.document(type, version: version) }

    mutating func message(_ message: Message) {
        switch message.form {
        case .message:
            element("SyncML") {
                if let header = message.header { $0.header(header) }
                $0.body(message)
                $0.unknown(message.unknown)
            }
        case .body: body(message)
        case .commands:
            for command in message.commands { self.command(command) }
            if message.isFinal { empty("Final") }
            unknown(message.unknown)
        }
    }

    private mutating func body(_ message: Message) {
        element("SyncBody") {
            for command in message.commands { $0.command(command) }
            if message.isFinal { $0.empty("Final") }
        }
    }

    private mutating func header(_ header: SyncHdr) {
        element("SyncHdr") {
            $0.leaf("VerDTD", header.verDTD)
            $0.leaf("VerProto", header.verProto)
            $0.leaf("SessionID", header.sessionID)
            $0.leaf("MsgID", header.msgID)
            $0.location("Target", header.target)
            $0.location("Source", header.source)
            $0.leaf("RespURI", header.respURI)
            if header.noResp { $0.empty("NoResp") }
            $0.cred(header.cred, header.origin)
            $0.meta(header.meta)
            $0.unknown(header.unknown)
        }
    }

    // MARK: - Steps

    /// An element of SyncML or metinf with what `content` writes inside.
    mutating func element(_ name: String, _ content: (inout WBXMLMessageWriter) -> Void) {
        guard let tag = WBXMLTag(message: name) else { return }
        tokens.start(tag)
        content(&self)
        tokens.end()
    }

    mutating func empty(_ name: String) { element(name) { _ in } }

    mutating func leaf(_ name: String, _ text: String?) {
        guard let text else { return }
        element(name) { $0.text(text) }
    }

    /// Text outside of Data, where OPAQUE has no business; characters that XML cannot carry become U+FFFD, as in XML.
    mutating func text(_ text: String) {
        if WBXMLText.fault(Array(text.utf8)[...]) == nil {
            tokens.string(text)
        } else {
            var clean = String.UnicodeScalarView()
            for scalar in text.unicodeScalars { clean.append(WBXMLText.isAllowed(scalar) ? scalar : "\u{FFFD}") }
            tokens.string(String(clean))
        }
    }

    /// Elements that DM does not define; a name that no code page has becomes a literal.
    mutating func unknown(_ elements: [UnknownElement]) {
        for element in elements { unknown(element) }
    }

    mutating func unknown(_ element: UnknownElement) {
        let name = element.name
        let page: UInt8
        if let tag = WBXMLTag(name) {
            page = tag.page
            tokens.start(tag)
        } else {
            switch name.namespace {
            case SyncMLNamespace.metinf: page = WBXMLCodePage.metInf.number
            case SyncMLNamespace.dmddf: page = WBXMLCodePage.ddf.number
            default: page = WBXMLCodePage.syncML.number
            }
            tokens.start(literal: name.local, page: page)
        }
        let implied = page == 0 ? type.namespace : WBXMLCodePage.page(page)?.namespace
        if let namespace = name.namespace, namespace != implied { losses.namespace(namespace, element.origin) }
        for attribute in element.attributes { losses.attribute(attribute.name.local, on: name.local, element.origin) }
        for node in element.content {
            switch node {
            case .element(let child): unknown(child)
            case .text(let text): self.text(text)
            }
        }
        tokens.end()
    }
}
