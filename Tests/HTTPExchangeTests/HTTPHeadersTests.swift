import HTTPExchange
import Testing

@Suite struct HTTPHeadersTests {
    @Test("Names are compared without case, and keep theirs")
    func names() {
        var headers: HTTPHeaders = ["Content-Type": "text/xml; charset=utf-8", "MS-CV": "a"]
        #expect(headers["content-type"] == "text/xml; charset=utf-8")
        #expect(headers.mediaType == "text/xml")
        headers.append("ms-cv", "b")
        #expect(headers.values("MS-CV") == ["a", "b"])
        headers.set("ms-cv", "c")
        #expect(headers.values("MS-CV") == ["c"])
        #expect(headers.fields.map(\.name) == ["Content-Type", "MS-CV"])
        headers.remove("MS-cv")
        #expect(headers["MS-CV"] == nil)
    }

    @Test("A description shows no credentials")
    func secrets() {
        let headers: HTTPHeaders = ["Authorization": "Bearer hush", "Accept": "*/*"]
        #expect(headers.description == "Authorization: (secret)\nAccept: */*")
    }
}
