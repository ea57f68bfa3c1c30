import DMTree
import Notation
import XMLStream

/// One document and its results, which are a node of their own (windows-csp.md 4.14). The state stands in the results
/// only, so they are there from the moment the document is accepted (our choice).
public struct DeclaredResult: Sendable {
    /// Which half of the tree: a configuration or an inventory.
    public enum Operation: Hashable, Sendable {
        case set, get

        fileprivate var branch: String {
            switch self {
            case .set: "Complete"
            case .get: "Inventory"
            }
        }

        fileprivate var word: String {
            switch self {
            case .set: "Set"
            case .get: "Get"
            }
        }
    }

    /// How the processing of a document ends.
    public enum Outcome: Hashable, Sendable {
        case succeeded
        case failed(HRESULT)
        case infrastructureFailed(HRESULT)
    }

    private static let scenarios: [(name: String, operation: Operation)] = [
        ("MSFTExtensibilityMIProviderConfig", .set), ("MSFTExtensibilityMIProviderInventory", .get),
        ("MSFTPolicies", .set),
    ]

    /// `./Device/Vendor/MSFT/DeclaredConfiguration/Host`.
    let host: TreeURI
    public let operation: Operation
    /// As the document's node is named.
    public let id: String

    init(host: TreeURI, operation: Operation, id: String) {
        self.host = host
        self.operation = operation
        self.id = id
    }

    /// - Parameter document: `…/Host/Complete/Documents/{DocID}` or `…/Host/Inventory/Documents/{DocID}`, or below.
    /// - Returns: nil for any other address.
    public init?(document: TreeURI) {
        let base = document.structuralCount
        guard document.keys.count >= base + 5, document.keys[base + 3] == "documents" else { return nil }
        switch document.keys[base + 2] {
        case "complete": operation = .set
        case "inventory": operation = .get
        default: return nil
        }
        host = document.prefix(base + 2)
        id = document.segments[base + 4]
    }

    /// The node that the jobs of the document belong to.
    public var documentNode: TreeURI { host.child(operation.branch).child("Documents").child(id) }

    private var resultNode: TreeURI { host.child(operation.branch).child("Results").child(id) }

    public func document(in tree: DeviceTree) -> DeclaredDocument? {
        tree.storedValue(documentNode.child("Document")).flatMap(DeclaredDocument.init)
    }

    /// Undefined while there are no results.
    public func state(in tree: DeviceTree) -> DeclaredState {
        summary(in: tree)["state"].flatMap { Int($0) }.flatMap(DeclaredState.init) ?? .undefined
    }

    /// The attributes of the results; empty while there are none.
    func summary(in tree: DeviceTree) -> [String: String] {
        guard let text = tree.storedValue(resultNode.child("Document")),
            let cursor = try? XMLCursor(document: text, root: "DeclaredConfigurationResult")
        else { return [:] }
        return Dictionary(cursor.attributes.map { ($0.name.local, $0.value) }) { first, _ in first }
    }

    /// Begins, or begins again.
    func start(_ document: DeclaredDocument, in tree: inout DeviceTree) {
        write(document, operation == .set ? .configRequest : .getRequest, nil, in: &tree)
    }

    /// The stack takes the document up.
    public func takeUp(in tree: inout DeviceTree) {
        guard let document = document(in: tree) else { return }
        write(document, operation == .set ? .inProgress : .getInProgress, nil, in: &tree)
    }

    /// Comes to its end. A scenario that Windows does not define, or that belongs to the other half, fails (our choice).
    ///
    /// - Parameter settings: what stands on the device. A configuration sets it, an inventory reads it.
    public func finish(_ outcome: Outcome, settings: inout DeclaredSettings, in tree: inout DeviceTree) {
        guard let document = document(in: tree) else { return }
        let isKnown = Self.scenarios.contains { $0.name == document.scenario && $0.operation == operation }
        switch isKnown ? outcome : .failed(.invalidArgument) {
        case .succeeded:
            switch operation {
            case .set:
                settings.apply(document)
                write(document, .succeeded, nil, in: &tree)
            case .get: write(document, .got, nil, settings, in: &tree)
            }
        case .failed(let error): write(document, operation == .set ? .failed : .getFailed, error, in: &tree)
        case .infrastructureFailed(let error):
            write(document, operation == .set ? .infrastructureFailed : .getInfrastructureFailed, error, in: &tree)
        }
    }

