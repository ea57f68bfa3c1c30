extension EspPhase {
    /// The agent's decision from the tree (esp-behaviour.md 6).
    /// - Parameters:
    ///   - isUserSignedIn: whether `./User` means somebody.
    ///   - isUserKnown: whether Entra knows that user on this device; without it the agent gets no token for them.
    /// - Returns: nil between the phases: the device page has closed, and nobody whom the agent could serve is there yet.
    static func decide(
        _ tree: some TrackedTree, provider: String, providerID: String, mode: DeploymentMode, isUserSignedIn: Bool,
        isUserKnown: Bool
    ) -> EspPhase? {
        guard tree.value(NodeURI.preparationProvider(provider, "InstallationState")) != nil else { return .notInEsp }
        if tree.bool(NodeURI.hasProvisioningCompleted(.device)) == false { return .deviceSetup }
        // Self-deploying mode has no account phase that could follow (7.2).
        if mode == .selfDeploying { return .notInEsp }
        let skip = NodeURI.firstSyncStatus("SkipUserStatusPage", in: .device, providerID: providerID)
        if tree.bool(skip) ?? true { return .notInEsp }
        guard isUserSignedIn else { return nil }
        guard tree.bool(NodeURI.hasProvisioningCompleted(.user)) == false else { return .notInEsp }
        return isUserKnown ? .accountSetup : nil
    }
}
