/// What the agent's installer means to others on the device.
extension SidecarAgent {
    /// Whether the agent holds Windows Installer's mutex: a Win32 app whose installer is an MSI is running (ESP-314).
    /// A run that found it taken holds nothing.
    public var isRunningInstaller: Bool {
        guard case .installing(let key) = work, progress[key]?.forcedExitCode == nil else { return false }
        return appAtWork?.installer == .msi
    }

    /// Whether an app that the page waits for is being installed (ESP-313).
    public var isInstallingTrackedApp: Bool { appAtWork?.isTracked ?? false }

    private var appAtWork: Win32App? {
        switch work {
        case .installing(let key): app(ofKey: key)
        case .idle, .runningScript, .waitingForRestart, .waitingForInstaller: nil
        }
    }
}
