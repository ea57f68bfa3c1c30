import Capture
import Foundation
import TestSupport

/// Captures made of the corpus: files with the same value in the column `session` belong to one exchange.
enum CorpusCapture {
    struct File: Sendable {
        var name: String
        var session: String
        var kind: String
    }

    static func files() throws -> [File] {
        try SharedData.table("corpus/index.tsv").map {
            File(name: $0["file"] ?? "", session: $0["session"] ?? "", kind: $0["kind"] ?? "")
        }
    }

    /// The captures: one for each session, in file-name order, and one for each file that belongs to none.
    static func all() throws -> [(name: String, records: [CaptureRecord])] {
        let files = try files()
        let sessions = Dictionary(grouping: files.filter { !$0.session.isEmpty }, by: \.session)
        let captures = try sessions.sorted { $0.key < $1.key }.map { (name: $0.key, records: try $0.value.map(record)) }
        return try captures + files.filter { $0.session.isEmpty }.map { (name: $0.name, records: [try record($0)]) }
    }

    static func session(_ name: String) throws -> [CaptureRecord] {
        try files().filter { $0.session == name }.map(record)
    }

    static func record(_ file: File) throws -> CaptureRecord {
        CaptureRecord(
            direction: file.kind.hasSuffix("client") ? .toServer : .toClient,
            body: try SharedData.bytes("corpus/\(file.name)"), origin: CaptureOrigin(file: file.name))
    }
}