    /// The document is gone. What it configured stays; its results go on to say what became of it.
    public func setDeletion(_ state: DeclaredState, in tree: inout DeviceTree) {
        let known = summary(in: tree)
        write(
            [
                ("context", known["context"]), ("schema", "1.0"), ("id", known["id"] ?? id),
                ("osdefinedscenario", known["osdefinedscenario"]), ("checksum", known["checksum"]),
            ].map { ($0.0, $0.1 ?? "") }, state, "", in: &tree)
    }

    private func write(
        _ document: DeclaredDocument, _ state: DeclaredState, _ error: HRESULT?,
        _ settings: DeclaredSettings? = nil, in tree: inout DeviceTree
    ) {
        let isOver = !state.isTransient
        let stateText = String(state.rawValue)
        let status = error?.uppercase ?? "200"
        var body = ""
        for resource in document.resources {
            body += XMLText.tag(
                "DSC",
                [("namespace", resource.namespace), ("className", resource.className)]
                    + (isOver ? [("status", status), ("state", stateText)] : []), isEmpty: false)
            for key in resource.keys {
                body += XMLText.tag("Key", [("name", key.name)], isEmpty: false) + XMLText.escaped(key.text) + "</Key>"
            }
            for value in resource.values where isOver {
                let found = settings?.value(value.name, of: resource)
                let attributes = [("name", value.name), ("status", status), ("state", stateText)]
                body += XMLText.tag("Value", attributes, isEmpty: found == nil)
                if let found { body += XMLText.escaped(found) + "</Value>" }
            }
            body += "</DSC>"
        }
        write(
            [
                ("context", document.context), ("schema", "1.0"), ("id", document.id),
                ("osdefinedscenario", document.scenario), ("checksum", document.checksum),
            ], state, body, in: &tree)
    }

    private func write(
        _ attributes: [(String, String)], _ state: DeclaredState, _ body: String, in tree: inout DeviceTree
    ) {
        let stateText = String(state.rawValue)
        let root = XMLText.tag(
            "DeclaredConfigurationResult",
            attributes + [
                ("result_checksum", XMLText.checksum(body + stateText)), ("result_timestamp", tree.localTime),
                ("operation", operation.word), ("state", stateText),
            ], isEmpty: false)
        tree.setLocally(resultNode.child("Document"), value: root + body + "</DeclaredConfigurationResult>")
    }

    /// Every configuration that was accepted on the device, the oldest first.
    public static func configurations(in tree: DeviceTree) -> [DeclaredResult] {
        guard let host = try? TreeURI("./Device/Vendor/MSFT/DeclaredConfiguration/Host") else { return [] }
        return all(.set, host, in: tree)
    }

    /// The id without braces, in lower case.
    public var bareID: String { id.filter { $0 != "{" && $0 != "}" }.lowercased() }

    /// Whether the server goes on tracking the document and does not want it applied any more: 1, by the prose (4.14).
    public func isAbandoned(in tree: DeviceTree) -> Bool {
        tree.storedValue(documentNode.child("Properties").child("Abandoned")) == "1"
    }

    /// Every document that was accepted, the oldest first.
    static func all(_ operation: Operation, _ host: TreeURI, in tree: DeviceTree) -> [DeclaredResult] {
        tree.storedChildren(host.child(operation.branch).child("Results").canonical)
            .map { DeclaredResult(host: host, operation: operation, id: $0.name) }
    }
}
