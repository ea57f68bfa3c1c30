extension StatusPage {
    /// What the page knows of its device before it starts.
    public struct Configuration: Hashable, Sendable, Codable {
        /// The DMClient provider that the page follows (ESP-415).
        public var providerID = NodeURI.intuneProviderID
        public var quirks = Quirks()
        public var choices = Choices()
        /// The product code of the agent's MSI, with braces; U-16 may leave it out of the count.
        public var agentProductCode: String?
        public var mode = DeploymentMode.userDriven
        public var join = DirectoryJoin.entra
        public var enrollment = EnrollmentKind.oobe
        /// The number of the Windows build, such as 26200.
        public var build = 26200
        /// ESP-004: Windows 11 links to its diagnostics page; older releases collect the logs.
        public var hasDiagnosticsPage = true
        /// ESP-004 and ESP-528: no logs link, and Reset when the bits cannot be read.
        public var isHoloLens = false
        /// The device went through Autopilot Reset (ESP-316, ESP-523).
        public var isAfterAutopilotReset = false
        /// The device was reset after a failed pre-provisioning (ESP-321).
        public var isAfterFailedPreProvisioning = false
        /// Autopilot makes the user an administrator (ESP-523).
        public var isUserAdministrator = true
        /// A virtual machine with fewer than two processors or less than 4 GB (ESP-319).
        public var isSmallVirtualMachine = false
        /// Minutes by which the device's clock is wrong (ESP-318).
        public var clockErrorMinutes = 0
        /// ESP-011: quality updates are installed at the end of OOBE (7.6).
        public var installsQualityUpdates = false

        public init() {}

        /// Whether a quirk is on for this device.
        func isOn(_ quirk: Quirks.ID) -> Bool { quirks.isOn(quirk, join: join) }
    }
}
