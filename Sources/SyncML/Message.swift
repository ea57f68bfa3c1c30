import XMLStream

/// A SyncML message, or as much of one as somebody wrote down.
public struct Message: Sendable {
    /// How much of a message the document holds (design.md section 8).
    public enum Form: Hashable, Sendable {
        /// A `SyncML` element with SyncHdr and SyncBody.
        case message
        /// A `SyncBody` alone.
        case body
        /// One or more commands without a root.
        case commands
    }

    public var form: Form
    /// The namespace of the root as written, nil when there was none.
    public var namespace: String?
    /// nil in a body or bare commands, or when it was missing.
    public var header: SyncHdr?
    public var commands: [Command]
    /// True when the body ends with `Final`.
    public var isFinal: Bool
    /// Elements beside SyncHdr and SyncBody.
    public var unknown: [UnknownElement]
    /// What was read: the bytes as they came. Empty for a message made in code.
    public var raw: [UInt8]
    /// Everything that is not as the standard wants it and was accepted all the same, in document order.
    public var findings: [Finding]

    public init(
        form: Form = .message, namespace: String? = SyncMLNamespace.v12, header: SyncHdr? = nil,
        commands: [Command] = [], isFinal: Bool = false, unknown: [UnknownElement] = [], raw: [UInt8] = [],
        findings: [Finding] = []
    ) {
        self.form = form
        self.namespace = namespace
        self.header = header
        self.commands = commands
        self.isFinal = isFinal
        self.unknown = unknown
        self.raw = raw
        self.findings = findings
    }
}

extension Message: Equatable {
    /// Equal content. The bytes it was read from, places and findings do not count.
    public static func == (left: Message, right: Message) -> Bool {
        left.form == right.form && left.namespace == right.namespace && left.header == right.header
            && left.commands == right.commands && left.isFinal == right.isFinal && left.unknown == right.unknown
    }
}

/// The namespaces of DM messages (oma-dm.md 1.1).
public enum SyncMLNamespace {
    public static let v12 = "SYNCML:SYNCML1.2"
    public static let v11 = "SYNCML:SYNCML1.1"
    public static let v10 = "SYNCML:SYNCML1.0"
    public static let metinf = "syncml:metinf"
    /// Declared on SyncBody when the server asked for SyncApplicationVersion 3.0 or more (MS-MDM 2.2.4.3).
    public static let msft = "http://schemas.microsoft.com/MobileDevice/MDM"
}
