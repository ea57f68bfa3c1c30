import DDF
import DMTree
import Device
import ESP
import Yams

extension ScenarioBuild {
    static let deviceKeys = [
        "windows", "edition", "profile", "provider", "name", "manufacturer", "model", "autopilot", "restart", "sync",
        "mode",
        "join",
        "enrollment", "autopilotReset", "processors", "memory", "clockError", "intuneRecord", "resetAfterFailure",
        "preAssignedUser", "hololens", "attestation", "deviceJoin", "mdmEnrollment", "registration", "updates",
        "turnedOn", "blob", "securedCore", "groups", "ownership", "enrollmentProfile",
    ]

    static func device(_ fields: Fields, _ deviceProfile: String?) throws(ScenarioError) -> FreshDevice {
        guard let node = fields["device"] else {
            return FreshDevice(phase: .oobe, profile: try given(deviceProfile, on: .standard))
        }
        let device = try Fields(node, path: "device", keys: deviceKeys)
        let edition = try device.choice("edition", WindowsEdition.self) ?? .enterprise
        let name = try device.text("windows") ?? "11-25h2"
        guard let release = WindowsRelease(name, edition: edition) else {
            let known = WindowsRelease.named.map(\.name)
            throw device.error(
                "windows", "\"\(name)\" is no Windows release",
                NameDistance.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
                    ?? "known are \(known.joined(separator: ", "))")
        }
        let ownProfile = try profile(device, on: release)
        var profile = try given(deviceProfile, on: release) ?? ownProfile
        if let name = try device.text("name") { profile.deviceName = name }
        if let manufacturer = try device.text("manufacturer") { profile.manufacturer = manufacturer }
        if let model = try device.text("model") { profile.model = model }
        if let isSecuredCore = try device.bool("securedCore") { profile.isSecuredCore = isSecuredCore }
        if let memory = try device.int("memory", in: 512...4_194_304) { profile.totalRAM = memory }
        let enrollment = try device.choice("enrollment", EnrollmentKind.self) ?? .oobe
        return FreshDevice(
            release: release, providerID: try device.name("provider") ?? NodeURI.intuneProviderID,
            phase: enrollment == .oobe ? .oobe : .desktop, profile: profile)
    }

    /// The profile that is set beside the scenario.
    private static func given(
        _ text: String?, on release: WindowsRelease
    ) throws(ScenarioError) -> DeviceProfile? {
        guard let text else { return nil }
        do throws(ScenarioError) { return try DeviceProfileReader.read(text, release: release) } catch {
            throw ScenarioError(
                line: 1, column: 1, message: "the device profile beside it, \(error)", hint: "")
        }
    }

    /// `device.profile`: the name of a ready profile, or a profile in place.
    private static func profile(
        _ device: Fields, on release: WindowsRelease
    ) throws(ScenarioError) -> DeviceProfile {
        guard let node = device["profile"] else { return DeviceProfile(release: release) }
        guard case .scalar = node else {
            return try DeviceProfileReader.read(node, path: "device.profile", release: release)
        }
        let ready = try Fields.choice(node, "device.profile", ReadyDeviceProfile.self)
        return try DeviceProfileReader.read(ready.text, release: release)
    }

    mutating func readDevice() throws(ScenarioError) {
        guard let node = fields["device"] else { return }
        let device = try Fields(node, path: "device", keys: Self.deviceKeys)
        if let seconds = try device.secondsOrNever("restart") { script.restartSeconds = seconds }
        if let seconds = try device.seconds("sync") {
            guard seconds > 0 else { throw device.error("sync", "device.sync has to be at least one second") }
            script.syncSeconds = seconds
        }
        try readVariant(device)
        try readPreparation(device)
        try readHybrid(device)
        if let node = device["updates"] {
            let updates = try Fields(node, path: "device.updates", keys: ["scan", "duration", "restart"])
            if let seconds = try updates.seconds("scan") { script.qualityUpdates.scanSeconds = seconds }
            if let seconds = try updates.secondsOrNever("duration") { script.qualityUpdates.installSeconds = seconds }
            if let restarts = try updates.bool("restart") { script.qualityUpdates.restarts = restarts }
        }
        if let seconds = try device.secondsOrNever("turnedOn") { script.turnOnSeconds = seconds }
    }

