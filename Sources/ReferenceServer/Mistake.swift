extension ReferenceServer {
    /// A mistake that servers make with the Enrollment Status Page, for scenarios that show what the device makes of it.
    public enum Mistake: Hashable, Sendable {
        /// The user's ServerHasFinishedProvisioning goes out in the first device session, where it is refused (ESP-401b),
        /// and never again.
        case releaseTooEarly
        /// FirstSyncStatus is written under another ProviderID than the one that the device enrolled with (ESP-415).
        case wrongProvider(String)
        /// TimeOutUntilSyncFailure holds seconds (windows-csp.md 3.3.6).
        case timeoutInSeconds
        /// Some nodes of FirstSyncStatus are misspelt, among them ServerHasFinishedProvisioning.
        case misspeltNodes
        /// BlockInStatusPage is written as bool (windows-csp.md 3.3.6).
        case boolForBlock
        /// The user's half of DMClient is written to and never added (ESP-401).
        case withoutAdd
        /// The settings of the page and the registration of its providers are sent in every session.
        case resendsEverySession
        /// The same in every message, so that no session ends.
        case resendsEveryMessage
        /// The server writes the states of an agent that nobody runs.
        case statesForAgent
        /// A certificate and a policy are listed and never sent.
        case missingResource
    }
}
