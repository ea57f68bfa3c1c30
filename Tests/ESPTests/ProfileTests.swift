import Testing

@testable import ESP

/// Why a document was refused; nil when it was read.
func profileRefusal(_ json: String) -> ProfileError? {
    do throws(ProfileError) {
        _ = try EnrollmentStatusPageProfile.read(json: json)
        return nil
    } catch {
        return error
    }
}

struct ProfileTests {
    @Test("1.1: every property of windows10EnrollmentCompletionPageConfiguration is read")
    func newerShape() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: """
                {"@odata.type":"#microsoft.graph.windows10EnrollmentCompletionPageConfiguration","id":"x_Windows10",
                 "displayName":"Kiosk","description":"","priority":2,"version":3,"roleScopeTagIds":["0"],
                 "createdDateTime":"2025-01-01T00:00:00Z","lastModifiedDateTime":"2025-01-01T00:00:00Z",
                 "deviceEnrollmentConfigurationType":"windows10EnrollmentCompletionPageConfiguration",
                 "showInstallationProgress":true,"installProgressTimeoutInMinutes":90,"customErrorMessage":"Call us",
                 "allowLogCollectionOnInstallFailure":true,"disableUserStatusTrackingAfterFirstUser":true,
                 "trackInstallProgressForAutopilotOnly":true,"blockDeviceSetupRetryByUser":false,
                 "allowDeviceResetOnInstallFailure":true,"allowDeviceUseOnInstallFailure":false,
                 "selectedMobileAppIds":["11111111-1111-4111-8111-111111111111"],
                 "allowNonBlockingAppInstallation":false,"installQualityUpdates":false,"assignments":[]}
                """)
        let profile = reading.profile
        #expect(reading.findings.isEmpty)
        #expect(profile.id == "x_Windows10" && profile.displayName == "Kiosk" && profile.priority == 2)
        #expect(profile.showInstallationProgress && profile.installProgressTimeoutInMinutes == 90)
        #expect(profile.customErrorMessage == "Call us" && profile.allowLogCollectionOnInstallFailure)
        #expect(profile.disableUserStatusTrackingAfterFirstUser && profile.trackInstallProgressForAutopilotOnly)
        #expect(profile.allowDeviceResetOnInstallFailure && !profile.allowDeviceUseOnInstallFailure)
        #expect(profile.selectedMobileAppIds == ["11111111-1111-4111-8111-111111111111"])
        #expect(profile.blockInStatusPage().rawValue == 3)
        #expect(!profile.isDefault)
    }

    @Test("1.1: booleans default to false and the timeout to 60")
    func defaults() throws {
        let profile = try EnrollmentStatusPageProfile.read(json: #"{"priority":1,"showInstallationProgress":null}"#)
            .profile
        #expect(!profile.showInstallationProgress && !profile.allowLogCollectionOnInstallFailure)
        #expect(profile.installProgressTimeoutInMinutes == 60 && profile.selectedMobileAppIds.isEmpty)
    }

    @Test("1.1: the older shape is accepted and mapped by name, alone and inside a deployment profile")
    func olderShape() throws {
        let settings = """
            {"@odata.type":"microsoft.graph.windowsEnrollmentStatusScreenSettings","hideInstallationProgress":false,
             "allowDeviceUseBeforeProfileAndAppInstallComplete":true,"blockDeviceSetupRetryByUser":false,
             "allowLogCollectionOnInstallFailure":true,"customErrorMessage":"Old","installProgressTimeoutInMinutes":15,
             "allowDeviceUseOnInstallFailure":true}
            """
        for json in [settings, #"{"displayName":"AP","enrollmentStatusScreenSettings":\#(settings)}"#] {
            let reading = try EnrollmentStatusPageProfile.read(json: json)
            #expect(reading.findings.map(\.code) == [.locked(by: .deviceUseIsNotBlocked)])
            #expect(reading.findings.first?.property.hasSuffix("allowDeviceUseOnInstallFailure") == true)
            #expect(reading.profile.showInstallationProgress)
            #expect(reading.profile.customErrorMessage == "Old")
            #expect(reading.profile.installProgressTimeoutInMinutes == 15)
            #expect(reading.profile.blockInStatusPage() == [])
        }
    }

    @Test("The hidden default profile as tenants export it is read, with a word on its timeout of 0")
    func defaultProfile() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: """
                {"deviceEnrollmentConfigurationType":"defaultWindows10EnrollmentCompletionPageConfiguration",
                 "showInstallationProgress":false,"blockDeviceSetupRetryByUser":true,"installProgressTimeoutInMinutes":0,
                 "allowDeviceResetOnInstallFailure":false,"allowDeviceUseOnInstallFailure":false}
                """)
        #expect(reading.profile.isDefault && !reading.profile.blocksDeviceUse)
        #expect(reading.profile.installProgressTimeoutInMinutes == 60)
        #expect(reading.findings.map(\.code) == [.timeoutNotSet])
        #expect(reading.findings.first?.property == "installProgressTimeoutInMinutes")
        #expect(reading.findings.first?.position == TextPosition(line: 2, column: 104))
    }

    @Test("Unknown properties are reported, in order, and change nothing")
    func unknownProperties() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: #"{"showInstallationProgress":true,"zebra":1,"apples":{"deep":[null,1.5]},"@odata.context":"c"}"#)
        #expect(reading.findings.map(\.property) == ["apples", "zebra"])
        #expect(reading.findings.allSatisfy { $0.code == .unknownProperty })
    }

    @Test(
        "1.2, Unlocked by: what another setting locks is reported",
        arguments: [
            (
                #""showInstallationProgress":true,"blockDeviceSetupRetryByUser":true"#, Self.app,
                Lock.deviceUseIsNotBlocked
            ),
            (#""showInstallationProgress":false"#, Self.app, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""allowDeviceResetOnInstallFailure":true"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""allowDeviceUseOnInstallFailure":true"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""allowLogCollectionOnInstallFailure":true"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""disableUserStatusTrackingAfterFirstUser":true"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""trackInstallProgressForAutopilotOnly":true"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""customErrorMessage":"x""#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""installProgressTimeoutInMinutes":61"#, .pageIsHidden),
            (#""showInstallationProgress":false"#, #""installQualityUpdates":true"#, .pageIsHidden),
            (#""showInstallationProgress":true"#, #""allowNonBlockingAppInstallation":true"#, .allAppsBlock),
        ])
    func locked(lock: String, setting: String, by reason: Lock) throws {
        let reading = try EnrollmentStatusPageProfile.read(json: "{\(lock),\(setting)}")
        #expect(reading.findings.map(\.code) == [.locked(by: reason)])
        #expect(reading.findings.first.map { setting.contains($0.property) } == true)
        #expect(reading.findings.first?.severity == .warning)
    }

    typealias Lock = ProfileFinding.Lock
    private static let app = #""selectedMobileAppIds":["11111111-1111-4111-8111-111111111111"]"#

    @Test("1.2: what nothing locks is not reported")
    func unlocked() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: """
                {"showInstallationProgress":true,\(Self.app),"allowNonBlockingAppInstallation":true,
                 "installQualityUpdates":true,"allowDeviceResetOnInstallFailure":true,"customErrorMessage":"x"}
                """)
        #expect(reading.findings.isEmpty)
    }

    @Test(
        "ESP-010, U-04: what the profile says counts, and the choice where it says nothing",
        arguments: [
            (true as Bool?, Choices.TechnicianApps.blockingOnly, true), (true, .all, true),
            (false, .blockingOnly, false), (false, .all, false), (nil, .blockingOnly, false), (nil, .all, true),
        ])
    func technicianApps(stated: Bool?, choice: Choices.TechnicianApps, expected: Bool) throws {
        let text = stated.map { #","allowNonBlockingAppInstallation":\#($0)"# } ?? ""
        var profile = try EnrollmentStatusPageProfile.read(
            json: #"{"showInstallationProgress":true,\#(Self.app)\#(text)}"#
        ).profile
        var choices = Choices()
        choices.technicianApps = choice
        #expect(profile.allowNonBlockingAppInstallation == stated)
        #expect(profile.installsNonBlockingApps(choices: choices) == expected)
        profile.selectedMobileAppIds = []
        #expect(!profile.installsNonBlockingApps(choices: choices))
    }

    @Test(
        "ESP-011, U-05: what the profile says counts, and the choice where it says nothing",
        arguments: [
            (true as Bool?, Choices.QualityUpdates.off, true), (true, .on, true), (false, .off, false),
            (false, .on, false), (nil, .off, false), (nil, .on, true),
        ])
    func qualityUpdates(stated: Bool?, choice: Choices.QualityUpdates, expected: Bool) throws {
        let text = stated.map { #","installQualityUpdates":\#($0)"# } ?? ""
        var profile = try EnrollmentStatusPageProfile.read(json: #"{"showInstallationProgress":true\#(text)}"#).profile
        var choices = Choices()
        choices.qualityUpdates = choice
        #expect(profile.installQualityUpdates == stated)
        #expect(profile.installsQualityUpdates(choices: choices) == expected)
        profile.showInstallationProgress = false
        #expect(!profile.installsQualityUpdates(choices: choices))
    }

    @Test("ESP-009: an app that stands twice in the list is reported, in any case of its letters")
    func repeatedApp() throws {
        let id = "AAAAAAAA-1111-4111-8111-111111111111"
        let reading = try EnrollmentStatusPageProfile.read(
            json: #"{"showInstallationProgress":true,"selectedMobileAppIds":["\#(id)","\#(id.lowercased())"]}"#)
        #expect(reading.findings.map(\.code) == [.repeatedApp(id.lowercased())])
    }

    @Test("ESP-003: a message with a control character is reported, because XML cannot carry it")
    func controlCharacter() throws {
        let reading = try EnrollmentStatusPageProfile.read(
            json: #"{"showInstallationProgress":true,"customErrorMessage":"a\u0007b\nc"}"#)
        #expect(reading.findings.map(\.code) == [.unsendableCharacter])
        #expect(reading.profile.customErrorMessage == "a\u{07}b\nc")
    }

    @Test(
        "ESP-002, U-03: the timeout is 1 to 1440 minutes",
        arguments: [(0, false), (1, true), (1440, true), (1441, false), (-5, false)])
    func timeoutRange(minutes: Int, isAccepted: Bool) {
        let json = #"{"showInstallationProgress":true,"installProgressTimeoutInMinutes":\#(minutes)}"#
        let error = profileRefusal(json)
        #expect(error?.code == (isAccepted ? nil : .outOfRange(actual: minutes, allowed: 1...1440)))
        #expect(error?.property == (isAccepted ? nil : "installProgressTimeoutInMinutes"))
    }

    @Test("ESP-121: 100 blocking apps are accepted, the 101st is refused", arguments: [100, 101])
    func appCap(count: Int) {
        let ids = (0..<count).map { "\"11111111-1111-4111-8111-\(String(100_000_000_000 + $0))\"" }
        let json = #"{"showInstallationProgress":true,"selectedMobileAppIds":[\#(ids.joined(separator: ","))]}"#
        let error = profileRefusal(json)
        #expect(error?.code == (count <= 100 ? nil : .tooManyApps(actual: 101, allowed: 100)))
        #expect(error?.property == (count <= 100 ? nil : "selectedMobileAppIds"))
    }

    @Test("ESP-003: a message of 10,000 characters is accepted, one more is refused", arguments: [10_000, 10_001])
    func messageLength(count: Int) {
        let json = #"{"customErrorMessage":"\#(String(repeating: "x", count: count))"}"#
        let error = profileRefusal(json)
        #expect(error?.code == (count <= 10_000 ? nil : .tooLong(actual: 10_001, allowed: 10_000)))
        #expect(error?.property == (count <= 10_000 ? nil : "customErrorMessage"))
    }

    @Test(
        "Wrong types and ids are refused with their property",
        arguments: [
            (#"{"showInstallationProgress":"yes"}"#, "showInstallationProgress"),
            (#"{"showInstallationProgress":1}"#, "showInstallationProgress"),
            (#"{"installProgressTimeoutInMinutes":true}"#, "installProgressTimeoutInMinutes"),
            (#"{"installProgressTimeoutInMinutes":1.5}"#, "installProgressTimeoutInMinutes"),
            (#"{"customErrorMessage":[]}"#, "customErrorMessage"),
            (#"{"selectedMobileAppIds":"all"}"#, "selectedMobileAppIds"),
            (#"{"selectedMobileAppIds":["Office"]}"#, "selectedMobileAppIds"),
            (#"{"showInstallationProgress":true,"priority":"1"}"#, "priority"),
            (#"{"showInstallationProgress":true,"priority":-1}"#, "priority"),
            (#"{"showInstallationProgress":true,"priority":1e300}"#, "priority"),
            (#"{"showInstallationProgress":true,"version":4294967296}"#, "version"),
            (#"{"installProgressTimeoutInMinutes":99999999999999999999}"#, "installProgressTimeoutInMinutes"),
            (#"{"showInstallationProgress":true,"roleScopeTagIds":[1]}"#, "roleScopeTagIds"),
            (#"{"showInstallationProgress":true,"id":7}"#, "id"),
            (#"{"showInstallationProgress":true,"assignments":{}}"#, "assignments"),
            (#"{"showInstallationProgress":true,"assignments":[1]}"#, "assignments"),
            (
                #"{"showInstallationProgress":true,"deviceEnrollmentConfigurationType":"limit"}"#,
                "deviceEnrollmentConfigurationType"
            ),
        ])
    func wrongTypes(json: String, property: String) {
        let error = #expect(throws: ProfileError.self) { try EnrollmentStatusPageProfile.read(json: json) }
        #expect(error?.property == property)
        #expect(error?.description.contains(property) == true)
    }

    @Test("What is no JSON and what is no profile are told apart")
    func refusedDocuments() {
        #expect(profileRefusal(#"{"apples":1}"#)?.code == .noProfile)
        #expect(profileRefusal("[]")?.code == .noProfile)
        #expect(profileRefusal("3")?.code == .noObject)
        #expect(profileRefusal("[3]")?.property == "[0]")
        let two = #"[{"showInstallationProgress":true},{"showInstallationProgress":true}]"#
        #expect(profileRefusal(two)?.code == .severalProfiles(2))
        let error = #expect(throws: ProfileError.self) { try EnrollmentStatusPageProfile.read(json: "{") }
        guard case .notJSON? = error?.code else {
            Issue.record("a cut-off document gave \(String(describing: error))")
            return
        }
    }
}

struct ProfileNodeTests {
    /// reset, use, Try again blocked, expected bits; the profile blocks device use.
    @Test(
        "1.2, U-02: BlockInStatusPage = reset 1 | retry 2 | use 4",
        arguments: [
            (false, false, false, 2), (true, false, false, 3), (false, true, false, 6), (true, true, false, 7),
            (true, false, true, 1), (false, true, true, 4), (true, true, true, 5), (false, false, true, 2),
        ])
    func bits(reset: Bool, use: Bool, retryBlocked: Bool, expected: Int) {
        var profile = EnrollmentStatusPageProfile()
        profile.allowDeviceResetOnInstallFailure = reset
        profile.allowDeviceUseOnInstallFailure = use
        profile.blockDeviceSetupRetryByUser = retryBlocked
        #expect(profile.blockInStatusPage().rawValue == expected)
        profile.blocksDeviceUse = false
        #expect(profile.blockInStatusPage().rawValue == 0)
    }

    @Test("U-02 off: a blocking profile without any remedy becomes 0")
    func noRemedy() {
        var profile = EnrollmentStatusPageProfile()
        profile.blockDeviceSetupRetryByUser = true
        var choices = Choices()
        choices.tryAgainBit = .asGiven
        #expect(profile.blockInStatusPage(choices: choices) == [])
    }

    private func values(_ nodes: [ProfileNode]) -> [String] { nodes.map { "\($0.name) \($0.format) \($0.value)" } }

    @Test("ESP-001 to ESP-008: a shown profile becomes these nodes")
    func shown() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.customErrorMessage = "Call us"
        #expect(
            values(profile.firstSyncStatusNodes()) == [
                "SkipDeviceStatusPage bool false", "SkipUserStatusPage bool false", "TimeOutUntilSyncFailure int 60",
                "BlockInStatusPage int 7", "AllowCollectLogsButton bool true", "CustomErrorText chr Call us",
            ])
    }

    @Test("ESP-001 No: both Skip nodes are true, and nothing else is sent")
    func hidden() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.showInstallationProgress = false
        let nodes = ["SkipDeviceStatusPage bool true", "SkipUserStatusPage bool true"]
        #expect(values(profile.firstSyncStatusNodes()) == nodes)
    }

    @Test("ESP-005, U-01: after the first user SkipUserStatusPage becomes true")
    func firstUserOnly() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        #expect(values(profile.firstSyncStatusNodes(firstUserIsDone: true))[1] == "SkipUserStatusPage bool false")
        profile.disableUserStatusTrackingAfterFirstUser = true
        #expect(values(profile.firstSyncStatusNodes())[1] == "SkipUserStatusPage bool false")
        #expect(values(profile.firstSyncStatusNodes(firstUserIsDone: true))[1] == "SkipUserStatusPage bool true")
        #expect(values(profile.firstSyncStatusNodes(firstUserIsDone: true))[0] == "SkipDeviceStatusPage bool false")
    }

    @Test("U-01: showAlways sends the page to later users, too")
    func laterUsers() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.disableUserStatusTrackingAfterFirstUser = true
        var choices = Choices()
        choices.laterUsers = .showAlways
        let nodes = profile.firstSyncStatusNodes(firstUserIsDone: true, choices: choices)
        #expect(values(nodes)[1] == "SkipUserStatusPage bool false")
    }

    @Test("U-01: a profile for Autopilot devices hides the page on others")
    func autopilotOnly() {
        var profile = EnrollmentStatusPageProfile.scenarioDefault
        profile.trackInstallProgressForAutopilotOnly = true
        #expect(profile.firstSyncStatusNodes(isAutopilotDevice: false).map(\.value) == ["true", "true"])
        #expect(profile.firstSyncStatusNodes(isAutopilotDevice: true)[0].value == "false")
    }

    @Test("ESP-120, ESP-122: the blocking list filters the required apps and assigns nothing")
    func intersection() {
        #expect(BlockingList(["1", "2", "3"]).tracked(ofRequired: ["4", "3"]) == ["3"])
        #expect(BlockingList([]).tracked(ofRequired: ["4", "3"]) == ["4", "3"])
        #expect(BlockingList(["AB"]).tracked(ofRequired: ["ab", "cd"]) == ["ab"])
        #expect(BlockingList(["9"]).tracked(ofRequired: ["4", "3"]).isEmpty)
    }
}
