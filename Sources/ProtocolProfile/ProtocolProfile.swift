/// Which dialect of OMA-DM the client speaks: Windows as it was observed, or the plain standard (design.md section 4).
///
/// A profile decides what the client can do; where both the standard and Windows leave something open, one of
/// `ambiguities` decides, whose defaults are those of the profile.
public struct ProtocolProfile: Hashable, Sendable, Codable {
    /// A dialect by its name on the command line.
    public enum Name: String, Hashable, Sendable, Codable, CaseIterable {
        /// Windows 11 build 26200: the decision table of windows-csp.md 5.9.
        case windows
        /// OMA-DM 1.2: the decision order of oma-dm.md 4.2, with every optional part.
        case oma
    }

    public let name: Name
    public var ambiguities: Ambiguities

    public init(_ name: Name) {
        self.name = name
        ambiguities = Ambiguities(name)
    }

    /// The same with the other profile's defaults; switches that stand otherwise than by default stay as they are.
    public func renamed(_ name: Name) -> ProtocolProfile {
        var result = ProtocolProfile(name)
        let defaults = Ambiguities(self.name)
        for id in Ambiguities.ID.allCases where ambiguities.option(of: id) != defaults.option(of: id) {
            // The option is one of the row's own, so this cannot fail.
            try? result.ambiguities.set(id.rawValue, to: ambiguities.option(of: id))
        }
        return result
    }

    public static let windows = ProtocolProfile(.windows)
    public static let oma = ProtocolProfile(.oma)
}
