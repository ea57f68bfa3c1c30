/// What the page asks of the device, in order. The page performs nothing itself.
public enum PageAction: Hashable, Sendable {
    /// The machine entered a state.
    case stateEntered(PageState)
    /// Write a node of the tree locally, past the rules for servers; parents that are missing come into being.
    case writeNode(uri: String, value: String)
    /// Remove a node with its subtree locally (ESP-706).
    case removeNode(uri: String)
    /// Begin a step of device preparation: attestation, join or enrolment by device ticket. The device answers with
    /// `StatusPage.preparationStepEnded`.
    case startPreparation(SubcategoryKind)
    /// Start the task that registers a hybrid device with Entra, again. `StatusPage.registrationSucceeded` answers.
    case kickRegistration
    /// Start the timer, or move it when it runs already.
    case startTimer(PageTimer, at: DeviceTime)
    case stopTimer(PageTimer)
    /// Start a run of sync sessions: one at once, then at the device's cadence. Start it anew when it runs already.
    case startSyncLoop(SyncLoop)
    /// The run's exit condition holds. One last session tells the server (esp-behaviour.md 2.4 item 10).
    case stopSyncLoop(SyncLoop)
    /// The page asks for a restart and waits for it.
    case requestReboot
    /// Whether the page resumes after a restart of the machine.
    case setResumeMarker(Bool)
    case categoryChanged(Category, CategoryState)
    case subcategoryChanged(Subcategory, SubcategoryState, LineText)
    case controlsChanged(PageControls)
    case errorShown(ErrorScreen)
    case errorCleared
    /// A string value of `AutopilotSettings` (ESP-604).
    case settingChanged(name: String, value: String)
    case eventLogged(PageEvent)
    /// A DWORD of `FirstSync`, in seconds (ESP-601): `PolicyDuration` and its siblings.
    case durationRecorded(PhaseScope, TrackedLine, seconds: Int64)
    /// The page is left.
    case pageLeft(PhaseScope, PageOutcome)
    /// The sign-in screen comes: by itself with stored credentials, or with a prompt (S5b).
    case signInShown(SignIn)
    /// The device shuts down, prepared for its user (ESP-706).
    case powerOff
    /// Look for quality updates at the last page of OOBE (7.6). `StatusPage.qualityUpdatesEnded` answers.
    case startQualityUpdates
    /// Sign the user out (ESP-523).
    case signUserOut
    /// The page comes up white (ESP-326). Nothing else changes.
    case whitePageShown
    /// Start the normal polling tasks of the enrolment, which a failed phase needs (ESP-522).
    case startPollingTasks
    /// Export logs of these areas, or show them; the page stays (ESP-524).
    case collectLogs(areas: [String])
    /// Start the reset of the system. `StatusPage.resetDidNotStart` tells the page when that fails.
    case startReset
}

/// How a page was left.
public enum PageOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case succeeded
    case continued
    case skipped
}

/// What the sign-in screen asks between the phases.
public enum SignIn: Hashable, Sendable, Codable {
    /// The credentials of the join are used again.
    case automatic
    /// The user types them, because a reboot lost them (ESP-303, ESP-306).
    case prompt(userNameFilledIn: Bool)
}

/// The states of the page machine; the raw value is the name in esp-behaviour.md 4.2.
public enum PageState: String, Hashable, Sendable, Codable, CaseIterable {
    case idle = "S0"
    case preparing = "S1"
    case deviceSetup = "S2"
    case rebooting = "S2r"
    case deviceError = "S3"
    case deviceExit = "S4"
    case between = "S5"
    case betweenWithPrompt = "S5b"
    case accountSetup = "S6"
    case accountError = "S7"
    case done = "S8"
    case continued = "S9"
    case reset = "S10"
    case technicianSuccess = "S11"
    case technicianFailure = "S12"
    case skipped = "S13"
}
