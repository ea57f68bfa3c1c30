import XMLStream

/// The Office Deployment Tool document that an Exec of Install brings (windows-csp.md 4.4): what of it decides the
/// course.
public struct OfficeConfiguration: Hashable, Sendable {
    /// A configuration that holds `Remove` uninstalls.
    public let isRemoval: Bool

    /// Nil for a document that no Exec was accepted with.
    public init?(_ text: String) {
        guard let configuration = try? OfficeConfiguration(parsing: text) else { return nil }
        self = configuration
    }

    init(parsing text: String) throws(DocumentFault) {
        var cursor = try XMLCursor(document: text, root: "Configuration")
        var isRemoval = false
        cursor.enter()
        while let child = cursor.nextChild() {
            if cursor.tape.names[child].local == "Remove" { isRemoval = true }
            cursor.skipElement()
        }
        self.isRemoval = isRemoval
    }
}
