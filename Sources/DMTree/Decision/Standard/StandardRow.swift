/// The rows of oma-dm.md 4.2, which decide in profile `oma`. Rows 1, 8, 18, 19 and 23 are the session's.
public enum StandardRow: Int, Hashable, Sendable, CaseIterable {
    case notAuthenticated = 1
    case notACommand = 2
    case unsupported = 3
    case noCmdID = 4
    case noTarget = 5
    case malformedAddress = 6
    case addressTooLong = 7
    case aborted = 8
    case absentNode = 9
    case existingNode = 10
    case parentIsLeaf = 11
    case pathCannotBeMade = 12
    case verbNotAllowed = 13
    case denied = 14
    case formatMismatch = 15
    case noData = 16
    case wrongValue = 17
    case tooLarge = 18
    case sizeMismatch = 19
    case noStorage = 20
    case busy = 21
    case executionError = 22
    case chunkAccepted = 23
    case accepted = 24
    case success = 25
}
