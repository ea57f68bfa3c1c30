import XMLStream

/// A message in WBXML, and what of it WBXML cannot carry.
public struct WBXMLEncoding: Sendable {
    public var bytes: [UInt8]
    /// Attributes and namespaces that were left out, each told once, in document order; rule `wbxml.lost`.
    public var losses: [Finding]
}

/// Why a message cannot be written as WBXML. The message is well-formed; it only is not one document.
public struct WBXMLEncodingError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// A WBXML document has one root. These are commands without one.
        case noSingleRoot(elements: Int)
    }

    public var code: Code
    /// The first element, where it is known.
    public var position: XMLPosition
    /// One sentence.
    public var message: String
    public var hint: String

    static func noSingleRoot(_ elements: Int, at position: XMLPosition) -> WBXMLEncodingError {
        WBXMLEncodingError(
            code: .noSingleRoot(elements: elements), position: position,
            message: "Found \(elements == 0 ? "no element" : "\(elements) elements without a root"); "
                + "a WBXML document has one root.",
            hint: "Put them into a SyncBody.")
    }
}

extension Message {
    /// Writes the message as WBXML (oma-dm.md 5): children in the order of the DTD, strings in line.
    ///
    /// Data with Format `bin` is written as the octets of its Base64; other Data as a string, or as OPAQUE when it holds
    /// markup or NUL; a TNDS object with Format `xml` as a WBXML document inside Data, when it reads back the same.
    /// Attributes are lost, `msft:originalerror` too, and so is any namespace but those of the code pages:
    /// `wbxmlEncoding` tells.
    ///
    /// - Throws: `WBXMLEncodingError` for commands without a root, unless it is one alone.
    public func wbxml(version: WBXMLVersion = .v13) throws(WBXMLEncodingError) -> [UInt8] {
        try wbxmlEncoding(version: version).bytes
    }

    /// As `wbxml`, with what was left out.
    public func wbxmlEncoding(version: WBXMLVersion = .v13) throws(WBXMLEncodingError) -> WBXMLEncoding {
        if form == .commands {
            let count = commands.count + unknown.count + (isFinal ? 1 : 0)
            guard count == 1 else {
                let place = commands.first?.origin ?? unknown.first?.origin
                throw .noSingleRoot(count, at: place?.position ?? .start)
            }
        }
        var writer = WBXMLMessageWriter(namespace: namespace, version: version)
        writer.message(self)
        return WBXMLEncoding(bytes: writer.bytes(), losses: writer.losses.findings)
    }
}
