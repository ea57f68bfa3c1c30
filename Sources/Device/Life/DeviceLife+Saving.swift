import DMSession
import DMTree
import ESP
import Notation

extension DeviceLife {
    /// Everything of a life that changes, between two steps: with the same script, a life that is restored from it goes
    /// on event for event as the one that was saved.
    ///
    /// `Tests/DeviceTests/SavingTests` holds it against the stored properties of `DeviceLife`.
    public struct Saved: Sendable, Codable {
        var now: DeviceTime
        var tree: DeviceTree.Saved
        var page: StatusPage
        var agent: SidecarAgent
        var configMgr: ConfigMgrAgent?
        var diagnostics: [Diagnostic]
        var messages: [SavedMessage]
        public internal(set) var keepsMessages: Bool
        var agenda: Agenda
        var sessionNumber: Int
        var messageNumber: Int
        var pendingAlerts: [GenericAlert]
        var activeLoops: Set<SyncLoop>
        var power: Power
        var signInScreenIsUp: Bool
        var signedInUser: Int?
        var userTrees: [String: UserTree]
        var hasEntered: Bool
        var answersLeft: [Int]
        var offered: Set<PageButton>
        var jobs: JobState
        var outcomeOfPages: LifeOutcome?
        var appStates: [String: TrackedAppState]
        var installations: [Installation]
        var lineTimes: [Subcategory: DeviceTime]
        var statesAtError: StatesAtError?
        var lastSignIn: SignIn?
        var settings: [String: String]
        var durations: [PhaseScope: [TrackedLine: Int64]]
        var resetStarted: Bool
        var agentHasStarted: Bool
        var closingPhase: PhaseScope?
        var enrolment: Enrolment
        var brokenFirstSessions: Int
        var rebootValues: [TreeURI: String]
        var heldBackPolicies: [String]
        var heldUpItems: [HeldUpItem]
        var domainJoin: DomainJoin?
        var devicePreparation: DevicePreparationState?
        var updateStage: UpdateStage?
        var isRegistered: Bool
        var hasBooted: Bool
        var refusals: [Refusal]
        var serverWrites: [ServerWrite]
        var breaks: [SessionBreak]
        var commandCount: Int
        var lastCommandTime: DeviceTime?
        var exitCodes: [String: Int32]
        var enforcement: LocalEnforcement
        var certificate: EnrolmentCertificate
        var appErrors: [String: HRESULT]
        var negotiatedAuthentication: AuthenticationType?
        var userAnswers: UserScript?
        var interruptionCount: Int
        var notifications: NotificationInbox
    }

    /// The life as it stands. Events that were not taken yet are not part of it.
    public var saved: Saved {
        Saved(
            now: now, tree: tree.saved, page: page, agent: agent, configMgr: configMgr, diagnostics: diagnostics,
            messages: messages, keepsMessages: keepsMessages, agenda: agenda, sessionNumber: sessionNumber,
            messageNumber: messageNumber, pendingAlerts: pendingAlerts, activeLoops: activeLoops, power: power,
            signInScreenIsUp: signInScreenIsUp, signedInUser: signedInUser, userTrees: userTrees,
            hasEntered: hasEntered, answersLeft: answersLeft, offered: offered, jobs: jobs,
            outcomeOfPages: outcomeOfPages, appStates: appStates, installations: installations,
            lineTimes: lineTimes, statesAtError: statesAtError, lastSignIn: lastSignIn,
            settings: settings, durations: durations, resetStarted: resetStarted, agentHasStarted: agentHasStarted,
            closingPhase: closingPhase, enrolment: enrolment, brokenFirstSessions: brokenFirstSessions,
            rebootValues: rebootValues, heldBackPolicies: heldBackPolicies, heldUpItems: heldUpItems,
            domainJoin: domainJoin, devicePreparation: devicePreparation, updateStage: updateStage,
            isRegistered: isRegistered, hasBooted: hasBooted, refusals: refusals, serverWrites: serverWrites,
            breaks: breaks, commandCount: commandCount, lastCommandTime: lastCommandTime, exitCodes: exitCodes,
            enforcement: enforcement, certificate: certificate, appErrors: appErrors,
            negotiatedAuthentication: negotiatedAuthentication, userAnswers: userAnswers,
            interruptionCount: interruptionCount, notifications: notifications)
    }

    /// Goes on from where a life with the same script was saved. The server is restored by its own means.
    public mutating func restore(_ saved: Saved) {
        now = saved.now
        tree.restore(saved.tree)
        page = saved.page
        agent = saved.agent
        configMgr = saved.configMgr
        events = []
        diagnostics = saved.diagnostics
        messages = saved.messages
        keepsMessages = saved.keepsMessages
        agenda = saved.agenda
        sessionNumber = saved.sessionNumber
        messageNumber = saved.messageNumber
        pendingAlerts = saved.pendingAlerts
        activeLoops = saved.activeLoops
        power = saved.power
        signInScreenIsUp = saved.signInScreenIsUp
        signedInUser = saved.signedInUser
        userTrees = saved.userTrees
        hasEntered = saved.hasEntered
        answersLeft = saved.answersLeft
        offered = saved.offered
        jobs = saved.jobs
        outcomeOfPages = saved.outcomeOfPages
        appStates = saved.appStates
        installations = saved.installations
        lineTimes = saved.lineTimes
        statesAtError = saved.statesAtError
        lastSignIn = saved.lastSignIn
        settings = saved.settings
        durations = saved.durations
        resetStarted = saved.resetStarted
        agentHasStarted = saved.agentHasStarted
        closingPhase = saved.closingPhase
        enrolment = saved.enrolment
        brokenFirstSessions = saved.brokenFirstSessions
        rebootValues = saved.rebootValues
        heldBackPolicies = saved.heldBackPolicies
        heldUpItems = saved.heldUpItems
        domainJoin = saved.domainJoin
        devicePreparation = saved.devicePreparation
        updateStage = saved.updateStage
        isRegistered = saved.isRegistered
        hasBooted = saved.hasBooted
        refusals = saved.refusals
        serverWrites = saved.serverWrites
        breaks = saved.breaks
        commandCount = saved.commandCount
        lastCommandTime = saved.lastCommandTime
        exitCodes = saved.exitCodes
        enforcement = saved.enforcement
        certificate = saved.certificate
        appErrors = saved.appErrors
        negotiatedAuthentication = saved.negotiatedAuthentication
        userAnswers = saved.userAnswers
        interruptionCount = saved.interruptionCount
        notifications = saved.notifications
    }
}
