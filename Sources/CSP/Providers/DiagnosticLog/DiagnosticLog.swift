import DMTree
import Notation

/// DiagnosticLog CSP (windows-csp.md 4.15; the descriptions of its nodes): trace sessions, exports of event channels,
/// the state of device management and archives of files, keys, commands and events. Policy/Channels is stored by its
/// description.
///
/// There is nothing to trace on an emulated device: a log file is a few lines that say so and what was asked for. Traces
/// and exports are done when the answer goes out (200); an archive runs on (202).
struct DiagnosticLog: Provider {
    let name = "DiagnosticLog"

    static let reference = "windows-csp.md 4.15, description of DiagnosticLog"

    func read(_ node: NodeReference, stored: String?, in tree: DeviceTree) -> String? {
        switch (node.key(0), node.key(1), node.key(3)) {
        case ("etwlog", "collectors", "tracecontrol"): return "TraceControl"
        case ("etwlog", "collectors", "tracestatus"): return stored ?? "0"
        case ("etwlog", "collectors", "providers") where node.key(5) == "keywords": return stored ?? "0"
        case ("etwlog", "channels", "export"): return "Export"
        // A channel is on until somebody turns it off (our choice).
        case ("etwlog", "channels", "state"): return stored ?? "true"
        case ("etwlog", "channels", "filter"): return stored ?? ""
        case ("filedownload", "dmchannel", let leaf?):
            let file = LogFile(context: node.uri.prefix(node.uri.structuralCount + 4))
            switch leaf {
            case "blockcount": return String(file.blockCount(in: tree))
            case "blockdata": return file.selectedBlock(in: tree)
            default: return nil
            }
        default: return nil
        }
    }

    func judge(_ change: Change, in tree: DeviceTree) -> Judgement {
        let node = change.node
        switch (node.key(0), node.key(1), change.kind) {
        case ("etwlog", "collectors", .add) where node.key(3) == "providers" && node.keys.count == 5,
            ("etwlog", "collectors", .replace) where node.key(3) == "providers" && node.keys.count == 5:
            guard let guid = node.uri.segments.last, !GUID.isGUID(guid) else { return .allowed }
            return Self.refusal(
                "diagnostics.provider", "\"\(guid)\" is no GUID of an event provider",
                "write 32 hexadecimal digits in five groups, such as 3da494e4-0fe2-415C-b895-fb5265c5c83b")
        case ("etwlog", "collectors", .replace(let value?)) where node.key(5) == "keywords":
            let isRight =
                (1...16).contains(value.utf8.count)
                && value.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
            guard !isRight else { return .allowed }
            return Self.refusal(
                "diagnostics.keywords", "keywords are up to 16 hexadecimal digits", "write 0 for all events")
        case ("filedownload", "dmchannel", .replace(let value?)) where node.key(3) == "blockindextoread":
            let count = LogFile(context: node.uri.prefix(node.uri.structuralCount + 4)).blockCount(in: tree)
            guard let index = Int(value), !(0..<max(0, count)).contains(index) else { return .allowed }
            return Self.refusal(
                "diagnostics.block-index", "there is no block \(index): BlockCount is \(count)",
                count > 0 ? "write 0 to \(count - 1)" : "make the log file first")
        case ("diagnosticarchive", "archivedefinition", .replace(let value)):
            do throws(DocumentFault) { _ = try ArchiveDefinition(parsing: value ?? "") } catch {
                return Judgement(
                    refusal: Judgement.Refusal(
                        row: .valueNotAllowed, status: error.isMalformed ? 415 : 500,
                        error: error.isMalformed ? .xmlParseError : .invalidArgument,
                        advice: Advice(
                            rule: "diagnostics.archive", severity: .error, message: error.message,
                            hint: DiagnosticArchive.hint, reference: Self.reference)))
            }
            return .allowed
        default: return .allowed
        }
    }

    /// A collector or channel that is registered has its place under DMChannel at once, with no file yet.
    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        let node = change.node
        let root = node.uri.prefix(node.uri.structuralCount + 1)
        switch (node.key(0), node.key(1), change.kind) {
        case ("etwlog", "collectors", _), ("etwlog", "channels", _):
            guard node.keys.count >= 3 else { return [] }
            let file = LogFile(root: root, name: node.uri.segments[node.uri.structuralCount + 3])
            if case .delete = change.kind {
                if node.keys.count == 3 { file.remove(in: &tree) }
            } else {
                file.register(in: &tree)
            }
        case ("filedownload", "dmchannel", .replace) where node.key(3) == "blocksizekb":
            LogFile(context: node.uri.prefix(node.uri.structuralCount + 4)).splitAgain(in: &tree)
        default: break
        }
        return []
    }

    func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
        let root = node.uri.prefix(node.uri.structuralCount + 1)
        switch (node.key(0), node.key(1), node.key(3)) {
        case ("etwlog", "collectors", "tracecontrol"):
            return TraceSession(root: root, collector: node.uri.prefix(node.uri.structuralCount + 4))
                .control(data ?? "", in: &tree)
        case ("etwlog", "channels", "export"):
            let channel = node.uri.prefix(node.uri.structuralCount + 4)
            let name = channel.segments.last ?? ""
            let filter = tree.storedValue(channel.child("Filter")) ?? ""
            LogFile(root: root, name: name).write(
                ["Channel \(name)", "Filter \(filter.isEmpty ? "none" : filter)", "Exported \(tree.localTime)"],
                in: &tree)
            return Execution(status: 200)
        case ("devicestatedata", "mdmconfiguration", nil):
            guard data?.filter({ !$0.isWhitespace }) == "SNAP" else {
                return .refused(
                    500, .invalidArgument,
                    Self.advice("diagnostics.snap", "MdmConfiguration takes SNAP only", "send SNAP as Data"))
            }
            let leaves = tree.storedLeaves.filter { $0.uri.hasPrefix("./Device/Vendor/MSFT/Policy/Config/") }
            LogFile(root: root, name: "MdmConfiguration").write(
                ["Device management state", "Taken \(tree.localTime)"] + leaves.map { "\($0.uri)=\($0.value ?? "")" },
                in: &tree)
            return Execution(status: 200)
        case ("diagnosticarchive", "archivedefinition", nil):
            return DiagnosticArchive(node: node.uri.prefix(node.uri.structuralCount + 2)).start(data, in: &tree)
        default: return nil
        }
    }

    static func advice(_ rule: String, _ message: String, _ hint: String, _ severity: Advice.Severity = .error)
        -> Advice
    {
        Advice(rule: rule, severity: severity, message: message, hint: hint, reference: reference)
    }

    private static func refusal(_ rule: String, _ message: String, _ hint: String) -> Judgement {
        Judgement(
            refusal: Judgement.Refusal(
                row: .valueNotAllowed, status: 500, error: .invalidArgument, advice: advice(rule, message, hint)))
    }
}
