import Device
import ESP
import Yams

/// What no device could live through, although each key for itself is well written. It is refused before time starts.
/// A server that does wrong is none of this.
extension ScenarioBuild {
    /// A key that means something under a condition only.
    private struct Bound {
        var key: String
        var isMet: Bool
        var reason: String
        var hint: String
    }

    mutating func checkContradictions() throws(ScenarioError) {
        try checkDevice()
        try checkAgents()
        try checkGroups()
        try checkMachine()
        if let server = try section("server", Self.serverKeys), server["defaultBlockingList"] != nil,
            assignments?.profileIsUserTargeted == false
        {
            throw server.error(
                "defaultBlockingList", "the profile is for the device, so the default profile's list never counts",
                "set server.profileTarget: user, or take it out")
        }
    }

    // MARK: Sections

    private func checkDevice() throws(ScenarioError) {
        guard let device = try section("device", Self.deviceKeys) else { return }
        let page = script.page
        let isPreProvisioning = page.mode == .preProvisioning
        for bound in [
            Bound(
                key: "turnedOn", isMet: isPreProvisioning, reason: "belongs to pre-provisioning",
                hint: "set device.mode: preProvisioning, or take it out"),
            Bound(
                key: "preAssignedUser", isMet: isPreProvisioning || !script.agent.isUserPreAssigned,
                reason: "belongs to pre-provisioning", hint: "set device.mode: preProvisioning, or take it out"),
            Bound(
                key: "resetAfterFailure", isMet: isPreProvisioning || !page.isAfterFailedPreProvisioning,
                reason: "belongs to pre-provisioning", hint: "set device.mode: preProvisioning, or take it out"),
            Bound(
                key: "intuneRecord", isMet: page.mode.usesDeviceTicket || !script.hasServerRecord,
                reason: "belongs to modes that enrol by device ticket",
                hint: "set device.mode: preProvisioning or selfDeploying, or take it out"),
            Bound(
                key: "updates", isMet: mayInstallUpdates,
                reason: "needs a page whose profile has installQualityUpdates (ESP-011), at the end of OOBE",
                hint: "set profile.installQualityUpdates: true, or take it out"),
            Bound(
                key: "join", isMet: page.join == .entra || page.mode != .devicePreparation,
                reason: "is hybrid, and Autopilot device preparation joins Entra only (7.7)",
                hint: "set device.join: entra"),
        ] where device[bound.key] != nil && !bound.isMet {
            throw device.error(bound.key, "device.\(bound.key) \(bound.reason)", bound.hint)
        }
    }

    private var mayInstallUpdates: Bool {
        guard script.page.enrollment == .oobe, script.page.mode != .devicePreparation, let assignments else {
            return false
        }
        let profiles = [assignments.profile] + assignments.profileChanges.compactMap(\.profile)
        return profiles.contains { $0.installsQualityUpdates(choices: script.page.choices) }
    }

    private func checkAgents() throws(ScenarioError) {
        if fields["configMgr"] != nil, let agent = try section("agent", Self.agentKeys),
            script.agent.provider.lowercased() == "configmgr"
        {
            throw agent.error(
                "provider", "agent and configMgr would both be the provider ConfigMgr", "give the agent another name")
        }
        guard fields["agent"] == nil, let app = script.apps.first,
            let node = try fields.list("apps").first(where: { $0.mapping?["name"]?.string == app.name })
        else { return }
        throw Fields.error(
            node, "\"\(app.name)\" is a Win32 app, and nothing on the device installs those", "add an agent section")
    }

    /// Groups decide among `profiles` and nothing else.
    private func checkGroups() throws(ScenarioError) {
        guard fields["profiles"] == nil else { return }
        for (name, keys) in [("device", Self.deviceKeys), ("user", Self.userSectionKeys)] {
            guard let section = try section(name, keys), section["groups"] != nil else { continue }
            throw section.error(
                "groups", "\(name).groups decides among profiles, and there are none",
                "write profiles in place of profile, or take it out")
        }
        guard script.page.enrollment != .oobe, let user = try section("user", Self.userSectionKeys),
            user["signsIn"] != nil
        else { return }
        throw user.error(
            "signsIn", "the first user of a \(script.page.enrollment.rawValue) enrolment is signed in already",
            "take it out, or set device.enrollment: oobe")
    }

