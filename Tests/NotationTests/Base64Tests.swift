import Foundation
import Notation
import Testing

struct Base64Tests {
    @Test(
        "The vectors of RFC 4648 section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, encoded: String) {
        #expect(Base64.encode(text.utf8) == encoded)
        #expect(Base64.digits(of: Array(text.utf8)) == Array(encoded.utf8))
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test("Every octet in every place comes back, as Foundation writes it")
    func roundTrip() {
        for count in 0..<70 {
            let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count * 31) }
            let text = Base64.encode(octets)
            #expect(text == Data(octets).base64EncodedString())
            #expect(Base64.decode(text) == octets && Base64.decode(text, passingOver: .nothing) == octets)
        }
        for octet in UInt8.min...UInt8.max {
            for octets in [[octet], [0, octet], [0, 0, octet]] {
                #expect(Base64.decode(Base64.encode(octets)) == octets)
            }
        }
    }

    @Test(
        "White space is passed over, where the reader says so",
        arguments: [("YW\r\nJj", "abc"), (" Y Q = =\t", "a"), ("  ", ""), ("\n", "")])
    func whiteSpace(text: String, octets: String) {
        #expect(Base64.decode(text) == Array(octets.utf8))
        #expect(Base64.decode(text, passingOver: .nothing) == nil)
    }

    @Test(
        "What is no Base64",
        arguments: [
            "YWJ", "YWJj=", "Y", "====", "=", "==", "Y===", "<YW>", "Y=JjYWJj", "YQ==YQ==", "YQ=a", "not base64",
            "YWJj-_==",
            "no Base64!", "YW\u{0}Jj", "YW\u{A0}Jj", "YWJ\u{E9}", "YW\u{B}Jj",
        ])
    func refused(text: String) {
        #expect(Base64.decode(text) == nil && Base64.decode(text, passingOver: .nothing) == nil)
    }

    @Test("Bits that the last digit has too many do not count", arguments: ["YR==", "YS==", "Yf=="])
    func spareBits(text: String) { #expect(Base64.decode(text) == [0x61]) }

    @Test("Cut off anywhere but behind four digits, a text is refused")
    func truncated() {
        let text = Base64.encode((0..<20).map { UInt8($0) })
        for count in 0...text.utf8.count {
            let octets = Base64.decode(text.prefix(count))
            #expect((octets != nil) == count.isMultiple(of: 4), "\(count)")
        }
    }

    @Test("Every text of up to six characters: read when it has the form of RFC 4648, as Foundation reads it")
    func oracle() throws {
        var texts = [""]
        for length in 1...6 {
            texts += texts.filter { $0.utf8.count == length - 1 }
                .flatMap { text in ["A", "/", "=", "*"].map { text + $0 } }
        }
        #expect(texts.count == 5461)
        let form = try Regex("([A/]{4})*([A/]{2}==|[A/]{3}=)?")
        for text in texts {
            // Foundation is asked only then: it also reads digits behind padding and padding without need.
            let isBase64 = text.wholeMatch(of: form) != nil
            let expected = isBase64 ? Data(base64Encoded: text).map { Array($0) } : nil
            #expect(Base64.decode(text, passingOver: .nothing) == expected, "\(text)")
        }
    }
}
