import Capture
import Testing

/// Exports of SyncMLViewer and logs of ETW events. The forms of SyncMLViewer are those its source writes (MainWindow.xaml.cs).
struct LogTests {
    private static let pretty = Sample.request.replacing("><", with: ">\r\n  <")
    private static let answer = Sample.response.replacing("><", with: ">\r\n  <")

    private static let export = """
        <!-- OmaDmSessionStart -->\r
        OmaDmClientExeStart \r
        <!-- 11/27/2026 3:10:35 PM -->\r
        \(pretty)\r
        \r
        <!-- 11/27/2026 3:10:36 PM -->\r
        \(answer)\r
        \r
        <!-- OmaDmSessionComplete -->\r

        """

    @Test("SyncMLViewer: messages, their times and directions, with events between them", arguments: [1, 9, 100_000])
    func viewer(pieces: Int) {
        #expect(CaptureFormat.detect(Array(Self.export.utf8)) == .syncMLViewer)
        let reader = CaptureFormat.syncMLViewer.reader(file: "f", head: Array(Self.export.utf8))
        let read = elements(of: reader, Array(Self.export.utf8), pieces: pieces)
        #expect(read.faults == [])
        #expect(read.records.map(\.text) == [Self.pretty, Self.answer])
        #expect(read.records.map(\.direction) == [.toServer, .toClient])
        #expect(read.records.map { $0.time?.text } == ["2026-11-27T15:10:35.000000Z", "2026-11-27T15:10:36.000000Z"])
        #expect(read.records.first?.origin.line == 4)
    }

    @Test("SyncMLViewer: an old export with a third dash, and one in UTF-16")
    func oldViewer() {
        let text =
            "<!--- OmaDmSessionStart --->\r\n\(Self.pretty)\r\n\r\n\(Self.answer)\r\n\r\n<!--- OmaDmSessionComplete --->\r\n"
        let utf16 = ("\u{FEFF}" + text).utf16le
        for bytes in [Array(text.utf8), utf16] {
            let capture = Capture.read(files: [("f", bytes)])
            #expect(capture.records.map(\.text) == [Self.pretty, Self.answer])
            #expect(capture.faults == [])
            #expect(capture.header.source == "syncml-viewer")
        }
    }

    @Test("SyncMLViewer: a message that the tool closed itself is cut off, and its mark is taken out")
    func viewerCut() {
        let text =
            "<!-- OmaDmSessionStart -->\n<SyncML><SyncBody><Add><CmdID>2\n"
            + "<!-- ignore this line, closing SyncML tag added to support parsing of truncated xml data --></SyncML>\n\(Sample.response)\n"
        let capture = Capture.read(files: [("f", Array(text.utf8))])
        #expect(capture.records.map(\.text) == ["<SyncML><SyncBody><Add><CmdID>2", Sample.response])
        #expect(capture.faults.map(\.code) == [.cutOff])
    }

    @Test(
        "Times in a comment",
        arguments: [
            ("11/27/2026 3:10:35 PM", "2026-11-27T15:10:35.000000Z"),
            ("1/2/2026 12:00:00 AM", "2026-01-02T00:00:00.000000Z"),
            ("27.11.2026 15:10:35", "2026-11-27T15:10:35.000000Z"),
            ("27/11/2026 15:10:35", "2026-11-27T15:10:35.000000Z"),
            ("2026-11-27 15:10:35", "2026-11-27T15:10:35.000000Z"),
            ("02/01/2026 15:10:35", "2026-01-02T15:10:35.000000Z"),
        ])
    func commentTimes(comment: String, time: String) {
        let text = "<!-- OmaDmSessionStart -->\n<!-- \(comment) -->\n\(Sample.request)"
        let capture = Capture.read(files: [("f", Array(text.utf8))])
        #expect(capture.records.first?.time?.text == time)
    }

    private static func tracefmt(_ second: Int, _ text: String) -> String {
        "[0]07D8.2BC4::11/27/2026-15:10:\(second).500 [Microsoft.Windows.DeviceManagement.OmaDmClient]\(text)"
    }

