/// Addresses as the octets of a certificate: four or sixteen (RFC 5280 section 4.2.1.6).
enum IPAddress {
    /// - Returns: nil for a text that is no address.
    static func octets(_ text: String) -> [UInt8]? { text.contains(":") ? six(text) : four(text) }

    private static func four(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let octets = parts.compactMap { $0.allSatisfy(\.isNumber) ? UInt8($0) : nil }
        return parts.count == 4 && octets.count == 4 ? octets : nil
    }

    /// Groups of hexadecimal digits, one gap `::`, and an address of four octets at the end.
    private static func six(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return nil }
        var parsed: [[UInt8]] = []
        for half in halves {
            guard let octets = groups(half) else { return nil }
            parsed.append(octets)
        }
        let count = parsed.reduce(0) { $0 + $1.count }
        guard halves.count == 2 else { return count == 16 ? parsed[0] : nil }
        guard count <= 14 else { return nil }
        return parsed[0] + [UInt8](repeating: 0, count: 16 - count) + parsed[1]
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        if text.isEmpty { return [] }
        var octets: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(".") {
                guard let address = four(part) else { return nil }
                octets += address
            } else {
                guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit), let group = UInt16(part, radix: 16)
                else { return nil }
                octets += [UInt8(group >> 8), UInt8(truncatingIfNeeded: group)]
            }
        }
        return octets
    }
}
