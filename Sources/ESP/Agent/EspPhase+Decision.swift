extension EspPhase {
    /// The agent's decision from the tree (esp-behaviour.md 6).
    /// - Parameter isUserSignedIn: whether `./User` means somebody.
    /// - Returns: nil between the phases, when the device page has closed and nobody has signed in yet.
    static func decide(
        _ tree: some TrackedTree, provider: String, providerID: String, mode: DeploymentMode, isUserSignedIn: Bool
    ) -> EspPhase? {
        guard tree.value(NodeURI.preparationProvider(provider, "InstallationState")) != nil else { return .notInEsp }
        if tree.bool(NodeURI.hasProvisioningCompleted(.device)) == false { return .deviceSetup }
        // Self-deploying mode has no account phase that could follow (7.2).
        if mode == .selfDeploying { return .notInEsp }
        let skip = NodeURI.firstSyncStatus("SkipUserStatusPage", in: .device, providerID: providerID)
        if tree.bool(skip) ?? true { return .notInEsp }
        guard isUserSignedIn else { return nil }
        return tree.bool(NodeURI.hasProvisioningCompleted(.user)) == false ? .accountSetup : .notInEsp
    }
}
