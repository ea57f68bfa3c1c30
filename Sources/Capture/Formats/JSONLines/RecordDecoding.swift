import Notation
import SyncML

/// Makes a record of the object in one line. A key whose value cannot be used is a fault; the rest of the record is kept, unless it is
/// the direction or the body.
struct RecordDecoding {
    private let value: JSONValue
    private let origin: (Int) -> CaptureOrigin
    private(set) var faults: [CaptureFault] = []

    init(_ value: JSONValue, origin: @escaping (Int) -> CaptureOrigin) {
        self.value = value
        self.origin = origin
    }

    mutating func record() -> CaptureRecord? {
        guard let direction = value.member("direction") else {
            report(0, "Found no \"direction\"; expected \"to-server\" or \"to-client\".")
            return nil
        }
        guard let sender = direction.value.string.flatMap(CaptureRecord.Direction.init(rawValue:)) else {
            report(direction.offset, "Found another \"direction\"; expected \"to-server\" or \"to-client\".")
            return nil
        }
        guard let body = body() else { return nil }
        return CaptureRecord(
            direction: sender, time: time(), url: text("url"), method: text("method"), status: status(),
            headers: headers(), body: body, origin: origin(0))
    }

    private mutating func body() -> [UInt8]? {
        if let member = present("body") {
            guard let text = member.value.string else {
                report(member.offset, "Found \(member.value.kind) as \"body\"; expected a string.")
                return nil
            }
            return Array(text.utf8)
        }
        guard let member = present("bodyBase64") else { return [] }
        guard let bytes = member.value.string.flatMap({ Base64.decode($0) }) else {
            report(member.offset, "Found no Base64 in \"bodyBase64\".", code: .encoding)
            return nil
        }
        return bytes
    }

    private mutating func time() -> CaptureTime? {
        guard let member = present("time") else { return nil }
        if let time = member.value.string.flatMap({ CaptureTime(text: $0) }) { return time }
        report(member.offset, "Found another \"time\"; expected one such as \"2026-11-27T15:10:35.123456Z\".")
        return nil
    }

    private mutating func status() -> Int? {
        guard let member = present("status") else { return nil }
        if let status = member.value.integer, (100...999).contains(status) { return status }
        report(member.offset, "Found another \"status\"; expected a number of three digits.")
        return nil
    }

    private mutating func text(_ name: String) -> String? {
        guard let member = present(name) else { return nil }
        if let text = member.value.string { return text }
        report(member.offset, "Found \(member.value.kind) as \"\(name)\"; expected a string.")
        return nil
    }

    /// An array of pairs, which keeps order and repetition, or an object, which is easier to write by hand.
    private mutating func headers() -> [HTTPField] {
        guard let member = present("headers") else { return [] }
        switch member.value {
        case .object(let members):
            return members.compactMap { field in
                if let value = field.value.string { return HTTPField(field.name, value) }
                report(field.offset, "Found \(field.value.kind) as a header; expected a string.")
                return nil
            }
        case .array(let elements):
            return elements.compactMap { element in
                let pair = element.value.elements?.compactMap(\.value.string)
                if let pair, pair.count == 2, element.value.elements?.count == 2 { return HTTPField(pair[0], pair[1]) }
                report(element.offset, "Found \(element.value.kind) as a header; expected [name, value].")
                return nil
            }
        case .string, .number, .bool, .null:
            report(member.offset, "Found \(member.value.kind) as \"headers\"; expected an array of [name, value].")
            return []
        }
    }

    /// The member of a name; nil when it is absent or null.
    private func present(_ name: String) -> JSONMember? {
        guard let member = value.member(name) else { return nil }
        if case .null = member.value { return nil }
        return member
    }

    private mutating func report(_ offset: Int, _ message: String, code: CaptureFault.Code = .malformed) {
        faults.append(CaptureFault(code: code, origin: origin(offset), message: message))
    }
}
