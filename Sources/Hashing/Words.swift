extension FixedWidthInteger where Self: UnsignedInteger {
    /// The word that stands at a place, its high octet first.
    init(bigEndian bytes: [UInt8], at place: Int) {
        self = 0
        for index in 0..<Self.bitWidth / 8 { self = self << 8 | Self(bytes[place + index]) }
    }

    /// Turned right by a number of bits, which is neither 0 nor all.
    func turned(_ count: Self) -> Self { self >> count | self << (Self(Self.bitWidth) - count) }

    var bigEndianBytes: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
