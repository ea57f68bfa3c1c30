import Capture
import Testing

struct HTTPDumpTests {
    private static let dump = [
        "POST /dm?mode=Maintenance HTTP/1.1", "Host: mdm.example", "Content-Type: application/vnd.syncml.dm+xml",
        "Content-Length: 5", "", "<a/>xHTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "3", "<b>", "4;x=y", "</b>",
        "0",
        "X-Trailer: t", "", "GET /EnrollmentServer/Discovery.svc HTTP/1.1", "Host: mdm.example", "",
        "HTTP/1.1 204 No Content", "",
        "POST /dm HTTP/1.1", "Host: mdm.example", "Content-Length: 0", "", "HTTP/1.1 100 Continue", "",
        "HTTP/1.0 500 Oops", "",
        "the rest", "of it", "",
    ]

    @Test(
        "Several messages on one connection, whatever the line ends and the pieces", arguments: ["\r\n", "\n"],
        [1, 3, 10_000])
    func connection(lineEnd: String, pieces: Int) {
        let read = elements(
            of: HTTPDumpReader(file: "f"), Array(Self.dump.joined(separator: lineEnd).utf8), pieces: pieces)
        #expect(read.faults == [])
        let records = read.records
        #expect(records.map(\.direction) == [.toServer, .toClient, .toServer, .toClient, .toServer, .toClient])
        #expect(records.map(\.method) == ["POST", nil, "GET", nil, "POST", nil])
        #expect(records.map(\.status) == [nil, 200, nil, 204, nil, 500])
        #expect(
            records.map(\.url) == [
                "https://mdm.example/dm?mode=Maintenance", "https://mdm.example/dm?mode=Maintenance",
                "https://mdm.example/EnrollmentServer/Discovery.svc",
                "https://mdm.example/EnrollmentServer/Discovery.svc", "https://mdm.example/dm",
                "https://mdm.example/dm",
            ])
        #expect(records.map(\.text) == ["<a/>x", "<b></b>", "", "", "", "the rest\(lineEnd)of it\(lineEnd)"])
        #expect(records[1].header("x-trailer") == "t")
    }

    @Test("Cut off at every byte: a fault where something is missing, and no crash")
    func truncation() {
        let bytes = Array(Self.dump.joined(separator: "\r\n").utf8)
        let whole = elements(of: HTTPDumpReader(file: "f"), bytes).records
        for count in 0..<bytes.count {
            let read = elements(of: HTTPDumpReader(file: "f"), Array(bytes[..<count]))
            #expect(read.records.count <= whole.count)
            for (record, full) in zip(read.records, whole) {
                #expect(full.body.starts(with: record.body) || record.body.starts(with: full.body))
            }
        }
        let cut = elements(of: HTTPDumpReader(file: "f"), Array("POST /x HTTP/1.1\nContent-Length: 9\n\n<a/>".utf8))
        #expect(cut.records.map(\.text) == ["<a/>"])
        #expect(cut.faults.map(\.code) == [.cutOff])
        #expect(cut.faults.first?.message.contains("5 bytes") == true)
    }

    @Test("A request without a length, and a body whose chunks a tool has put together, go on to the next start line")
    func undelimited() {
        let text = """
            POST /dm HTTP/1.1
            Host: mdm.example

            <a>1</a>
            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            <b>
            2</b>

            GET /x HTTP/1.1
            Host: mdm.example


            """
        for pieces in [1, 7, 1_000] {
            let read = elements(of: HTTPDumpReader(file: "f"), Array(text.utf8), pieces: pieces)
            #expect(read.faults == [])
            #expect(read.records.map(\.text) == ["<a>1</a>", "<b>\n2</b>", ""])
        }
        let noChunk = elements(
            of: HTTPDumpReader(file: "f"), Array("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nxyz\n".utf8))
        #expect(noChunk.faults.map(\.code) == [.malformed])
    }

    @Test("A length that is only claimed costs no memory")
    func claimedLength() {
        for length in ["1073741824", "9223372036854775807"] {
            let read = elements(
                of: HTTPDumpReader(file: "f"), Array("POST /x HTTP/1.1\nContent-Length: \(length)\n\n<a/>".utf8))
            #expect(read.records.map(\.text) == ["<a/>"])
            #expect(read.faults.map(\.code) == [.cutOff])
        }
        let limits = CaptureLimits(recordBytes: 100)
        let long =
            "POST /x HTTP/1.1\nContent-Length: 500\n\n" + String(repeating: "x", count: 500) + "GET / HTTP/1.1\n\n"
        let read = elements(of: HTTPDumpReader(file: "f", limits: limits), Array(long.utf8), pieces: 64)
        #expect(read.faults.map(\.code) == [.tooLarge])
        #expect(read.records.map(\.method) == ["GET"])
    }

    @Test(
        "What does not fit is named and the next message is read",
        arguments: [
            ("POST /x HTTP/1.1\nContent-Length: 4\n\n<a/>garbage\nGET /y HTTP/1.1\n\n", CaptureFault.Code.foreign, 2),
            ("POST /x HTTP/1.1\nContent-Length: x\n\n<a/>\nGET /y HTTP/1.1\n\n", .malformed, 2),
            ("POST /x HTTP/1.1\nno colon\n\nGET /y HTTP/1.1\n\n", .malformed, 2),
            ("POST /x HTTP/1.1\nTransfer-Encoding: chunked\n\nzz\nGET /y HTTP/1.1\n\n", .malformed, 2),
            ("POST /x HTTP/1.1\nTransfer-Encoding: chunked\n\n2\nab!\n0\n\nGET /y HTTP/1.1\n\n", .malformed, 2),
            ("> a comment\nGET /y HTTP/1.1\n\n", .foreign, 1),
            ("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 3\n\n\u{1F}ab", .encoding, 1),
        ])
    func wrongDumps(text: String, code: CaptureFault.Code, records: Int) {
        for pieces in [1, 10_000] {
            let read = elements(of: HTTPDumpReader(file: "f"), Array(text.utf8), pieces: pieces)
            #expect(read.faults.map(\.code) == [code])
            #expect(read.records.count == records)
        }
    }
}
