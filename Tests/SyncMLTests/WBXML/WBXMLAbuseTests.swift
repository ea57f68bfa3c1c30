import SyncML
import Testing

/// Input that is meant to hurt, or that was damaged on the way: always a refusal or a message, never a crash.
struct WBXMLAbuseTests {
    /// A document with every kind of token.
    static let realistic =
        syncML12(
            table: "\"Foo\" 00 \"./devinf\" 00 \"a\" 00",
            "43 05 03 \"p\" 00 01 6d 6c 71 03 \"1.2\" 00 01 72 03 \"DM/1.2\" 00 01 65 03 \"1\" 00 01 5b 03 \"1\" 00 01 "
                + "6e 57 03 \"d\" 00 01 01 67 57 83 04 01 01 5a 00 01 4c 03 \"5000\" 00 01 01 01 00 00 6b "
                + "46 4b 03 \"2\" 00 01 4f 03 \"1201\" 00 01 01 "
                + "48 4b 03 \"3\" 00 01 45 4b 03 \"4\" 00 01 54 6e 57 03 \"./a\" 00 01 01 "
                + "5a 00 01 47 03 \"bin\" 00 01 01 00 00 4f c3 03 00 ff 80 01 34 01 01 01 "
                + "45 4b 03 \"5\" 00 01 54 cf 04 0d 03 \"v\" 00 01 03 \"x\" 00 02 81 69 83 00 c3 02 c3 a9 01 01 01 "
                + "45 4b 03 \"6\" 00 01 54 5a 00 01 53 03 \"application/vnd.syncml.dmtnds+wbxml\" 00 01 01 00 00 "
                + "4f C3 32 03 00 00 6A 1B \"-//OMA//DTD-DM-DDF 1.2//EN\" 00 00 02 60 77 03 \"1.2\" 00 01 64 66 03 \"n\" 00 "
                + "01 01 01 01 01 01 44 00 03 \"y\" 00 01 12 01 01")

    /// The sample documents of these tests.
    static let samples = [realistic, WBXMLSampleTests.sample]

    @Test func realisticIsAccepted() throws {
        let read = try Message(parsing: Self.realistic)
        #expect(read.commands.count == 5 && read.isFinal)
        #expect(read.rules.contains("wbxml.nested-document") && read.rules.contains("wbxml.processing-instruction"))
    }