    /// Mode, join and way of enrolment, and the facts that a few known issues ask for.
    private mutating func readVariant(_ device: Fields) throws(ScenarioError) {
        let mode = try device.choice("mode", DeploymentMode.self) ?? .userDriven
        let join = try device.choice("join", DirectoryJoin.self) ?? .entra
        let enrollment = try device.choice("enrollment", EnrollmentKind.self) ?? .oobe
        if enrollment != .oobe, mode != .userDriven {
            throw device.error("mode", "device.mode is \(mode.rawValue), which only a device in OOBE has")
        }
        if mode == .selfDeploying || mode == .devicePreparation, join == .hybrid {
            throw device.error("join", "\(mode.rawValue) joins Entra only (7.2, 7.7)")
        }
        let isAutopilot = try device.bool("autopilot")
        script.isAutopilotDevice = isAutopilot ?? (mode != .devicePreparation)
        if mode == .devicePreparation {
            guard script.device.release.build >= 26100 else {
                throw device.error("mode", "Autopilot device preparation needs Windows 11 24H2 or newer")
            }
            if isAutopilot == true {
                notes.append("device: it is registered with Autopilot, so the classic profile wins (7.7)")
            }
        }
        // A device that is registered with Autopilot never sees the newer page (7.7).
        script.page.mode = mode == .devicePreparation && isAutopilot == true ? .userDriven : mode
        script.page.join = join
        script.page.enrollment = enrollment
        script.page.isAfterAutopilotReset = try device.bool("autopilotReset") ?? false
        script.page.isAfterFailedPreProvisioning = try device.bool("resetAfterFailure") ?? false
        script.page.isHoloLens = try device.bool("hololens") ?? false
        let processors = try device.int("processors", in: 1...1024) ?? 4
        script.page.isSmallVirtualMachine = processors < 2 || script.device.profile.totalRAM < 4096
        script.page.clockErrorMinutes = Int((try device.seconds("clockError") ?? 0) / 60)
        script.hasServerRecord = try device.bool("intuneRecord") ?? false
        script.agent.isUserPreAssigned = try device.bool("preAssignedUser") ?? false
    }

    private mutating func readPreparation(_ device: Fields) throws(ScenarioError) {
        for (key, kind) in [
            ("attestation", SubcategoryKind.tpmAttestation), ("deviceJoin", .aadj), ("mdmEnrollment", .mdmEnrollment),
        ] {
            guard let node = device[key] else { continue }
            guard script.page.mode.usesDeviceTicket else {
                throw device.error(
                    key, "device.\(key) is a step of pre-provisioning and self-deploying mode",
                    "set device.mode, or take it out")
            }
            let step = try Fields(node, path: "device.\(key)", keys: ["duration", "fails"])
            script.preparation[kind] = LifeScript.PreparationStep(
                seconds: try step.seconds("duration") ?? script.preparation[kind]?.seconds ?? 0,
                error: try step.hresult("fails"))
        }
    }

    private mutating func readHybrid(_ device: Fields) throws(ScenarioError) {
        for key in ["registration", "blob"] where device[key] != nil && script.page.join != .hybrid {
            throw device.error(key, "device.\(key) belongs to a hybrid join", "set device.join: hybrid, or take it out")
        }
        if let time = try device.secondsOrNever("blob") { blobAt = time.map { .seconds($0) } }
        guard let node = device["registration"] else { return }
        if node.string == "never" {
            script.registration = .never
            return
        }
        let registration = try Fields(node, path: "device.registration", keys: ["after", "fails"])
        let seconds = try registration.seconds("after") ?? 300
        script.registration =
            try registration.hresult("fails").map { .fails(afterSeconds: seconds, $0) }
            ?? .succeeds(afterSeconds: seconds)
    }
}
