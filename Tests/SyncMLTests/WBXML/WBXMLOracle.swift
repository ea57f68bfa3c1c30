import Foundation

/// The tools of libwbxml (Debian package libwbxml2-utils), an implementation that is not ours (oma-dm.md 5.7).
enum WBXMLOracle {
    /// True when both tools are installed. Prints once why tests are skipped when they are not.
    static let isPresent: Bool = {
        if tool("wbxml2xml") != nil, tool("xml2wbxml") != nil { return true }
        print("skipped: wbxml2xml and xml2wbxml are not installed; apt-get install libwbxml2-utils")
        return false
    }()

    private static func tool(_ name: String) -> URL? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return folders.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// The XML that the oracle makes of a document, without white space of its own; nil when it refuses it.
    static func xml(_ bytes: [UInt8]) throws -> [UInt8]? { try run("wbxml2xml", ["-m", "2", "-k"], bytes) }

    /// The WBXML that the oracle makes of a message in XML; nil when it refuses it.
    static func wbxml(_ bytes: [UInt8], version: String) throws -> [UInt8]? {
        try run("xml2wbxml", ["-v", version, "-k"], bytes)
    }

    private static func run(_ name: String, _ arguments: [String], _ input: [UInt8]) throws -> [UInt8]? {
        guard let tool = tool(name) else { return nil }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wbxml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (from, to) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
        try Data(input).write(to: from)
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments + ["-o", to.path, from.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let output = try? Data(contentsOf: to) else { return nil }
        return [UInt8](output)
    }
}
