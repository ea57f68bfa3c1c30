import Notation

/// What to say of an address that no device description knows (windows-csp.md 5.9 row 8): where it leaves the known tree, and the name that
/// was probably meant. One place for the commands of a session and for `espalier ddf show`.
public struct UnknownNode: Hashable, Sendable {
    /// One plain sentence. Long names are cut.
    public let message: String
    /// The nearest address that is known, or what is known there; empty when there is nothing to say.
    public let hint: String

    /// - Parameters:
    ///   - resolution: of the address.
    ///   - matched: how many of its names a description knows.
    public init(_ resolution: Resolution, matched: Int, schema: any NodeSchema) {
        let segments = resolution.uri.segments
        guard matched < segments.count else {
            message = "no device description knows this node"
            hint = ""
            return
        }
        let wrong = segments[matched].count > 60 ? "\(segments[matched].prefix(60))…" : segments[matched]
        let known = resolution.uri.prefix(matched)
        let names = schema.children(of: known, resolution: schema.resolve(known)).map(\.displayName)
        message = "no device description knows \"\(wrong)\" below \(known.canonical)"
        if let nearest = NameDistance.nearest(to: segments[matched], among: names) {
            let rest = segments[(matched + 1)...].prefix(16).map(PercentCoding.encode)
            hint = "did you mean \(([known.canonical, nearest] + rest).joined(separator: "/"))?"
        } else if names.isEmpty {
            hint = "\(known.canonical) has no children"
        } else {
            let listed = names.prefix(12).joined(separator: ", ")
            hint = "known here: \(listed)\(names.count > 12 ? " and \(names.count - 12) more" : "")"
        }
    }
}
