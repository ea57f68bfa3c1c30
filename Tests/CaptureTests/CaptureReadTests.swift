import Capture
import SyncML
import TestSupport
import Testing

struct CaptureReadTests {
    @Test(
        "The format is told by the content",
        arguments: [
            ("{\"espalierCapture\":1}", .jsonLines), ("{ \"log\": {\"entries\":[]}}", .har),
            ("\u{FEFF}{\"log\":{}}", .har),
            ("{\"direction\":\"to-server\"}\n", .jsonLines), ("POST / HTTP/1.1\n\n", .http),
            ("HTTP/1.1 200 OK\n\n", .http),
            ("> x\nHTTP/1.1 200 OK\n\n", .http), ("<SyncML/>", .documents), ("  <Add/><Add/>", .documents),
            ("&lt;SyncML/&gt;", .documents),
            ("{\"a\":1}", nil), ("hello", nil), ("", nil), (" \n", nil), ("\u{3}\u{1}j", .wbxml),
        ] as [(String, CaptureFormat?)])
    func detection(text: String, format: CaptureFormat?) { #expect(CaptureFormat.detect(Array(text.utf8)) == format) }

    @Test("Files of a folder: order by number, direction by name before content")
    func folder() throws {
        let names = [
            "10-response.xml", "2-response.wbxml", "1-request.xml", "9_from-client.xml", "note-about-client-things.xml",
        ]
        #expect(
            Capture.inNaturalOrder(names) == [
                "1-request.xml", "2-response.wbxml", "9_from-client.xml", "10-response.xml",
                "note-about-client-things.xml",
            ])
        let wbxml = try Message(parsing: Array(Sample.request.utf8)).wbxml()
        let capture = Capture.read(files: [
            ("d/1-request.xml", Array(Sample.response.utf8)), ("d/2-response.wbxml", wbxml),
            ("d/9.xml", Array(Sample.request.utf8)),
            ("d/10.wbxml", wbxml), ("d/to-client.xml", Array(Sample.request.utf8)),
        ])
        #expect(capture.records.map(\.direction) == [.toServer, .toClient, .toServer, .toServer, .toClient])
        #expect(capture.faults == [])
        #expect(capture.records.map(\.kind) == [.syncML, .wbxml, .syncML, .wbxml, .syncML])
    }

    @Test(
        "Soap and provisioning documents tell their direction",
        arguments: [
            (
                "<s:Envelope><s:Header><a:Action>http://x/RST/wstep</a:Action></s:Header></s:Envelope>",
                CaptureRecord.Direction.toServer
            ),
            (
                "<s:Envelope><s:Header><a:Action s:mustUnderstand=\"1\">http://x/RSTRC/wstep</a:Action></s:Header></s:Envelope>",
                .toClient
            ),
            (
                "<s:Envelope><s:Header><a:Action>http://x/IDiscoveryService/DiscoverResponse</a:Action></s:Header></s:Envelope>",
                .toClient
            ),
            ("<wap-provisioningdoc version=\"1.1\"/>", .toClient), ("<Add/>", .toClient),
        ])
    func directions(text: String, direction: CaptureRecord.Direction) {
        #expect(Capture.read(files: [("f", Array(text.utf8))]).records.map(\.direction) == [direction])
    }

    @Test(
        "A profile that is named after what it is about is a server's",
        arguments: [
            ("device-information2.xml", CaptureRecord.Direction.toClient), ("048-client-test.xml", .toClient),
            ("server-name.xml", .toClient), ("01-device.xml", .toServer), ("client.xml", .toServer),
            ("001-session1-client.xml", .toServer), ("request-7.xml", .toServer),
        ])
    func nameOfAProfile(name: String, direction: CaptureRecord.Direction) {
        let capture = Capture.read(files: [(name, Array("<Get><CmdID>1</CmdID></Get>".utf8))])
        #expect(capture.records.map(\.direction) == [direction])
    }

    @Test("Every form of text is read in UTF-16 as in UTF-8", arguments: [true, false])
    func wide(isLittle: Bool) {
        let sources = [
            JSONLinesWriter().header(CaptureHeader()) + JSONLinesWriter().record(Self.exchange[0]),
            HARWriter.whole(Self.exchange), Array("POST /dm HTTP/1.1\r\nHost: h\r\n\r\n<Get/>".utf8),
        ]
        for source in sources {
            let units = [0xFEFF] + Array(String(decoding: source, as: UTF8.self).utf16)
            let wide = units.flatMap { unit -> [UInt8] in
                let bytes = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
                return isLittle ? bytes.reversed() : bytes
            }
            let (narrow, read) = (Capture.read(files: [("f", source)]), Capture.read(files: [("f", wide)]))
            #expect(!read.records.isEmpty)
            #expect(read.records.map(\.body) == narrow.records.map(\.body))
            #expect(read.faults.map(\.code) == narrow.faults.map(\.code))
        }
    }

    @Test(
        "What has no end is looked through once, whatever the pieces: a tag, a name, a line",
        .timeLimit(.minutes(1)),
        arguments: ["<SyncML a=\"", "<", "HTTP/1.1 200 OK\n\n<a>"])
    func endless(front: String) throws {
        let source = Array(front.utf8) + [UInt8](repeating: UInt8(ascii: "y"), count: 2_000_000)
        let format = try #require(CaptureFormat.detect(source))
        var reader = format.reader(file: "f", head: source)
        var elements: [CaptureElement] = []
        for start in stride(from: 0, to: source.count, by: 64) {
            elements += reader.read(Array(source[start..<min(start + 64, source.count)]))
        }
        elements += reader.finish()
        #expect(elements.records.map(\.body.count).reduce(0, +) >= 2_000_000)
    }

