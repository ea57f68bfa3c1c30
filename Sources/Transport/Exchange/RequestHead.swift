import HTTPExchange
import NIOHTTP1

/// The head of a request as it goes out: Host first, Content-Length last, what the caller wrote between them and in its
/// order, as in the captures (enrollment.md 17.1, 17.4). A body is never chunked (enrollment.md 4).
enum RequestHead {
    static func of(_ request: HTTPRequest) -> HTTPRequestHead {
        var headers = NIOHTTP1.HTTPHeaders([("Host", request.url.authority)])
        for field in request.headers.fields where !isOfTransport(field.name) {
            headers.add(name: field.name, value: field.value)
        }
        if request.method == .post || !request.body.isEmpty {
            headers.add(name: "Content-Length", value: "\(request.body.count)")
        }
        return HTTPRequestHead(
            version: .http1_1, method: method(request.method), uri: request.url.target, headers: headers)
    }

    private static func method(_ method: HTTPRequest.Method) -> HTTPMethod {
        switch method {
        case .get: .GET
        case .post: .POST
        }
    }

    private static func isOfTransport(_ name: String) -> Bool {
        switch name.lowercased() {
        case "host", "content-length", "transfer-encoding", "connection": true
        default: false
        }
    }

    /// The name of the first header field that would break the header up; nil when all are sound.
    ///
    /// A value may come from a server (MDM-GenericAlert does), so this is no defect of ours alone.
    static func unsendableField(of request: HTTPRequest) -> String? {
        request.headers.fields.first { field in
            field.name.isEmpty || !field.name.utf8.allSatisfy(isOfToken) || !field.value.utf8.allSatisfy(isOfValue)
        }?.name
    }

    /// RFC 9110, section 5.6.2.
    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// RFC 9110, section 5.5.
    private static func isOfValue(_ byte: UInt8) -> Bool { byte == 0x09 || (byte >= 0x20 && byte != 0x7F) }
}
