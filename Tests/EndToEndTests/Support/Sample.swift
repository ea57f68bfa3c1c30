import Foundation
import Synchronization
import TestSupport

/// One file of the folder `SyncML-samples`, with what its first comment says about how to apply it.
///
/// Two lines of the comment are read: `options: windows=10-22h2 phase=oobe` (an XML comment cannot hold two hyphens in a row, so they
/// are left out) and `after: other.xml`, which is applied first in the same session.
struct Sample: CustomStringConvertible, Sendable {
    /// The name below the folder, such as `refused/cut-off.xml`.
    let name: String
    let options: [String]
    let before: [String]
    /// The first comment.
    let comment: String

    static let folder = Repository.root.appendingPathComponent("SyncML-samples")

    /// Every sample, refused ones last.
    static let all: [Sample] = (names(in: "") + names(in: "refused/")).map(Sample.init)

    private static func names(in part: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + part)) ?? []
        return files.filter { $0.hasSuffix(".xml") }.sorted().map { part + $0 }
    }

    init(name: String) {
        self.name = name
        let text = (try? String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
        let comment = text.range(of: "<!--").flatMap { start in
            text.range(of: "-->", range: start.upperBound..<text.endIndex).map {
                String(text[start.upperBound..<$0.lowerBound])
            }
        }
        self.comment = comment ?? ""
        options = Self.words(after: "options:", in: self.comment).flatMap { word in
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            return ["--" + parts[0]] + parts.dropFirst()
        }
        before = Self.words(after: "after:", in: self.comment)
    }

    private static func words(after key: String, in comment: String) -> [String] {
        comment.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix(key) }
            .flatMap { $0.dropFirst(key.count).split(separator: " ").map(String.init) }
    }

    var isRefused: Bool { name.hasPrefix("refused/") }

    /// The golden output beside the sample.
    func golden(_ fileExtension: String) -> GoldenFile {
        GoldenFile(at: Self.folder.appendingPathComponent(String(name.dropLast(3)) + fileExtension))
    }

    /// Applies the sample as its comment says, from within the folder, so that outputs hold the bare names. Several tests look at one
    /// run, so it is kept.
    func apply(format: String) throws -> Tool.Run {
        let key = "\(name) \(format)"
        if let known = Self.runs.withLock({ $0[key] }) { return known }
        let run = try applyAnew(format: format)
        Self.runs.withLock { $0[key] = run }
        return run
    }

    /// A run of its own.
    func applyAnew(format: String) throws -> Tool.Run {
        try Tool.run(["apply"] + before + [name] + options + ["--format", format], in: Self.folder)
    }

    private static let runs = Mutex<[String: Tool.Run]>([:])

    var description: String { name }
}
