import Capture
import Testing

struct CaptureTimeTests {
    @Test(
        "An instant and its text are one another's reverse",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (1_796_051_435_123_456, "2026-11-30T15:10:35.123456Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
            (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
        ] as [(Int64, String)])
    func text(microseconds: Int64, text: String) {
        #expect(CaptureTime(microseconds: microseconds).text == text)
        #expect(CaptureTime(text: text)?.microseconds == microseconds)
    }

    @Test("No days are lost over eight centuries")
    func days() {
        for day in stride(from: Int64(-150_000), to: 150_000, by: 1) {
            let time = CaptureTime(microseconds: day * 86_400_000_000)
            #expect(CaptureTime(text: time.text) == time)
        }
    }

    @Test(
        "Offsets, fractions and blanks",
        arguments: [
            ("2026-11-27T15:10:35Z", "2026-11-27T15:10:35.000000Z"),
            ("2026-11-27T16:10:35.1234567+01:00", "2026-11-27T15:10:35.123456Z"),
            ("2026-11-27T16:10:35,5+0100", "2026-11-27T15:10:35.500000Z"),
            ("2026-11-27 15:10:35", "2026-11-27T15:10:35.000000Z"),
            ("2026-01-01T00:30:00-02:30", "2026-01-01T03:00:00.000000Z"),
        ])
    func forms(text: String, expected: String) { #expect(CaptureTime(text: text)?.text == expected) }

    @Test(
        "What is no time is refused",
        arguments: [
            "", "2026", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-27T24:00:00Z", "2026-11-27T15:60:00Z",
            "2026-11-27T15:10:35.Z", "2026-11-27T15:10:35Zx", "2026-11-27T15:10:35+1", "2026-11-27T15:10",
            "+026-11-27T15:10:35Z",
        ])
    func refused(text: String) { #expect(CaptureTime(text: text) == nil) }
}
