import SyncML
import Testing
import XMLStream

/// The named limits of design.md section 7: each refusal reports the actual and the allowed value.
struct LimitTests {
    @Test func defaults() {
        let limits = MessageLimits.standard
        #expect(limits.messageBytes == 10 << 20 && limits.depth == 64 && limits.commandsPerMessage == 10_000)
        #expect(limits.textBytes == 8 << 20 && limits.chunkedObjectBytes == 10 << 20)
    }

    @Test func messageBytes() throws {
        let text = message("")
        let size = text.utf8.count
        #expect(try parse(text, limits: MessageLimits(messageBytes: size)).isFinal)
        let refusal = try #require(refusing(text, limits: MessageLimits(messageBytes: size - 1)))
        #expect(
            refusal.code == .tooLarge && refusal.message.contains("\(size) ") && refusal.message.contains("\(size - 1)")
        )
    }

    @Test(arguments: [true, false]) func depth(isFragment: Bool) throws {
        func nested(_ count: Int) -> String {
            let root = isFragment ? "Add" : "SyncBody"
            let inner = String(repeating: "<a>", count: count - 1) + String(repeating: "</a>", count: count - 1)
            return "<\(root)>\(inner)</\(root)>"
        }
        #expect(try parse(nested(64)).commands.count == 1)
        let refusal = try #require(refusing(nested(65)))
        #expect(refusal.code == .tooDeep && refusal.message.contains("65") && refusal.message.contains("64"))
    }

    @Test func commands() throws {
        let limits = MessageLimits(commandsPerMessage: 3)
        let get = "<Get><CmdID>1</CmdID><Item/></Get>"
        let atomic = "<Atomic><CmdID>2</CmdID>\(get)\(get)</Atomic>"
        #expect(try parse(message(atomic), limits: limits).commands.count == 1)
        let refusal = try #require(refusing(message(atomic + get), limits: limits))
        #expect(refusal.code == .tooManyCommands && refusal.message.contains("4") && refusal.message.contains("3"))
        #expect(refusal.position.column == bodyColumn + atomic.count)
    }

    @Test func standardCommands() throws {
        let get = "<Get/>"
        #expect(try parse(String(repeating: get, count: 10_000)).commands.count == 10_000)
        #expect(refusing(String(repeating: get, count: 10_001))?.code == .tooManyCommands)
    }

    @Test func text() throws {
        let limits = MessageLimits(textBytes: 100)
        func data(_ count: Int) -> String {
            "<Add><Item><Data>\(String(repeating: "x", count: count))</Data></Item></Add>"
        }
        #expect(try parse(data(100), limits: limits).firstItem?.data?.content.count == 100)
        let refusal = try #require(refusing(data(101), limits: limits))
        #expect(refusal.code == .textTooLong && refusal.message.contains("101") && refusal.message.contains("100"))
    }

    @Test func events() throws {
        let refusal = try #require(refusing(message("<Get/>"), limits: MessageLimits(events: 10)))
        #expect(refusal.code == .tooManyEvents && refusal.message.contains("11") && refusal.message.contains("10"))
    }

    @Test func findings() throws {
        let read = try parse("<Get/>" + String(repeating: "<Foo/>", count: 49), limits: MessageLimits(findings: 10))
        #expect(read.findings.count == 11 && read.rules.last == "syncml.findings-left-out")
        #expect(read.commands.count == 50)
    }
}
