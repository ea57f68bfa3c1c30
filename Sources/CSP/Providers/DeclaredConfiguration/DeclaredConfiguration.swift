import DMTree
import Notation

/// DeclaredConfiguration CSP of Windows 11 (windows-csp.md 4.14): whole documents in place of single nodes. The syntax
/// is checked before the answer, the rest follows, and every message of the client lists the documents with their
/// states.
///
/// The write itself is done and answers 200: it stores the document (our choice; 202 is for writes that only start
/// something). Sessions of the linked enrolment are not played apart from those of the server's own, so a document
/// without one is taken, with a warning.
struct DeclaredConfiguration: Provider {
    let name = "DeclaredConfiguration"

    /// The resource belongs to a document already (windows-csp.md 5.6).
    static let resourceHeld = HRESULT(rawValue: 0x8600_0031)

    private static let reference = "windows-csp.md 4.14"

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        guard let result = Self.document(change.node) else { return .allowed }
        switch change.kind {
        case .delete: return .allowed
        case .add(let value), .replace(let value): return judge(value ?? "", result, in: tree)
        }
    }

    private func judge(_ text: String, _ result: DeclaredResult, in tree: DeviceTree) -> Judgement {
        let document: DeclaredDocument
        do throws(DocumentFault) {
            document = try DeclaredDocument(parsing: text)
        } catch {
            return refusal(
                error.isMalformed ? 415 : 500, error.isMalformed ? .xmlParseError : .invalidArgument,
                "declared.document", error.message,
                "send <DeclaredConfiguration schema=\"1.0\" context=\"Device\" id=\"…\" checksum=\"…\" "
                    + "osdefinedscenario=\"…\"><DSC …/></DeclaredConfiguration>")
        }
        guard Self.bare(document.id) == Self.bare(result.id) else {
            return refusal(
                500, .invalidArgument, "declared.id", "the document's id is \(document.id), its node is \(result.id)",
                "give both the same id")
        }
        guard document.context == "Device" else {
            return refusal(
                500, .invalidArgument, "declared.context",
                "the context is \(document.context), and the node is the device's", "write context=\"Device\"")
        }
        if let holder = holder(of: document, result, in: tree) {
            return refusal(
                500, Self.resourceHeld, "declared.resource-held",
                "a resource of the document belongs to the document \(holder)", "delete that document first")
        }
        guard !LinkedEnrollment.isThere(in: tree) else { return .allowed }
        return Judgement(advice: [
            Advice(
                rule: "declared.not-linked", severity: .warning,
                message: "Windows takes documents in the sessions of a linked enrolment, and there is none",
                hint: "Exec DMClient/Provider/<id>/LinkedEnrollment/Enroll first", reference: Self.reference)
        ])
    }

    /// The other configuration that a resource belongs to. An inventory only looks.
    private func holder(of document: DeclaredDocument, _ result: DeclaredResult, in tree: DeviceTree) -> String? {
        guard result.operation == .set else { return nil }
        for other in DeclaredResult.all(.set, result.host, in: tree) where Self.bare(other.id) != Self.bare(result.id) {
            let held = other.document(in: tree)?.resources ?? []
            if document.resources.contains(where: { resource in held.contains { $0.isSame(as: resource) } }) {
                return other.id
            }
        }
        return nil
    }

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        switch change.kind {
        case .add, .replace:
            guard let result = Self.document(change.node), let document = result.document(in: tree) else { return [] }
            result.start(document, in: &tree)
            return [.planJob(Job(kind: .declaredDocument, uri: result.documentNode, data: ""))]
        case .delete:
            let root = change.node.uri.prefix(change.node.uri.structuralCount + 1)
            return deletions(root.child("Host"), in: &tree)
        }
    }

    /// Every document that has gone with the node that was deleted.
    private func deletions(_ host: TreeURI, in tree: inout DeviceTree) -> [Effect] {
        var effects: [Effect] = []
        for operation in [DeclaredResult.Operation.set, .get] {
            for result in DeclaredResult.all(operation, host, in: tree)
            where !tree.isStored(result.documentNode.child("Document")) {
                switch result.state(in: tree) {
                case .deleteRequest, .deleteInProgress, .deleted, .deleteFailed, .deleteInfrastructureFailed: continue
                case .undefined, .configRequest, .inProgress, .asyncPending, .getRequest, .getInProgress,
                    .storageConstructed, .succeeded, .failed, .infrastructureFailed, .succeededWithoutRefresh, .got,
                    .getFailed, .getInfrastructureFailed:
                    result.setDeletion(.deleteRequest, in: &tree)
                    effects.append(.planJob(Job(kind: .declaredDocument, uri: result.documentNode, data: "")))
                }
            }
        }
        return effects
    }

    /// Alert 1224 with every document, in every message.
    func standingAlerts(in tree: DeviceTree) -> [GenericAlert] {
        guard tree.isStored(keys: Self.hostKeys),
            let host = try? TreeURI("./Device/Vendor/MSFT/DeclaredConfiguration/Host")
        else { return [] }
        let results = [DeclaredResult.Operation.set, .get].flatMap { DeclaredResult.all($0, host, in: tree) }
        guard !results.isEmpty else { return [] }
        let lines = results.map { result -> String in
            let summary = result.summary(in: tree)
            let names = ["context", "id", "checksum", "result_checksum", "state"]
            return XMLText.tag("DeclaredConfiguration", names.map { ($0, summary[$0] ?? "") }, isEmpty: true)
        }
        return [
            GenericAlert(
                code: 1224, type: "com.microsoft.mdm.declaredconfigurationdocuments",
                data: "<DeclaredConfigurations schema=\"1.0\">\(lines.joined())</DeclaredConfigurations>")
        ]
    }

    private static let hostKeys = ["device", "vendor", "msft", "declaredconfiguration", "host"]

    /// The document whose text a node holds.
    private static func document(_ node: NodeReference) -> DeclaredResult? {
        guard node.keys.last == "document", node.keys.count == 5 else { return nil }
        return DeclaredResult(document: node.uri)
    }

    /// An id without its braces, in lower case.
    private static func bare(_ id: String) -> String { id.filter { $0 != "{" && $0 != "}" }.lowercased() }

    private func refusal(
        _ status: Int, _ error: HRESULT, _ rule: String, _ message: String, _ hint: String
    ) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                row: .executed, status: status, error: error,
                advice: Advice(
                    rule: rule, severity: .error, message: message, hint: hint, reference: Self.reference)))
    }
}
