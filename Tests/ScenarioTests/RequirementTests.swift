import Testing

@testable import Scenario

/// Requirements that a whole life shows, with server and device, each on and off.
struct RequirementTests {
    private static let fss = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus"

    @Test(
        "ESP-006b: Try again is bit 2 of BlockInStatusPage, and a button on error unless the profile takes it away",
        arguments: [true, false])
    func tryAgain(isBlocked: Bool) throws {
        let life = try PlayedLife(
            yaml: """
                profile:
                  showInstallationProgress: true
                  allowDeviceResetOnInstallFailure: true
                  blockDeviceSetupRetryByUser: \(isBlocked)
                agent: {starts: 30s}
                apps: [{name: A, duration: 10s, exitCode: 1603}]
                user: {signsIn: never}
                expect:
                  - {node: \(Self.fss)/BlockInStatusPage, value: "\(isBlocked ? 1 : 3)"}
                  - {page: S3}
                  - {button: reset}
                  - {button: tryAgain, offered: \(!isBlocked)}
                """)
        #expect(life.failures == [])
    }

    @Test(
        "ESP-308: AppLocker restarts the machine in the middle of device setup, and the credentials are lost",
        arguments: [true, false])
    func appLocker(isOn: Bool) throws {
        let group = "./Device/Vendor/MSFT/AppLocker/ApplicationLaunchRestrictions/espalier"
        let life = try PlayedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                agent: {starts: 30s}
                apps: [{name: A, duration: 5m}]
                quirks: {ESP-308: \(isOn ? "on" : "off")}
                server:
                  sends:
                    - at: "01:00"
                      commands:
                        - {add: \(group), format: node, expect: 200}
                        - {add: \(group)/EXE, format: node, expect: 200}
                        - {add: \(group)/EXE/Policy, data: <a/>, expect: 200}
                expect:
                  - {at: \(isOn ? "\"01:00\"" : "never"), event: restartRequested}
                  - {after: "01:46", by: "02:00", page: S2}
                  - {signIn: \(isOn ? "prompt" : "automatic")}
                  - {outcome: succeeded}
                """)
        #expect(life.failures == [])
    }

    @Test(
        "ESP-320: a device that the server still has a record of is refused with 0x80180014",
        arguments: ["preProvisioning", "selfDeploying"], [(true, true), (true, false), (false, true)])
    func record(mode: String, record: (exists: Bool, isOn: Bool)) throws {
        let isRefused = record.exists && record.isOn
        let life = try PlayedLife(
            yaml: """
                device: {mode: \(mode), intuneRecord: \(record.exists)}
                profile: {showInstallationProgress: true}
                quirks: {ESP-320: \(record.isOn ? "on" : "off")}
                agent: {starts: 2m}
                expect:
                  - line: DevicePreparation.MdmEnrollment
                    state: \(isRefused ? "failed" : "succeeded")
                    text: \(isRefused ? "\"0x80180014\"" : "complete")
                  - {outcome: \(isRefused ? "failed" : "succeeded")}
                """)
        #expect(life.failures == [])
    }

    @Test(
        "ESP-322: a LAPS policy of the technician's flow takes effect in the user's", arguments: [true, false])
    func localAdministratorPassword(isOn: Bool) throws {
        let life = try PlayedLife(
            yaml: """
                device: {mode: preProvisioning, turnedOn: 10m}
                profile: {showInstallationProgress: true}
                quirks: {ESP-322: \(isOn ? "on" : "off")}
                agent: {starts: 2m}
                policies:
                  - {uri: ./Device/Vendor/MSFT/LAPS/Policies/PasswordLength, format: int, data: "20"}
                user: {presses: [{button: reseal, onOffer: 10s}]}
                expect:
                  - {event: policyHeldBack, text: PasswordLength, count: \(isOn ? 1 : 0)}
                  - {event: policyTookEffect, text: PasswordLength, count: \(isOn ? 1 : 0)}
                """)
        #expect(life.failures == [])
        let order = life.events.compactMap { event -> String? in
            switch event.kind {
            case .policyHeldBack: "held back"
            case .poweredOff: "off"
            case .policyTookEffect: "took effect"
            default: nil
            }
        }
        #expect(order.filter { $0 != "off" } == (isOn ? ["held back", "took effect"] : []))
        if isOn { #expect(order == ["held back", "off", "took effect"]) }
    }

    @Test("U-03: a time limit below 60 minutes is stored, or refused", arguments: [("from1", 200), ("from60", 500)])
    func timeoutRange(option: String, status: Int) throws {
        let life = try PlayedLife(
            yaml: """
                choices: {U-03: \(option)}
                server:
                  plan: false
                  sends:
                    - at: "01:00"
                      commands:
                        - {replace: \(Self.fss)/TimeOutUntilSyncFailure, format: int, data: "60", expect: 200}
                        - {replace: \(Self.fss)/TimeOutUntilSyncFailure, format: int, data: "59", expect: \(status)}
                        - {replace: \(Self.fss)/TimeOutUntilSyncFailure, format: int, data: "0", expect: 500}
                expect:
                  - {node: \(Self.fss)/TimeOutUntilSyncFailure, value: "\(status == 200 ? 59 : 60)"}
                """)
        #expect(life.failures == [])
    }

    @Test("U-08: a write to a frozen node is refused with 405, or 500", arguments: [405, 500])
    func frozenWrite(status: Int) throws {
        let life = try PlayedLife(
            yaml: """
                choices: {U-08: "\(status)"}
                server:
                  plan: false
                  sends:
                    - at: "01:00"
                      commands:
                        - {replace: \(Self.fss)/ServerHasFinishedProvisioning, format: bool, data: "true", expect: 200}
                        - {replace: \(Self.fss)/ExpectedPolicies, data: ./DevInfo/Lang, expect: \(status)}
                        - {replace: \(Self.fss)/TimeOutUntilSyncFailure, format: int, data: "60", expect: \(status)}
                        - {replace: \(Self.fss)/ServerHasFinishedProvisioning, format: bool, data: "false", expect: 405}
                        - {replace: \(Self.fss)/BlockInStatusPage, format: int, data: "1", expect: 200}
                expect:
                  - {node: \(Self.fss)/ExpectedPolicies}
                """)
        #expect(life.failures == [])
    }
}
