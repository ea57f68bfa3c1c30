/// One line of a category. Account setup repeats lines of device setup, so the category belongs to the identity.
public struct Subcategory: Hashable, Sendable, Codable {
    public let category: Category
    public let kind: SubcategoryKind

    public init(_ category: Category, _ kind: SubcategoryKind) {
        self.category = category
        self.kind = kind
    }

    /// The id in the registry, for example `DeviceSetup.AppsSubcategory`.
    public var id: String { "\(category.prefix).\(kind.rawValue)" }
}

/// The kinds of subcategory of a user-driven Entra join; the raw value is the suffix of the id (esp-behaviour.md 1.4).
public enum SubcategoryKind: String, Hashable, Sendable, Codable, CaseIterable {
    case tpmAttestation = "TpmAttestationSubcategory"
    case aadj = "AadjSubcategory"
    case mdmEnrollment = "MdmEnrollmentSubcategory"
    case espProviderInstallation = "EspProviderInstallationSubcategory"
    case initiateSyncSessions = "InitiateSyncSessions"
    case setContinueAnywayButtonVisibility = "SetContinueAnywayButtonVisibility"
    case securityPolicies = "SecurityPoliciesSubcategory"
    case certificates = "CertificatesSubcategory"
    case networkConnections = "NetworkConnectionsSubcategory"
    case apps = "AppsSubcategory"
    case rebootCoalescing = "RebootCoalescing"
    case sendResultsToMdmServer = "SendResultsToMdmServer"
    case saveWhiteGloveSuccessResult = "SaveWhiteGloveSuccessResult"
    case waitingForAadRegistration = "WaitingForAadRegistrationSubcategory"
    case prepareMultifactorAuth = "PrepareMultifactorAuth"

    /// The label of a visible line in English, in our own words; nil for a silent step.
    public var label: String? {
        switch self {
        case .tpmAttestation: "Secure your hardware"
        case .aadj, .waitingForAadRegistration: "Join your organization's network"
        case .mdmEnrollment: "Register your device for mobile management"
        case .espProviderInstallation: "Prepare your device for mobile management"
        case .securityPolicies: "Security policies"
        case .certificates: "Certificates"
        case .networkConnections: "Network connections"
        case .apps: "Apps"
        case .initiateSyncSessions, .setContinueAnywayButtonVisibility, .rebootCoalescing, .sendResultsToMdmServer,
            .saveWhiteGloveSuccessResult, .prepareMultifactorAuth:
            nil
        }
    }

    /// The "Parallel?" column.
    public var runsInParallel: Bool {
        switch self {
        case .espProviderInstallation, .initiateSyncSessions, .securityPolicies, .certificates, .networkConnections,
            .apps:
            true
        case .tpmAttestation, .aadj, .mdmEnrollment, .setContinueAnywayButtonVisibility, .rebootCoalescing,
            .sendResultsToMdmServer, .saveWhiteGloveSuccessResult, .waitingForAadRegistration, .prepareMultifactorAuth:
            false
        }
    }

    /// The counter that the line shows; nil for a line without one.
    public var trackedLine: TrackedLine? {
        switch self {
        case .securityPolicies: .securityPolicies
        case .certificates: .certificates
        case .networkConnections: .networkConnections
        case .apps: .apps
        case .tpmAttestation, .aadj, .mdmEnrollment, .espProviderInstallation, .initiateSyncSessions,
            .setContinueAnywayButtonVisibility, .rebootCoalescing, .sendResultsToMdmServer,
            .saveWhiteGloveSuccessResult, .waitingForAadRegistration, .prepareMultifactorAuth:
            nil
        }
    }
}

/// The states of a subcategory, spelled as in the registry (esp-behaviour.md 3.5).
public enum SubcategoryState: String, Hashable, Sendable, Codable, CaseIterable {
    case notStarted
    case inProgress
    case succeeded
    case failed
    case cancelled
    case failedFromPreviousSubcategory
    case rebootRequiredAndTryAgain
}
