import SyncML
import Testing
import XMLStream

/// Input that is meant to hurt, or that was damaged on the way.
struct AbuseTests {
    /// A message like those that servers send, with every form of content.
    static let realistic = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- server --><SyncML xmlns="SYNCML:SYNCML1.2" xmlns:msft="http://schemas.microsoft.com/MobileDevice/MDM">
          <SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>2</MsgID>
            <Target><LocURI>urn:device</LocURI></Target><Source><LocURI>https://mdm/\u{E4}</LocURI></Source></SyncHdr>
          <SyncBody>
            <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>
            <Atomic><CmdID>2</CmdID><Replace><CmdID>3</CmdID><Item><Target><LocURI>./Device/A</LocURI></Target>
              <Meta><Format xmlns="syncml:metinf">chr</Format></Meta><Data>a &lt;b&gt; &#xF000; &amp;</Data></Item></Replace>
              <Add><CmdID>4</CmdID><Item><Data><![CDATA[<enabled/>]]></Data></Item></Add></Atomic>
            <Add><CmdID>5</CmdID><Item><Data><a x='1'>\u{1F600}</a></Data></Item></Add>
            <Final/>
          </SyncBody>
        </SyncML>
        """

    /// Cut at every byte: never a crash, never accepted, always said to be cut off (or empty, before the first tag).
    @Test func truncation() throws {
        let bytes = Array(Self.realistic.utf8)
        #expect(try Message(parsing: bytes + Array(" \n".utf8)).commands.count == 3)
        for end in 0..<bytes.count {
            let refusal = refusing(Array(bytes[..<end]))
            let code = refusal?.code
            #expect(code == .cutOff || (code == .empty && end <= 55), "cut at \(end): \(String(describing: refusal))")
        }
    }

    /// Elements that are kept because nobody knows them take time in proportion to their number: were each one to copy those
    /// before it, so many would take minutes.
    @Test(arguments: ["Replace", "Status"]) func manyUnknownChildren(command: String) throws {
        let count = 50_000
        let children = String(repeating: "<x/>", count: count) + String(repeating: "<CmdID>1</CmdID>", count: 2)
        let read = try parse(message("<\(command)>\(children)</\(command)>"))
        switch try #require(read.commands.first) {
        case .replace(let replace): #expect(replace.unknown.count == count + 1)
        case .status(let status): #expect(status.unknown.count == count + 1)
        default: Issue.record("another command")
        }
    }

    @Test func truncationOfUTF16() throws {
        let bytes = Self.realistic.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Message(parsing: bytes).commands.count == 3)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(refusing(Array(bytes[..<end])) != nil, "cut at \(end)")
        }
    }

    /// One byte changed, at every place: a message or a refusal, never a crash; a message survives a round trip.
    @Test(arguments: [UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: ">"), 0x00, 0x80, 0xFF, 0x20])
    func oneByteChanged(byte: UInt8) throws {
        var bytes = Array(Self.realistic.utf8)
        for index in bytes.indices {
            let before = bytes[index]
            bytes[index] = byte
            if let read = try? Message(parsing: bytes) {
                let again = try Message(parsing: read.serialized())
                #expect(again == read, "byte \(index)")
            }
            bytes[index] = before
        }
    }

    @Test(
        arguments: [
            "<!DOCTYPE a [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><SyncML>&c;</SyncML>",
            "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><SyncML>&a;</SyncML>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]><SyncML/>",
            "<!DOCTYPE a [<!ENTITY a 'x'>]><Get><Item><Data>&a;</Data></Item></Get>",
            "<!DOCTYPE a [<!ENTITY a 'x'>]><Get/>",
        ])
    func entities(text: String) { #expect(refusing(text)?.code == .entity) }

    @Test func deepNesting() {
        let count = 200_000
        for root in ["SyncML", "Add"] {
            let text = "<\(root)>" + String(repeating: "<Atomic>", count: count)
            #expect(refusing(text)?.code == .tooDeep)
        }
    }

    @Test func largeText() {
        let text = message("<Add><Item><Data>\(String(repeating: "x", count: 11 << 20))</Data></Item></Add>")
        #expect(refusing(text)?.code == .tooLarge)
        #expect(refusing(text, limits: MessageLimits(messageBytes: 20 << 20))?.code == .textTooLong)
    }

    /// Findings, repeated names and white space in quantity cost time in proportion to their number.
    @Test(.timeLimit(.minutes(1)))
    func manyDeviations() throws {
        let items = String(repeating: "<Item><x/><Data/><Target/></Item>", count: 50_000)
        let read = try parse(message("<Add><CmdID>1</CmdID>\(items)</Add>"))
        #expect(read.firstItems.count == 50_000 && read.findings.count == 1_001)
        let gaps = String(repeating: " \n", count: 2_000_000)
        #expect(try parse("<SyncBody>\(gaps)<Get/>\(gaps)</SyncBody>").commands.count == 1)
    }

    @Test(
        arguments: [[0], [1], [0x0B], [0x1F], [0xEF, 0xBF, 0xBE], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xFF]] as [[UInt8]]
    )
    func forbiddenBytes(bytes: [UInt8]) {
        let text = Array("<Add><Item><Data>".utf8) + bytes + Array("</Data></Item></Add>".utf8)
        let code = refusing(text)?.code
        #expect(code == .forbiddenCharacter || code == .encoding)
    }

    @Test(arguments: ["&#0;", "&#1;", "&#xD800;", "&#x110000;"])
    func forbiddenReferences(reference: String) {
        let code = refusing("<Add><Item><Data>\(reference)</Data></Item></Add>")?.code
        #expect(code == .forbiddenCharacter || code == .notWellFormed)
    }

    @Test(arguments: ["UTF-16", "UTF-32", "nonsense", "EBCDIC-CP-US"])
    func wrongEncodingLabels(label: String) throws {
        let refusal = try #require(refusing("<?xml version='1.0' encoding='\(label)'?><SyncML/>"))
        #expect(refusal.code != .outOfMemory)
    }

    /// Bytes without meaning, from a fixed generator.
    @Test func noise() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        let alphabet = Array("<>/!?-[]&;=\"' \n\u{201C}AddSyncMLItem".utf8)
        for length in 0..<400 {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            #expect(refusing([UInt8(ascii: "<")] + bytes) != nil || length > 3)
        }
    }
}
