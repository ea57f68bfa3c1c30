import DMSession

extension SessionEnd {
    /// Why a session did not do what it was for, as half a sentence; nil for one that ended well.
    public var complaint: String? {
        switch self {
        case .completed, .unenrolled: nil
        case .abortedByServer: "the server sent Alert 1223"
        case .abortedByClient: "the device sent Alert 1223"
        case .headerRefused(let status): "the server's SyncHdr was refused with \(status)"
        case .clientNotAuthenticated(let failure): "the device was not authenticated: \(failure)"
        case .serverNotAuthenticated: "the server did not prove itself"
        }
    }
}
