import ArgumentParser
import Capture
import Replay
import SyncML

/// The capture that a user named, read.
struct ReplayInput {
    var files: [(name: String, bytes: [UInt8])] = []
    var recording: Recording

    var firstName: String { files.first?.name ?? "" }

    /// - Throws: `ExitCode(2)` for a file that cannot be read, which the user is told.
    init(_ paths: [String]) throws {
        for path in paths {
            do throws(FileFault) {
                let names = Files.isDirectory(path) ? try Files.list(path).map { "\(path)/\($0)" } : [path]
                for name in names where !Files.isDirectory(name) { files.append((name, try Files.read(name))) }
            } catch {
                Terminal.printError("\(path): \(error.reason)")
                throw ExitCode(2)
            }
        }
        recording = Recording(files.map { Self.record($0.name, $0.bytes) })
    }

    /// One message for each file. Who sent it is in the file's name, or in its addresses.
    private static func record(_ name: String, _ bytes: [UInt8]) -> CaptureRecord {
        let base = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let direction: CaptureRecord.Direction
        if base.contains("client") || base.contains("request") {
            direction = .toServer
        } else if base.contains("server") || base.contains("response") {
            direction = .toClient
        } else {
            let source = (try? Message(parsing: bytes))?.header?.source?.locURI ?? ""
            direction = source.contains("://") ? .toClient : .toServer
        }
        return CaptureRecord(direction: direction, body: bytes, origin: CaptureOrigin(file: name))
    }
}
