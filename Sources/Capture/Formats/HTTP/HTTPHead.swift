/// The head of an HTTP/1 message: its start line and fields (RFC 9112).
struct HTTPHead: Sendable {
    enum Start: Hashable, Sendable {
        case request(method: String, target: String)
        case response(status: Int)
    }

    var start: Start
    var fields: [HTTPField]
    /// Lines that are no fields, with their index behind the start line.
    var broken: [Int]

    /// - Parameter lines: the start line and the fields, without line ends.
    init?(_ lines: [[UInt8]]) {
        guard let first = lines.first, let start = Self.start(first) else { return nil }
        self.start = start
        fields = []
        broken = []
        for (index, line) in lines.enumerated().dropFirst() {
            if let byte = line.first, byte == 0x20 || byte == 0x09, !fields.isEmpty {
                // A folded field: obsolete, and still seen in dumps.
                fields[fields.count - 1].value += " " + Self.text(line)
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
                !line[..<colon].contains(where: { $0 <= 0x20 })
            else {
                broken.append(index)
                continue
            }
            fields.append(
                HTTPField(String(decoding: line[..<colon], as: UTF8.self), Self.text(line[(colon + 1)...])))
        }
    }

    func field(_ name: String) -> String? {
        fields.first { $0.name.lowercased() == name }?.value
    }

    /// A start line; nil for anything else.
    static func start(_ line: [UInt8]) -> Start? {
        let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count >= 2 else { return nil }
        if parts[0].starts(with: "HTTP/".utf8) {
            guard parts[1].count == 3, let status = Int(String(decoding: parts[1], as: UTF8.self)), status >= 100 else {
                return nil
            }
            return .response(status: status)
        }
        guard parts.count == 3, parts[2].starts(with: "HTTP/".utf8), parts[0].count <= 32,
            parts[0].allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        return .request(
            method: String(decoding: parts[0], as: UTF8.self), target: String(decoding: parts[1], as: UTF8.self))
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String {
        let all = Array(bytes)
        let start = all.firstIndex { $0 > 0x20 } ?? all.count
        let end = all.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: all[start..<end], as: UTF8.self)
    }
}
