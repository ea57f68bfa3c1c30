/// The rows of the decision table of windows-csp.md 5.9, which gives every status code its reason.
public enum DecisionRow: Int, Hashable, Sendable, CaseIterable {
    case notACommand = 1
    case noCmdID = 2
    case oddCmdID = 3
    case unsupportedCommand = 4
    case malformedAddress = 5
    case nodeLimit = 6
    case noUserContext = 7
    case unknownNode = 8
    case notOnThisWindows = 9
    case absentNode = 10
    case existingNode = 11
    case addNotAllowed = 12
    case added = 13
    case replaceOfAbsentNode = 14
    case verbNotAllowed = 15
    case latched = 16
    case formatMismatch = 17
    case notOfFormat = 18
    case valueNotAllowed = 19
    case noData = 20
    case executed = 21
    case effectNotEmulated = 22
    case deleted = 23

    /// True for the rows above the format and the value of a write.
    var isBeforeFormat: Bool { rawValue < DecisionRow.formatMismatch.rawValue }
}

/// Everything that can decide a command: a row of the table, an observation, or one of the rules beside the table.
public enum DecisionRule: Hashable, Sendable {
    case row(DecisionRow)
    /// A row of the standard's order, in profile `oma`.
    case standard(StandardRow)
    /// A row of `data/observations`, by its id.
    case observation(String)
    /// The paragraph "Results" of 5.9: `?prop=`, `?list=`.
    case query
    /// The paragraph "Atomic" of 5.9.
    case atomic
    /// The server has not proved itself (oma-dm.md 2.11).
    case authentication
    /// Nothing stood in the way.
    case success
    /// The rules for objects that come in chunks (oma-dm.md 2.9).
    case largeObject
    /// What the user answered to a question of the server (oma-dm.md 2.5).
    case userInteraction
    /// The rules of the session itself: sizes, identifiers, Results that a client has no use for (oma-dm.md 2).
    case session

    /// Where the rule stands.
    public var reference: String {
        switch self {
        case .row(let row): "windows-csp.md 5.9 row \(row.rawValue)"
        case .standard(let row): "oma-dm.md 4.2 row \(row.rawValue)"
        case .observation(let id): "\(id), windows-csp.md 5.9"
        case .query: "windows-csp.md 5.9 Results"
        case .atomic: "windows-csp.md 5.9 Atomic"
        case .authentication: "oma-dm.md 2.11"
        case .success: "windows-csp.md 5.9"
        case .largeObject: "oma-dm.md 2.9"
        case .userInteraction: "oma-dm.md 2.5"
        case .session: "oma-dm.md 2"
        }
    }
}
