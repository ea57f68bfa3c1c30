import HTTPExchange
import NIOHTTP1

/// What the head of a response says about the body that follows (RFC 9112, section 6.3), with everything refused that
/// two readers could read in two ways.
struct ResponseHead {
    let status: Int
    let headers: HTTPExchange.HTTPHeaders
    let framing: HTTPResponse.Framing
    /// nil where it was not told.
    let bodyLength: Int?
    let coding: ContentCoding?
    let keepsConnection: Bool

    init(
        _ head: HTTPResponseHead, offered: Set<ContentCoding>, limits: TransportLimits
    ) throws(ExchangeFault) {
        status = Int(head.status.code)
        headers = HTTPExchange.HTTPHeaders(head.headers.map { .init($0.name, $0.value) })
        guard status != 101 else { throw .malformed("The server switched protocols (101), which nobody asked for.") }
        guard (200...999).contains(status) else { throw .malformed("There is no HTTP status \(status).") }
        (framing, bodyLength) = try Self.framing(headers, status: status, version: head.version)
        if let bodyLength, bodyLength > limits.bodyBytes { throw .bodyTooLarge(limits, announced: bodyLength) }
        coding = bodyLength == 0 ? nil : try Self.coding(headers, offered: offered)
        keepsConnection = head.isKeepAlive && framing != .close
    }

    private static func framing(
        _ headers: HTTPExchange.HTTPHeaders, status: Int, version: HTTPVersion
    ) throws(ExchangeFault) -> (HTTPResponse.Framing, Int?) {
        let lengths = headers.values("Content-Length")
        let transfers = headers.values("Transfer-Encoding")
        if !transfers.isEmpty {
            guard lengths.isEmpty else {
                throw .malformed("The response has both Content-Length and Transfer-Encoding.")
            }
            guard transfers.count == 1, transfers[0].lowercased() == "chunked" else {
                throw .malformed(
                    "The Transfer-Encoding is \(transfers.joined(separator: ", ").printable), not chunked.")
            }
            guard version == .http1_1 else { throw .malformed("An HTTP/1.0 response cannot be chunked.") }
        }
        // These never have a body, whatever the header says.
        if status == 204 || status == 304 { return (.contentLength, 0) }
        if !transfers.isEmpty { return (.chunked, nil) }
        guard let text = lengths.first else { return (.close, nil) }
        guard lengths.count == 1 else { throw .malformed("The response has \(lengths.count) Content-Length fields.") }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(text) else {
            throw .malformed("The Content-Length is \(text.printable), which is no length.")
        }
        return (.contentLength, length)
    }

    private static func coding(
        _ headers: HTTPExchange.HTTPHeaders, offered: Set<ContentCoding>
    ) throws(ExchangeFault) -> ContentCoding? {
        let named = headers.values("Content-Encoding").flatMap { $0.split(separator: ",") }
            .map { $0.lowercased().filter { !$0.isWhitespace } }
            .filter { $0 != "identity" && !$0.isEmpty }
        guard let name = named.first else { return nil }
        guard named.count == 1, let coding = ContentCoding(name), offered.contains(coding) else {
            throw .encodingNotOffered(named.joined(separator: ", "))
        }
        return coding
    }
}

/// The content codings that are understood here (RFC 9110, section 8.4.1).
enum ContentCoding: String, CaseIterable {
    case gzip
    case deflate

    /// - Parameter name: in lower case; `x-gzip` is the old name of gzip.
    init?(_ name: String) { self.init(rawValue: name == "x-gzip" ? "gzip" : name) }

    /// What a request offers in Accept-Encoding; nothing without that header.
    static func offered(by request: HTTPRequest) -> Set<ContentCoding> {
        var result: Set<ContentCoding> = []
        for element in request.headers.values("Accept-Encoding").flatMap({ $0.split(separator: ",") }) {
            let parts = element.split(separator: ";").map { $0.lowercased().filter { !$0.isWhitespace } }
            guard let name = parts.first, !parts.dropFirst().contains(where: isZeroWeight) else { continue }
            if name == "*" { return Set(allCases) }
            if let coding = ContentCoding(name) { result.insert(coding) }
        }
        return result
    }

    private static func isZeroWeight(_ parameter: String) -> Bool {
        parameter.hasPrefix("q=") && Double(parameter.dropFirst(2)) == 0
    }
}
