import Notation

/// What a page holds while one of its phases is up: from its start, over reboots, to its end.
struct RunningPhase: Hashable, Sendable, Codable {
    /// Whose phase it is.
    enum Owner: Hashable, Sendable, Codable {
        case device
        case user(sid: String)
    }

    /// How a step ended that the device carries out for the page.
    enum StepEnd: Hashable, Sendable, Codable {
        case succeeded
        case failed(HRESULT)
    }

    let owner: Owner
    /// The scope whose nodes the phase works on, which follows from the owner. Stored, because Swift 6.3.1 crashes in
    /// optimized builds when it is computed from an owner that is being changed in place.
    let scope: PhaseScope
    /// Where T1m counts from: the phase's start, the last Try again, or the end of the hybrid line of account setup; nil
    /// until that line has ended (ESP-305).
    var timeoutAnchor: DeviceTime?
    /// The length of T1m in minutes.
    var timeoutMinutes: Int
    /// Whether T1m has run out.
    var isExpired = false
    /// Whether T1m has passed the Apps line by, because a provider held it (ESP-324, U-06).
    var appsIgnoreTimeout = false
    /// Whether device setup will never end, once the phase has come to it (ESP-310).
    var isStuck = false
    /// BlockInStatusPage as read when the category started.
    var block: BlockInStatusPage = []
    /// When each subcategory that has started did so.
    var starts: [SubcategoryKind: DeviceTime] = [:]
    /// The steps that the device was asked to carry out, and how those that are over ended.
    var begunSteps: Set<SubcategoryKind> = []
    var endedSteps: [SubcategoryKind: StepEnd] = [:]
    /// When the page first saw that the server had finished its lists.
    var listsKnownAt: DeviceTime?
    /// The provider timers that run, with their ends.
    var providerTimers: [String: DeviceTime] = [:]
    /// Failures that stood in the tree when Try again was pressed, by line. They count only once they have been left.
    var oldFailures: [TrackedLine: Set<String>] = [:]
    /// The same for providers in the error state.
    var oldProviderFailures: Set<String> = []
    /// Reboot requests that the last reboot has answered. They count only once they have been withdrawn and made again.
    var oldReboots: Set<String> = []

    init(owner: Owner, timeoutMinutes: Int) {
        self.owner = owner
        switch owner {
        case .device: scope = .device
        case .user: scope = .user
        }
        self.timeoutMinutes = timeoutMinutes
    }

    /// Whether nothing in a category goes on any more (ESP-310).
    func isStuck(in category: Category) -> Bool { isStuck && category == .deviceSetup }

    /// When T1m ends; nil while it does not run.
    var deadline: DeviceTime? { timeoutAnchor?.adding(minutes: Int64(timeoutMinutes)) }
}

/// The actions of one event, and which categories it changed.
struct Outbox {
    var actions: [PageAction] = []
    var changed: Set<Category> = []
}
