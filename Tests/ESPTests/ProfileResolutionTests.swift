import Testing

@testable import ESP

/// esp-behaviour.md 1.3, and ESP-315 as far as it is about which list counts.
struct ProfileResolutionTests {
    private typealias Verdict = ProfileResolution.Verdict

    private func profile(
        _ name: String, _ priority: Int?, _ targets: ProfileAssignment.Target...,
        filter: ProfileAssignment.Filter? = nil
    ) -> EnrollmentStatusPageProfile {
        var profile = EnrollmentStatusPageProfile()
        profile.id = name
        profile.displayName = name
        profile.priority = priority
        profile.assignments = targets.map { ProfileAssignment($0, filter: filter) }
        return profile
    }

    private func subject(
        device: [String] = ["devices"], user: [String]? = ["users"], mode: DeploymentMode = .userDriven
    ) -> ProfileSubject {
        var device = ProfileSubject.Device(build: 26200).with(groups: device)
        device.model = "EMU-1"
        return ProfileSubject(device: device, userGroups: user, mode: mode)
    }

    private func resolve(
        _ profiles: [EnrollmentStatusPageProfile], _ subject: ProfileSubject? = nil, filters: [AssignmentFilter] = []
    ) throws -> ProfileResolution {
        try ProfileSet(profiles).resolve(for: subject ?? self.subject(), filters: filters)
    }

    private func verdicts(_ resolution: ProfileResolution) -> [String: Verdict] {
        Dictionary(resolution.candidates.map { ($0.profile.name, $0.verdict) }) { first, _ in first }
    }

    // MARK: the steps

    @Test("ESP-101: the device's profile, else the user's, else the default")
    func steps() throws {
        let (device, user) = (profile("D", 2, .group("devices")), profile("U", 1, .group("users")))
        let both = try resolve([user, device])
        #expect(both.profile.name == "D" && both.step == .device && !both.isUserTargeted)
        #expect(both.assignment == ProfileAssignment(.group("devices")))
        let onlyUser = try resolve([user])
        #expect(onlyUser.profile.name == "U" && onlyUser.step == .user && onlyUser.isUserTargeted)
        let none = try resolve([profile("X", 1, .group("others"))])
        #expect(none.profile == .shippedDefault && none.step == .fallback && none.assignment == nil)
    }

    @Test("ESP-101: all devices counts as the device, all users as the user")
    func everybody() throws {
        #expect(try resolve([profile("D", 2, .allDevices), profile("U", 1, .allUsers)]).step == .device)
        #expect(try resolve([profile("U", 1, .allUsers)]).step == .user)
        #expect(try resolve([profile("U", 1, .allUsers)], subject(user: nil)).step == .fallback)
    }

