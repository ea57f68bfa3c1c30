/// Text in UTF-16, as PowerShell writes logs and Windows writes some documents.
enum UTF16Text {
    /// The order of the two bytes of a unit.
    enum Order: Hashable, Sendable {
        case littleEndian, bigEndian
    }

    /// The order, from a byte order mark or from a first `<`; nil when it is no UTF-16.
    static func order(of head: some Collection<UInt8>) -> Order? {
        let start = Array(head.prefix(2))
        return switch start {
        case [0xFF, 0xFE], [UInt8(ascii: "<"), 0]: .littleEndian
        case [0xFE, 0xFF], [0, UInt8(ascii: "<")]: .bigEndian
        default: nil
        }
    }

    /// The text as UTF-8 without byte order mark; nil when the bytes are no UTF-16.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let order = order(of: bytes) else { return nil }
        var decoder = UTF16Decoder(order: order)
        return (decoder.push(Array(bytes)) + decoder.finish())[...]
    }
}

/// Turns UTF-16 into UTF-8 piece by piece. A half of a pair without its other becomes U+FFFD.
struct UTF16Decoder: Sendable {
    private let order: UTF16Text.Order
    private var odd: UInt8?
    private var high: UInt16?
    private var isAtStart = true

    init(order: UTF16Text.Order) { self.order = order }

    mutating func push(_ bytes: [UInt8]) -> [UInt8] {
        var units: [UInt16] = high.map { [$0] } ?? []
        high = nil
        units.reserveCapacity(bytes.count / 2 + 2)
        for byte in bytes {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let unit =
                switch order {
                case .littleEndian: UInt16(byte) << 8 | UInt16(first)
                case .bigEndian: UInt16(first) << 8 | UInt16(byte)
                }
            if isAtStart {
                isAtStart = false
                if unit == 0xFEFF { continue }
            }
            units.append(unit)
        }
        if let last = units.last, (0xD800..<0xDC00).contains(last) {
            high = last
            units.removeLast()
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// What was still open, as U+FFFD.
    mutating func finish() -> [UInt8] {
        defer {
            odd = nil
            high = nil
        }
        return odd != nil || high != nil ? Array("\u{FFFD}".utf8) : []
    }
}
