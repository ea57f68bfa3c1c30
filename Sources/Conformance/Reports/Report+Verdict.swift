extension Report {
    /// How many there are of each.
    public struct Counts: Hashable, Sendable {
        public var files = 0
        public var unreadable = 0
        public var errors = 0
        public var warnings = 0
        public var notes = 0
        public var accepted = 0
        /// Differences that no rule explains.
        public var differences = 0
    }

    public var counts: Counts {
        var counts = Counts()
        counts.files = files.count
        counts.differences = differences.count { !$0.isExplained }
        for file in files {
            if !file.isReadable { counts.unreadable += 1 }
            counts.accepted += file.accepted.count
            for finding in file.findings {
                switch finding.severity {
                case .error: counts.errors += 1
                case .warning: counts.warnings += 1
                case .note: counts.notes += 1
                }
            }
        }
        return counts
    }

    /// What makes a run fail.
    public enum FailOn: String, Hashable, Sendable, CaseIterable {
        case error, warning, note, never

        /// True when a finding of this severity fails the run.
        public func includes(_ severity: Rule.Severity) -> Bool {
            switch (self, severity) {
            case (.never, _): false
            case (.note, _): true
            case (.warning, .error), (.warning, .warning): true
            case (.warning, .note): false
            case (.error, .error): true
            case (.error, .warning), (.error, .note): false
            }
        }
    }

    /// The exit status of the run (design.md section 6): 2 when something could not be read, whatever `failOn` says; 1 when a
    /// finding fails the run, or a difference that no rule explains; otherwise 0.
    public func exitStatus(failOn: FailOn) -> Int32 {
        if files.contains(where: { !$0.isReadable }) { return 2 }
        if failOn != .never, differences.contains(where: { !$0.isExplained }) { return 1 }
        return files.contains { $0.findings.contains { failOn.includes($0.severity) } } ? 1 : 0
    }
}
