import SwiftASN1

/// A node of a document and the path to it, so that a fault can say where it stands.
struct DERNode {
    let node: ASN1Node
    let place: String

    /// The rules of encoding that a document is read by.
    enum Rules {
        case der
        /// Also lengths that are not laid down and other freedoms of BER.
        case ber
    }

    /// - Parameters:
    ///   - limit: the most bytes that are looked at.
    ///   - place: the name of the document.
    static func parse(
        _ bytes: some Sequence<UInt8>, _ place: String, limit: Int, rules: Rules = .der
    ) throws(IdentityFault) -> DERNode {
        let bytes = Array(bytes)
        guard bytes.count <= limit else { throw .tooLarge(bytes.count, limit, at: place) }
        do {
            switch rules {
            case .der: return DERNode(node: try DER.parse(bytes), place: place)
            case .ber: return DERNode(node: try BER.parse(bytes), place: place)
            }
        } catch {
            throw .malformed(at: place)
        }
    }

    /// Identifier, length and content.
    var bytes: [UInt8] { Array(node.encodedBytes) }

    /// The children of a sequence, or of what `identifier` says.
    func fields(_ identifier: ASN1Identifier = .sequence) throws(IdentityFault) -> DERFields {
        guard node.identifier == identifier, case .constructed(let nodes) = node.content else {
            throw .structure(at: place)
        }
        return DERFields(nodes: nodes.makeIterator(), place: place)
    }

    /// The children of a sequence of, or of a set of.
    func elements(_ identifier: ASN1Identifier = .sequence) throws(IdentityFault) -> [DERNode] {
        var fields = try fields(identifier)
        var elements: [DERNode] = []
        while let element = fields.nextIfPresent("\(elements.count)") { elements.append(element) }
        return elements
    }

    func decode<Value: DERParseable>(_ type: Value.Type) throws(IdentityFault) -> Value {
        do { return try Value(derEncoded: node) } catch { throw .structure(at: place) }
    }

    /// The content of an OCTET STRING, also of one in parts, or of what `identifier` says.
    func octets(_ identifier: ASN1Identifier = .octetString) throws(IdentityFault) -> [UInt8] {
        do {
            return Array(try ASN1OctetString(berEncoded: node, withIdentifier: identifier).bytes)
        } catch {
            throw .structure(at: place)
        }
    }

    /// The content of a BIT STRING of whole octets.
    func bits() throws(IdentityFault) -> [UInt8] {
        let string = try decode(ASN1BitString.self)
        guard string.paddingBits == 0 else { throw .structure(at: place) }
        return Array(string.bytes)
    }

    /// The content of a primitive node, whatever its type; nil for a constructed one.
    var content: [UInt8]? {
        switch node.content {
        case .primitive(let bytes): Array(bytes)
        case .constructed: nil
        }
    }
}

/// The children of a node, taken one after the other.
struct DERFields {
    private var nodes: ASN1NodeCollection.Iterator
    private let place: String
    private var ahead: ASN1Node?

    init(nodes: ASN1NodeCollection.Iterator, place: String) {
        self.nodes = nodes
        self.place = place
        ahead = self.nodes.next()
    }

    mutating func next(_ name: String) throws(IdentityFault) -> DERNode {
        guard let node = nextIfPresent(name) else { throw .structure(at: "\(place).\(name)") }
        return node
    }

    mutating func nextIfPresent(_ name: String) -> DERNode? {
        guard let node = ahead else { return nil }
        ahead = nodes.next()
        return DERNode(node: node, place: "\(place).\(name)")
    }

    /// The next child when it has this identifier.
    mutating func next(_ name: String, if identifier: ASN1Identifier) -> DERNode? {
        ahead?.identifier == identifier ? nextIfPresent(name) : nil
    }

    /// Nothing may stand behind the last field.
    func end() throws(IdentityFault) {
        guard ahead == nil else { throw .structure(at: place) }
    }
}

extension IdentityFault {
    static func tooLarge(_ count: Int, _ limit: Int, at place: String) -> IdentityFault {
        IdentityFault(
            .tooLarge, at: place, message: "it has \(count) bytes, and at most \(limit) are read",
            hint: "send the document alone")
    }

    static func malformed(at place: String) -> IdentityFault {
        IdentityFault(
            .malformed, at: place, message: "the bytes are not one whole DER value",
            hint: "send the document unchanged and in Base64 once")
    }

    static func structure(at place: String) -> IdentityFault {
        IdentityFault(
            .structure, at: place, message: "the field is missing or is of another type than the standard has")
    }
}
