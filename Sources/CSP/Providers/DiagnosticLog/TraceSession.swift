import DMTree
import Notation

/// The trace session of one collector: TraceControl starts and stops it, and stopping it makes the log file.
///
/// The reference names no codes for a START of a session that runs and a STOP of one that does not. Ours are those of
/// the Windows calls behind them: ERROR_ALREADY_EXISTS, which is 418, and ERROR_WMI_INSTANCE_NOT_FOUND, 500.
struct TraceSession {
    static let notRunning = HRESULT(rawValue: 0x8007_1069)

    let root: TreeURI
    let collector: TreeURI

    private var file: LogFile { LogFile(root: root, name: collector.segments.last ?? "") }

    func control(_ data: String, in tree: inout DeviceTree) -> Execution {
        let isRunning = tree.storedValue(collector.child("TraceStatus")) == "1"
        switch (data.filter { !$0.isWhitespace }, isRunning) {
        case ("START", false):
            let providers = tree.storedChildren(collector.child("Providers").canonical)
            file.clear(in: &tree)
            tree.setLocally(collector.child("TraceStatus"), value: "1")
            return Execution(
                status: 200,
                advice: providers.isEmpty
                    ? [
                        DiagnosticLog.advice(
                            "diagnostics.no-providers", "the collector has no provider, so its trace will be empty",
                            "Add Providers/<guid> first", .warning)
                    ] : [])
        case ("STOP", true):
            tree.setLocally(collector.child("TraceStatus"), value: "0")
            let providers = tree.storedChildren(collector.child("Providers").canonical).map { "Provider \($0.name)" }
            file.write(
                ["Collector \(collector.segments.last ?? "")"] + providers + ["Stopped \(tree.localTime)"], in: &tree)
            return Execution(status: 200)
        case ("START", true):
            return .refused(
                418, .alreadyExists,
                DiagnosticLog.advice("diagnostics.trace-running", "the trace runs already", "send STOP first"))
        case ("STOP", false):
            return .refused(
                500, Self.notRunning,
                DiagnosticLog.advice("diagnostics.trace-stopped", "the trace does not run", "send START first"))
        default:
            return .refused(
                500, .invalidArgument,
                DiagnosticLog.advice(
                    "diagnostics.trace-control", "TraceControl takes START and STOP", "send one of them as Data"))
        }
    }
}
