/// What the name of a file tells of the message in it.
public struct CaptureFileName: Hashable, Sendable {
    private let words: [String]

    /// - Parameter path: folders before the name do not count.
    public init(_ path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        words = stem.lowercased().split { !$0.isLetter }.map(String.init)
    }

    /// Who sent the message: the first or the last word of the name says it, as in `01-request`, `server_12` and `03-to-client`. Nil when
    /// it does not, or says both.
    ///
    /// `client`, `device` and `server` count as the last word only: `device-information.xml` is what a server asks of a device.
    public var direction: CaptureRecord.Direction? {
        guard let first = words.first, let last = words.last else { return nil }
        if words.count >= 2, words[words.count - 2] == "to" || words == ["to", last] {
            switch last {
            case "server": return .toServer
            case "client", "device": return .toClient
            default: break
            }
        }
        let told = Set(
            [Self.sender(first, isLast: words.count == 1), Self.sender(last, isLast: true)].compactMap { $0 })
        return told.count == 1 ? told.first : nil
    }

    private static func sender(_ word: String, isLast: Bool) -> CaptureRecord.Direction? {
        switch word {
        case "request", "req": .toServer
        case "response", "resp", "res", "reply", "answer": .toClient
        case "client", "device": isLast ? .toServer : nil
        case "server": isLast ? .toClient : nil
        default: nil
        }
    }
}

extension Capture {
    /// Names in the order that people mean: numbers by value, so that `2.xml` stands before `10.xml`.
    public static func inNaturalOrder(_ names: [String]) -> [String] {
        names.sorted { left, right in
            let (first, second) = (parts(left), parts(right))
            for (a, b) in zip(first, second) where a != b { return a.precedes(b) }
            return first.count == second.count ? left < right : first.count < second.count
        }
    }

    private enum Part: Equatable {
        case number(String)
        case text(String)

        func precedes(_ other: Part) -> Bool {
            switch (self, other) {
            case (.number(let left), .number(let right)):
                left.count == right.count ? left < right : left.count < right.count
            case (.text(let left), .text(let right)): left < right
            case (.number, .text): true
            case (.text, .number): false
            }
        }
    }

    private static func parts(_ name: String) -> [Part] {
        var parts: [Part] = []
        var rest = name[...]
        while let first = rest.first {
            let isNumber = first.isASCII && first.isNumber
            let run = rest.prefix { ($0.isASCII && $0.isNumber) == isNumber }
            if isNumber {
                let digits = run.drop { $0 == "0" }
                parts.append(.number(String(digits)))
            } else {
                parts.append(.text(String(run)))
            }
            rest = rest[run.endIndex...]
        }
        return parts
    }
}
