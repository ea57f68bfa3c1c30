import Notation

/// DER in Base64 between two lines that name it (RFC 7468).
enum PEM {
    static func text(_ label: String, _ der: [UInt8]) -> String {
        let digits = Base64.digits(of: der)
        let lines = stride(from: 0, to: digits.count, by: 64).map {
            String(decoding: digits[$0..<min($0 + 64, digits.count)], as: UTF8.self)
        }
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----", ""]).joined(separator: "\n")
    }

    /// The first block with this label; what stands before and behind it is passed over.
    static func der(_ label: String, in text: String) throws(IdentityFault) -> [UInt8] {
        guard let der = blocks(label, in: text).first else {
            throw IdentityFault(
                .pem, at: "PEM", message: "the text has no readable block \(label)",
                hint: "give the lines from BEGIN \(label) to END \(label)")
        }
        return der
    }

    /// All blocks with this label, those that are no Base64 left out.
    static func blocks(_ label: String, in text: String) -> [[UInt8]] {
        var blocks: [[UInt8]] = []
        var open: [Substring]?
        for line in text.split(whereSeparator: \.isNewline) {
            if line == "-----BEGIN \(label)-----" {
                open = []
            } else if line == "-----END \(label)-----" {
                if let lines = open, let der = Base64.decode(lines.joined()) { blocks.append(der) }
                open = nil
            } else {
                open?.append(line)
            }
        }
        return blocks
    }
}
