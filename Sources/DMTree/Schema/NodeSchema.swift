import DDF

/// What nodes can exist on one Windows: the catalogue, narrowed to a release, with what real devices were seen to do on
/// top.
///
/// `CSP` implements it over the shipped catalogue; tests implement it over a handful of descriptions.
public protocol NodeSchema: Sendable {
    /// The Windows that is played.
    var release: WindowsRelease { get }

    /// Matches an address against the descriptions of every edition.
    func resolve(_ uri: TreeURI) -> Resolution

    /// The same for a LocURI as written. A schema that is asked often keeps its answers (`ResolutionCache`).
    ///
    /// - Throws: `MalformedURI` as `TreeURI` does.
    func resolve(locURI: String) throws(MalformedURI) -> Resolution

    /// The children that a described interior node can have on this Windows, in catalogue order. Names only for the
    /// root and the structural nodes above the CSPs.
    func children(of uri: TreeURI, resolution: Resolution) -> [NodeDescription]

    /// What a real device was seen to answer to exactly this command, when that differs from the descriptions.
    func observed(_ verb: Verb, _ uri: TreeURI) -> Observed?

    /// The `Type` property of a CSP root, such as `com.microsoft/1.7/MDM/DMClient`; nil for every other node.
    func rootType(_ uri: TreeURI, resolution: Resolution) -> String?
}

extension NodeSchema {
    public func resolve(locURI: String) throws(MalformedURI) -> Resolution { resolve(try TreeURI(locURI)).settled }
}

/// What the descriptions say of an address.
public struct Resolution: Sendable {
    /// Whether a node of this address can exist.
    public enum Standing: Sendable {
        /// On the Windows that is played.
        case described
        /// Described, but not there (windows-csp.md 5.9 row 9).
        case absent(Absence)
        /// No description of any edition matches (row 8). The first `matched` segments do.
        case unknown(matched: Int)
    }

    /// What a resolution is made of, behind one reference: decisions carry it from hand to hand, and devices share it.
    private final class Parts: Sendable {
        let standing: Standing
        let steps: [NodeDescription]
        let uri: TreeURI

        init(standing: Standing, steps: [NodeDescription], uri: TreeURI) {
            self.standing = standing
            self.steps = steps
            self.uri = uri
        }
    }

    private let parts: Parts

    public var standing: Standing { parts.standing }
    /// The description of every segment that matched, the first being the first segment's.
    public var steps: [NodeDescription] { parts.steps }
    /// The address with the keys of case-sensitive names restored.
    public var uri: TreeURI { parts.uri }

    public init(standing: Standing, steps: [NodeDescription], uri: TreeURI) {
        parts = Parts(standing: standing, steps: steps, uri: uri)
    }

    /// The same with an address that knows that its keys are those of the storage.
    var settled: Resolution { Resolution(standing: standing, steps: steps, uri: uri.resolved()) }

    /// The description of the addressed node; nil unless every segment matched.
    public var node: NodeDescription? {
        guard steps.count == uri.keys.count else { return nil }
        return steps.last ?? StructuralNode.root
    }
}

/// Why a described node is not on this Windows.
public enum Absence: Hashable, Sendable {
    /// First builds that have it.
    case build([WindowsVersion])
    /// The editions that have it, of those Espalier plays.
    case edition([WindowsEdition])
    /// Described in the other scope only.
    case scope(TreeURI.Scope)
    /// Only older device descriptions know it.
    case retired
    /// The CSP is not registered on this Windows.
    case notRegistered
}

/// A fact from `data/observations`.
public struct Observed: Hashable, Sendable {
    public enum Answer: Hashable, Sendable {
        case status(Int)
        case value(String)
    }

    public var id: String
    public var answer: Answer
    public var source: String

    public init(id: String, answer: Answer, source: String) {
        self.id = id
        self.answer = answer
        self.source = source
    }
}

extension TreeURI {
    /// The same address with the name at `index` compared letter by letter.
    public func caseSensitive(at index: Int) -> TreeURI {
        guard keys[index] != segments[index] else { return self }
        var keys = keys
        keys[index] = segments[index]
        return TreeURI(text: written, scope: scope, spelling: spelling, segments: segments, keys: keys, query: query)
    }
}

extension TreeURI {
    /// The same address, as written, whose name at `index` is read as another one. Names the node, whatever the spelling
    /// that was sent.
    public func reading(at index: Int, as name: String) -> TreeURI {
        var segments = segments
        var keys = keys
        segments[index] = name
        keys[index] = name.asciiLowercased()
        return TreeURI(text: written, scope: scope, spelling: spelling, segments: segments, keys: keys, query: query)
    }
}
