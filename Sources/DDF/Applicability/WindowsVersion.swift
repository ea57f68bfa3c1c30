/// A version of Windows as DDF files and `DevDetail/SwV` write it: `10.0.build` or `10.0.build.revision`.
public struct WindowsVersion: Hashable, Sendable {
    /// Unreleased when the DDF was made: `99.9.99999`, `99.9.9999`, `88.8.88888` (windows-csp.md 6.6 pitfall 18).
    public var isPlaceholder: Bool
    public var build: Int
    public var revision: Int?

    public init(build: Int, revision: Int? = nil, isPlaceholder: Bool = false) {
        self.build = build
        self.revision = revision
        self.isPlaceholder = isPlaceholder
    }

    /// Parses `10.0.22621.3235`, `10.0.22621` or a placeholder; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3 || parts.count == 4, let major = parts[0], let minor = parts[1], let build = parts[2]
        else { return nil }
        if major == 99 || major == 88 {
            self.init(build: build, isPlaceholder: true)
            return
        }
        guard major == 10, minor == 0 else { return nil }
        if parts.count == 4 {
            guard let revision = parts[3] else { return nil }
            self.init(build: build, revision: revision)
        } else {
            self.init(build: build)
        }
    }
}

extension WindowsVersion: CustomStringConvertible {
    public var description: String {
        if isPlaceholder { return "99.9.99999" }
        return "10.0.\(build)" + (revision.map { ".\($0)" } ?? "")
    }
}