    @Test("An empty file is named as one", arguments: ["", " \n\t"])
    func empty(text: String) {
        let capture = Capture.read(files: [("f", Array(text.utf8))])
        #expect(capture.faults.map(\.message) == ["The file is empty."])
        #expect(capture.records.isEmpty)
    }

    @Test("What is no capture, and a capture of another protocol, are named")
    func foreign() {
        let unknown = Capture.read(files: [("a", Array("hello".utf8)), ("b", Array(Sample.request.utf8))])
        #expect(unknown.faults.map(\.code) == [.unknownFormat])
        #expect(unknown.records.count == 1)
        let foreign = Capture.read(files: [
            ("a", Array("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}HTTP/1.1 200 OK\n\n".utf8))
        ])
        #expect(foreign.faults.map(\.code) == [.foreign])
        #expect(foreign.records.count == 2)
    }

    private static let exchange = [
        CaptureRecord(
            direction: .toServer, time: CaptureTime(microseconds: 1_000_000), url: "https://s/dm", method: "POST",
            headers: [HTTPField("A", "b")], body: Array(Sample.request.utf8)),
        CaptureRecord(
            direction: .toClient, time: CaptureTime(microseconds: 1_001_500), url: "https://s/dm", status: 200,
            body: [0x03, 0x01, 0xFF]),
        CaptureRecord(
            direction: .toServer, time: CaptureTime(microseconds: 2_000_000), url: "https://s/dm", method: "POST",
            body: [0xEF, 0xBB, 0xBF, 0x3C]),
        CaptureRecord(
            direction: .toServer, time: CaptureTime(microseconds: 3_000_000), url: "https://s/dm", method: "GET",
            body: []),
        CaptureRecord(
            direction: .toClient, time: CaptureTime(microseconds: 3_000_000), url: "https://s/dm", status: 204, body: []
        ),
        CaptureRecord(
            direction: .toClient, time: CaptureTime(microseconds: 4_000_000), url: "https://s/dm", status: 500,
            body: [0]),
    ]

    @Test("A capture in HAR comes back as it was, one-sided exchanges too")
    func har() {
        let capture = Capture.read(files: [("f", HARWriter.whole(Self.exchange))])
        #expect(capture.records == Self.exchange)
        #expect(capture.faults == [])
    }

    @Test("A recorded enrolment of the corpus converts to JSON Lines and back", .enabled(if: SharedData.isPresent))
    func recordedEnrolment() throws {
        let rows = try SharedData.table("corpus/index.tsv").filter {
            $0["file"]?.hasPrefix("marcosd4h__mdm/0") == true && $0["session"]?.isEmpty == false
        }
        let files = try rows.compactMap { row in try row["file"].map { ($0, try SharedData.bytes("corpus/\($0)")) } }
        #expect(files.count == 10)
        let capture = Capture.read(files: files)
        #expect(capture.records.map(\.kind.rawValue).prefix(6) == ["soap", "soap", "soap", "soap", "soap", "soap"])
        #expect(
            capture.records.map(\.direction).prefix(9) == [
                .toServer, .toClient, .toServer, .toClient, .toServer, .toClient, .toServer, .toClient, .toServer,
            ])
        let writer = JSONLinesWriter()
        let lines = writer.header(capture.header) + capture.records.flatMap { writer.record($0) }
        #expect(Capture.read(files: [("f", lines)]).records == capture.records)
    }

    @Test("The HTTP dump of the corpus is read, its body as long as it says", .enabled(if: SharedData.isPresent))
    func corpusDump() throws {
        let bytes = try SharedData.bytes("corpus/sailfishos__buteo-syncml/030-transport-initrequest.txt")
        let capture = Capture.read(files: [("f", bytes)])
        #expect(capture.header.source == "http")
        #expect(capture.records.count == 1)
        #expect(capture.records.first?.url == "https://localhost:8081/services/syncml")
        #expect(capture.records.first?.kind == .syncML)
        #expect(capture.records.first?.direction == .toServer)
        #expect(capture.records.first?.body.count == 3037)
        #expect(capture.faults == [])
    }

    @Test("Random bytes never crash a reader")
    func noise() {
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let words = [
            "<SyncML>", "</SyncML>", "<?xml", "?>", "<!--", "-->", "{", "}", "[", "]", "\"", "\\", "\n",
            "HTTP/1.1 200 OK\n", "POST / HTTP/1.1\n", "Content-Length: 5\n", ":", ",", "\"log\":{\"entries\":[", "\0",
            "\u{E9}", "<Event>", "</Event>", "<Data>",
        ]
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<(next() % 40) {
                if next() % 4 == 0 {
                    bytes.append(UInt8(truncatingIfNeeded: next()))
                } else {
                    bytes += words[Int(next() % UInt64(words.count))].utf8
                }
            }
            for format in CaptureFormat.allCases {
                let reader = format.reader(file: "f", head: bytes)
                let whole = elements(of: reader, bytes)
                let pieces = elements(of: reader, bytes, pieces: 1)
                #expect(whole == pieces, "\(format): \(bytes)")
            }
            var redaction = Redaction()
            _ = redaction.redacted(CaptureRecord(direction: .toClient, body: bytes))
        }
    }
}