    // MARK: A device that is off

    /// Nothing is pressed, and nothing is restarted, while nobody can: between powerOff and powerOn, and from Reseal
    /// until the device is turned on.
    private func checkMachine() throws(ScenarioError) {
        let machine = try fields.list("machine")
        for node in machine {
            guard let at = try instant(node), let reseal = resealed(before: at) else { continue }
            throw Fields.error(
                node.mapping?["at"] ?? node, "the device is off at \(at): it was resealed at \(reseal)",
                "it is turned on again after device.turnedOn")
        }
        guard case .mapping(let user)? = fields["user"], case .sequence(let presses)? = user["presses"] else { return }
        for node in presses {
            guard let at = try instant(node), isOff(at) else { continue }
            throw Fields.error(
                node.mapping?["at"] ?? node, "the device is off at \(at), so nobody can press a button",
                "press it before powerOff or after powerOn")
        }
    }

    private func instant(_ node: Node) throws(ScenarioError) -> DeviceTime? {
        guard let at = node.mapping?["at"] else { return nil }
        return .seconds(try Fields.seconds(at, "at"))
    }

    private func isOff(_ time: DeviceTime) -> Bool {
        script.machineActions.last { $0.time < time }?.kind == .powerOff
    }

    /// The Reseal that has the device off at an instant, as far as the file says when it is pressed.
    private func resealed(before time: DeviceTime) -> DeviceTime? {
        for action in script.userActions where action.button == .reseal {
            guard case .at(let reseal) = action.moment, reseal < time else { continue }
            guard let seconds = script.turnOnSeconds else { return reseal }
            if time < reseal.adding(seconds: seconds) { return reseal }
        }
        return nil
    }

    // MARK: What single entries ask

    /// A button that this device can never offer.
    func checkOffer(of button: PageButton, _ press: Fields) throws(ScenarioError) {
        let page = script.page
        let refusal: (message: String, hint: String)?
        switch button {
        case .reseal where page.mode != .preProvisioning:
            refusal = ("only pre-provisioning offers Reseal", "set device.mode: preProvisioning")
        case .signOut where page.join != .hybrid && !page.isAfterAutopilotReset:
            refusal = (
                "Sign out is offered after a hybrid join or an Autopilot Reset only (ESP-523)", "press continueAnyway"
            )
        case .collectLogs where page.hasDiagnosticsPage:
            refusal = ("Windows 11 offers viewDiagnostics in place of collectLogs", "press viewDiagnostics")
        case .viewDiagnostics where !page.hasDiagnosticsPage:
            refusal = ("Windows 10 offers collectLogs in place of viewDiagnostics", "press collectLogs")
        case .collectLogs where page.isHoloLens, .viewDiagnostics where page.isHoloLens:
            refusal = ("HoloLens never offers logs", "take it out")
        case .reset, .tryAgain, .continueAnyway, .signOut, .reseal, .collectLogs, .viewDiagnostics: refusal = nil
        }
        guard let refusal else { return }
        throw press.error("button", "user.presses: \(refusal.message)", refusal.hint)
    }

    /// An instant behind the end of the life never comes.
    func checkInstant(_ key: String, _ fields: Fields) throws(ScenarioError) {
        guard let seconds = try fields.seconds(key), .seconds(seconds) > script.horizon else { return }
        throw fields.error(
            key,
            "\(fields.path).\(key) is \(DeviceTime.seconds(seconds)), and the life is cut off at \(script.horizon)",
            "set until to a later time")
    }

    private func section(_ name: String, _ keys: [String]) throws(ScenarioError) -> Fields? {
        guard let node = fields[name] else { return nil }
        return try Fields(node, path: name, keys: keys)
    }
}