    @Test("ETW text: a message over several lines and several events", arguments: ["\n", "\r\n"], [1, 13, 100_000])
    func events(lineEnd: String, pieces: Int) {
        let message = Sample.message(source: "https://s", target: "d", msgID: 2, "<Get>\n<CmdID>5</CmdID></Get>")
        let half = message.utf8.count / 2
        let lines =
            [Self.tracefmt(10, "OmaDmSessionStart"), Self.tracefmt(11, "OmaDmSyncmlVerboseTrace: \(Sample.request)")]
            + [Self.tracefmt(12, "OmaDmSyncmlVerboseTrace: " + String(message.prefix(half)))]
            + [
                Self.tracefmt(13, "FunctionEntry x"),
                Self.tracefmt(14, "OmaDmSyncmlVerboseTrace: " + String(message.dropFirst(half))),
            ]
            + [Self.tracefmt(15, "OmaDmSessionComplete"), ""]
        let text = lines.joined(separator: "\n").replacing("\n", with: lineEnd)
        #expect(CaptureFormat.detect(Array(text.utf8)) == .eventLog)
        let read = elements(of: EventLogReader(file: "f"), Array(text.utf8), pieces: pieces)
        #expect(read.faults == [])
        #expect(read.records.map(\.text) == [Sample.request, message])
        #expect(read.records.map(\.direction) == [.toServer, .toClient])
        #expect(read.records.map { $0.time?.text } == ["2026-11-27T15:10:11.500000Z", "2026-11-27T15:10:12.500000Z"])
        #expect(read.records.map(\.origin.line) == [2, 3])
    }

    @Test("ETW text: a message without its end is named, and the next is read")
    func eventsCut() {
        let text = [
            Self.tracefmt(10, "<SyncML><SyncBody>"), Self.tracefmt(11, Sample.response), Self.tracefmt(12, "<SyncML>"),
        ].joined(separator: "\n")
        let read = elements(of: EventLogReader(file: "f"), Array(text.utf8))
        #expect(read.records.map(\.text) == ["<SyncML><SyncBody>", Sample.response, "<SyncML>"])
        #expect(read.faults.map(\.code) == [.cutOff, .cutOff])
        #expect(read.faults.map(\.origin.line) == [1, 3])
    }

    @Test("A log of ISO times, with a message on lines of its own")
    func isoLog() {
        let text = "2026-11-27T16:10:35.1234567+01:00 [OmaDm] [4711] sent\n\(Self.pretty)\n2026-11-27 15:10:36 done\n"
        #expect(CaptureFormat.detect(Array(text.utf8)) == .eventLog)
        let capture = Capture.read(files: [("f", Array(text.utf8))])
        #expect(capture.records.map(\.text) == [Self.pretty.replacing("\r\n", with: "\n")])
        #expect(capture.records.first?.time?.text == "2026-11-27T15:10:35.123456Z")
    }

    private static func event(_ id: Int, _ data: String) -> String {
        """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider'/>\
        <EventID>\(id)</EventID><TimeCreated SystemTime='2026-11-27T15:10:35.5Z'/></System><EventData><Data Name='Message'>\(data)</Data></EventData></Event>
        """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    @Test("ETW events as XML, with a message over two of them", arguments: [1, 17, 100_000], [true, false])
    func eventXML(pieces: Int, hasRoot: Bool) {
        let half = Sample.response.utf8.count / 2
        let events =
            Self.event(1, "hello") + Self.event(7, Self.escaped(Sample.request))
            + Self.event(7, Self.escaped(String(Sample.response.prefix(half)))) + Self.event(1, "between")
            + Self.event(7, Self.escaped(String(Sample.response.dropFirst(half))))
        let text = hasRoot ? "<?xml version=\"1.0\"?>\n<Events>\(events)</Events>" : events
        #expect(CaptureFormat.detect(Array(text.utf8)) == .eventXML)
        let read = elements(of: EventXMLReader(file: "f"), Array(text.utf8), pieces: pieces)
        #expect(read.records.map(\.text) == [Sample.request, Sample.response])
        #expect(read.faults == [])
        #expect(read.records.map { $0.time?.text } == ["2026-11-27T15:10:35.500000Z", "2026-11-27T15:10:35.500000Z"])
    }

    @Test("Logs that are cut off at every byte end in records and faults, without a crash")
    func truncation() {
        let tracefmt = Self.tracefmt(10, "x: \(Sample.request)") + "\n" + Self.tracefmt(11, "x: \(Sample.response)")
        let xml = Self.event(7, Self.escaped(Sample.request))
        for count in stride(from: 0, to: tracefmt.utf8.count, by: 1) {
            #expect(elements(of: EventLogReader(file: "f"), Array(tracefmt.utf8.prefix(count))).records.count <= 2)
        }
        for count in 0..<xml.utf8.count {
            #expect(elements(of: EventXMLReader(file: "f"), Array(xml.utf8.prefix(count))).records.count <= 1)
        }
        for count in 0..<Self.export.utf8.count {
            let reader = CaptureFormat.syncMLViewer.reader(file: "f", head: [])
            #expect(elements(of: reader, Array(Self.export.utf8.prefix(count))).records.count <= 2)
        }
    }
}
