/// Who is signed in, as a client tells in Alert 1224 of type `com.microsoft/MDM/LoginStatus` (windows-csp.md 5.4).
public enum LoginStatus: String, Hashable, Sendable, CaseIterable {
    /// The enrolled user.
    case user
    /// Somebody without an account of the MDM.
    case others
    /// Nobody.
    case none

    /// The type of the alert, in lower case.
    static let alertType = "com.microsoft/mdm/loginstatus"
}
