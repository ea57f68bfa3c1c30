import Notation
import Testing

/// windows-csp.md 1.2: names travel as UTF-8 in percent-encoding.
struct PercentCodingTests {
    @Test(
        "1.2: the encodings that Windows and Intune print",
        arguments: [
            ("MS DM Server", "MS%20DM%20Server"), ("{AAAA-1}", "%7BAAAA-1%7D"), ("\u{F000}", "%EF%80%80"),
            ("{A}\u{F000}", "%7BA%7D%EF%80%80"),
            ("a/b", "a%2Fb"), ("100%", "100%25"), ("caf\u{E9}", "caf%C3%A9"), ("\u{1F600}", "%F0%9F%98%80"),
            ("Microsoft.Office_16.0~8we;k'(x)", "Microsoft.Office_16.0~8we;k'(x)"), ("?", "%3F"), ("", ""),
        ])
    func known(name: String, encoded: String) {
        #expect(PercentCoding.encode(name) == encoded)
        #expect(PercentCoding.decode(encoded[...]) == name)
    }

    @Test("1.2: every Unicode scalar of two bytes and some beyond come back from their encoding")
    func roundTrip() throws {
        for value in Array(UInt32(0)...0x7FF) + [0xFFFD, 0xF000, 0x10FFFF] {
            let name = "x\(try #require(Unicode.Scalar(value)))y"
            #expect(PercentCoding.decode(PercentCoding.encode(name)[...]) == name)
        }
    }

    @Test("1.2: hexadecimal digits in either case", arguments: ["%c3%a9", "%C3%A9", "%c3%A9"])
    func eitherCase(encoded: String) {
        #expect(PercentCoding.decode(encoded[...]) == "\u{E9}")
    }

    @Test(
        "1.2: cut off, not hexadecimal, not UTF-8", arguments: ["%", "a%4", "%G0", "%4G", "%FF", "%C3", "% 41", "%+4"])
    func damaged(encoded: String) {
        #expect(PercentCoding.decode(encoded[...]) == nil)
    }
}
