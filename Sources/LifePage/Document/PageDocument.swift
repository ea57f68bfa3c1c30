import Hashing
import Notation

/// The page as one HTML document, without a request to anywhere but the tool that serves it. docs/page.md describes it.
///
/// Whatever a server, a scenario or a capture says is data: it stands in one element as JSON, which no text can end, and the
/// page's scripts put it into the document as text.
public struct PageDocument: Sendable {
    /// UTF-8.
    public let bytes: [UInt8]

    /// The document for a life that is still lived: it asks the server it came from for all that happens.
    public static let live = PageDocument(policy: "", data: [])

    /// The value of the header `Content-Security-Policy` that belongs to `live`.
    public static let contentSecurityPolicy = policy(
        connecting: "connect-src 'self'; ", framing: "; frame-ancestors 'none'")

    /// How large a report becomes before it leaves messages out.
    public static let mostReportBytes = 16 << 20

    /// A report: the document with a whole life in it, which asks nobody for anything.
    ///
    /// When it would have more than `mostReportBytes`, the XML of messages is left out, the latest first; the page says so.
    ///
    /// - Parameter body: the XML of a message by its `n`; nil for one that cannot be shown.
    public init(report timeline: Timeline, body: (Int) -> String?) throws {
        var whole = timeline
        whole.addBodies(body, most: .max)
        var json = try TimelineJSON.bytes(whole)
        if json.count > Self.mostReportBytes {
            let bare = try TimelineJSON.bytes(timeline)
            whole = timeline
            whole.addBodies(body, most: max(0, Self.mostReportBytes - bare.count))
            json = try TimelineJSON.bytes(whole)
        }
        let meta =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy(connecting: "", framing: ""))\">"
        self.init(
            policy: meta,
            data: Array("<script type=\"application/json\" id=\"life\">".utf8) + Self.escaped(json)
                + Array("</script>".utf8))
    }

    /// Replaces the placeholders of the page's own file, each once, from front to back: what was put in is not looked at.
    private init(policy: String, data: [UInt8]) {
        var result: [UInt8] = []
        result.reserveCapacity(
            PageSources.page.utf8.count + Self.style.utf8.count + Self.script.utf8.count + data.count)
        var rest = PageSources.page[...]
        while let start = rest.firstRange(of: "<!--"), let end = rest[start.upperBound...].firstRange(of: "-->") {
            result += rest[..<start.lowerBound].utf8
            switch rest[start.upperBound..<end.lowerBound] {
            case "csp": result += policy.utf8
            case "style": result += "<style>\(Self.style)</style>".utf8
            case "data": result += data
            case "script": result += "<script>\(Self.script)</script>".utf8
            default: result += rest[start.lowerBound..<end.upperBound].utf8
            }
            rest = rest[end.upperBound...]
        }
        bytes = result + rest.utf8
    }

    private static let style = PageSources.styles.map(\.text).joined()
    private static let script = PageSources.scripts.map(\.text).joined(separator: "\n")

    /// Scripts and styles are those of the page and no others; markup cannot be made from text at all.
    private static func policy(connecting: String, framing: String) -> String {
        "default-src 'none'; script-src \(source(script)); style-src \(source(style)); img-src data:; \(connecting)"
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\(framing)"
    }

    private static func source(_ text: String) -> String {
        "'sha256-\(Base64.encode(SHA256.hash(Array(text.utf8))))'"
    }

    /// JSON that can stand in a script element: no text in it ends the element or begins a comment.
    static func escaped(_ json: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count + json.count / 8)
        var kept = 0
        for (index, byte) in json.enumerated() {
            let escape: String
            let length: Int
            switch byte {
            case UInt8(ascii: "<"): (escape, length) = ("\\u003c", 1)
            // U+2028 and U+2029, which older scripts take for the end of a line.
            case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] & 0xFE == 0xA8:
                (escape, length) = (json[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
            default: continue
            }
            result += json[kept..<index]
            result += escape.utf8
            kept = index + length
        }
        result += json[kept...]
        return result
    }
}

extension Timeline {
    /// Puts the XML of messages beside them, from the first one on, as long as there is room.
    ///
    /// - Parameter most: the bytes that they may have together, as JSON in a document.
    mutating func addBodies(_ body: (Int) -> String?, most: Int) {
        var left = most
        for step in steps.indices {
            for index in steps[step].messages.indices {
                steps[step].messages[index].body = .leftOut
                guard left > 0, let text = body(steps[step].messages[index].n) else { continue }
                let size = most == .max ? 0 : Self.size(text)
                // What comes later is left out too, so that there is one place from which on none is there.
                guard size <= left else {
                    left = 0
                    continue
                }
                left -= size
                steps[step].messages[index].body = .xml(text)
            }
        }
    }

    /// The bytes of a text as JSON in a script element.
    private static func size(_ text: String) -> Int {
        text.utf8.reduce(2) { size, byte in
            switch byte {
            case UInt8(ascii: "<"): size + 6
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x09, 0x0A, 0x0D: size + 2
            case 0..<0x20: size + 6
            default: size + 1
            }
        }
    }
}
