import CSP
import DMTree
import Notation
import Testing

/// LinkedEnrollment and Recovery of DMClient (windows-csp.md 3.1, 4.14).
@Suite struct LinkedEnrollmentTests {
    private static let node = "\(Devices.account)/LinkedEnrollment"
    private static let recovery = "\(Devices.account)/Recovery"

    private static func linked() throws -> LinkedEnrollment { LinkedEnrollment(node: try TreeURI(node)) }

    private static func withEndpoint() -> DeviceTree {
        var tree = Devices.enrolled()
        #expect(tree.status(.replace, "\(node)/DiscoveryEndpoint", "https://discovery.example.test") == 200)
        return tree
    }

    @Test("A good life: DiscoveryEndpoint, Enroll (202, status 2), 4; Unenroll (202, status 6), 8; and again")
    func good() throws {
        var tree = Devices.enrolled()
        #expect(tree.get("\(Self.node)/DiscoveryEndpoint") == "", "an unset endpoint is empty, with success")
        tree = Self.withEndpoint()
        #expect(tree.status(.get, "\(Self.node)/EnrollStatus") == 404)
        for _ in 0..<2 {
            let enroll = tree.send(.exec, "\(Self.node)/Enroll")
            #expect(enroll.status == 202)
            #expect(enroll.jobs.map(\.kind) == [.linkedEnrolment])
            let uri = try TreeURI(Self.node)
            #expect(enroll.jobs.first?.uri == uri)
            #expect(tree.get("\(Self.node)/EnrollStatus") == "2" && tree.get("\(Self.node)/LastError") == "0")
            try Self.linked().set(.enrolSucceeded, in: &tree)
            #expect(tree.get("\(Self.node)/EnrollStatus") == "4")
            let unenroll = tree.send(.exec, "\(Self.node)/Unenroll")
            #expect(unenroll.status == 202 && unenroll.jobs.map(\.data) == [LinkedEnrollment.unenrols])
            #expect(tree.get("\(Self.node)/EnrollStatus") == "6")
            try Self.linked().set(.unenrolSucceeded, in: &tree)
        }
    }

    @Test("Failures: 3 and 7 with LastError; both can be tried again")
    func failures() throws {
        var tree = Self.withEndpoint()
        let error = HRESULT(rawValue: 0x8018_0010)
        tree.send(.exec, "\(Self.node)/Enroll")
        try Self.linked().set(.enrolFailed, error: error, in: &tree)
        #expect(tree.get("\(Self.node)/EnrollStatus") == "3" && tree.get("\(Self.node)/LastError") == "-2145910768")
        #expect(tree.status(.exec, "\(Self.node)/Enroll") == 202)
        #expect(tree.get("\(Self.node)/LastError") == "0")
        try Self.linked().set(.enrolSucceeded, in: &tree)
        tree.send(.exec, "\(Self.node)/Unenroll")
        try Self.linked().set(.unenrolFailed, error: error, in: &tree)
        #expect(tree.get("\(Self.node)/EnrollStatus") == "7")
        #expect(tree.status(.exec, "\(Self.node)/Unenroll") == 202)
    }

    @Test("Enroll before DiscoveryEndpoint is 500, and with an emptied one", arguments: [false, true])
    func noEndpoint(isEmptied: Bool) {
        var tree = isEmptied ? Self.withEndpoint() : Devices.enrolled()
        if isEmptied { tree.send(.replace, "\(Self.node)/DiscoveryEndpoint", "") }
        let enroll = tree.send(.exec, "\(Self.node)/Enroll")
        #expect(enroll.status == 500 && enroll.error == .invalidArgument)
        #expect(enroll.advised == ["dmclient.linked-endpoint"] && enroll.effects.isEmpty)
        #expect(tree.status(.get, "\(Self.node)/EnrollStatus") == 404)
    }

