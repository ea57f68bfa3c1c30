/// What stays the same of a finding when lines move, commands are numbered anew or another finding comes before it.
///
/// It is made of the rule, the address and the sentence without its numbers. Findings of one file that share it are told
/// apart by their order, where somebody needs that.
struct Fingerprint: Hashable, Sendable {
    /// 16 hexadecimal digits.
    let text: String

    init(_ finding: LintFinding) {
        // FNV-1a of 64 bits: short and without a library; two findings of one file and rule that clash by chance would be
        // counted as alike, no more.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for byte in finding.rule.utf8 { add(byte) }
        add(0)
        for byte in (finding.target ?? "").utf8 { add(byte) }
        add(0)
        var isNumber = false
        for byte in finding.message.utf8 {
            let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            if !isDigit { add(byte) } else if !isNumber { add(UInt8(ascii: "#")) }
            isNumber = isDigit
        }
        let digits = String(hash, radix: 16)
        text = String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension LintFinding {
    /// Equal for the same finding in an edited file; see docs/ci.md.
    public var fingerprint: String { keptFingerprint ?? Fingerprint(self).text }
}
