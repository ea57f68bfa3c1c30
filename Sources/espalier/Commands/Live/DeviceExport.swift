#if Live
import ArgumentParser
import Capture
import DeviceFile
import Notation

/// Writes what a device file holds to where its owner wants it.
struct DeviceExport {
    private let file: DeviceFile
    private let content: DeviceContent
    private let tree: StoredTree?
    /// nil when secrets are written as they are.
    private var redaction: Redaction?
    private var faults = CaptureFaults()
    /// What could not be redacted, and was left out.
    var faultCount: Int { faults.count }

    init(_ file: DeviceFile, _ content: DeviceContent, tree: StoredTree?, isRedacted: Bool) {
        self.file = file
        self.content = content
        self.tree = tree
        redaction = isRedacted ? Redaction() : nil
    }

    /// Meets the secrets of the whole file, so that each is replaced wherever it stands.
    mutating func meetSecrets() throws {
        guard var redaction else { return }
        let device = content.device
        let account = "./Device/Vendor/MSFT/DMClient/Provider/P"
        var known = [
            ("./DevInfo/DevId", device.deviceID), ("./Device/Vendor/MSFT/DMClient/HWDevID", device.hardwareID),
            ("./DevDetail/Ext/Microsoft/DeviceName", device.name),
        ]
        known += device.macAddresses.map { ("./DevDetail/Ext/Microsoft/WLANMACAddress", $0) }
        known += content.enrolments.compactMap { $0.user.map { ("\(account)/UPN", $0) } }
        for (uri, value) in known { _ = redaction.redacted(uri: uri, value: value) }
        for node in nodes(isRevealed: true) { _ = redaction.redacted(uri: node.uri, value: node.value) }
        try forEachMessage { message in redaction.learn(message.record) }
        redaction.startAgain()
        self.redaction = redaction
    }

    /// A folder with everything.
    mutating func write(to folder: String, withKeys: Bool) throws {
        guard !Files.exists(folder) else {
            Terminal.printError(Terminal.safe("\(folder): there is something already; name a folder to make"))
            throw ExitCode(2)
        }
        try attempt { () throws(FileFault) in
            try Files.makeDirectory(folder)
            try Files.makeDirectory("\(folder)/certificates")
        }
        let sessions = try DeviceFileOption.attempt { () throws(DeviceFileFault) in try file.sessions(last: .max) }
        let shown = ShownDevice(content, sessions: sessions, file: file.path)
        try write(redacted(try JSONOutput.text(shown)), to: "\(folder)/device.json")
        try write(redacted(try JSONOutput.text(ExportedTree(nodes: redactedNodes()))), to: "\(folder)/tree.json")
        for certificate in content.certificates {
            let name = "\(certificate.store.rawValue)-\(certificate.location.rawValue)-\(certificate.thumbprint)"
            try write(certificate.der, to: "\(folder)/certificates/\(Self.fileName(name)).der")
        }
        for root in content.trust {
            try write(root.der, to: "\(folder)/certificates/\(Self.fileName("trust-\(root.thumbprint)")).der")
        }
        try writeCapture(to: "\(folder)/capture.jsonl")
        guard withKeys else { return }
        try attempt { () throws(FileFault) in try Files.makeDirectory("\(folder)/keys") }
        for key in content.keys {
            try write(Array(Self.pem(key).utf8), to: "\(folder)/keys/\(Self.fileName(key.id)).pem")
        }
        Terminal.printError(
            Terminal.safe(
                "WARNING: \(folder)/keys holds \(content.keys.count) private keys without a password. Whoever reads them is "
                    + "this device; delete them when they have served."))
    }

    /// The capture log as JSON Lines.
    mutating func writeCapture(to path: String) throws {
        var output = try StreamOutput(path, JSONLinesWriter())
        try output.begin(CaptureHeader(source: "device", isRedacted: redaction != nil))
        var redaction = redaction
        var found: [CaptureFault] = []
        var number = 0
        try forEachMessage { message in
            number += 1
            var record = message.record
            record.origin = CaptureOrigin(file: file.path, line: number)
            if let result = redaction?.redacted(record) {
                found += result.faults
                record = result.record
            }
            try output.write(record)
        }
        try output.finish()
        self.redaction?.startAgain()
        for fault in found { faults.report(fault) }
    }

    // MARK: The tree

    /// All nodes that hold something, device and user.
    private func nodes(isRevealed: Bool) -> [ShownNode] {
        tree?.nodes(below: ".", deepest: .max, isRevealed: isRevealed) ?? []
    }

    private struct ExportedTree: Encodable {
        let schemaVersion = 1
        let nodes: [ShownNode]
    }

    private mutating func redactedNodes() -> [ShownNode] {
        guard var redaction else { return nodes(isRevealed: true) }
        let result = nodes(isRevealed: false).map { node in
            let redacted = redaction.redacted(uri: node.uri, value: node.value)
            return node.replacing(
                uri: redacted?.uri ?? "", value: redacted?.value, isHidden: node.hidden || redacted == nil)
        }
        self.redaction = redaction
        return result
    }

    private mutating func redacted(_ text: String) -> [UInt8] {
        Array((redaction?.redacted(text: text) ?? text).utf8)
    }

    // MARK: Files

    private func forEachMessage(_ body: (LoggedMessage) throws -> Void) throws {
        do { try file.forEachMessage(body) } catch let fault as DeviceFileFault {
            throw DeviceFileOption.failure(fault)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try attempt { () throws(FileFault) in
            let output = try OutputFile(path)
            try output.write(bytes)
            try output.close()
        }
    }

    private func attempt(_ body: () throws(FileFault) -> Void) throws {
        do throws(FileFault) { try body() } catch {
            Terminal.printError(Terminal.safe("\(error.path): \(error.reason)"))
            throw ExitCode(2)
        }
    }

    /// A name from a file must not lead out of the folder.
    private static func fileName(_ name: String) -> String {
        let kept = name.unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
            default: "_"
            }
        }
        return String(kept.prefix(120))
    }

    private static func pem(_ key: KeyRecord) -> String {
        var lines = ["-----BEGIN PRIVATE KEY-----"]
        var rest = Base64.encode(key.pkcs8.bytes)[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(64)))
            rest = rest.dropFirst(64)
        }
        return (lines + ["-----END PRIVATE KEY-----", ""]).joined(separator: "\n")
    }
}
#endif
