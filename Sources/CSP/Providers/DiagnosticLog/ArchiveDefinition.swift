import XMLStream

/// The `Collection` document of DiagnosticArchive: what is to be gathered, and where it goes. Its SasUrl is a secret and
/// is not kept.
public struct ArchiveDefinition: Hashable, Sendable {
    public struct Directive: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case registryKey = "RegistryKey"
            case foldersFiles = "FoldersFiles"
            case command = "Command"
            case events = "Events"
        }

        public var kind: Kind
        public var text: String
    }

    public var id: String
    /// In document order.
    public var directives: [Directive] = []
    public var outputFileFormat: String?

    /// Nil for a document that was not accepted.
    public init?(_ text: String) {
        guard let definition = try? ArchiveDefinition(parsing: text) else { return nil }
        self = definition
    }

    /// - Throws: when the text is not XML, or has no ID or nothing to gather.
    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "Collection")
        id = ""
        cursor.enter()
        while let child = cursor.nextChild() {
            let element = cursor.tape.names[child].local
            if let kind = Directive.Kind(rawValue: element) {
                directives.append(Directive(kind: kind, text: cursor.readTrimmedText()))
            } else if element == "ID" {
                id = cursor.readTrimmedText()
            } else if element == "OutputFileFormat" {
                outputFileFormat = cursor.readTrimmedText()
            } else {
                cursor.skipElement()
            }
        }
        guard !id.isEmpty else { throw DocumentFault(message: "the Collection has no ID") }
        guard !directives.isEmpty else {
            throw DocumentFault(message: "the Collection has no RegistryKey, FoldersFiles, Command or Events")
        }
    }
}