    @Test("What does not fit the state: running ones start nothing, wrong ones are refused")
    func states() throws {
        for status in LinkedEnrollment.Status.allCases {
            var tree = Self.withEndpoint()
            try Self.linked().set(status, in: &tree)
            let enroll = tree.send(.exec, "\(Self.node)/Enroll")
            try Self.linked().set(status, in: &tree)
            let unenroll = tree.send(.exec, "\(Self.node)/Unenroll")
            let isRunning = status == .enrolInProgress || status == .unenrolInProgress
            let isThere = [.enrolSucceeded, .unenrolNotStarted, .unenrolFailed].contains(status)
            #expect(enroll.status == (isThere ? 500 : 202), "\(status)")
            #expect(unenroll.status == (isThere || isRunning ? 202 : 500), "\(status)")
            for application in [enroll, unenroll] {
                #expect(application.jobs.isEmpty == (isRunning || application.status == 500))
                #expect(
                    application.advised
                        == (isRunning
                            ? ["dmclient.linked-running"] : application.status == 500 ? ["dmclient.linked-state"] : []))
                if application.status == 500 { #expect(application.error == HRESULT(rawValue: 0x8007_139F)) }
            }
        }
    }

    @Test("Recovery: 202 with status 1, then each of its ends", arguments: [nil, "0", "1", " 0 "])
    func recovers(data: String?) throws {
        var tree = Devices.enrolled()
        let exec = tree.send(.exec, "\(Self.recovery)/InitiateRecovery", data)
        #expect(exec.status == 202)
        #expect(exec.jobs.map(\.kind) == [.certificateRecovery] && exec.jobs.first?.data == (data == "1" ? "1" : "0"))
        #expect(tree.get("\(Self.recovery)/RecoveryStatus") == "1")
        let again = tree.send(.exec, "\(Self.recovery)/InitiateRecovery", data)
        #expect(again.status == 202 && again.jobs.isEmpty && again.advised == ["dmclient.recovery-running"])
        for status in CertificateRecovery.Status.allCases where status != .running {
            CertificateRecovery(node: try TreeURI(Self.recovery)).set(status, in: &tree)
            #expect(tree.get("\(Self.recovery)/RecoveryStatus") == "\(status.rawValue)")
            #expect(tree.send(.exec, "\(Self.recovery)/InitiateRecovery", data).jobs.count == 1)
        }
    }

    @Test("InitiateRecovery with other Data is 500", arguments: ["2", "-1", "now"])
    func wrongData(data: String) {
        var tree = Devices.enrolled()
        let exec = tree.send(.exec, "\(Self.recovery)/InitiateRecovery", data)
        #expect(exec.status == 500 && exec.error == .invalidArgument && exec.advised == ["dmclient.recovery-data"])
        #expect(tree.get("\(Self.recovery)/RecoveryStatus") == "0")
    }

    @Test("Wrong verbs, places and releases")
    func wrongInput() {
        var tree = Devices.enrolled()
        for (node, verbs) in [
            ("\(Self.node)/Enroll", [Verb.get, .add, .replace, .delete]),
            ("\(Self.node)/EnrollStatus", [.exec, .add, .replace, .delete]),
            ("\(Self.node)/LastError", [.exec, .add, .replace, .delete]),
            ("\(Self.recovery)/RecoveryStatus", [.exec, .add, .replace, .delete]),
            ("\(Self.recovery)/InitiateRecovery", [.get, .add, .replace, .delete]),
        ] { for verb in verbs { #expect(tree.status(verb, node, "1") == 405) } }
        #expect(tree.status(.exec, "./Device/Vendor/MSFT/DMClient/Provider/Other/LinkedEnrollment/Enroll") == 404)
        #expect(tree.status(.exec, "\(Devices.account(.user))/LinkedEnrollment/Enroll") == 405)
        var old = Devices.enrolled("10-1909")
        #expect(old.status(.exec, "\(Self.node)/Enroll") == 405)
    }
}