    @Test("DM-WBX-06: cut at every byte, a document is always said to be cut off", arguments: samples)
    func truncation(_ bytes: [UInt8]) {
        for end in 0..<bytes.count {
            let refusal = refusing(Array(bytes[..<end]))
            #expect(refusal?.code == (end == 0 ? .empty : .cutOff), "cut at \(end): \(String(describing: refusal))")
            if end > 0 { #expect(refusal?.position.offset == end) }
        }
    }

    /// The global tokens, tags with and without content, and the ends of ranges.
    private static let telling: [UInt8] =
        Array(0x00...0x05) + [0x14, 0x1F, 0x20, 0x2B, 0x2D, 0x3C] + Array(0x40...0x45) + [0x4F, 0x6B, 0x7F, 0x80]
        + [0x83, 0x84, 0x85, 0xC3, 0xC4, 0xFF]

    @Test("DM-WBX-06: any byte changed to any telling other", arguments: samples)
    func oneByteChanged(_ bytes: [UInt8]) throws {
        var changed = bytes
        for index in bytes.indices {
            for byte in Self.telling {
                changed[index] = byte
                guard let read = try? Message(parsing: changed), changed[0] <= 3 else { continue }
                // Whatever was read can be written as XML and read again, and as WBXML when it has one root.
                #expect((try? Message(parsing: read.serialized())) != nil, "byte \(index) = \(byte)")
                if let written = try? read.wbxml() {
                    #expect((try? Message(parsing: written)) != nil, "byte \(index) = \(byte)")
                }
            }
            changed[index] = bytes[index]
        }
    }

    @Test("DM-WBX-06: random bytes behind a header, and random tokens")
    func noise() {
        var noise = Noise()
        let tokens: [UInt8] = [
            0, 1, 1, 1, 2, 3, 4, 0x44, 0x45, 0x54, 0x4F, 0x5A, 0x6B, 0x83, 0x84, 0xC3, 0xC4, 0x43, 0x41,
        ]
        var accepted = 0
        for round in 0..<20_000 {
            let count = Int.random(in: 0...60, using: &noise)
            let body = (0..<count).map { _ in
                round.isMultiple(of: 2)
                    ? UInt8.random(in: 0...255, using: &noise) : tokens.randomElement(using: &noise) ?? 0
            }
            let table: [UInt8] = [4, 0x41, 0, 0x42, 0x43]
            if (try? Message(parsing: wbxml("03 a4 01 6a") + table + body)) != nil { accepted += 1 }
            _ = try? WBXMLDocument(decoding: [UInt8(round % 4)] + body)
        }
        #expect(accepted < 20_000)
    }

    @Test("deep nesting is refused at the limit, in time")
    func depth() {
        let deep = syncML12("") + [UInt8](repeating: 0x45, count: 1 << 20)
        let refusal = refusing(deep)
        #expect(refusal?.code == .tooDeep && refusal?.message.contains("65") == true)
        func nested(_ root: UInt8, _ count: Int) -> [UInt8] {
            syncML12("") + [root] + [UInt8](repeating: 0x6C, count: count - 1) + [UInt8](repeating: 1, count: count)
        }
        // The synthetic root of a fragment does not count.
        #expect(refusing(nested(0x6B, 64)) == nil && refusing(nested(0x45, 64)) == nil)
        #expect(refusing(nested(0x6B, 65))?.code == .tooDeep && refusing(nested(0x45, 65))?.code == .tooDeep)
    }

    @Test("limits of the message hold, each with the allowed value")
    func limits() throws {
        let bytes = Self.realistic
        #expect(refusing(bytes, limits: MessageLimits(messageBytes: bytes.count - 1))?.code == .tooLarge)
        #expect(refusing(bytes, limits: MessageLimits(commandsPerMessage: 5))?.code == .tooManyCommands)
        #expect(refusing(bytes, limits: MessageLimits(events: 50))?.code == .tooManyEvents)
        #expect(refusing(bytes, limits: MessageLimits(textBytes: 20))?.code == .textTooLong)
        #expect(refusing(bytes, limits: MessageLimits(depth: 3))?.code == .tooDeep)
        let many = syncML12("6b") + [UInt8](repeating: 0x05, count: 2_000) + [0x01]
        let read = try Message(parsing: many, limits: MessageLimits(findings: 10))
        #expect(read.findings.count == 11 && read.rules.last == "syncml.findings-left-out")
        let instructions =
            wbxml("03 a4 01 6a 00") + Array(repeatElement([0x43, 0x05, 0x01], count: 2_000).joined()) + [0x2B]
        #expect(try Message(parsing: instructions, limits: MessageLimits(findings: 10)).findings.count == 11)
    }

    @Test("a short document may not stand for an endless one", .timeLimit(.minutes(1)))
    func expansion() {
        // A string of 60,000 bytes that is pointed to 60,000 times: as text, as a name, as an attribute, and inside Data.
        let string = [UInt8](repeating: UInt8(ascii: "a"), count: 60_000) + [0]
        let head = wbxml("03 a4 01 6a 83 d4 61") + string
        func document(_ piece: String, in outer: String = "6b") -> [UInt8] {
            head + wbxml(outer) + Array(repeatElement(wbxml(piece), count: 60_000).joined()) + [1, 1, 1, 1]
        }
        #expect(refusing(document("83 00", in: "6b 45 4b"))?.code == .textTooLong)
        #expect(refusing(document("4b 83 00 01"))?.code == .tooLarge)
        #expect(refusing(document("04 00"))?.code == .textTooLong)
        #expect(refusing(document("85 04 83 d4 5f 83 00 01"))?.code == .tooLarge)
        let names = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000) + [0]
        let named =
            wbxml("03 a4 01 6a 87 69") + names + wbxml("6b") + Array(repeatElement([4, 0], count: 60_000).joined())
        #expect(refusing(named)?.code == .tooLarge)
        // Documents inside Data share the limit of the message.
        let inner =
            wbxml("03 00 00 6a 9d 0c") + wbxml("\"-//OMA//DTD-DM-DDF 1.2//EN\" 00")
            + [UInt8](repeating: UInt8(ascii: "a"), count: 3_696) + [0] + wbxml("00 02 60 76")
            + Array(repeatElement([0x83, 0x1B], count: 2_000).joined()) + [1, 1]
        var nested = syncML12("6b 45 5a 00 01 53 03 \"x+wbxml\" 00 01 01 00 00")
        for _ in 0..<100 {
            nested += [0x54, 0x4F, 0xC3, 0x80 | UInt8(inner.count >> 7), UInt8(inner.count & 0x7F)] + inner + [1, 1]
        }
        #expect(refusing(nested + [1, 1])?.code == .tooLarge)
    }

    @Test("lengths beyond the end cost nothing")
    func lengths() {
        for token in ["c3", "83", "02", "04"] {
            for number in ["ff ff ff 7f", "8f ff ff ff 7f", "80 80 80 80 80 80 80 01", "ff"] {
                #expect(refusing(syncML12("6b 45 \(token) \(number)")) != nil)
            }
        }
    }
}
