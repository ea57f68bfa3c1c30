/// The forms in which a report is written.
public enum ReportForm: String, Hashable, Sendable, CaseIterable {
    /// For people, on a terminal.
    case text
    /// Our own, documented in docs/ci.md.
    case json
    /// JUnit XML, which every build server shows.
    case junit
    /// SARIF 2.1.0, which code scanning takes.
    case sarif
    /// One page for a browser.
    case html
    /// The Code Quality report of GitLab.
    case codequality
}

/// How a report is written.
public struct ReportSettings: Sendable {
    /// The version of the tool that writes the report.
    public var toolVersion: String
    /// The least severity that fails the run, which text in quiet mode, JUnit and SARIF tell from the others.
    public var failOn: Report.FailOn
    /// Text only: nothing but what fails the run.
    public var isQuiet: Bool
    public var showsExcerpts: Bool
    /// The findings that the baseline accepts are shown, too, and marked.
    public var showsAccepted: Bool
    /// Text only.
    public var isColoured: Bool
    /// Text only: the cells of a line of an excerpt.
    public var width: Int

    public init(
        toolVersion: String, failOn: Report.FailOn = .error, isQuiet: Bool = false, showsExcerpts: Bool = true,
        showsAccepted: Bool = false, isColoured: Bool = false, width: Int = 100
    ) {
        self.toolVersion = toolVersion
        self.failOn = failOn
        self.isQuiet = isQuiet
        self.showsExcerpts = showsExcerpts
        self.showsAccepted = showsAccepted
        self.isColoured = isColoured
        self.width = width
    }
}

extension Report {
    /// The report in one form, with a line break at the end; empty when there is nothing to say.
    ///
    /// The same report and settings give the same text, byte for byte.
    public func text(as form: ReportForm, _ settings: ReportSettings) throws -> String {
        switch form {
        case .text: TextReport(settings).text(self)
        case .json: try JSONReport(settings).text(self)
        case .junit: try JUnitReport(settings).text(self)
        case .sarif: try SARIFReport(settings).text(self)
        case .html: try HTMLReport(settings).text(self)
        case .codequality: try CodeQualityReport(settings).text(self)
        }
    }
}
