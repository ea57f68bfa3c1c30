/// A Windows to play: a build, its revision and an edition. It selects which nodes exist; behaviour that differs by build is
/// data asked of this value, never an `if` in an engine (design.md section 3).
public struct WindowsRelease: Hashable, Sendable {
    /// `11-25h2` and the like, or the full version when one was given.
    public var name: String
    public var build: Int
    /// nil stands for a named release with all its back-ports.
    public var revision: Int?
    public var edition: WindowsEdition

    public init(name: String, build: Int, revision: Int? = nil, edition: WindowsEdition = .enterprise) {
        self.name = name
        self.build = build
        self.revision = revision
        self.edition = edition
    }

    /// The named releases, oldest first.
    public static let named: [(name: String, build: Int)] = [
        ("10-1809", 17763), ("10-1903", 18362), ("10-1909", 18363), ("10-2004", 19041), ("10-20h2", 19042),
        ("10-21h1", 19043), ("10-21h2", 19044), ("10-22h2", 19045), ("11-21h2", 22000), ("11-22h2", 22621),
        ("11-23h2", 22631), ("11-24h2", 26100), ("11-25h2", 26200),
    ]

    /// Windows 11 25H2 Enterprise.
    public static let standard = WindowsRelease(name: "11-25h2", build: 26200)

    /// A named release or a full version such as `10.0.22621.3235`; nil when the text is neither.
    public init?(_ text: String, edition: WindowsEdition = .enterprise) {
        if let release = Self.named.first(where: { $0.name == text.lowercased() }) {
            self.init(name: release.name, build: release.build, edition: edition)
        } else if let version = WindowsVersion(text), !version.isPlaceholder {
            self.init(name: text, build: version.build, revision: version.revision ?? 0, edition: edition)
        } else {
            return nil
        }
    }

    public var isWindows11: Bool { build >= 22000 }
}
