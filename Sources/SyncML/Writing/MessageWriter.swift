import XMLStream

/// Writes the elements of a message; its extensions hold one group of elements each.
struct MessageWriter: ~Copyable {
    var xml: XMLWriter
    /// The default namespace in force, so that elements that are not known declare theirs only where it differs.
    var namespace: String?
    /// True inside a SyncBody that declares the prefix `msft`.
    var isMSFTDeclared = false

    let options: WritingOptions

    init(namespace: String?, options: WritingOptions) throws(XMLError) {
        xml = try XMLWriter()
        self.options = options
        self.namespace = namespace
    }

    mutating func bytes() -> [UInt8] { xml.bytes() }

    mutating func message(_ message: Message, declaresMSFT: Bool) {
        switch message.form {
        case .message:
            xml.start("SyncML", namespace: message.namespace)
            if let header = message.header { self.header(header) }
            body(message, namespace: nil, declaresMSFT: declaresMSFT)
            unknown(message.unknown)
            xml.end("SyncML")
        case .body: body(message, namespace: message.namespace, declaresMSFT: declaresMSFT)
        case .commands:
            // Without a root, each command carries the namespace itself, and each Data the declaration of msft.
            let namespace = message.namespace
            for command in message.commands { self.command(command, declaring: namespace) }
            if message.isFinal {
                xml.start("Final", namespace: namespace)
                xml.end("Final")
            }
            self.namespace = nil
            unknown(message.unknown)
        }
    }

    private mutating func body(_ message: Message, namespace: String?, declaresMSFT: Bool) {
        xml.start("SyncBody", namespace: namespace)
        if declaresMSFT { xml.attribute("xmlns:msft", SyncMLNamespace.msft) }
        isMSFTDeclared = declaresMSFT
        for command in message.commands { self.command(command, declaring: nil) }
        if message.isFinal { empty("Final") }
        isMSFTDeclared = false
        xml.end("SyncBody")
    }

    mutating func empty(_ name: String) {
        xml.start(name)
        xml.end(name)
    }

    mutating func leaf(_ name: String, _ text: String?) {
        if let text { xml.leaf(name, text) }
    }
}
