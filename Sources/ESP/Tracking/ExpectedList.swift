/// The six lists by which a server says what a phase waits for (ESP-402, ESP-403).
public enum ExpectedList: String, Hashable, Sendable, CaseIterable {
    case policies = "ExpectedPolicies"
    case networkProfiles = "ExpectedNetworkProfiles"
    case scepCerts = "ExpectedSCEPCerts"
    case pfxCerts = "ExpectedPFXCerts"
    case msiAppPackages = "ExpectedMSIAppPackages"
    case modernAppPackages = "ExpectedModernAppPackages"

    /// Whether entries end in `;count` (ESP-403).
    public var hasCounts: Bool {
        switch self {
        case .policies, .networkProfiles, .scepCerts, .pfxCerts: false
        case .msiAppPackages, .modernAppPackages: true
        }
    }

    /// The character between two entries: U+F000, which the documentation calls CSP_LIST_DELIMITER.
    public static let delimiter: Character = "\u{F000}"

    /// The entries of a list's value.
    ///
    /// White space round an entry is dropped, because the documentation prints a blank after the delimiter; empty
    /// entries count for nothing, so an empty value expects nothing (windows-csp.md 3.3.1).
    public func entries(in value: String) -> [ExpectedEntry] {
        value.split(separator: Self.delimiter).map { ListText.trimmed($0) }.filter { !$0.isEmpty }
            .map { ExpectedEntry(text: $0, hasCount: hasCounts) }
    }

    /// The value of a list, as a server writes it.
    public func value(of entries: [ExpectedEntry]) -> String {
        entries.map { hasCounts ? "\($0.uri);\($0.count)" : $0.uri }.joined(separator: String(Self.delimiter))
    }
}

/// One entry of an Expected list.
public struct ExpectedEntry: Hashable, Sendable {
    /// The LocURI as the server wrote it.
    public let uri: String
    /// How many apps the package installs. The client trusts it.
    public let count: Int

    public init(uri: String, count: Int = 1) {
        self.uri = uri
        self.count = count
    }

    /// The last `;` separates the count; without a count, or with one beyond 32 bits, the entry stands for one app.
    init(text: String, hasCount: Bool) {
        guard hasCount, let separator = text.lastIndex(of: ";"),
            let count = Int32(ListText.trimmed(text[text.index(after: separator)...])), count >= 0
        else {
            self.init(uri: text)
            return
        }
        self.init(uri: ListText.trimmed(text[..<separator]), count: Int(count))
    }
}
