/// The front of a line of an ETW text log: when, and who says it.
///
/// Two forms are known: that of tracefmt, `[0]07D8.2BC4::11/27/2026-15:10:35.123 [Provider]text`, and a line that begins with an ISO
/// time, `2026-11-27T15:10:35.1234567Z [Provider] text`. Both are local time unless a zone says otherwise; it is taken as UTC.
struct EventLine {
    var time: CaptureTime
    /// Where the text of the event begins.
    var textStart: Int

    /// nil for a line that goes on with the event before it.
    init?(_ line: [UInt8]) {
        guard let (time, index) = Self.tracefmt(line) ?? Self.iso(line) else { return nil }
        self.time = time
        var start = index
        var searching = true
        while searching {
            searching = false
            var next = start
            while next < line.count, line[next] == 0x20 || line[next] == 0x09 { next += 1 }
            if next < line.count, line[next] == UInt8(ascii: "["),
                let end = line.index(of: UInt8(ascii: "]"), from: next)
            {
                start = end + 1
                searching = true
            }
        }
        if start < line.count, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
        textStart = start
    }

    /// `[processor]process.thread::MM/DD/YYYY-hh:mm:ss.fff`
    private static func tracefmt(_ line: [UInt8]) -> (CaptureTime, Int)? {
        guard line.first == UInt8(ascii: "["), let mark = line.index(of: "::", from: 0), mark < 64 else { return nil }
        var scan = DigitScan(line[(mark + 2)...].prefix(40))
        guard let month = scan.number(digits: 2), scan.take("/"), let day = scan.number(digits: 2), scan.take("/"),
            let year = scan.number(digits: 4), scan.take("-"), let timeOfDay = scan.timeOfDay(),
            let time = CaptureTime(year: year, month: month, day: day, timeOfDay: timeOfDay)
        else { return nil }
        return (time, mark + 2 + scan.index)
    }

    private static func iso(_ line: [UInt8]) -> (CaptureTime, Int)? {
        guard let first = line.first, (0x30...0x39).contains(first) else { return nil }
        var scan = DigitScan(line.prefix(40))
        guard let year = scan.number(digits: 4), scan.take("-"), let month = scan.number(digits: 2), scan.take("-"),
            let day = scan.number(digits: 2), scan.take("T") || scan.take(" "), let timeOfDay = scan.timeOfDay(),
            let offset = scan.zone(),
            let time = CaptureTime(year: year, month: month, day: day, timeOfDay: timeOfDay - offset)
        else { return nil }
        return (time, scan.index)
    }
}
