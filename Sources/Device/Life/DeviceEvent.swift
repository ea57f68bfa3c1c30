import DMSession
import DMTree
import ESP
import Notation

/// Something that happened in a device's life. One stream of these is what the terminal, the JSON, the page and the
/// tests read (design.md section 2).
public struct DeviceEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case sessionStarted(number: Int, trigger: SessionTrigger)
        case messageSent(session: Int, message: Int, bytes: Int)
        case messageReceived(session: Int, message: Int, bytes: Int)
        case commandAnswered(CommandOutcome)
        case sessionEnded(number: Int, SessionEnd)
        /// The server gave no answer or one that is no message.
        case sessionBroken(number: Int, reason: String)
        /// The server moved the session: everything that follows goes to its RespURI (DM-HDR-10).
        case redirected(session: Int, address: String)
        /// The user or the device gave a session up.
        case sessionAborted(number: Int, by: LifeScript.Interruption.Initiator)
        /// A keep-alive message went out in place of an answer that is not ready (windows-csp.md 3.6).
        case keptAlive(session: Int)
        /// What one side said to the other's credentials: 401, 407, 212, or 200 with the nonce of the next message.
        case credentials(session: Int, of: Peer, status: Int, type: String?)
        /// A question of the server, and what came of it (oma-dm.md 2.5).
        case question(session: Int, UserInteraction)
        /// A notification came in: the session that it starts, or why it starts none (oma-dm.md 2.13).
        case notification(sessionID: String?, refusal: String?)
        /// Written on the device: by Windows or by an agent.
        case nodeWritten(uri: String, value: String, writer: Writer)
        case pageState(PageState)
        case category(Category, CategoryState)
        case line(Subcategory, SubcategoryState, LineText)
        case controls(PageControls)
        case error(ErrorScreen)
        case errorCleared
        case setting(name: String, value: String)
        case logged(PageEvent)
        case duration(PhaseScope, TrackedLine, seconds: Int64)
        case pageLeft(PhaseScope, PageOutcome)
        case signIn(SignIn)
        case userSignedIn(sid: String)
        case userSignedOut(sid: String)
        case buttonPressed(PageButton)
        case buttonNotOffered(PageButton)
        case agentStarted
        case agentPhase(EspPhase)
        case app(id: String, name: String, TrackedAppState, HRESULT?)
        case agentLog(String)
        /// What the agent recorded of an app (esp-behaviour.md 3.4).
        case enforcement(id: String, EnforcementState, exitCode: Int32?)
        /// A record of the device management log (esp-behaviour.md 3.4).
        case managementLogged(ManagementEvent)
        case package(uri: String, name: String, status: Int)
        /// Where the job of a package says that it comes from: its first address.
        case packageSource(uri: String, url: String)
        /// A Store or UWP app, or Microsoft 365 Apps.
        case installation(uri: String, name: String, Installation.Kind, status: Int)
        case certificate(uri: String, status: Int)
        /// A job of a CSP beside installs and certificates: a word, or the value of its status node.
        case job(Job.Kind, uri: String, status: String)
        case alertQueued(GenericAlert)
        case effectNotEmulated(uri: String)
        case restartRequested
        case machineStarted
        case poweredOff
        case poweredOn
        /// A step of device preparation began, which the device carries out; or the registration task was started again.
        case preparationStarted(SubcategoryKind)
        case registrationKicked
        /// A script of the agent began, or ended with a code.
        case script(name: String, exitCode: Int32?)
        /// A setting waits for the user's flow (ESP-322), or takes effect there.
        case policyHeldBack(uri: String)
        case policyTookEffect(uri: String)
        case qualityUpdates(QualityUpdateStage)
        /// What DevicePrepSync tells the server (7.7).
        case devicePreparation(DevicePreparationState)
        case whitePage
        case pollingStarted
        case logsCollected(areas: [String])
        case resetStarted
        case unenrolled
        /// A program on the device changed a value that the server has set.
        case drifted(uri: String, value: String)
        /// The value was put back.
        case driftUndone(uri: String, value: String, by: LocalEnforcement.Means)
        /// Config refresh applied the policies again; how many of them had drifted.
        case policiesRefreshed(restored: Int)
        case configLock(LocalEnforcement.LockState)
        /// The certificate of the enrolment has ended, and was not renewed.
        case certificateExpired
    }

    /// One end of a session.
    public enum Peer: String, Hashable, Sendable, CaseIterable {
        case client, server
    }

    /// What the update stage at the end of OOBE does (7.6).
    public enum QualityUpdateStage: String, Hashable, Sendable, CaseIterable {
        case scanning, installing, restarting, finished
        /// There is none, or a policy defers or pauses them.
        case nothingToInstall, deferred
    }

    public var time: DeviceTime
    public var kind: Kind

    public init(time: DeviceTime, kind: Kind) {
        self.time = time
        self.kind = kind
    }
}
