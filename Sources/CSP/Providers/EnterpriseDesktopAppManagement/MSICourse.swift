import DMTree
import Notation

/// How one MSI package gets from Status 10 to its end (windows-csp.md 4.1): 10, 20, 40, 50, 70, with retries through 25
/// and 55, and 48 while a user's package waits for that user.
///
/// Pure: it knows neither clock nor tree. The device feeds events and carries the actions out.
public struct MSICourse: Hashable, Sendable, Codable {
    private enum State: Hashable, Sendable, Codable {
        case initialized
        case downloading(retriesLeft: Int)
        case waitingToDownload(retriesLeft: Int)
        case waitingForUser(retriesLeft: Int)
        case waitingForInstaller(retriesLeft: Int)
        case installing(retriesLeft: Int)
        case waitingToInstall(retriesLeft: Int)
        case ended
    }

    /// What happens to a package.
    public enum Event: Hashable, Sendable {
        /// The job's turn has come; Windows runs one installer at a time.
        case begin
        /// The file is there and its hash is right.
        /// - Parameters:
        ///   - isUserMissing: the package is for a user who is not signed in.
        ///   - isInstallerBusy: somebody else has Windows Installer.
        case downloaded(isUserMissing: Bool, isInstallerBusy: Bool = false)
        case downloadFailed(HRESULT)
        case userSignedIn
        case installerFree
        case installed
        /// Installed, and msiexec asked for a restart (3010) or begins one (1641). The reference does not say how
        /// Windows counts that: as success, with the code in LastError and in the alert, is our choice.
        case installedWantingRestart(HRESULT)
        case installFailed(HRESULT)
        /// The wait that an action asked for is over.
        case retryDue
    }

    /// What is to be done.
    public enum Action: Hashable, Sendable {
        /// Write a Status that is not final.
        case set(MSIInstall.Status)
        /// Write LastError; the package is tried again.
        case report(HRESULT)
        /// Send `retryDue` after so many minutes.
        case wait(minutes: Int)
        /// Write the final Status and LastError, and raise the alert; the error is 0 for success.
        case finish(MSIInstall.Status, HRESULT)
    }

    /// What a package that nothing is done about waits for.
    public enum Wait: Hashable, Sendable {
        /// Its first turn.
        case turn
        case retry
        case user
        /// Windows Installer, which somebody else has.
        case installer
    }

    private var state: State = .initialized
    private let retryCount: Int
    private let retryInterval: Int

    /// RetryCount counts downloads and installs together; a job without it is tried once (our choice).
    public init(_ job: MsiInstallJob) {
        retryCount = max(0, job.retryCount ?? 0)
        retryInterval = max(0, job.retryInterval ?? 0)
    }

    /// True when nothing more can happen.
    public var hasEnded: Bool { state == .ended }

    /// Nil while the package is downloaded or installed, and when it has ended.
    public var wait: Wait? {
        switch state {
        case .initialized: .turn
        case .waitingToDownload, .waitingToInstall: .retry
        case .waitingForUser: .user
        case .waitingForInstaller: .installer
        case .downloading, .installing, .ended: nil
        }
    }

    /// Whether the package has Windows Installer.
    public var isInstalling: Bool { if case .installing = state { true } else { false } }

    /// Whether the next turn goes straight to Windows Installer.
    public var needsInstaller: Bool {
        switch state {
        case .waitingForUser, .waitingForInstaller, .waitingToInstall: true
        case .initialized, .downloading, .waitingToDownload, .installing, .ended: false
        }
    }

    /// Takes an event. One that does not fit the state changes nothing and asks for nothing.
    public mutating func handle(_ event: Event) -> [Action] {
        switch (state, event) {
        case (.initialized, .begin):
            state = .downloading(retriesLeft: retryCount)
            return [.set(.downloadInProgress)]
        case (.waitingToDownload(let retries), .retryDue):
            state = .downloading(retriesLeft: retries)
            return [.set(.downloadInProgress)]
        case (.downloading(let retries), .downloaded(let isUserMissing, let isInstallerBusy)):
            guard !isUserMissing else {
                state = .waitingForUser(retriesLeft: retries)
                return [.set(.downloadCompleted), .set(.pendingUserSession)]
            }
            guard !isInstallerBusy else {
                state = .waitingForInstaller(retriesLeft: retries)
                return [.set(.downloadCompleted)]
            }
            state = .installing(retriesLeft: retries)
            return [.set(.downloadCompleted), .set(.enforcementInProgress)]
        case (.downloading(let retries), .downloadFailed(let error)):
            guard retries > 0 else { return end(.downloadFailed, error) }
            state = .waitingToDownload(retriesLeft: retries - 1)
            return [.set(.pendingDownloadRetry), .report(error), .wait(minutes: retryInterval)]
        case (.waitingForUser(let retries), .userSignedIn), (.waitingForInstaller(let retries), .installerFree),
            (.waitingToInstall(let retries), .retryDue):
            state = .installing(retriesLeft: retries)
            return [.set(.enforcementInProgress)]
        case (.installing, .installed):
            return end(.enforcementCompleted, HRESULT(0))
        case (.installing, .installedWantingRestart(let code)):
            return end(.enforcementCompleted, code)
        case (.installing(let retries), .installFailed(let error)):
            guard retries > 0 else { return end(.enforcementFailed, error) }
            state = .waitingToInstall(retriesLeft: retries - 1)
            return [.set(.pendingEnforcementRetry), .report(error), .wait(minutes: retryInterval)]
        case (.initialized, _), (.downloading, _), (.waitingToDownload, _), (.waitingForUser, _),
            (.waitingForInstaller, _), (.installing, _), (.waitingToInstall, _), (.ended, _):
            return []
        }
    }

    private mutating func end(_ status: MSIInstall.Status, _ error: HRESULT) -> [Action] {
        state = .ended
        return [.finish(status, error)]
    }
}