    @Test("ESP-102: the lower number wins inside a step; a device profile with priority 9 beats a user profile with 1")
    func priority() throws {
        let profiles = [
            profile("U1", 1, .allUsers), profile("D9", 9, .group("devices")), profile("D4", 4, .allDevices),
            profile("U2", 2, .group("users")),
        ]
        let resolution = try resolve(profiles)
        #expect(resolution.profile.name == "D4")
        #expect(resolution.candidates.map(\.profile.name).dropLast() == ["U1", "U2", "D4", "D9"])
        #expect(
            verdicts(resolution) == [
                "U1": .outranked(by: "D4", winner: .device, own: .user),
                "U2": .outranked(by: "D4", winner: .device, own: .user), "D4": .chosen(.device),
                "D9": .outranked(by: "D4", winner: .device, own: .device),
                "All users and all devices": .outranked(by: "D4", winner: .device, own: .fallback),
            ])
        #expect(try resolve([profiles[0], profiles[1]]).profile.name == "D9")
    }

    @Test("ESP-102: profiles without a priority come after those that have one")
    func noPriority() throws {
        #expect(try resolve([profile("X", nil, .allDevices), profile("D", 9, .allDevices)]).profile.name == "D")
    }

    @Test(
        "ESP-103: pre-provisioning and self-deploying do not look at the user",
        arguments: [(DeploymentMode.preProvisioning, false), (.selfDeploying, false), (.userDriven, true)])
    func modes(mode: DeploymentMode, looksAtUser: Bool) throws {
        let profiles = [profile("U", 1, .group("users")), profile("D", 5, .group("kiosks"))]
        let resolution = try resolve(profiles, subject(mode: mode))
        #expect(resolution.profile.name == (looksAtUser ? "U" : "All users and all devices"))
        #expect(verdicts(resolution)["U"] == (looksAtUser ? .chosen(.user) : .userDoesNotCount(mode)))
        #expect(try resolve(profiles, subject(device: ["kiosks"], mode: mode)).profile.name == "D")
    }

    @Test("ESP-103: step 2 needs a user")
    func noUser() throws {
        let resolution = try resolve([profile("U", 1, .allUsers)], subject(user: nil))
        #expect(resolution.step == .fallback)
        #expect(resolution.candidates.first?.assignments.map(\.outcome) == [.noUser])
    }

    // MARK: exclusions and tags

    @Test("1.3: an exclusion wins over an inclusion, whatever their order")
    func exclusion() throws {
        for targets: [ProfileAssignment.Target] in [
            [.allDevices, .exclusionGroup("devices")], [.exclusionGroup("devices"), .group("devices")],
        ] {
            var excluded = profile("D", 1)
            excluded.assignments = targets.map { ProfileAssignment($0) }
            let resolution = try resolve([excluded, profile("E", 2, .allDevices)])
            #expect(resolution.profile.name == "E")
            #expect(verdicts(resolution)["D"] == .excluded)
        }
        #expect(try resolve([profile("D", 1, .allDevices, .exclusionGroup("others"))]).profile.name == "D")
        #expect(try resolve([profile("U", 1, .allUsers, .exclusionGroup("users"))]).step == .fallback)
    }

    @Test("1.3: an excluded group of devices does not take users out, which is reported")
    func otherSide() throws {
        let resolution = try resolve([profile("U", 1, .allUsers, .exclusionGroup("devices"))])
        #expect(resolution.step == .user)
        #expect(resolution.findings.map(\.code) == [.exclusionOnOtherSide, .defaultNotGiven])
    }

    @Test("ESP-105: scope tags change nothing")
    func scopeTags() throws {
        var tagged = profile("D", 1, .allDevices)
        tagged.roleScopeTagIds = ["7", "9"]
        let resolution = try resolve([tagged, profile("E", 2, .allDevices)])
        #expect(resolution.profile.name == "D")
        #expect(
            verdicts(resolution) == verdicts(try resolve([profile("D", 1, .allDevices), profile("E", 2, .allDevices)])))
    }

    // MARK: filters

    private func filter(_ rule: String) throws -> AssignmentFilter {
        AssignmentFilter(id: "F", displayName: "the filter", rule: try FilterRule(parsing: rule))
    }

    @Test(
        "ESP-104: an include filter lets matching devices in, an exclude filter leaves them out",
        arguments: [
            ("EMU-1", ProfileAssignment.Filter.Mode.include, true), ("EMU-1", .exclude, false), ("x", .include, false),
            ("x", .exclude, true),
        ])
    func filterModes(model: String, mode: ProfileAssignment.Filter.Mode, applies: Bool) throws {
        let profiles = [profile("D", 1, .allDevices, filter: .init(id: "f", mode: mode))]
        let resolution = try resolve(profiles, filters: [filter(#"(device.model -eq "\#(model)")"#)])
        #expect((resolution.step == .device) == applies)
        if !applies {
            #expect(resolution.candidates[0].assignments.map(\.outcome) == [.filteredOut(name: "the filter")])
            #expect(verdicts(resolution)["D"] == .notAssigned)
        }
    }

    @Test("ESP-104: an assignment whose filter is not selectable is reported and ignored, in both modes")
    func unusableFilter() throws {
        for mode in ProfileAssignment.Filter.Mode.allCases {
            let profiles = [profile("D", 1, .allDevices, filter: .init(id: "f", mode: mode))]
            let resolution = try resolve(profiles, filters: [filter(#"(device.deviceName -eq "x")"#)])
            #expect(resolution.step == .fallback)
            let code = ResolutionFinding.Code.filterUnusable(name: "the filter", .property("device.deviceName"))
            #expect(resolution.findings.first == ResolutionFinding(code: code, profile: "D"))
        }
    }

    @Test("ESP-104: on an older Windows a filter by model is ignored, and another assignment still counts")
    func oldWindows() throws {
        var old = profile("D", 1, .allDevices, filter: .init(id: "f", mode: .include))
        old.assignments.append(ProfileAssignment(.group("devices")))
        var subject = subject()
        subject.device.build = 22621
        subject.device.revision = 3373
        let resolution = try resolve([old], subject, filters: [filter(#"(device.model -eq "EMU-1")"#)])
        #expect(resolution.step == .device && resolution.assignment == ProfileAssignment(.group("devices")))
        #expect(
            resolution.findings.first?.code == .filterUnusable(name: "the filter", .tooOld(.model)))
    }

    @Test("A filter that was not given is an error, because nobody can say")
    func unknownFilter() throws {
        let resolution = try resolve([profile("D", 1, .allDevices, filter: .init(id: "f", mode: .include))])
        #expect(resolution.step == .fallback)
        #expect(resolution.findings.first?.code == .filterUnknown(id: "f"))
        #expect(resolution.findings.first?.severity == .error)
    }

    @Test("A filter on an exclusion does not narrow it, which is reported")
    func filteredExclusion() throws {
        var excluded = profile("D", 1, .allDevices)
        excluded.assignments.append(
            ProfileAssignment(.exclusionGroup("devices"), filter: .init(id: "f", mode: .include)))
        let resolution = try resolve([excluded], filters: [filter(#"(device.model -eq "x")"#)])
        #expect(verdicts(resolution)["D"] == .excluded)
        #expect(resolution.findings.first?.code == .filterOnExclusion)
    }

    // MARK: pre-provisioning

    @Test("ESP-107: pre-provisioning with a user-targeted profile only gets the default, and is told so")
    func preProvisioning() throws {
        for user in [["users"], nil] {
            let profiles = [profile("U", 1, .group("users")), profile("A", 2, .allUsers)]
            let resolution = try resolve(profiles, subject(user: user, mode: .preProvisioning))
            #expect(resolution.step == .fallback)
            let code = ResolutionFinding.Code.needsDeviceProfile(.preProvisioning, userTargeted: ["U", "A"])
            let finding = try #require(resolution.findings.first { $0.code == code })
            #expect(finding.severity == .warning && finding.reference == "ESP-107")
            #expect(finding.description.contains("\"U\", \"A\""))
        }
    }

    @Test("ESP-107: a device-targeted profile satisfies pre-provisioning")
    func preProvisioned() throws {
        let profiles = [profile("U", 1, .group("users")), profile("D", 2, .group("devices"))]
        let resolution = try resolve(profiles, subject(mode: .preProvisioning))
        #expect(resolution.profile.name == "D")
        #expect(resolution.findings.map(\.code) == [.defaultNotGiven])
    }

    @Test("7.7: device preparation shows no Enrollment Status Page, and is told so")
    func devicePreparation() throws {
        let resolution = try resolve([profile("D", 1, .allDevices)], subject(mode: .devicePreparation))
        #expect(resolution.findings.contains { $0.code == .pageIsNotUsed })
    }

    // MARK: the blocking list

    private static let apps = (
        own: "11111111-1111-4111-8111-111111111111", other: "22222222-2222-4222-8222-222222222222"
    )

    private func fallback(_ apps: [String]) -> EnrollmentStatusPageProfile {
        var fallback = EnrollmentStatusPageProfile.shippedDefault
        fallback.showInstallationProgress = true
        fallback.blocksDeviceUse = true
        fallback.selectedMobileAppIds = apps
        return fallback
    }

    @Test(
        "ESP-315: in the device phase a user-targeted list is ignored and the default's is used; off, or later, it counts",
        arguments: [(true, true, "other"), (true, false, "own"), (false, true, "own"), (false, false, "own")])
    func userTargetedList(isDevicePhase: Bool, isOn: Bool, expected: String) throws {
        var user = profile("U", 1, .allUsers)
        user.selectedMobileAppIds = [Self.apps.own]
        let resolution = try resolve([user, fallback([Self.apps.other])])
        let list = resolution.blockingList(inDevicePhase: isDevicePhase, quirk315IsOn: isOn)
        #expect(list.tracks(Self.apps.own) == (expected == "own"))
        #expect(list.tracks(Self.apps.other) == (expected == "other"))
    }

    @Test("ESP-315: a default profile without a list means all; the list of a device-targeted profile always counts")
    func otherLists() throws {
        var user = profile("U", 1, .allUsers)
        user.selectedMobileAppIds = [Self.apps.own]
        let all = try resolve([user, fallback([])]).blockingList(inDevicePhase: true, quirk315IsOn: true)
        #expect(all.tracks(Self.apps.other) && all.ids == nil)
        var device = profile("D", 1, .allDevices)
        device.selectedMobileAppIds = [Self.apps.own]
        let own = try resolve([device, fallback([Self.apps.other])]).blockingList(
            inDevicePhase: true, quirk315IsOn: true)
        #expect(own.ids == [Self.apps.own])
    }

    @Test("ESP-009: where device use is not blocked the list is locked, and all apps count")
    func lockedList() throws {
        var device = profile("D", 1, .allDevices)
        device.selectedMobileAppIds = [Self.apps.own]
        device.blocksDeviceUse = false
        #expect(try resolve([device]).blockingList(inDevicePhase: true, quirk315IsOn: true).ids == nil)
    }
}

extension ProfileSubject.Device {
    fileprivate func with(groups: [String]) -> Self {
        var device = self
        device.groups = groups
        return device
    }
}
