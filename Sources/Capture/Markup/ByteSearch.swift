extension [UInt8] {
    /// Where a pattern begins at or behind an index; nil when it does not occur. Time in proportion to what is passed.
    func index(of pattern: StaticString, from start: Int, before end: Int? = nil) -> Int? {
        let end = end ?? count
        return withUnsafeBufferPointer { bytes in
            pattern.withUTF8Buffer { pattern in
                guard end - start >= pattern.count, start >= 0 else { return nil }
                let first = pattern[0]
                var index = start
                let last = end - pattern.count
                while index <= last {
                    if bytes[index] == first {
                        var length = 1
                        while length < pattern.count, bytes[index + length] == pattern[length] { length += 1 }
                        if length == pattern.count { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }

    /// Where a byte stands at or behind an index.
    func index(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                if bytes[index] == byte { return index }
                index += 1
            }
            return nil
        }
    }

    func hasPrefix(_ pattern: StaticString, at start: Int) -> Bool {
        pattern.withUTF8Buffer { pattern in
            guard start >= 0, start + pattern.count <= count else { return false }
            for offset in 0..<pattern.count where self[start + offset] != pattern[offset] { return false }
            return true
        }
    }

    /// True when nothing but white space stands in a range.
    func isBlank(_ range: Range<Int>) -> Bool { self[range].allSatisfy { $0 <= 0x20 } }
}
