import Capture
import Testing

struct HARTests {
    private static let har = #"""
        {"log": {"version": "1.2", "creator": {"name": "mitmproxy", "entries": "x"}, "pages": [{"entries": [1]}], "entries": [
          {"startedDateTime": "2026-11-27T15:10:35.000Z", "time": 12.5, "comment": "a } ] \" , {",
           "request": {"method": "POST", "url": "https://mdm.example/dm", "httpVersion": "HTTP/2.0", "bodySize": 4,
             "headers": [{"name": ":authority", "value": "mdm.example"}, {"name": "Authorization", "value": "Bearer x", "comment": ""}],
             "postData": {"mimeType": "application/vnd.syncml.dm+xml", "text": "<a/>"}},
           "response": {"status": 200, "headers": [{"name": "content-type", "value": "application/vnd.syncml.dm+wbxml"}],
             "content": {"size": 3, "text": "AwFq", "encoding": "base64"}}, "cache": {}, "timings": {}},
          {"request": {"headers": [{"name": ":method", "value": "GET"}, {"name": ":authority", "value": "mdm.example"}, {"name": ":path", "value": "/d"}]},
           "response": {"status": 0}}
        ]}, "other": {"entries": [{"request": {}}]}}
        """#

    @Test("Entries become requests and responses, whatever the pieces", arguments: [1, 7, 100, 100_000])
    func entries(pieces: Int) throws {
        let read = elements(of: HARReader(file: "f"), Array(Self.har.utf8), pieces: pieces)
        #expect(read.faults == [])
        #expect(
            read.records == [
                CaptureRecord(
                    direction: .toServer, time: CaptureTime(text: "2026-11-27T15:10:35Z"),
                    url: "https://mdm.example/dm",
                    method: "POST", headers: [HTTPField("Authorization", "Bearer x")], body: Array("<a/>".utf8)),
                CaptureRecord(
                    direction: .toClient, time: CaptureTime(text: "2026-11-27T15:10:35.0125Z"),
                    url: "https://mdm.example/dm", status: 200,
                    headers: [HTTPField("content-type", "application/vnd.syncml.dm+wbxml")], body: [0x03, 0x01, 0x6A]),
                CaptureRecord(direction: .toServer, url: "https://mdm.example/d", method: "GET", body: []),
            ])
        #expect(read.records.map(\.origin.line) == [3, 6, 8])
    }

    @Test("Cut off at every byte: whole entries are read and the cut is named")
    func truncation() {
        let bytes = Array(Self.har.utf8)
        let end = bytes.count - 1
        for count in 1..<end {
            let read = elements(of: HARReader(file: "f"), Array(bytes[..<count]))
            #expect(read.faults.last?.code == .cutOff)
            #expect(read.records.count <= 3)
        }
    }

    @Test(
        "What is wrong with an entry is named and the next is read",
        arguments: [
            (#"7"#, CaptureFault.Code.malformed, 0),
            (#""entries""#, .malformed, 0),
            (#"[[{}]]"#, .malformed, 0),
            (#"{}"#, .malformed, 0),
            (#"{"request":{"method":"GET","url":"/"},}"#, .malformed, 0),
            (#"{"startedDateTime":"now","request":{"method":"GET","url":"/"}}"#, .malformed, 1),
            (#"{"response":{"status":200,"content":{"size":70}}}"#, .cutOff, 1),
            (#"{"request":{"method":"POST","url":"/","bodySize":5}}"#, .cutOff, 1),
            (#"{"response":{"status":200,"content":{"text":"*","encoding":"base64"}}}"#, .encoding, 1),
            (#"{"response":{"status":200,"content":{"text":"x","encoding":"rot13"}}}"#, .encoding, 1),
            (#"{"response":{"status":200,"content":{"text":5}}}"#, .malformed, 1),
            (#"{"response":{"status":200,"content":{"text":"\udc00"}}}"#, .encoding, 1),
            (
                #"{"response":{"status":200,"headers":[{"name":"Content-Encoding","value":"gzip"}],"content":{"text":"H4s=","encoding":"base64"}}}"#,
                .encoding, 1
            ),
        ])
    func wrongEntries(entry: String, code: CaptureFault.Code, records: Int) {
        let text = "{\"log\":{\"entries\":[\(entry),{\"request\":{\"method\":\"GET\",\"url\":\"/\"}}]}}"
        for pieces in [1, 5, 100_000] {
            let read = elements(of: HARReader(file: "f"), Array(text.utf8), pieces: pieces)
            #expect(read.faults.map(\.code) == [code])
            #expect(read.records.count == records + 1)
        }
    }

    @Test("Decoded text under a gzip header is no fault: browsers export it so")
    func decodedText() {
        let text =
            #"{"log":{"entries":[{"response":{"status":200,"headers":[{"name":"Content-Encoding","value":"gzip"}],"content":{"text":"<a/>"}}}]}}"#
        #expect(elements(of: HARReader(file: "f"), Array(text.utf8)).faults == [])
    }

    @Test(
        "JSON that is no HAR is named",
        arguments: [#"{}"#, #"{"log":{}}"#, #"{"entries":[{}]}"#, #"{"log":{"entries":{}}}"#])
    func noHAR(text: String) {
        let read = elements(of: HARReader(file: "f"), Array(text.utf8))
        #expect(read.faults.map(\.code) == [.malformed])
        #expect(read.records == [])
    }

    @Test("Deep JSON, and an entry beyond the limit, are faults")
    func limits() {
        let deep =
            "{\"log\":{\"entries\":[{\"x\":\(String(repeating: "[", count: 50_000))\(String(repeating: "]", count: 50_000))},{\"request\":{\"method\":\"GET\",\"url\":\"/\"}}]}}"
        let read = elements(of: HARReader(file: "f"), Array(deep.utf8))
        #expect(read.faults.map(\.code) == [.malformed])
        #expect(read.records.count == 1)
        let small = elements(
            of: HARReader(file: "f", limits: CaptureLimits(recordBytes: 1000)), Array(deep.utf8), pieces: 100)
        #expect(small.faults.map(\.code) == [.tooLarge])
        #expect(small.records.count == 1)
    }
}
