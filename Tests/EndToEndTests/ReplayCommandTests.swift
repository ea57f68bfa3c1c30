import Foundation
import TestSupport
import Testing

/// `espalier replay` as a user sees it.
struct ReplayCommandTests {
    /// A folder with the messages of the bundled life.
    private static func life() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["run", "--save-messages", folder.url.path + "/life", "--format", "json"])
        #expect(run.exitStatus == 0, "\(run.errors)")
        return folder
    }

    private static func files(_ folder: TemporaryFolder) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.url.appendingPathComponent("life"), includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }
    }

    @Test("What run saves replays with fidelity 100 %, both ways")
    func roundTrip() throws {
        let folder = try Self.life()
        for arguments in [["replay", "--learn", "life"], ["replay", "--learn", "--as-server", "life"]] {
            let run = try Tool.run(arguments, in: folder.url)
            #expect(run.exitStatus == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains("(100 %) commands with the same status"))
        }
    }

    @Test("An answer that was changed is found, with its place, in text and in JSON")
    func changed() throws {
        let folder = try Self.life()
        let file = try #require(
            try Self.files(folder).first {
                let text = try String(contentsOf: $0, encoding: .utf8)
                return $0.lastPathComponent.contains("client")
                    && text.contains("<Cmd>Replace</Cmd><Data>200</Data>")
            })
        let text = try String(contentsOf: file, encoding: .utf8)
        let range = try #require(text.range(of: "<Cmd>Replace</Cmd><Data>200</Data>"))
        try text.replacingCharacters(in: range, with: "<Cmd>Replace</Cmd><Data>405</Data>")
            .write(to: file, atomically: true, encoding: .utf8)
        let run = try Tool.run(["replay", "--learn", "life"], in: folder.url)
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("compare.status-code"))
        #expect(run.output.contains(file.lastPathComponent))
        let json = try Tool.run(["replay", "--learn", "life", "--format", "json"], in: folder.url)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let differences = try #require(report["differences"] as? [[String: Any]])
        #expect(differences.count { $0["rule"] as? String == "compare.status-code" } == 1)
        #expect(differences.first?["recorded"] as? String == "405")
        #expect(differences.first?["ours"] as? String == "200")
        #expect(differences.first?["line"] as? Int == 1)
    }

    @Test("A message that is cut off ends with exit status 2, and the rest is compared")
    func cutOff() throws {
        let folder = try Self.life()
        let file = try #require(try Self.files(folder).first { $0.lastPathComponent.contains("server") })
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(bytes.count / 2).write(to: file)
        let run = try Tool.run(["replay", "--learn", "life"], in: folder.url)
        #expect(run.exitStatus == 2)
        #expect(run.output.contains(file.lastPathComponent))
        #expect(run.output.contains("fidelity:"))
    }

    @Test("A capture of something else ends with exit status 2, and a missing one too")
    func nothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("{\"log\": 1}", to: "other.json")
        for name in ["other.json", "absent.xml"] {
            let run = try Tool.run(["replay", name], in: folder.url)
            #expect(run.exitStatus == 2, "\(name): \(run.output)\(run.errors)")
        }
        #expect(try Tool.run(["replay"]).exitStatus == 64)
        #expect(try Tool.run(["replay", "x.xml", "--show-learned"]).exitStatus == 64)
    }

    @Test("Only the server's messages: replayed, and said that nothing could be compared")
    func oneSided() throws {
        let folder = try Self.life()
        for file in try Self.files(folder) where file.lastPathComponent.contains("client") {
            try FileManager.default.removeItem(at: file)
        }
        let run = try Tool.run(["replay", "life"], in: folder.url)
        #expect(run.exitStatus == 0, "\(run.output)\(run.errors)")
        #expect(run.output.contains("nothing could be compared"))
        #expect(run.output.contains("replay.one-sided"))
    }

    @Test("--list-rules lists every rule with its reference, --show-learned what was taken")
    func lists() throws {
        let rules = try Tool.run(["replay", "--list-rules"])
        #expect(rules.exitStatus == 0)
        #expect(rules.output.contains("compare.status-code"))
        #expect(rules.output.contains("masks"))
        let folder = try Self.life()
        let learned = try Tool.run(["replay", "--learn", "--show-learned", "life"], in: folder.url)
        #expect(learned.output.contains("fact ./DevInfo/Man"))
    }
}
