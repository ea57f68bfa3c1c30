import XMLStream

/// The value of an ADMX-backed policy: `<enabled/>` with data elements, or `<disabled/>` (windows-csp.md 4.6). Names of
/// elements compare without case, as published samples write both `<enabled/>` and `<Enabled/>`.
struct ADMXValue: Hashable, Sendable {
    struct Datum: Hashable, Sendable {
        var id: String
        var value: String
    }

    var isEnabled: Bool
    /// In document order; empty for a disabled policy.
    var data: [Datum]

    /// - Throws: when the text is no XML fragment, or another one than a policy's.
    init(parsing text: String) throws(DocumentFault) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        let tape: XMLTape
        do throws(XMLError) {
            tape = try XMLTape(parsing: Array(text.utf8), shape: .fragment)
        } catch {
            throw DocumentFault(isMalformed: error.code != .empty, message: Self.unreadable(text, error))
        }
        var cursor = XMLCursor(tape)
        var state: Bool?
        data = []
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .text(let text, _):
                guard text.allSatisfy(\.isWhitespace) else {
                    throw DocumentFault(message: "there is text beside the elements: \(Self.quoted(text))")
                }
            case .element(let name):
                try Self.read(cursor.tape.names[name].local, at: &cursor, &state, &data)
            }
        }
        guard let state else {
            throw DocumentFault(message: "the value has neither <enabled/> nor <disabled/>")
        }
        isEnabled = state
        if !state, let datum = data.first {
            throw DocumentFault(message: "a disabled policy has no data, and this one has \(Self.quoted(datum.id))")
        }
    }

    private static func read(
        _ name: String, at cursor: inout XMLCursor, _ state: inout Bool?, _ data: inout [Datum]
    ) throws(DocumentFault) {
        switch name.lowercased() {
        case "enabled", "disabled":
            let isEnabled = name.lowercased() == "enabled"
            guard state == nil || state == isEnabled else {
                throw DocumentFault(message: "the value is both enabled and disabled")
            }
            state = isEnabled
        case "data":
            let attributes = cursor.attributes
            func attribute(_ name: String) -> String? {
                attributes.first { $0.name.local.lowercased() == name }?.value
            }
            guard let id = attribute("id") else { throw DocumentFault(message: "a <data> has no id") }
            guard let value = attribute("value") else {
                throw DocumentFault(message: "the <data> \(quoted(id)) has no value")
            }
            data.append(Datum(id: id, value: value))
        default: throw DocumentFault(message: "<\(name)> is no element of a policy's value")
        }
        cursor.skipElement()
    }

    private static func unreadable(_ text: String, _ error: XMLError) -> String {
        guard error.code == .empty else { return "the value is not well-formed XML: \(error)" }
        return "the value has neither <enabled/> nor <disabled/>"
    }

    static func quoted(_ text: String) -> String { "\"\(text.count > 60 ? "\(text.prefix(60))…" : text)\"" }
}

extension ADMXValue {
    private init(isEnabled: Bool, data: [Datum]) {
        self.isEnabled = isEnabled
        self.data = data
    }

    /// Reads what most servers write, without a parser: `<enabled/>` or `<disabled/>`, then `<data id="…" value="…"/>`
    /// with plain characters. nil for everything else, right or wrong.
    private static func plain(_ text: String) -> ADMXValue? {
        switch text {
        case "<enabled/>": return ADMXValue(isEnabled: true, data: [])
        case "<disabled/>": return ADMXValue(isEnabled: false, data: [])
        default: break
        }
        guard text.hasPrefix("<enabled/><data ") else { return nil }
        var rest = text.utf8.dropFirst("<enabled/>".utf8.count)
        var data: [Datum] = []
        while !rest.isEmpty {
            guard skip("<data id=\"", &rest), let id = quotedText(&rest), skip(" value=\"", &rest),
                let value = quotedText(&rest), skip("/>", &rest)
            else { return nil }
            data.append(Datum(id: id, value: value))
        }
        return ADMXValue(isEnabled: true, data: data)
    }

    private static func skip(_ expected: StaticString, _ rest: inout Substring.UTF8View) -> Bool {
        expected.withUTF8Buffer { bytes in
            guard rest.starts(with: bytes) else { return false }
            rest = rest.dropFirst(bytes.count)
            return true
        }
    }

    /// Up to the closing quote, which is passed. Markup, references and control characters are left to the parser.
    private static func quotedText(_ rest: inout Substring.UTF8View) -> String? {
        guard
            let end = rest.firstIndex(where: { byte in
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte < 0x20
                    || byte > 0x7E
            }), rest[end] == UInt8(ascii: "\"")
        else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return String(Substring(rest[..<end]))
    }
}
