/// Times as logs write them. A time without a zone is taken as UTC: no log says which it is.
enum LogTime {
    /// The time in a comment of SyncMLViewer, which is .NET's short form of the reader's country.
    static func inComment(_ comment: ArraySlice<UInt8>) -> CaptureTime? {
        guard comment.count > 7, comment.count < 64 else { return nil }
        let text = String(decoding: comment.dropFirst(4).dropLast(3), as: UTF8.self)
        let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return time(String(trimmed))
    }

    static func standsInAComment(_ head: [UInt8]) -> Bool {
        var from = 0
        while let start = head.index(of: "<!--", from: from), let end = head.index(of: "-->", from: start) {
            if inComment(head[start..<(end + 3)]) != nil { return true }
            from = end
        }
        return false
    }

    /// `2026-11-27 15:10:35`, `27.11.2026 15:10:35`, `11/27/2026 3:10:35 PM`, `27/11/2026 15:10:35`.
    ///
    /// With slashes the month is first before AM or PM, else the day, unless only the other reading exists.
    static func time(_ text: String) -> CaptureTime? {
        if let time = CaptureTime(text: text) { return time }
        var scan = DigitScan(text)
        guard let first = scan.number(digits: 1...2) else { return nil }
        let hasDots = scan.take(".")
        guard hasDots || scan.take("/") || scan.take("-"), let second = scan.number(digits: 1...2),
            hasDots ? scan.take(".") : scan.take("/") || scan.take("-"), let year = scan.number(digits: 4)
        else { return nil }
        _ = scan.take(",")
        guard scan.take(" ") else { return nil }
        let hasHalves = text.hasSuffix("AM") || text.hasSuffix("PM")
        let monthFirst = !hasDots && second <= 31 && (hasHalves || second > 12) && first <= 12
        return monthFirst
            ? CaptureTime(&scan, year: year, month: first, day: second)
            : CaptureTime(&scan, year: year, month: second, day: first)
    }
}
