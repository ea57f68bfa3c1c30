/// What a run of `lint` or `replay` found: the one value that every form of report is written from.
public struct Report: Sendable {
    /// What was looked at, in the order in which the user named it.
    public var files: [ReportedFile]
    /// The rules that were looked at, so that a report can say what was found good.
    public var rules: [Rule]
    /// The messages of a capture in the order in which they were sent; empty where single files were checked.
    public var conversation: [ReportedMessage]
    /// Of a replay: what the recorded client and ours did not do alike.
    public var differences: [ReportedDifference]
    /// Of a replay: how alike they were.
    public var fidelity: Fidelity?
    /// The entries of the baseline that no finding fits: what they accepted is gone, and so can they.
    public var unmatched: [Baseline.Entry]
    /// How many files of the named folders were not looked at, because their names say that they are something else.
    public var skipped = 0
    /// True when secrets were taken out of its texts.
    public var isRedacted: Bool

    /// Commands with the same status, of all.
    public struct Fidelity: Hashable, Sendable {
        public var same: Int
        public var all: Int

        public init(same: Int, all: Int) {
            self.same = same
            self.all = all
        }
    }

    public init(
        files: [ReportedFile], rules: [Rule] = Rule.all, conversation: [ReportedMessage] = [],
        differences: [ReportedDifference] = [], fidelity: Fidelity? = nil
    ) {
        self.files = files
        self.rules = rules
        self.conversation = conversation
        self.differences = differences
        self.fidelity = fidelity
        unmatched = []
        isRedacted = false
    }

    /// Every finding that the baseline does not accept.
    public var findings: [LintFinding] { files.flatMap(\.findings) }
}

/// One file of a report.
public struct ReportedFile: Sendable {
    /// As the user named it.
    public var name: String
    /// Its bytes, for excerpts; empty where they are not kept, as of a long capture.
    public var source: [UInt8]
    /// False when the file, or a part of it, could not be read: the findings say which.
    public var isReadable: Bool
    public var findings: [LintFinding]
    /// The findings that the baseline accepts: counted, and shown when somebody asks.
    public var accepted: [AcceptedFinding]
    /// The lines of the source that redaction changed, on which columns have no meaning.
    var changedLines: Set<Int>

    public init(name: String, source: [UInt8] = [], isReadable: Bool = true, findings: [LintFinding]) {
        self.name = name
        self.source = source
        self.isReadable = isReadable
        self.findings = findings
        accepted = []
        changedLines = []
    }
}

/// A finding that somebody knows and accepts.
public struct AcceptedFinding: Hashable, Sendable {
    public var finding: LintFinding
    /// Why, as the baseline says.
    public var reason: String?

    public init(_ finding: LintFinding, reason: String? = nil) {
        self.finding = finding
        self.reason = reason
    }
}
