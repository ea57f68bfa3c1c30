import DMTree
import XMLStream

/// A `DeclaredConfiguration` document (windows-csp.md 4.14): what the server wants, or wants to know.
public struct DeclaredDocument: Hashable, Sendable {
    /// A resource of Desired State Configuration.
    public struct Resource: Hashable, Sendable, Codable {
        public struct Property: Hashable, Sendable, Codable {
            public var name: String
            public var text: String
        }

        public var namespace: String
        public var className: String
        public var keys: [Property] = []
        public var values: [Property] = []

        /// Whether both speak of one thing: the same class with the same keys.
        func isSame(as other: Resource) -> Bool {
            namespace.lowercased() == other.namespace.lowercased()
                && className.lowercased() == other.className.lowercased() && Set(keys) == Set(other.keys)
        }
    }

    public var context: String
    public var id: String
    /// The version, by the server's count.
    public var checksum: String
    public var scenario: String
    public var resources: [Resource] = []

    /// Nil for a document that was not accepted.
    public init?(_ text: String) {
        guard let document = try? DeclaredDocument(parsing: text) else { return nil }
        self = document
    }

    /// - Throws: when the text is not XML, or lacks what every document has.
    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "DeclaredConfiguration")
        func require(_ name: String) throws(DocumentFault) -> String {
            guard let value = cursor.attribute(name) else {
                throw DocumentFault(message: "the DeclaredConfiguration has no \(name)")
            }
            return value
        }
        let schema = try require("schema")
        guard schema == "1.0" else { throw DocumentFault(message: "the schema is \(schema), not 1.0") }
        context = try require("context")
        id = try require("id")
        checksum = try require("checksum")
        scenario = try require("osdefinedscenario")
        var hasContent = false
        cursor.enter()
        while let child = cursor.nextChild() {
            hasContent = true
            guard cursor.tape.names[child].local == "DSC" else {
                cursor.skipElement()
                continue
            }
            guard let namespace = cursor.attribute("namespace"), let className = cursor.attribute("className") else {
                throw DocumentFault(message: "a DSC has no namespace or no className")
            }
            resources.append(Self.readResource(&cursor, Resource(namespace: namespace, className: className)))
        }
        guard hasContent else { throw DocumentFault(message: "the DeclaredConfiguration is empty") }
    }

    private static func readResource(_ cursor: inout XMLCursor, _ empty: Resource) -> Resource {
        var resource = empty
        cursor.enter()
        while let child = cursor.nextChild() {
            let element = cursor.tape.names[child].local
            guard element == "Key" || element == "Value" else {
                cursor.skipElement()
                continue
            }
            let name = cursor.attribute("name") ?? ""
            let property = Resource.Property(name: name, text: cursor.readTrimmedText())
            if element == "Key" { resource.keys.append(property) } else { resource.values.append(property) }
        }
        return resource
    }
}
