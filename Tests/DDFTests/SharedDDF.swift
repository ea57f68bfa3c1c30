import DDF
import FoundationEssentials

/// Finds the original device descriptions: `ESPALIER_SHARED`, or `shared` beside the checkout. Absent data skips a test.
enum SharedDDF {
    /// The folder `data/ddf`; nil, with the reason printed once, when it is not there.
    static let folder: URL? = {
        let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["ESPALIER_SHARED"].map { URL(filePath: $0) }
            ?? checkout.deletingLastPathComponent().appending(path: "shared")
        let folder = shared.appending(path: "data/ddf")
        if FileManager.default.fileExists(atPath: folder.appending(path: "NODES.tsv").path) { return folder }
        print("skipped: no device descriptions at \(folder.path); set ESPALIER_SHARED")
        return nil
    }()

    static var isPresent: Bool { folder != nil }

    /// Every file as `edition/name` with its bytes, sorted.
    static let files: [(edition: String, name: String, bytes: [UInt8])] = {
        guard let folder else { return [] }
        var result: [(edition: String, name: String, bytes: [UInt8])] = []
        for edition in entries(folder) where edition.hasPrefix("v") {
            for name in entries(folder.appending(path: edition)) {
                guard let data = try? Data(contentsOf: folder.appending(path: edition).appending(path: name))
                else { continue }
                result.append((edition, name, [UInt8](data)))
            }
        }
        return result
    }()

    /// The files as documents, by `edition/name`. A file that cannot be read is missing here.
    static let documents: [String: DDFDocument] = {
        var result: [String: DDFDocument] = [:]
        for file in files {
            result[file.edition + "/" + file.name] = try? DDFDocument(parsing: file.bytes, name: file.name)
        }
        return result
    }()

    /// The rows of a table without its head, in file order.
    static func rows(_ name: String) throws -> [[String]] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func entries(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}
