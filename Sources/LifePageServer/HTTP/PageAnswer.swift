import HTTPTypes
import Hummingbird
import NIOCore

/// What the page's server answers, as far as it is no stream.
struct PageAnswer: Sendable {
    var status: Int
    var type: String
    var body: [UInt8]
    var headers: [(name: HTTPField.Name, value: String)] = []

    private struct Failure: Encodable {
        var error: String
        var hint: String
    }

    static func json(_ value: some Encodable) -> PageAnswer {
        PageAnswer(status: 200, type: "application/json; charset=utf-8", body: PageJSON.bytes(value))
    }

    static func text(_ body: [UInt8], status: Int = 200) -> PageAnswer {
        PageAnswer(status: status, type: "text/plain; charset=utf-8", body: body)
    }

    /// A refusal: one sentence and what to do, as JSON for the page and as text for a person.
    static func refusal(_ status: Int, _ message: String, _ hint: String, isData: Bool) -> PageAnswer {
        guard isData else { return text(Array("\(message)\n\(hint)\n".utf8), status: status) }
        var answer = json(Failure(error: message, hint: hint))
        answer.status = status
        return answer
    }

    func adding(_ name: HTTPField.Name, _ value: String) -> PageAnswer {
        var answer = self
        answer.headers.append((name, value))
        return answer
    }

    var response: Response {
        var fields = Self.fields(type: type)
        for header in headers { fields[header.name] = header.value }
        return Response(
            status: HTTPResponse.Status(code: status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// What stands in every answer: nothing is kept, guessed at, framed, or told to another site.
    static func fields(type: String) -> HTTPFields {
        var fields = HTTPFields()
        fields[.contentType] = type
        fields[.cacheControl] = "no-store"
        fields[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ] {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }
}
