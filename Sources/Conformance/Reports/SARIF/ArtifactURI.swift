/// The name of a file as the URI reference that SARIF wants: relative names stay relative, so that a service finds the file in
/// its own checkout.
struct ArtifactURI: Hashable {
    let text: String

    init(_ name: String) {
        let slashed = Self.slashed(name)
        let encoded = Self.encoded(slashed)
        if name == "-" {
            text = "stdin"
        } else if slashed.hasPrefix("/") {
            text = "file://" + encoded
        } else {
            text = encoded
        }
    }

    /// With slashes, and without a leading `./`.
    static func slashed(_ name: String) -> String {
        var name = String(name.map { $0 == "\\" ? "/" : $0 })
        while name.hasPrefix("./") { name.removeFirst(2) }
        return name
    }

    /// What a path segment may not hold (RFC 3986, 3.3) is written with a percent sign; so is a colon, which could end a scheme.
    private static func encoded(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
