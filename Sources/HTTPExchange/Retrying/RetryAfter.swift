/// How often and how long one message is put off by HTTP 429 with Retry-After (enrollment.md 14.3): the client waits that
/// long and sends the same message again. Bounded, because a server that always says so would keep a session for ever.
public struct RetryAfter: Hashable, Sendable {
    /// What to do about a 429.
    public enum NextStep: Hashable, Sendable {
        /// Then send the same message again.
        case wait(milliseconds: Int64)
        /// The end of the session, and why, as part of a sentence.
        case giveUp(String)
    }

    /// In milliseconds.
    private let limit: Int64
    private let times: Int
    private var waits = 0

    /// - Parameters:
    ///   - limit: the longest wait that is accepted, in milliseconds.
    ///   - times: how often one message is put off.
    public init(limit: Int64 = 3_600_000, times: Int = 10) {
        self.limit = limit
        self.times = times
    }

    /// Whether a build waits; those up to 2004 ignore the header (enrollment.md 14.3, windows-csp.md 5.1).
    ///
    /// - Parameter build: such as 19041, which is 2004 itself.
    public static func isHonoured(byBuild build: Int) -> Bool { build > 19_041 }

    /// The server answered 429.
    ///
    /// - Parameters:
    ///   - header: the value of Retry-After, a number of seconds or a date (RFC 9110, section 10.2.3); nil without.
    ///   - now: seconds since 1970, which a date is compared with.
    public mutating func response(header: String?, now: Int64) -> NextStep {
        guard let header else { return .giveUp("no Retry-After says when to come again") }
        guard waits < times else { return .giveUp("this message was put off \(times) times before") }
        guard let seconds = Self.seconds(header, now: now) else {
            return .giveUp("Retry-After is neither a number of seconds nor a date")
        }
        guard seconds <= limit / 1000 else {
            return .giveUp("Retry-After is \(seconds) s, and \(limit / 1000) s are waited at most")
        }
        waits += 1
        return .wait(milliseconds: seconds * 1000)
    }

    /// - Returns: nil for a value that is neither; 0 for a date that is over.
    static func seconds(_ header: String, now: Int64) -> Int64? {
        let text = header.trimmingBlanks
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int64(text) ?? .max }
        return HTTPDate.secondsSince1970(text, now: now).map { max(0, $0 - now) }
    }
}

extension String {
    /// Without the blanks and tabs that may stand round a header's value.
    fileprivate var trimmingBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
