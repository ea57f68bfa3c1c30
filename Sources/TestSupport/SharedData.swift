import Foundation

/// The data that lies beside the checkout: device descriptions, real messages and observations (design.md section 1).
///
/// It is not part of the project. Tests that need it ask `isPresent`, which prints the reason once when they are skipped:
///
///     @Test(.enabled(if: SharedData.isPresent)) func corpus() { ... }
public enum SharedData {
    /// `ESPALIER_SHARED`, or `../shared` beside the checkout; nil when neither is a folder.
    public static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["ESPALIER_SHARED"].map { URL(fileURLWithPath: $0) }
        let checkout = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
        let candidates = [named, beside].compactMap { $0 }
        return candidates.first { isFolder($0.appendingPathComponent("data")) }
    }()

    /// True when the data is there. Prints why tests are skipped when it is not.
    public static let isPresent: Bool = {
        guard folder == nil else { return true }
        print("skipped: no shared data; set ESPALIER_SHARED to the folder that holds data/, or put it at ../shared")
        return false
    }()

    /// A file or folder below `data/`, such as `corpus/index.tsv`; nil when the data is absent.
    public static func data(_ path: String) -> URL? {
        folder?.appendingPathComponent("data").appendingPathComponent(path)
    }

    /// The bytes of a file below `data/`.
    ///
    /// - Throws: when the data or the file is absent.
    public static func bytes(_ path: String) throws -> [UInt8] {
        guard let url = data(path) else { throw CocoaError(.fileNoSuchFile) }
        return [UInt8](try Data(contentsOf: url))
    }

    /// The rows of a table below `data/` as dictionaries by the names of its first line. Columns are separated by tabs.
    public static func table(_ path: String) throws -> [[String: String]] {
        let text = String(decoding: try bytes(path), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard !lines.isEmpty else { return [] }
        let names = lines.removeFirst()
        return lines.map { Dictionary(zip(names, $0)) { first, _ in first } }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
