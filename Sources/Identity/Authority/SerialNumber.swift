/// Numbers for certificates: 16 octets, never zero or negative (RFC 5280 section 4.1.2.2).
public enum SerialNumber {
    public static func random(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        from((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// - Parameter octets: 16 random ones.
    public static func from(_ octets: [UInt8]) -> [UInt8] {
        var octets = octets
        // A first octet of 0x40 to 0x7F: positive, and of full length in DER.
        octets[0] = octets[0] & 0x3f | 0x40
        return octets
    }

    public static func random() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }
}
