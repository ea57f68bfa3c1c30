import Capture
import Testing

struct JSONLinesTests {
    private static let hostileBodies: [[UInt8]] = [
        [], Array("<a>\u{0}\r\n\t\"\\/\u{7F}\u{2028}\u{1F600}</a>".utf8), Array(0...255), [0xEF, 0xBB, 0xBF, 0x3C],
        [0xC3], [0xED, 0xA0, 0x80], Array(repeating: 0x22, count: 10_000), [0x03, 0x01, 0x6A],
    ]

    private static func lines(_ records: [CaptureRecord]) -> [UInt8] {
        let writer = JSONLinesWriter()
        return writer.header(CaptureHeader(source: "test", isRedacted: true)) + records.flatMap { writer.record($0) }
    }

    private static let records = hostileBodies.enumerated().map { index, body in
        CaptureRecord(
            direction: index.isMultiple(of: 2) ? .toServer : .toClient,
            time: CaptureTime(microseconds: Int64(index) * 1_000_001 - 3), url: "https://x/\u{1F}?q=\"",
            method: index.isMultiple(of: 2) ? "POST" : nil, status: index.isMultiple(of: 2) ? nil : 200,
            headers: [HTTPField("A", "1"), HTTPField("a", ""), HTTPField("A", "\"\\\n")], body: body)
    }

    @Test("Any bytes come back as they were, whatever the pieces", arguments: [1, 2, 3, 7, 64, 1_000_000])
    func roundTrip(pieces: Int) {
        let read = elements(of: JSONLinesReader(file: "f"), Self.lines(Self.records), pieces: pieces)
        #expect(read.faults == [])
        #expect(read.headers == [CaptureHeader(source: "test", isRedacted: true)])
        #expect(read.records == Self.records)
    }

    @Test("Cut off at every byte: whole lines are read, at most one fault, and no crash")
    func truncation() {
        let bytes = Self.lines(Array(Self.records[..<4]))
        for count in 0..<bytes.count {
            let read = elements(of: JSONLinesReader(file: "f"), Array(bytes[..<count]))
            let whole = bytes[..<count].count { $0 == 0x0A }
            #expect(read.records.count >= max(0, whole - 1))
            #expect(read.records == Array(Self.records[..<read.records.count]))
            #expect(read.faults.count <= 1)
            #expect(read.faults.allSatisfy { $0.code == .cutOff })
        }
    }

    @Test("A broken line is a fault with its place, and the lines behind it are read")
    func brokenLine() throws {
        let text = """
            {"espalierCapture":1}
            {"direction":"to-server","body":"a"}
              {"direction":"to-server","body":"b",}
            {"direction":"to-client","body":"c"}
            """
        let read = elements(of: JSONLinesReader(file: "f"), Array(text.utf8))
        #expect(read.records.map(\.text) == ["a", "c"])
        let fault = try #require(read.faults.first)
        #expect(read.faults.count == 1)
        #expect(fault.code == .malformed)
        #expect((fault.origin.line, fault.origin.column) == (3, 39))
        #expect(fault.origin.offset == 22 + 37 + 38)
        #expect(fault.message == "Found '}'; expected a name in quotes.")
    }

