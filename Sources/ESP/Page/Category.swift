/// The three phases of the page (esp-behaviour.md 1.4). The raw value is the id in the registry.
public enum Category: String, Hashable, Sendable, Codable, CaseIterable {
    case devicePreparation = "DevicePreparationCategory"
    case deviceSetup = "DeviceSetupCategory"
    case accountSetup = "AccountSetupCategory"

    /// What stands before a subcategory's id, without the full stop.
    public var prefix: String {
        switch self {
        case .devicePreparation: "DevicePreparation"
        case .deviceSetup: "DeviceSetup"
        case .accountSetup: "AccountSetup"
        }
    }

    /// The scope whose nodes the category works on.
    public var scope: PhaseScope {
        switch self {
        case .devicePreparation, .deviceSetup: .device
        case .accountSetup: .user
        }
    }

    /// The subcategories in their order. Only what a user-driven Entra join shows: `HubDeviceAccountApply` belongs to
    /// Surface Hub and is ignored elsewhere.
    public var subcategories: [SubcategoryKind] {
        switch self {
        case .devicePreparation:
            [
                .tpmAttestation, .aadj, .mdmEnrollment, .espProviderInstallation, .initiateSyncSessions,
                .setContinueAnywayButtonVisibility,
            ]
        case .deviceSetup:
            [
                .securityPolicies, .certificates, .networkConnections, .apps, .rebootCoalescing,
                .sendResultsToMdmServer, .saveWhiteGloveSuccessResult,
            ]
        case .accountSetup:
            [
                .waitingForAadRegistration, .prepareMultifactorAuth, .securityPolicies, .certificates,
                .networkConnections, .apps, .sendResultsToMdmServer,
            ]
        }
    }

    /// The subcategories in the groups that run together: neighbours that may run in parallel form one batch.
    public var batches: [[SubcategoryKind]] {
        var batches: [[SubcategoryKind]] = []
        for kind in subcategories {
            if kind.runsInParallel, batches.last?.last?.runsInParallel == true {
                batches[batches.count - 1].append(kind)
            } else {
                batches.append([kind])
            }
        }
        return batches
    }
}

/// The states of a category, spelled as in the registry (esp-behaviour.md 3.5).
public enum CategoryState: String, Hashable, Sendable, Codable, CaseIterable {
    case notStarted
    case inProgress
    case succeeded
    case failed
    case cancelled
    case failedFromPreviousCategory
    case rebootRequiredAndTryAgain

    /// The token of the category's text (esp-behaviour.md 4.3).
    public var token: String {
        switch self {
        case .notStarted: "waitingForPrevious"
        case .inProgress, .rebootRequiredAndTryAgain: "workingOnIt"
        case .succeeded: "complete"
        case .failed, .cancelled: "error"
        case .failedFromPreviousCategory: "previousStepFailed"
        }
    }

    /// The category's text in English.
    public var english: String {
        switch self {
        case .notStarted: LineText.waitingForPrevious.english
        case .inProgress, .rebootRequiredAndTryAgain: LineText.working.english
        case .succeeded: LineText.complete.english
        case .failed, .cancelled: LineText.error.english
        case .failedFromPreviousCategory: LineText.previousStepFailed.english
        }
    }
}
