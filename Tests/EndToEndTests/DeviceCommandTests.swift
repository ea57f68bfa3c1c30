import DeviceFile
import Foundation
import TestSupport
import Testing

/// `espalier device` as a user runs it.
struct DeviceCommandTests {
    private func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
        try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    }

    @Test("show: who, enrolled where, certificates with their end, last sessions, what is due; no secret")
    func show() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["device", "show", "--device", sample.path])
        #expect(run.exitStatus == 0)
        #expect(run.errors.isEmpty)
        for line in [
            "DESKTOP-28FGAI6, Windows 11-25h2 enterprise", "  DeviceID    7F3A0000000000000000000000000001",
            "  created     2026-11-27T17:20:00Z", "enrolled with MS DM Server (Device) by ada@example.test",
            "  discovery   https://mdm.example.test/discovery", "certificates",
            "2026-11-27T17:21:00Z session 7, push: completed, 2 messages",
            "session 8, schedule: broken (connecting: nobody listens), 0 messages", "due next",
        ] { #expect(run.output.contains(line + "\n"), "\(line)\n\(run.output)") }
        #expect(run.output.contains("until 2035-01-01T00:00:00Z, with its key"))
        #expect(run.output.contains("trust CD: no certificate that can be read"))
        for secret in SampleDevice.secrets { #expect(!run.output.contains(secret)) }
    }

    @Test("show --format json: schemaVersion 1, every key there, null where there is nothing")
    func showJSON() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["device", "show", "--device", sample.path, "--format", "json", "--sessions", "1"])
        let report = try object(run.outputBytes)
        #expect(report["schemaVersion"] as? Int == 1)
        #expect(report["isEnrolled"] as? Bool == true)
        let enrolment = try #require((report["enrolments"] as? [[String: Any]])?.first)
        #expect(enrolment["authenticationURL"] is NSNull)
        #expect(enrolment["type"] as? String == "Device")
        let sessions = try #require(report["sessions"] as? [[String: Any]])
        #expect(sessions.map { $0["number"] as? Int } == [8])
        let certificate = try #require((report["certificates"] as? [[String: Any]])?.first)
        #expect(certificate["validUntil"] as? String == "2035-01-01T00:00:00.000000Z")
        #expect((report["next"] as? [[String: Any]])?.isEmpty == false)
        for secret in SampleDevice.secrets { #expect(!run.output.contains(secret)) }
    }

    @Test("show: a device that was never enrolled")
    func bare() throws {
        let sample = try SampleDevice(lives: false, isEnrolled: false)
        let run = try Tool.run(["device", "show", "--device", sample.path])
        #expect(run.exitStatus == 0)
        #expect(run.output.contains("not enrolled\nno sessions\nnothing is due\n"))
    }

    @Test("A file that others can read: a warning, and the answer all the same")
    func readableByOthers() throws {
        let sample = try SampleDevice()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: sample.path)
        let run = try Tool.run(["device", "show", "--device", sample.path])
        #expect(run.exitStatus == 0)
        #expect(run.errors.contains("warning: \(sample.path): others can read this file"))
        #expect(run.errors.contains("hint: chmod 600 \(sample.path)"))
    }

    @Test("export --capture: our JSON Lines without secrets, which lint accepts")
    func capture() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(
            ["device", "export", "--device", sample.path, "--capture", "log.jsonl"], in: sample.folder.url)
        #expect(run.exitStatus == 0, "\(run.errors)")
        let log = try text("log.jsonl", in: sample.folder)
        #expect(log.hasPrefix("{\"espalierCapture\":1,\"source\":\"device\",\"redacted\":true}\n"))
        #expect(log.split(separator: "\n").count == 3)
        for secret in SampleDevice.secrets + ["7F3A0000000000000000000000000001"] { #expect(!log.contains(secret)) }
        let lint = try Tool.run(["lint", "log.jsonl"], in: sample.folder.url)
        #expect(lint.exitStatus == 0, "\(lint.output)\(lint.errors)")
        let mode = try FileManager.default.attributesOfItem(
            atPath: sample.folder.url.appendingPathComponent("log.jsonl").path)
        #expect(mode[.posixPermissions] as? Int == 0o600)
    }

    @Test("export --no-redact gives every byte; - is standard output")
    func unredacted() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["device", "export", "--device", sample.path, "--capture", "-", "--no-redact"])
        #expect(run.exitStatus == 0)
        #expect(run.output.contains("\"redacted\":false"))
        #expect(run.output.contains("Bearer \(SampleDevice.secrets[0])"))
    }

    @Test("export --to: device, tree, capture and certificates; no key and no secret unless asked for")
    func folder() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["device", "export", "--device", sample.path, "--to", "out"], in: sample.folder.url)
        #expect(run.exitStatus == 0, "\(run.errors)")
        let out = sample.folder.url.appendingPathComponent("out")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
                == ["capture.jsonl", "certificates", "device.json", "tree.json"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: out.appendingPathComponent("certificates").path).count
                == 2)
        for name in ["capture.jsonl", "device.json", "tree.json"] {
            let text = try text("out/\(name)", in: sample.folder)
            for secret in SampleDevice.secrets + [
                "7F3A0000000000000000000000000001", "ada@example.test", "00-15-5D-00-00-01", "DESKTOP-28FGAI6",
            ] { #expect(!text.contains(secret), "\(name) tells \(secret)") }
        }
        let tree = try object([UInt8](Data(contentsOf: out.appendingPathComponent("tree.json"))))
        let nodes = try #require(tree["nodes"] as? [[String: Any]])
        #expect(nodes.contains { $0["uri"] as? String == "./DevInfo/Lang" && $0["value"] as? String == "en-US" })
        #expect(nodes.count > 50)

        let again = try Tool.run(["device", "export", "--device", sample.path, "--to", "out"], in: sample.folder.url)
        #expect(again.exitStatus == 2)
        #expect(again.errors.contains("out: there is something already"))
    }

    @Test("export --with-keys says loudly what it wrote, for its owner alone, inside the folder")
    func keys() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(
            ["device", "export", "--device", sample.path, "--to", "out", "--with-keys"], in: sample.folder.url)
        #expect(run.exitStatus == 0)
        #expect(run.errors.contains("WARNING: out/keys holds 1 private keys without a password."))
        let file = sample.folder.url.appendingPathComponent("out/keys/___K1.pem").path
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        let lines = try text("out/keys/___K1.pem", in: sample.folder).split(separator: "\n")
        #expect(lines.first == "-----BEGIN PRIVATE KEY-----")
        #expect(Data(base64Encoded: String(lines[1])) == Data(SampleDevice.secrets[0].utf8))
    }

    @Test(
        "64: no device, nowhere to write, keys without a folder",
        arguments: [
            ["device", "show"], ["device", "export", "--device", "x"],
            ["device", "export", "--device", "x", "--capture", "y", "--with-keys"], ["tree", "get", "./DevInfo"],
            ["tree", "list", "./DevInfo"], ["device", "show", "--device", "x", "--sessions", "-1"],
        ])
    func usage(arguments: [String]) throws { #expect(try Tool.run(arguments).exitStatus == 64) }

    @Test("tree without --device says what is missing")
    func missingDevice() throws {
        let run = try Tool.run(["tree", "get", "./DevInfo"])
        #expect(run.errors.contains("--device FILE is missing: the file of the device that is meant."))
    }

    @Test("2: no file, a folder, another kind of file, one that was cut off; nothing is changed")
    func unusable() throws {
        let sample = try SampleDevice()
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample.path)))
        func check(_ path: String, _ code: String) throws {
            for verb in [
                ["device", "show"], ["device", "export", "--capture", "-"], ["tree", "get", "./DevInfo/Lang"],
                ["tree", "list", "."],
            ] {
                let run = try Tool.run(verb + ["--device", path], in: sample.folder.url)
                #expect(run.exitStatus == 2, "\(verb) \(path)")
                #expect(run.output.isEmpty)
                #expect(run.errors.contains("[\(code)]\n  hint: "), "\(run.errors)")
            }
        }
        try check("nothing", "missing")
        try check(".", "notAFile")
        for (name, bytes, code) in [
            ("empty", [], "notADeviceFile"), ("zeros", [UInt8](repeating: 0, count: 9_000), "notADeviceFile"),
            ("text", Array("hello".utf8), "notADeviceFile"), ("head", Array(whole[..<80]), "notADeviceFile"),
            ("half", Array(whole[..<(whole.count / 2)]), "damaged"),
            ("less", Array(whole[..<(whole.count - 1)]), "damaged"),
        ] {
            let file = try sample.folder.write(bytes, to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try check(name, code)
            #expect(try Data(contentsOf: file) == Data(bytes))
        }
    }

    @Test("A device that another process plays can be looked at")
    func live() throws {
        let sample = try SampleDevice()
        let file = try DeviceFile.open(sample.path, for: .playing)
        defer { file.close() }
        #expect(try Tool.run(["device", "show", "--device", sample.path]).exitStatus == 0)
    }
}
