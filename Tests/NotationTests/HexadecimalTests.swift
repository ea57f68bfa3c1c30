import Notation
import Testing

struct HexadecimalTests {
    @Test("Every octet in both cases of letters, and back")
    func roundTrip() {
        let octets = Array(UInt8.min...UInt8.max)
        let text = Hexadecimal.text(octets)
        #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff") && text.utf8.count == 512)
        #expect(Hexadecimal.text(octets, .upper) == text.uppercased())
        #expect(Hexadecimal.octets(text) == octets && Hexadecimal.octets(text.uppercased()) == octets)
        #expect(Hexadecimal.text([]) == "" && Hexadecimal.octets("") == [])
    }

    @Test("Numbers have all their digits")
    func numbers() {
        #expect(Hexadecimal.text(of: UInt32(0x8007_05B4)) == "800705b4")
        #expect(Hexadecimal.text(of: UInt32(0x8007_05B4), .upper) == "800705B4")
        #expect(Hexadecimal.text(of: UInt8(7)) == "07" && Hexadecimal.text(of: UInt64(1)) == "0000000000000001")
    }

    @Test(
        "White space and control characters between digits are passed over",
        arguments: [" 0a\n0B\t", "0 a 0 b", "0a\u{0}0b"])
    func whiteSpace(text: String) { #expect(Hexadecimal.octets(text) == [10, 11]) }

    @Test(
        "What is not hexadecimal",
        arguments: ["0", "abc", "0x01", "gg", "0a-0b", "/0", ":0", "@0", "`0", "G0", "\u{FF10}\u{FF10}", "\u{A0}00"])
    func refused(text: String) { #expect(Hexadecimal.octets(text) == nil) }
}
