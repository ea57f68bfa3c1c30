import SyncML

extension Rule {
    static let percentEncoding = Rule(
        "catalogue.percent-encoding", .note,
        "A character in an address that belongs percent-encoded: a blank, braces, quotes, or anything beyond ASCII.",
        reference: "windows-csp.md 1.2",
        check: .command { linted in
            linted.breaches { review, _ in
                let target = review.item.target?.locURI ?? ""
                guard !PlaceholderText.isInAddress(target),
                    let character = target.unicodeScalars.first(where: { !Self.isLegal($0) })
                else { return nil }
                let bytes = String(character).utf8.map { byte in
                    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
                return (
                    "the address has \(character == " " ? "a blank" : "\"\(character)\"") as it stands",
                    "write it as \(bytes.joined())"
                )
            }
        })

    /// The set of RFC 3986, with what real addresses have besides: `~` chains, `|` and `^` do not occur.
    private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F else { return false }
        return !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }
}
