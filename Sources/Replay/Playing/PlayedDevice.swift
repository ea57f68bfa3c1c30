import CSP
import Capture
import DDF
import DMSession
import DMTree
import Device
import Notation
import SyncML

/// Our device in the place of the recorded one: its tree lives through all sessions of the capture.
struct PlayedDevice: Sendable {
    var tree: DeviceTree
    let device: FreshDevice
    let options: ReplayOptions
    let state: CapturedState?
    var learned: [LearnedFact] = []
    var notes: [ReplayNote] = []
    /// The nodes of the users who were there before, by what their tokens call them.
    var userTrees: [String: UserTree] = [:]
    /// Who is signed in; nil for nobody.
    var signedInUser: String?
    let isInAutopilot: Bool

    /// - Parameter deviceID: the id that our device has; nil for the recorded one's.
    init(_ recorded: RecordedDevice, options: ReplayOptions, deviceID: String? = nil) {
        var device = options.device
        if !options.keepsRelease, let release = recorded.release(edition: device.release.edition) {
            let facts = device.profile
            device.release = release
            if facts == DeviceProfile(release: options.device.release) {
                device.profile = DeviceProfile(release: release)
            }
        }
        if !options.keepsProvider, let id = recorded.providerID {
            if id != device.providerID { notes.append(ReplayText.providerChosen(id)) }
            device.providerID = id
        }
        isInAutopilot = recorded.isInAutopilot
        if isInAutopilot { device.phase = .oobe }
        if !options.keepsLogin, let login = recorded.firstLogin { device.login = login }
        if isInAutopilot || device.phase == .oobe { device.login = device.login == .user ? .user : .others }
        device.profile.deviceID = deviceID ?? recorded.deviceID
        if device.profile.deviceID.isEmpty { device.profile.deviceID = options.device.profile.deviceID }
        self.device = device
        self.options = options
        state = options.learns ? CapturedState(recorded) : nil
        let facts = state?.facts ?? [:]
        tree = device.makeTree { base in
            LearnedProvider.roots.contains(base.name.lowercased()) && !facts.isEmpty
                ? LearnedProvider(base: base, values: facts) : base
        }
        for fact in state?.factList ?? [] { learnFact(fact) }
        learnSyncVersion(recorded)
        // The fresh device has the user who is signed in first.
        if tree.hasUserContext { signedInUser = recorded.sessions.first?.user ?? RecordedSession.onlyUser }
    }
}
