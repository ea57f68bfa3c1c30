import Notation
import ProtocolProfile
import XMLStream

extension TNDSDocument {
    /// The object as XML; nil when there is no memory for it.
    ///
    /// - Parameter namespace: the namespace of the root; `syncml:dmddf1.2` unless only the other one is read (A14).
    public func text(namespace: Ambiguities.TNDSNamespace = .both) -> String? {
        guard var writer = try? XMLWriter() else { return nil }
        let name =
            switch namespace {
            case .both, .versioned: "syncml:dmddf1.2"
            case .unversioned: "syncml:dmddf"
            }
        writer.start("MgmtTree", namespace: name)
        writer.leaf("VerDTD", "1.2")
        for node in nodes { Self.write(node, &writer) }
        writer.end("MgmtTree")
        return String(decoding: writer.bytes(), as: UTF8.self)
    }

    private static func write(_ node: TNDSNode, _ writer: inout XMLWriter) {
        writer.start("Node")
        writer.leaf("NodeName", PercentCoding.encode(node.name))
        if let path = node.path { writer.leaf("Path", path) }
        if !node.properties.isEmpty { writeProperties(node, &writer) }
        for child in node.children { write(child, &writer) }
        if let value = node.value { writer.leaf("Value", value) }
        writer.end("Node")
    }

    /// In the order of the grammar.
    private static func writeProperties(_ node: TNDSNode, _ writer: inout XMLWriter) {
        writer.start("RTProperties")
        for property in NodeProperty.allCases {
            guard let value = node.properties[property] else { continue }
            switch property {
            case .acl, .name, .size, .title, .tStamp, .verNo: writer.leaf(property.rawValue, value)
            case .format:
                writer.start("Format")
                writer.start(value)
                writer.end(value)
                writer.end("Format")
            case .type:
                writer.start("Type")
                writer.leaf(node.isInterior ? "DDFName" : "MIME", value)
                writer.end("Type")
            }
        }
        writer.end("RTProperties")
    }
}
