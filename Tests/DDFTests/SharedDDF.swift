import DDF
import Foundation
import TestSupport

/// The original device descriptions in the shared data, read once.
enum SharedDDF {
    static var isPresent: Bool { SharedData.isPresent }

    /// Every file with its edition's folder and its bytes, sorted.
    static let files: [(edition: String, name: String, bytes: [UInt8])] = {
        guard isPresent else { return [] }
        var result: [(edition: String, name: String, bytes: [UInt8])] = []
        for edition in entries("ddf") where edition.hasPrefix("v") {
            for name in entries("ddf/" + edition) {
                guard let bytes = try? SharedData.bytes("ddf/\(edition)/\(name)") else { continue }
                result.append((edition, name, bytes))
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

    /// The rows of a table in `data/ddf` without its head, in file order.
    static func rows(_ name: String) throws -> [[String]] {
        let text = String(decoding: try SharedData.bytes("ddf/" + name), as: UTF8.self)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func entries(_ path: String) -> [String] {
        guard let folder = SharedData.data(path)?.path else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
