import Foundation

/// A file beside a test that holds what the test expects.
///
/// `ESPALIER_RECORD=1` writes the file anew in place of comparing; a missing file is a difference.
///
///     let golden = GoldenFile("corpus-refused.tsv")
///     #expect(try golden.difference(from: text) == nil)
public struct GoldenFile: Sendable {
    public let url: URL

    /// - Parameters:
    ///   - name: the file's name in the folder `Golden` beside the test.
    ///   - test: the test's own file.
    public init(_ name: String, beside test: String = #filePath) {
        url = URL(fileURLWithPath: test).deletingLastPathComponent()
            .appendingPathComponent("Golden").appendingPathComponent(name)
    }

    /// True when tests record.
    public static let isRecording = ProcessInfo.processInfo.environment["ESPALIER_RECORD"] == "1"

    /// What the file holds; nil when it does not exist.
    public var text: String? { try? String(contentsOf: url, encoding: .utf8) }

    /// Compares, or records.
    ///
    /// - Returns: nil when the text is the file's, or was recorded; otherwise a sentence with the first line that differs.
    /// - Throws: when the file cannot be written.
    public func difference(from text: String) throws -> String? {
        if Self.isRecording {
            let folder = url.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
            return nil
        }
        guard let golden = self.text else {
            return "\(url.path) does not exist; record it with ESPALIER_RECORD=1"
        }
        if golden == text { return nil }
        let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
        let found = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let index = line ?? min(expected.count, found.count)
        let (left, right) = (Self.line(index, of: expected), Self.line(index, of: found))
        return "\(url.lastPathComponent):\(index + 1): expected \(left), found \(right)"
    }

    private static func line(_ index: Int, of lines: [Substring]) -> String {
        index < lines.count ? "\"\(lines[index])\"" : "nothing"
    }
}
