extension [UInt8] {
    /// The index of the last byte before `end` that is neither white space nor a control character; -1 when there is none.
    ///
    /// Indentation is looked at between all elements of a message, so eight bytes are looked at together.
    func lastIndexOfNonBlank(before end: Int) -> Int {
        precondition(end <= count, "outside of the document")
        return withUnsafeBytes { bytes in
            var index = end
            while index >= 8 {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index - 8, as: UInt64.self))
                // The top bit of each byte above 0x20: adding 0x5F carries into it, and those above 0x7F have it.
                let inked = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F | word) & 0x8080_8080_8080_8080
                if inked != 0 { return index - 1 - inked.leadingZeroBitCount / 8 }
                index -= 8
            }
            while index > 0, bytes[index - 1] <= 0x20 { index -= 1 }
            return index - 1
        }
    }
}
