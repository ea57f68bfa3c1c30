import SyncML

/// Takes secrets out of a capture, record by record, by rules (docs/captures.md).
///
/// The same secret always becomes the same placeholder, and documents stay well-formed. A secret that a rule has met is replaced
/// wherever it stands from then on; `learn` lets it be met before the first record is written.
public struct Redaction: Sendable {
    public let rules: [RedactionRule]
    let index: RuleIndex
    var placeholders = Placeholders()
    var sweep = SecretSweep()
    /// Nodes whose object goes on in the next message: the pieces are replaced whole, for a secret may be cut between two.
    var chunkedNodes: Set<String> = []

    /// Whether a text stands in the place of a secret that a redaction took out.
    public static func isPlaceholder(_ text: String) -> Bool { Placeholders.isMark(text) }

    public init(rules: [RedactionRule] = RedactionRule.all) {
        self.rules = rules
        index = RuleIndex(rules)
    }

    /// Meets the secrets of a record without giving it back. Going through a whole capture first finds what stands in an early record
    /// and is known as a secret only by a later one.
    public mutating func learn(_ record: CaptureRecord) { _ = redacted(record) }

    /// Meets a secret that no rule can find: its text alone does not tell.
    public mutating func learn(secret: String, kind: String) { _ = placeholder(of: Array(secret.utf8), kind: kind) }

    /// Forgets where in a session the redaction was, and keeps the secrets: between `learn` and the second reading.
    public mutating func startAgain() { chunkedNodes = [] }

    /// The record without its secrets, and what of it could not be redacted and was left out.
    public mutating func redacted(_ record: CaptureRecord) -> (record: CaptureRecord, faults: [CaptureFault]) {
        var result = record
        var faults: [CaptureFault] = []
        result.headers = record.headers.map { redacted($0) }
        switch redactedBody(record.body) {
        case .body(let body): result.body = body
        case .withheld(let reason):
            result.body = []
            faults.append(
                CaptureFault(
                    code: .notRedactable, origin: record.origin,
                    message: "The body of \(record.body.count) bytes was left out: \(reason).",
                    hint: "Without redaction it is kept."))
        }
        result.url = record.url.map { String(decoding: swept(redactedURL(Array($0.utf8))), as: UTF8.self) }
        result.headers = result.headers.map {
            HTTPField($0.name, String(decoding: swept(Array($0.value.utf8)), as: UTF8.self))
        }
        result.body = swept(result.body)
        if result.body != record.body { result.correctLength() }
        return (result, faults)
    }

    /// A text of a report, such as a message or an excerpt, without what is known by now and without what has the shape of a secret.
    public mutating func redacted(text: String) -> String {
        String(decoding: swept(withoutPatterns(Array(text.utf8))), as: UTF8.self)
    }

    // MARK: Texts

    mutating func placeholder(of secret: [UInt8], kind: String) -> [UInt8] {
        placeholders.placeholder(of: secret, kind: kind)
    }

    /// Replaces what is known by now.
    mutating func swept(_ text: [UInt8]) -> [UInt8] {
        sweep.take(placeholders.secrets)
        return sweep.applied(to: text)
    }

    mutating func withoutPatterns(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for (pattern, kind) in index.patterns {
            let matches = pattern.matches(in: text)
            guard !matches.isEmpty else { continue }
            var result: [UInt8] = []
            var kept = 0
            for match in matches {
                result += text[kept..<match.lowerBound]
                result += placeholder(of: Array(text[match]), kind: kind)
                kept = match.upperBound
            }
            text = result + text[kept...]
        }
        return text
    }

    // MARK: HTTP

    private mutating func redacted(_ field: HTTPField) -> HTTPField {
        let name = field.name.lowercased()
        var value = Array(field.value.utf8)
        if let kind = index.headers[name] {
            // `Bearer x` keeps its scheme; a cookie is replaced whole.
            let space = name.hasSuffix("authorization") ? value.firstIndex(of: 0x20).map { $0 + 1 } ?? 0 : 0
            value = value[..<space] + placeholder(of: Array(value[space...]), kind: kind)
            return HTTPField(field.name, String(decoding: value, as: UTF8.self))
        }
        for (parameter, kind) in index.headerParameters[name] ?? [] {
            guard let range = Self.parameter(parameter, in: value) else { continue }
            value.replaceSubrange(range, with: placeholder(of: Array(value[range]), kind: kind))
        }
        return HTTPField(field.name, String(decoding: withoutPatterns(redactedURL(value)), as: UTF8.self))
    }

    /// The value of `name="…"` or `name=…`.
    private static func parameter(_ name: String, in value: [UInt8]) -> Range<Int>? {
        let text = String(decoding: value, as: UTF8.self).lowercased()
        guard text.utf8.count == value.count, let found = text.firstRange(of: "\(name)=") else { return nil }
        var start = text.utf8.distance(from: text.startIndex, to: found.upperBound)
        guard start < value.count else { return nil }
        let isQuoted = value[start] == UInt8(ascii: "\"")
        if isQuoted { start += 1 }
        let end = value[start...].firstIndex {
            isQuoted ? $0 == UInt8(ascii: "\"") : $0 == UInt8(ascii: ",") || $0 <= 0x20
        }
        return start..<(end ?? value.count)
    }

    /// An address: secrets in its query and its fragment, and names in it.
    mutating func redactedURL(_ url: [UInt8]) -> [UInt8] {
        guard let mark = url.firstIndex(where: { Self.isSeparator($0) }) else { return withoutPatterns(url) }
        var result = Array(url[..<mark])
        var start = mark
        while start < url.count {
            let end = url[(start + 1)...].firstIndex { Self.isSeparator($0) } ?? url.count
            let part = url[start..<end]
            if let equals = part.firstIndex(of: UInt8(ascii: "=")),
                let kind = index.queries[String(decoding: part[(start + 1)..<equals], as: UTF8.self).lowercased()]
            {
                result += part[...equals] + placeholder(of: Self.percentDecoded(part[(equals + 1)...]), kind: kind)
            } else {
                result += part
            }
            start = end
        }
        return withoutPatterns(result)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "#")
    }

    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let byte = UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}

extension Capture {
    /// The capture without its secrets: read once to meet them, and once to replace them.
    public func redacted(rules: [RedactionRule] = RedactionRule.all) -> Capture {
        var redaction = Redaction(rules: rules)
        for record in records { redaction.learn(record) }
        redaction.startAgain()
        var result = Capture(header: header, faults: faults)
        result.header.isRedacted = true
        for record in records {
            let (record, faults) = redaction.redacted(record)
            result.records.append(record)
            result.faults += faults
        }
        return result
    }
}

extension CaptureRecord {
    /// Content-Length is that of the body that is written now.
    fileprivate mutating func correctLength() {
        for (index, field) in headers.enumerated() where field.name.lowercased() == "content-length" {
            headers[index].value = String(body.count)
        }
    }
}
