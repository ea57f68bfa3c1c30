import Capture
import SyncML
import TestSupport
import Testing

struct DocumentsTests {
    private static let declaration = "<?xml version=\"1.0\"?>"

    @Test("A file with one document is that document, byte for byte", arguments: [1, 5, 100_000])
    func single(pieces: Int) {
        for text in [
            "\u{FEFF}\n\(Self.declaration)\n<!-- note -->\(Sample.request)\n\n", Sample.response, "<Get/>",
            "<Add><CmdID>1</CmdID></Add>\n<!-- and -->\n<Replace/>\n", "some text\n\(Sample.request)",
            "<Data><![CDATA[</Data>]]></Data>",
        ] {
            let read = elements(of: DocumentsReader(file: "f"), Array(text.utf8), pieces: pieces)
            #expect(read.records.map(\.text) == [text])
            #expect(read.faults == [])
        }
    }

    @Test("Several documents are cut apart, and what stands between them is named", arguments: [1, 5, 100_000])
    func several(pieces: Int) {
        let first = Self.declaration + Sample.request
        let second = Sample.message(
            source: "https://mdm.example", target: "d", msgID: 1,
            "<!-- </SyncML> --><Add><Item><Data><![CDATA[<SyncML></x>]]></Data></Item></Add><?pi </SyncML>?><a b='>' c=\"/>\"/>"
        )
        let text = "\(first)\n\n\(second)\nstray\n<wap-provisioningdoc/>"
        let read = elements(of: DocumentsReader(file: "f"), Array(text.utf8), pieces: pieces)
        #expect(read.records.map(\.text) == [first, second, "<wap-provisioningdoc/>"])
        #expect(read.records.map(\.direction) == [.toServer, .toClient, .toClient])
        #expect(read.records.map(\.origin.line) == [1, 3, 5])
        #expect(read.records.map(\.origin.offset) == [0, first.utf8.count + 2, text.utf8.count - 22])
        #expect(read.faults.map(\.code) == [.foreign])
        #expect(read.faults.map(\.origin.line) == [4])
    }

    @Test("A message that is cut off ends where the next begins, and is named")
    func cutOff() {
        let cut = "<SyncML><SyncBody><Add>"
        let text = "\(cut)\n\(Self.declaration)\(Sample.response)\n\(cut)"
        for pieces in [1, 100_000] {
            let read = elements(of: DocumentsReader(file: "f"), Array(text.utf8), pieces: pieces)
            #expect(read.records.map(\.text) == [cut + "\n", Self.declaration + Sample.response, cut])
            #expect(read.faults.map(\.code) == [.cutOff, .cutOff])
            #expect(read.faults.map(\.origin.line) == [2, 3])
            #expect(read.faults.map(\.origin.column) == [1, cut.utf8.count + 1])
        }
    }

    @Test("Cut off at every byte: nothing is lost, and no crash")
    func truncation() {
        let text = Array("\(Self.declaration)\(Sample.request)\n<!-- x -->\(Sample.response)".utf8)
        for count in 1..<text.count {
            let read = elements(of: DocumentsReader(file: "f"), Array(text[..<count]))
            #expect((1...2).contains(read.records.count))
            #expect(text.starts(with: read.records[0].body))
        }
    }

    @Test("Hostile markup ends in records or faults")
    func hostile() {
        for text in [
            "<", "<a", "</a>", "<![CDATA[", "<!--", "<?xml", "<!DOCTYPE a [", "<a><b></a>", "<a b=\"", "<!", "<a/><",
            "<a/></b></c>",
            String(repeating: "<a>", count: 50_000), String(repeating: "<", count: 50_000), "<a/>\u{0}<b/>",
        ] {
            let read = elements(of: DocumentsReader(file: "f"), Array(text.utf8), pieces: 1000)
            #expect(!read.isEmpty)
        }
        let limits = CaptureLimits(recordBytes: 1000)
        let long = "<SyncML>" + String(repeating: "x", count: 5000) + "</SyncML>" + Sample.response
        let read = elements(of: DocumentsReader(file: "f", limits: limits), Array(long.utf8), pieces: 100)
        #expect(read.faults.first?.code == .tooLarge)
        #expect(read.records.map(\.text) == [Sample.response])
    }

    @Test(
        "Every message of the corpus is one record, byte for byte, and parses as before",
        .enabled(if: SharedData.isPresent))
    func corpus() throws {
        for row in try SharedData.table("corpus/index.tsv") {
            guard let file = row["file"], let kind = row["kind"], kind != "trace" else { continue }
            let bytes = try SharedData.bytes("corpus/\(file)")
            let capture = Capture.read(files: [(file, bytes)])
            guard row["well-formed"] == "yes" || kind == "wbxml" else { continue }
            #expect(capture.records.map(\.body) == [bytes], "\(file)")
            #expect(capture.faults.allSatisfy { $0.code == .foreign }, "\(file): \(capture.faults)")
        }
    }

    @Test("The direction of a message of the corpus is told by its SyncHdr", .enabled(if: SharedData.isPresent))
    func directions() throws {
        var wrong: [String] = []
        for row in try SharedData.table("corpus/index.tsv") where row["well-formed"] == "yes" {
            guard let file = row["file"], let kind = row["kind"], kind == "syncml-server" || kind == "syncml-client"
            else { continue }
            let capture = Capture.read(files: [("x.xml", try SharedData.bytes("corpus/\(file)"))])
            let expected = kind == "syncml-server" ? CaptureRecord.Direction.toClient : .toServer
            if capture.records.first?.direction != expected { wrong.append(file) }
        }
        print("direction not told: \(wrong.count)")
        for file in wrong { print("  \(file)") }
        #expect(wrong.count < 60)
    }
}
