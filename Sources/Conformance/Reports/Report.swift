/// What a run of `lint` or `replay` found: the one value that every form of report is written from.
public struct Report: Sendable {
    /// What was looked at, in the order in which the user named it.
    public var files: [ReportedFile]

    public init(files: [ReportedFile]) { self.files = files }

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

    public init(name: String, source: [UInt8] = [], isReadable: Bool = true, findings: [LintFinding]) {
        self.name = name
        self.source = source
        self.isReadable = isReadable
        self.findings = findings
    }
}
