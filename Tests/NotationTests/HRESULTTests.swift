import Foundation
import Notation
import Testing

struct HRESULTTests {
    @Test(
        "ESP-517: exit codes become HRESULTs of facility 7",
        arguments: [
            (Int32(1), "0x80070001"), (1603, "0x80070643"), (1618, "0x80070652"), (1460, "0x800705b4"),
            (-2_016_345_060, "0x87d1041c"), (0, "0x00000000"), (65_537, "0x80070001"), (Int32.min, "0x80000000"),
        ])
    func win32(exitCode: Int32, text: String) {
        #expect(HRESULT(win32: exitCode).description == text)
    }

    @Test(
        "A code is read as nodes hold it",
        arguments: [
            ("-2016345060", 0x87D1_041C), ("2278622236", 0x87D1_041C), ("0x87D1041C", 0x87D1_041C),
            ("0X87d1041c", 0x87D1_041C), (" \r\n0x5\t", 5), ("0", 0), ("4294967295", 0xFFFF_FFFF),
            ("-2147483648", 0x8000_0000), ("error", nil), ("", nil), (" ", nil), ("0x", nil), ("0x123456789", nil),
            ("4294967296", nil), ("-2147483649", nil), ("1 2", nil), ("0xG", nil), ("1.0", nil),
        ] as [(String, UInt32?)])
    func reading(text: String, code: UInt32?) {
        #expect(HRESULT(text: text)?.rawValue == code)
    }

    @Test(
        "Both spellings have eight digits, and every form is read again",
        arguments: [0, 5, 0x0600_0007, 0x8600_0011, .max])
    func spellings(code: UInt32) {
        let error = HRESULT(code)
        #expect(error.description.utf8.count == 10 && error.uppercase.utf8.count == 10)
        #expect(error.uppercase == "0x" + String(error.description.dropFirst(2)).uppercased())
        for text in [error.description, error.uppercase, "\(error.signed)", "\(error.rawValue)"] {
            #expect(HRESULT(text: text) == error)
        }
    }

    @Test("A saved code is its number")
    func saved() throws {
        let data = try JSONEncoder().encode([HRESULT(0x8007_05B4)])
        #expect(String(decoding: data, as: UTF8.self) == "[2147943860]")
        #expect(try JSONDecoder().decode([HRESULT].self, from: data) == [HRESULT(0x8007_05B4)])
    }
}