    @Test("Unknown keys are passed over and nothing else is lost")
    func unknownKeys() {
        let text = """
            {"espalierCapture":1,"tool":{"x":[1,2e400,null]}}
            {"note":[true],"direction":"to-client","time":"2026-11-27T16:10:35.5+01:00","status":200,"headers":{"X":"y"},"body":"c","z":-0.0}
            """
        let read = elements(of: JSONLinesReader(file: "f"), Array(text.utf8))
        #expect(read.faults == [])
        #expect(
            read.records == [
                CaptureRecord(
                    direction: .toClient, time: CaptureTime(text: "2026-11-27T15:10:35.500000Z"), status: 200,
                    headers: [HTTPField("X", "y")], body: Array("c".utf8))
            ])
    }

    @Test(
        "What is wrong with a line is named",
        arguments: [
            (#"{"direction":"up","body":""}"#, CaptureFault.Code.malformed, 0),
            (#"{"body":""}"#, .malformed, 0),
            (#"{"direction":"to-server","body":7}"#, .malformed, 0),
            (#"{"direction":"to-server","bodyBase64":"*"}"#, .encoding, 0),
            (#"{"direction":"to-server","time":"yesterday"}"#, .malformed, 1),
            (#"{"direction":"to-server","time":"2026-02-30T00:00:00Z"}"#, .malformed, 1),
            (#"{"direction":"to-server","status":1e400}"#, .malformed, 1),
            (#"{"direction":"to-server","status":123456789012345678901234567890}"#, .malformed, 1),
            (#"{"direction":"to-server","headers":["a"]}"#, .malformed, 1),
            (#"{"direction":"to-server","headers":7}"#, .malformed, 1),
            (#"{"direction":"to-server","body":"\ud800x"}"#, .encoding, 1),
            (#"{"direction":"to-server","body":"\ud800\ud800"}"#, .encoding, 1),
            (#"{"direction":"to-server","body":"\u12"}"#, .malformed, 0),
            (#"{"direction":"to-server","body":"\x"}"#, .malformed, 0),
            (#"[]"#, .malformed, 0),
            (#"{"direction":"to-server"} {}"#, .malformed, 0),
            (#"{"espalierCapture":1}"#, .malformed, 0),
            (#"nul"#, .cutOff, 0),
            ("{\"direction\":\"to-server\",\"body\":\"\u{0}\"}", .malformed, 0),
            (#"{"direction":"to-server","n":01}"#, .malformed, 0),
            (#"{"direction":"to-server","n":1.}"#, .malformed, 0),
        ])
    func wrongLines(line: String, code: CaptureFault.Code, records: Int) {
        let text = "{\"espalierCapture\":1}\n" + line
        let read = elements(of: JSONLinesReader(file: "f"), Array(text.utf8))
        #expect(read.faults.first?.code == code)
        #expect(read.faults.first?.origin.line == 2)
        #expect(read.records.count == records)
    }

    @Test("Mixed encodings: a line that is not UTF-8 is named, the others are read")
    func mixedEncodings() {
        let lines = [
            Array("{\"espalierCapture\":1}\n{\"direction\":\"to-server\",\"body\":\"M\u{FC}ller\"}\n".utf8),
            Array("{\"direction\":\"to-server\",\"body\":\"M".utf8) + [0xFC] + Array("ller\"}\n".utf8),
            Array("{\"direction\":\"to-server\",\"body\":\"a\"}\n".utf8),
        ]
        let read = elements(of: JSONLinesReader(file: "f"), lines.flatMap { $0 })
        #expect(read.records.map(\.text) == ["M\u{FC}ller", "a"])
        #expect(read.faults.map(\.code) == [.encoding])
        #expect(read.faults.map(\.origin.line) == [3])
    }

    @Test("A file without header is read, and the missing header is named")
    func noHeader() {
        let read = elements(of: JSONLinesReader(file: "f"), Array(#"{"direction":"to-server","body":"a"}"#.utf8))
        #expect(read.records.count == 1)
        #expect(read.faults.map(\.code) == [.malformed])
    }

    @Test("A newer version is named and read as far as it is known")
    func newer() {
        let read = elements(
            of: JSONLinesReader(file: "f"), Array("{\"espalierCapture\":2}\n{\"direction\":\"to-server\"}".utf8))
        #expect(read.records.count == 1)
        #expect(read.faults.map(\.code) == [.malformed])
    }

    @Test("Deep nesting and long lines end in a fault, not in a crash")
    func limits() {
        let deep =
            "{\"espalierCapture\":1}\n" + String(repeating: "[", count: 100_000) + "\n{\"direction\":\"to-server\"}"
        let read = elements(of: JSONLinesReader(file: "f"), Array(deep.utf8))
        #expect(read.faults.map(\.code) == [.malformed])
        #expect(read.records.count == 1)
        let limits = CaptureLimits(recordBytes: 100)
        let long =
            "{\"espalierCapture\":1}\n\"" + String(repeating: "x", count: 1000) + "\"\n{\"direction\":\"to-server\"}"
        for pieces in [1, 50, 10_000] {
            let read = elements(of: JSONLinesReader(file: "f", limits: limits), Array(long.utf8), pieces: pieces)
            #expect(read.faults.map(\.code) == [.tooLarge])
            #expect(read.faults.first?.message.contains("1002") == true)
            #expect(read.records.count == 1)
        }
    }

    @Test("An empty file is a capture that is cut off")
    func empty() {
        #expect(elements(of: JSONLinesReader(file: "f"), []).faults.map(\.code) == [.cutOff])
    }
}
