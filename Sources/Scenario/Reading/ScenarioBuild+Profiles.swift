import Device
import ESP
import ReferenceServer
import Yams

/// The Enrollment Status Page profile of a life: the one that is given, or the one that a tenant's assignments choose.
extension ScenarioBuild {
    mutating func readProfiles() throws(ScenarioError) {
        guard let node = fields["profiles"] else {
            if fields["filters"] != nil {
                throw fields.error("filters", "filters belong to the assignments of profiles", "add profiles")
            }
            guard let node = fields["profile"] else { return }
            try assign(try profile(node))
            return
        }
        guard fields["profile"] == nil else {
            throw fields.error("profile", "the scenario has profile and profiles", "write one of them")
        }
        var profiles: [EnrollmentStatusPageProfile] = []
        for node in try fields.list("profiles") {
            profiles.append(try profile(node))
            if let conflict = ProfileSet.conflicts(in: profiles).first { throw Self.error(conflict, node) }
        }
        let tenant: ProfileSet
        do throws(ProfileSet.Refusal) { tenant = try ProfileSet(profiles) } catch {
            throw Fields.error(node, "profiles: \(error)")
        }
        let resolution = tenant.resolve(for: try subject, filters: try filters)
        try assign(resolution.profile)
        assignments?.profileIsUserTargeted = resolution.isUserTargeted
        assignments?.defaultBlockingList = resolution.blockingList(inDevicePhase: true, quirk315IsOn: true).ids ?? []
        notes += resolution.findings.map { "profiles: \($0)" }
    }

    /// A conflict at the later of two profiles.
    private static func error(_ conflict: ProfileSet.Refusal, _ node: Node) -> ScenarioError {
        let key: String
        switch conflict {
        case .samePriority: key = "priority"
        case .sameID, .unknown: key = "id"
        case .twoDefaults, .defaultStays: key = "@odata.type"
        }
        let place = node.mapping?.first { $0.key.string == key }?.value ?? node
        return Fields.error(place, "profiles: \(conflict)")
    }

    private mutating func assign(_ profile: EnrollmentStatusPageProfile) throws(ScenarioError) {
        assignments = Assignments(providerID: script.device.providerID, profile: profile)
        assignments?.isAutopilotDevice = script.isAutopilotDevice
    }

    /// The device and user of the life, as assignments see them.
    private var subject: ProfileSubject {
        get throws(ScenarioError) {
            var device = ProfileSubject.Device(script.device.profile, release: script.device.release)
            device.groups = try names("device", "groups")
            if let node = fields["device"] {
                let section = try Fields(node, path: "device", keys: Self.deviceKeys)
                if let ownership = try section.choice("ownership", ProfileSubject.Ownership.self) {
                    device.ownership = ownership
                }
                device.enrollmentProfileName = try section.text("enrollmentProfile")
            }
            return ProfileSubject(
                device: device, userGroups: script.users.isEmpty ? nil : try names("user", "groups"),
                mode: script.page.mode)
        }
    }

    /// A list of texts in a section that may be absent.
    private func names(_ section: String, _ key: String) throws(ScenarioError) -> [String] {
        guard case .mapping(let mapping)? = fields[section], let node = mapping[Node(key)] else { return [] }
        guard case .sequence(let sequence) = node else {
            throw Fields.error(node, "\(section).\(key) has to be a list: begin each entry with \"- \"")
        }
        var names: [String] = []
        for entry in sequence { names.append(try Fields.text(entry, "\(section).\(key)")) }
        return names
    }

    private var filters: [AssignmentFilter] {
        get throws(ScenarioError) {
            guard let node = fields["filters"] else { return [] }
            do throws(ProfileError) {
                var filters: [AssignmentFilter] = []
                for entry in try AssignmentFilter.readEach(json: YAMLJSON.text(node)) {
                    switch entry {
                    case .filter(let filter, _): filters.append(filter)
                    case .refused(let error): throw error
                    }
                }
                return filters
            } catch {
                throw Fields.error(node, "filters: \(error)")
            }
        }
    }
}
