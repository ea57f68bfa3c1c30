import DMTree
import Notation

/// `DiagnosticLog/DiagnosticArchive`: an Exec of ArchiveDefinition gathers, and ArchiveResults then has an HRESULT for
/// the whole and for each directive. An Exec without Data takes the definition that was written before (our choice).
public struct DiagnosticArchive: Sendable {
    static let hint = "send <Collection><ID>…</ID><RegistryKey>…</RegistryKey></Collection>"

    /// `./Device/Vendor/MSFT/DiagnosticLog/DiagnosticArchive`.
    public let node: TreeURI

    public init(node: TreeURI) { self.node = node }

    func start(_ data: String?, in tree: inout DeviceTree) -> Execution {
        let text = data.flatMap { $0.isEmpty ? nil : $0 } ?? tree.storedValue(node.child("ArchiveDefinition")) ?? ""
        do throws(DocumentFault) { _ = try ArchiveDefinition(parsing: text) } catch {
            return .refused(error, rule: "diagnostics.archive", hint: Self.hint, reference: DiagnosticLog.reference)
        }
        tree.setLocally(node.child("ArchiveDefinition"), value: text)
        return Execution(status: 202, effects: [.startJob(Job(kind: .diagnosticArchive, uri: node, data: ""))])
    }

    /// Writes the results of the definition that stands.
    ///
    /// - Parameters:
    ///   - error: of the whole, such as an upload that failed; 0 for success.
    ///   - errors: by the text of a directive.
    public func finish(_ error: HRESULT, errors: [String: HRESULT], in tree: inout DeviceTree) {
        guard let definition = tree.storedValue(node.child("ArchiveDefinition")).flatMap(ArchiveDefinition.init) else {
            return
        }
        func code(_ error: HRESULT?) -> [(String, String)] {
            [("HRESULT", String(error?.signed ?? 0))]
        }
        var text = XMLText.tag("Collection", code(error), isEmpty: false) + XMLText.element("ID", [], definition.id)
        for directive in definition.directives {
            text += XMLText.element(directive.kind.rawValue, code(errors[directive.text]), directive.text)
        }
        if let format = definition.outputFileFormat { text += XMLText.element("OutputFileFormat", [], format) }
        tree.setLocally(node.child("ArchiveResults"), value: text + "</Collection>")
    }
}
