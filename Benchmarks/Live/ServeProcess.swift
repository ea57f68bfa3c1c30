import Foundation
import Identity

/// `espalier serve` as a process, with a user of its own.
final class ServeProcess {
    private let process = Process()
    let url: String
    let user = "ada@example.test"
    let password = "pa55"
    /// DER.
    let roots: [[UInt8]]

    var processID: Int32 { process.processIdentifier }

    init(tool: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("espalier-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = "users: [{name: ada@example.test, password: pa55}]\nenrollment: {devicesPerUser: 1000}\n"
        try settings.write(to: folder.appendingPathComponent("server.yaml"), atomically: true, encoding: .utf8)
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = ["serve", "--port", "0", "--config", "server.yaml", "--format", "json", "--quiet"]
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text = Data()
        while !text.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw CocoaError(.executableLoad) }
            text += piece
        }
        struct Line: Decodable {
            var url: String
            var authority: String
        }
        let line = try JSONDecoder().decode(Line.self, from: text)
        url = line.url
        let pem = try String(contentsOf: folder.appendingPathComponent(line.authority), encoding: .utf8)
        roots = try Certificate.all(inPEM: pem).map(\.der)
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

/// What this process and the server have used so far, in seconds of CPU.
struct Usage {
    var own: Double
    var server: Double

    init(_ server: ServeProcess) {
        own = Self.seconds(of: "self")
        self.server = Self.seconds(of: String(server.processID))
    }

    /// User and system time of a process, from /proc.
    private static func seconds(of process: String) -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return 0 }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// MiB.
    static func peak(of process: String) -> Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
            let value = line.split(separator: " ").compactMap({ Double($0) }).first
        else { return 0 }
        return value / 1024
    }
}
