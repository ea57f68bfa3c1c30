import TestSupport
import Testing

/// design.md section 7: what is too large, too deep or malicious is refused quickly, with the actual and the allowed amount.
@Suite struct HostileInputTests {
    /// Seconds that a refusal may take with a debug build on a busy machine.
    private static let patience = Duration.seconds(20)

    private func refusal(_ bytes: [UInt8]) throws -> String {
        let clock = ContinuousClock()
        let start = clock.now
        let run = try Tool.run(["apply", "-", "--format", "json"], input: bytes)
        #expect(clock.now - start < Self.patience)
        #expect(run.exitStatus == 2)
        let error = try #require(try run.report().messages.first?.error)
        return error.message
    }

    private func refusal(_ text: String) throws -> String { try refusal(Array(text.utf8)) }

    @Test("a message of 11 MB")
    func largeMessage() throws {
        let data = String(repeating: "0", count: 11 << 20)
        let message = try refusal(ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, data)))
        #expect(message.contains("10485760"))
        #expect(message.contains("115"))
    }

    @Test("one text of 9 MB")
    func largeText() throws {
        let data = String(repeating: "0", count: 9 << 20)
        let message = try refusal(ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, data)))
        #expect(message.contains("8388608"))
    }

    @Test("more commands than a message may hold")
    func manyCommands() throws {
        let commands = (1...10_001).map { ServerMessage.get(String($0), "./DevInfo/Man") }.joined()
        let message = try refusal(ServerMessage.whole(commands))
        #expect(message.contains("10001") && message.contains("10000"))
    }

    @Test("elements nested too deeply", arguments: [100, 100_000])
    func depth(_ count: Int) throws {
        let sequences =
            String(repeating: "<Sequence><CmdID>1</CmdID>", count: count)
            + String(repeating: "</Sequence>", count: count)
        let message = try refusal(ServerMessage.whole(sequences))
        #expect(message.contains("65") && message.contains("64"))
        let markup = String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
        let inData = try refusal(ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, markup)))
        #expect(inData.contains("65") && inData.contains("64"))
    }

    @Test("an element with too many attributes")
    func attributes() throws {
        let attributes = (1...20_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
        let message = try refusal("<SyncML \(attributes)/>")
        #expect(message.contains("20000") && message.contains("1024"))
    }

    @Test("entities that grow a thousandfold")
    func entityBomb() throws {
        let entities = (1...11).map { level in
            "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
        }
        let bomb = "<!DOCTYPE SyncML [<!ENTITY e0 \"x\">\(entities.joined())]>"
        let message = try refusal(bomb + ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "&e11;")))
        #expect(message.contains("entity declarations are refused"))
    }

    @Test("an entity that names a file")
    func externalEntity() throws {
        let folder = try TemporaryFolder()
        let secret = try folder.write("the-secret", to: "secret.txt")
        let text =
            "<!DOCTYPE SyncML [<!ENTITY e SYSTEM \"file://\(secret.path)\">]>"
            + ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "&e;"))
        let run = try Tool.run(["apply", "-", "--format", "json"], input: Array(text.utf8))
        #expect(run.exitStatus == 2)
        #expect(!run.output.contains("the-secret"))
    }

    @Test("an external document type is not fetched and changes nothing")
    func externalDocumentType() throws {
        let text =
            "<!DOCTYPE SyncML SYSTEM \"http://127.0.0.1:9/none.dtd\">"
            + ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0"))
        let applied = try apply(text)
        #expect(applied.message.statuses == [200])
        #expect(applied.run.exitStatus == 0)
    }

    @Test("NUL bytes")
    func nul() throws {
        let text = ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0\u{0}0"))
        #expect(try refusal(text).contains("NUL"))
    }

    @Test("bytes that are no UTF-8")
    func invalidUTF8() throws {
        let text = ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "@"))
        _ = try refusal(Array(text.utf8).map { $0 == UInt8(ascii: "@") ? 0xFF : $0 })
    }

    @Test(
        "a message cut off anywhere is refused, and never ends the tool", arguments: [1, 60, 150, 300, 420, 500, 560])
    func cuts(_ length: Int) throws {
        let text = ServerMessage.whole(ServerMessage.replace("1", ServerMessage.camera, "0"))
        let run = try Tool.run(["apply", "-", "--format", "json"], input: Array(text.utf8.prefix(length)))
        #expect(run.exitStatus == (length < text.utf8.count ? 2 : 0))
    }

    @Test("what would steer a terminal is shown as a replacement character", arguments: ["\u{9B}31m", "\u{202E}evil"])
    func terminal(_ text: String) throws {
        let get = ServerMessage.whole(ServerMessage.get("1", "./Device/Vendor/MSFT/\(text)"))
        let run = try Tool.run(["apply", "-"], input: Array(get.utf8))
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("\u{FFFD}"))
        let steering = run.output.unicodeScalars.filter { [0x9B, 0x1B, 0x202E].contains($0.value) }
        #expect(steering.isEmpty)
    }

    @Test("bytes of a refused document are not written to the terminal as they are")
    func refusedBytes() throws {
        let run = try Tool.run(["apply", "-"], input: Array("\u{1B}[2J\u{1B}]0;title\u{7} no markup".utf8))
        #expect(run.exitStatus == 2)
        #expect(!run.output.unicodeScalars.contains("\u{1B}"))
    }
}
