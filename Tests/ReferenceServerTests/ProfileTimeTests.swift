import ESP
import SyncML
import Testing

@testable import ReferenceServer

/// The profile after enrolment: edited, deleted, assigned anew (ESP-106, ESP-302).
struct ProfileTimeTests {
    private static func profile(_ edit: (inout EnrollmentStatusPageProfile) -> Void = { _ in })
        -> EnrollmentStatusPageProfile
    {
        var result = EnrollmentStatusPageProfile()
        edit(&result)
        return result
    }

    private static func settings(_ message: Message) -> [String] {
        message.targets.filter { $0.hasPrefix(firstSync("")) }.map { String($0.dropFirst(firstSync("").count)) }
    }

    private func client(_ changes: [(Int64, EnrollmentStatusPageProfile?)], quirk302: Bool = true) throws -> Client {
        var assignments = Assignments.plain { $0.customErrorMessage = "Call us" }
        assignments.listsAt = nil
        assignments.profileChanges = changes.map { Assignments.ProfileChange(time: .seconds($0.0), profile: $0.1) }
        try assignments.quirks.set("ESP-302", to: quirk302)
        return Client(assignments)
    }

    @Test("ESP-106: an edited profile reaches the device at its next check-in, once, and only what changed")
    func edited() throws {
        let edited = Self.profile {
            $0.customErrorMessage = "Call them"
            $0.allowDeviceResetOnInstallFailure = true
        }
        var client = try client([(100, edited)])
        #expect(Self.settings(try client.open(0)).count == 6)
        #expect(Self.settings(try client.open(99)) == [])
        let next = try client.open(130)
        #expect(Self.settings(next) == ["BlockInStatusPage", "CustomErrorText"])
        #expect(next.data("/BlockInStatusPage") == "3")
        #expect(next.data("/CustomErrorText") == "Call them")
        #expect(Self.settings(try client.open(190)) == [])
    }

    @Test("ESP-106: a text that is taken away becomes empty, which shows the built-in one (ESP-003)")
    func textTakenAway() throws {
        var client = try client([(100, Self.profile())])
        _ = try client.open(0)
        let next = try client.open(100)
        #expect(Self.settings(next) == ["CustomErrorText"])
        #expect(next.data("/CustomErrorText") == "")
        #expect(Self.settings(try client.open(200)) == [])
    }

    @Test("ESP-001, ESP-106: a profile that hides the page now says only that")
    func hidden() throws {
        var client = try client([(100, Self.profile { $0.showInstallationProgress = false })])
        _ = try client.open(0)
        let next = try client.open(100)
        #expect(Self.settings(next) == ["SkipDeviceStatusPage", "SkipUserStatusPage"])
        #expect(next.data("/SkipUserStatusPage") == "true")
    }

    @Test(
        "ESP-302: of a deleted profile nothing is reverted; with the quirk off the page is hidden",
        arguments: [true, false])
    func deleted(isOn: Bool) throws {
        var client = try client([(100, nil)], quirk302: isOn)
        _ = try client.open(0)
        let next = try client.open(100)
        #expect(Self.settings(next) == (isOn ? [] : ["SkipDeviceStatusPage", "SkipUserStatusPage"]))
        #expect(next.data("/SkipDeviceStatusPage") == (isOn ? nil : "true"))
        #expect(next.data("/SkipUserStatusPage") == (isOn ? nil : "true"))
        #expect(Self.settings(try client.open(200)) == [])
    }

    @Test("The blocking list of the profile in force makes the lists; without a profile all apps block")
    func lists() throws {
        var assignments = Assignments.plain { $0.selectedMobileAppIds = ["A"] }
        assignments.packages = ["A", "B"].map { Assignments.package($0) }
        assignments.listsAt = .seconds(50)
        for (change, expected) in [(Self.profile { $0.selectedMobileAppIds = ["B"] }, ["B"]), (nil, ["A", "B"])] {
            assignments.profileChanges = [Assignments.ProfileChange(time: .seconds(40), profile: change)]
            var client = Client(assignments)
            _ = try client.open(0)
            #expect(try client.open(50).list(.msiAppPackages)?.map(\.uri) == expected.map { Assignments.status($0) })
        }
    }
}
