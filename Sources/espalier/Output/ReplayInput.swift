import ArgumentParser
import Capture
import Replay

/// The capture that a user named, read whole: a replay needs both sides of a session.
struct ReplayInput {
    /// The files in which something stands, in their order.
    private(set) var files: [String] = []
    let recording: Recording
    private let records: [CaptureRecord]

    /// - Throws: `ExitCode(2)` for a file that cannot be opened, which the user is told.
    init(_ paths: [String]) throws {
        var sources = try CaptureSources(paths)
        var records: [CaptureRecord] = []
        var faults: [CaptureFault] = []
        try sources.forEachElement { element in
            switch element {
            case .header: break
            case .record(let record): records.append(record)
            case .fault(let fault): faults.append(fault)
            }
        }
        self.records = records
        recording = Recording(records, faults: faults)
        files = (records.map(\.origin.file) + faults.map(\.origin.file)).reduce(into: []) { names, name in
            if names.last != name, !names.contains(name) { names.append(name) }
        }
        if files.isEmpty { files = paths }
    }

    var firstFile: String { files.first ?? "" }

    /// A redaction that has met the secrets of this capture.
    func redaction() -> Redaction {
        var redaction = Redaction()
        for record in records { redaction.learn(record) }
        return redaction
    }
}
