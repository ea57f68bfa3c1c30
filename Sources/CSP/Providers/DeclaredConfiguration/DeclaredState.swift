/// How far a document is (windows-csp.md 4.14). Transient ones change by themselves, the others stay.
public enum DeclaredState: Int, Hashable, Sendable, CaseIterable {
    case undefined = 0
    case configRequest = 1
    case inProgress = 2
    case asyncPending = 3
    case deleteRequest = 10
    case deleteInProgress = 11
    case getRequest = 20
    case getInProgress = 21
    case storageConstructed = 40
    case succeeded = 60
    case failed = 61
    case infrastructureFailed = 62
    case succeededWithoutRefresh = 63
    case deleted = 70
    case deleteFailed = 71
    case deleteInfrastructureFailed = 72
    case got = 80
    case getFailed = 81
    case getInfrastructureFailed = 82

    public var isTransient: Bool {
        switch self {
        case .undefined, .configRequest, .inProgress, .asyncPending, .deleteRequest, .deleteInProgress, .getRequest,
            .getInProgress, .storageConstructed:
            true
        case .succeeded, .failed, .infrastructureFailed, .succeededWithoutRefresh, .deleted, .deleteFailed,
            .deleteInfrastructureFailed, .got, .getFailed, .getInfrastructureFailed:
            false
        }
    }
}
