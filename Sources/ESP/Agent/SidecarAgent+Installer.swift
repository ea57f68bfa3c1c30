/// What the agent's installer means to others on the device.
extension SidecarAgent {
    /// Whether the agent holds Windows Installer's mutex: a Win32 app whose installer is an MSI is running (ESP-314).
    public var isRunningInstaller: Bool { appAtWork?.installer == .msi }

    /// Whether an app that the page waits for is being installed (ESP-313).
    public var isInstallingTrackedApp: Bool { appAtWork?.isTracked ?? false }

    private var appAtWork: Win32App? {
        switch work {
        case .installing(let key): app(ofKey: key)
        case .idle, .runningScript, .waitingForRestart, .waitingForInstaller: nil
        }
    }
}
