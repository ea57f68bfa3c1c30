import DMSession
import Device
import ESP
import Testing

@testable import Scenario

/// For every way a life can end failed or hung, a sentence that names the cause in the server's terms.
struct DiagnosisTests {
    /// A life and what its diagnosis has to say.
    struct Case: Sendable, CustomTestStringConvertible {
        var yaml: String
        var outcome: LifeOutcome
        var rule: String
        /// The end of the target; nil when there is none.
        var target: String?
        /// A command of the server is to blame.
        var command: String?
        var words: String
        var testDescription: String { words }

        init(
            _ words: String, outcome: LifeOutcome = .failed, rule: String = "life.line-failed", target: String? = nil,
            command: String? = nil, _ yaml: String
        ) {
            (self.words, self.outcome, self.rule, self.target, self.command) = (words, outcome, rule, target, command)
            self.yaml = yaml
        }
    }

    private static let page = "profile: {showInstallationProgress: true, installProgressTimeoutInMinutes: 30}\n"
    private static let agent = page + "agent: {starts: 30s}\n"
    private static let msiAgent = page + "agent: {productCode: \"{11111111-1111-4111-8111-111111111111}\"}\n"
    private static let promise = "FirstSyncStatus/ServerHasFinishedProvisioning"

    static let cases = apps + resources + server + preparation + variants

    private static let apps = [
        Case(
            "Apps (0x80070643) failed at 01:10: A failed to install: the installer of A ended with 1603",
            target: "DeviceSetup.AppsSubcategory", agent + "apps: [{name: A, exitCode: 1603}]"),
        Case(
            "the installer ended well, but detection does not find the app", target: "DeviceSetup.AppsSubcategory",
            agent + "apps: [{name: A, detected: no}]"),
        Case(
            "the installer of A ended with 1618: another installation was running",
            target: "DeviceSetup.AppsSubcategory", agent + "apps: [{name: A, exitCode: 1618}]"),
        Case(
            "W failed to install: Windows Installer was busy with a package of the server",
            target: "DeviceSetup.AppsSubcategory",
            msiAgent + """
                apps:
                  - {name: M, kind: msi, productCode: "{2}", duration: 10m}
                  - {name: W, installer: msi}
                """),
        Case(
            "the content of A could not be downloaded (0x80072ee7)", target: "DeviceSetup.AppsSubcategory",
            agent + "apps: [{name: A, downloadFails: \"0x80072ee7\"}]"),
        Case(
            "Runtime failed to install: the installer of Runtime ended with 5; A depends on it",
            target: "DeviceSetup.AppsSubcategory",
            agent + "apps: [{name: Runtime, exitCode: 5}, {name: A, dependencies: [Runtime]}]"),
        Case(
            "the installation of M failed (Status 60, LastError 0x80070643)", target: "MSI/%7B2%7D",
            agent + "apps: [{name: M, kind: msi, productCode: \"{2}\", exitCode: 1603}]"),
        Case(
            "the download of M failed (Status 30, LastError 0x80072ee7)", target: "MSI/%7B2%7D",
            agent + "apps: [{name: M, kind: msi, productCode: \"{2}\", downloadFails: \"0x80072ee7\"}]"),
        Case(
            "Office ended with Status 17002 (the installation could not be completed)", target: "000000000001",
            agent + "apps: [{name: O, kind: office, exitCode: 17002}]"),
        Case(
            "O did not reach the final state in time: Office began to install while the agent installed an app",
            target: "000000000002",
            page + "agent: {starts: 10s}\napps: [{name: W, duration: 5m}, {name: O, kind: office, download: 60s}]"),
        Case(
            "U could not be installed (Status 2, LastError 0x80073cf3)", target: "Contoso.Reader_8wekyb3d8bbwe",
            agent
                + "apps: [{name: U, kind: uwp, packageFamilyName: Contoso.Reader_8wekyb3d8bbwe, fails: \"0x80073cf3\"}]"
        ),
        Case(
            "A, B did not reach the final state in time: A was still being installed, B had not begun",
            target: "DeviceSetup.AppsSubcategory", agent + "apps: [{name: A, duration: 10h}, {name: B}]"),
        Case(
            "A did not reach the final state yet", outcome: .hung, rule: "life.line-waiting",
            target: "DeviceSetup.AppsSubcategory", agent + "apps: [{name: A, duration: 10m}]\nuntil: 5m"),
        Case(
            "the installer of A ended with 1603", target: "AccountSetup.AppsSubcategory",
            agent + "apps: [{name: A, scope: user, exitCode: 1603}]"),
        Case(
            "the restart that A asked for did not come within 60 seconds", target: "_1/RebootRequired",
            "device: {restart: never}\n" + agent + "apps: [{name: A, reboot: soft}]"),
        Case(
            "RebootCoalescing failed at 01:40: the restart that the page asked for did not come",
            target: "DeviceSetup.RebootCoalescing",
            "device: {restart: never}\n" + agent
                + "policies: [{uri: ./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity, data: \"1\", format: int}]"
        ),
    ]

    private static let resources = [
        Case(
            "the certificate c_1 could not be enrolled (Status 16, ErrorCode 0x80094800)", target: "SCEP/c_1/Status",
            agent + "certificates: [{id: c_1, fails: \"0x80094800\"}]"),
        Case(
            "the certificate c_1 was not enrolled in time (Status 2)", target: "SCEP/c_1/Status",
            agent + "certificates: [{id: c_1, pending: 100, retries: 30, retryDelay: 5}]"),
        Case(
            "the PFX certificate p_1 could not be imported (Status 86)", target: "PFXCertInstall/p_1/Status",
            agent + "certificates: [{id: p_1, kind: pfx, fails: 86, tracked: yes}]"),
        Case(
            "Windows did not keep the network profile Corp, which the server sent at 00:00 (session 1, message 1, CmdID 16)",
            target: "WiFi/Profile/Corp/WlanXml", command: "16", agent + "wifi: [{ssid: Corp, arrives: never}]"),
        Case(
            "Windows could not add the network profile Corp (0x80070005)", target: "WiFi/Profile/Corp/WlanXml",
            command: "16", agent + "wifi: [{ssid: Corp, fails: \"0x80070005\"}]"),
        Case(
            "Windows did not keep the network profile V", target: "VPNv2/V/ProfileXML", command: "17",
            agent + "vpn: [{name: V, arrives: never}]"),
        Case(
            "which no command created (session 1, message 1, CmdID 17); Replace was refused with 404 at 00:00",
            target: "Browser/Nonsense", command: "16",
            agent
                + "policies: [{uri: ./Device/Vendor/MSFT/Policy/Config/Browser/Nonsense, data: \"7\", tracked: yes}]"),
    ]

    private static let server = [
        Case(
            "the server never set device-scope ServerHasFinishedProvisioning to true", target: promise,
            agent + "server: {lists: never}"),
        Case(
            "the server never set device-scope ServerHasFinishedProvisioning to true", target: promise,
            agent + "server: {release: {device: never}}"),
        Case(
            "the server set device-scope ServerHasFinishedProvisioning at 40:00 only", target: promise, command: "12",
            agent + "server: {lists: 40m}"),
        Case(
            "the server never set user-scope ServerHasFinishedProvisioning to true", target: promise,
            agent + "server: {userLists: never}"),
        Case(
            "the server never set user-scope ServerHasFinishedProvisioning to true", target: promise,
            agent + "user: {licensed: no}"),
        Case(
            "user-scope ServerHasFinishedProvisioning was refused with 405 at 00:00 (session 1, message 1, CmdID 16)",
            target: promise, command: "16", agent + "server: {mistakes: [releaseTooEarly]}"),
        Case(
            "user-scope ServerHasFinishedProvisioning was refused with 405 at 00:50 (session 5, message 1, CmdID 13)",
            target: promise, command: "13",
            "device: {autopilot: no}\n" + agent + "server: {mistakes: [withoutAdd]}"),
        Case(
            "it wrote it as \"ServerHasFinishedProvisoning\" at 00:00 (session 1, message 1, CmdID 22)",
            target: "FirstSyncStatus/ServerHasFinishedProvisoning", command: "22",
            agent + "server: {mistakes: [misspeltNodes]}"),
        Case(
            "SCEP/ModelName_never_sent, which no command created", target: "FirstSyncStatus/ExpectedSCEPCerts",
            command: "21", agent + "server: {mistakes: [missingResource]}"),
        Case(
            "no session with the server came to its end", outcome: .hung, rule: "life.no-session",
            agent + "server: {mistakes: [resendsEveryMessage]}"),
        Case(
            "a session broke 10 times from 00:00 to 09:00: the server gave no answer", outcome: .hung,
            rule: "life.session-broken", agent + "server: {faults: [{kind: noAnswer}]}"),
        Case(
            "the server's answer was refused: 1:1: Found the root html", outcome: .hung, rule: "life.session-broken",
            agent + "server: {faults: [{kind: garbage}]}"),
        Case(
            "the server kept the session going for 500 messages", outcome: .hung, rule: "life.session-broken",
            agent + "server: {faults: [{kind: endless}]}"),
        Case(
            "the server sent 10 commands, the last one at 00:00, and none after it", rule: "life.silent-server",
            agent + "server: {lists: 5m, faults: [{at: 1m, kind: silent}]}"),
        Case(
            "the server ended the enrolment at 02:00", rule: "life.unenrolled",
            page + "agent: {starts: never}\nserver: {sends: [{at: 2m, commands: "
                + "[{exec: ./Device/Vendor/MSFT/DMClient/Unenroll, format: chr, data: MS DM Server}]}]}"),
        Case(
            "Prepare your device for mobile management (0x800705b4) failed at 15:00: the server ended the enrolment",
            target: "DevicePreparation.EspProviderInstallationSubcategory",
            page + "agent: {starts: never}\nserver: {sends: [{at: 2m, commands: "
                + "[{exec: ./Device/Vendor/MSFT/DMClient/Unenroll, format: chr, data: MS DM Server}]}]}"),
    ]

    private static let preparation = [
        Case(
            "provider Sidecar never reported 2 or 3 in its 15 minutes; the server registered it at 00:00 (session 1, message 1, CmdID 12)",
            target: "PolicyProviders/Sidecar", command: "12", page + "agent: {starts: never}"),
        Case(
            "provider Sidecar never reported 2 or 3 in its 15 minutes", target: "PolicyProviders/Sidecar",
            command: "12", page + "agent: {starts: 20m}"),
        Case(
            "the installation of Sidecar agent failed (Status 60, LastError 0x80070643)",
            target: "PolicyProviders/Sidecar", command: "12",
            page + "agent: {productCode: \"{1}\", exitCode: 1603}"),
        Case(
            "provider ConfigMgr reported an error (InstallationState 4, LastError 0x80041010)",
            target: "PolicyProviders/ConfigMgr/InstallationState", page + "configMgr: {fails: \"0x80041010\"}"),
        Case(
            "provider ConfigMgr reported an error (InstallationState 4, no LastError)",
            target: "PolicyProviders/ConfigMgr/InstallationState", page + "configMgr: {fails: withoutCode}"),
        Case(
            "provider ConfigMgr never reported 2 or 3 in its 30 minutes", target: "PolicyProviders/ConfigMgr",
            command: "12", page + "configMgr: {starts: never}"),
        Case(
            "Provisioning_TS, which ConfigMgr tracks, failed", target: "Provisioning_TS/InstallationState",
            page + "configMgr: {taskSequence: {fails: yes}}"),
        Case(
            "provider Sidecar never set TrackingPoliciesCreated; the server registered it at 00:00", outcome: .hung,
            rule: "life.line-waiting", target: "Apps/PolicyProviders/Sidecar", command: "15",
            page + "agent: {starts: 10s, register: 20h}\nuntil: 1h"),
        Case(
            "Sidecar cannot get ready on a machine with fewer than 2 processors",
            target: "DevicePreparation.EspProviderInstallationSubcategory",
            "device: {processors: 1}\nquirks: {ESP-319: on}\n" + agent),
        Case(
            "the TPM was not attested within 7 minutes", target: "DevicePreparation.TpmAttestationSubcategory",
            "device: {mode: selfDeploying, attestation: {duration: 8m}}\n" + msiAgent),
        Case(
            "the attestation of the TPM failed with 0x81039001", target: "DevicePreparation.TpmAttestationSubcategory",
            "device: {mode: selfDeploying, attestation: {fails: \"0x81039001\"}}\n" + msiAgent),
        Case(
            "the device was reset after a failed pre-provisioning",
            target: "DevicePreparation.TpmAttestationSubcategory",
            "device: {mode: preProvisioning, resetAfterFailure: yes}\nquirks: {ESP-321: on}\n" + msiAgent),
        Case(
            "the clock of the device is 40 minutes behind", target: "DevicePreparation.TpmAttestationSubcategory",
            "device: {mode: selfDeploying, clockError: 40m}\nquirks: {ESP-318: on}\n" + msiAgent),
        Case(
            "the device could not join: 0x801c03f3 (Entra does not have the device object)",
            target: "DevicePreparation.AadjSubcategory",
            "device: {mode: selfDeploying, deviceJoin: {fails: \"0x801c03f3\"}}\n" + msiAgent),
        Case(
            "the device could not enrol: 0x80180018 (no licence, or too many devices)",
            target: "DevicePreparation.MdmEnrollmentSubcategory",
            "device: {mode: preProvisioning, mdmEnrollment: {fails: \"0x80180018\"}}\n" + msiAgent),
        Case(
            "the server still has a record of this device and refuses it with 0x80180014",
            target: "DevicePreparation.MdmEnrollmentSubcategory",
            "device: {mode: selfDeploying, intuneRecord: yes}\n" + msiAgent),
    ]

    private static let variants = [
        Case(
            "Apps (0x80070001) failed at 02:45: A failed to install: the installer of A ended with 1",
            target: "DeviceSetup.AppsSubcategory",
            "device: {mode: preProvisioning}\n" + msiAgent + "apps: [{name: A, exitCode: 1}]"),
        Case(
            "nobody turned the device on after Reseal", outcome: .hung, rule: "life.powered-off",
            "device: {mode: preProvisioning, turnedOn: never}\n" + msiAgent
                + "user: {presses: [{onOffer: 10s, button: reseal}]}"),
        Case(
            "the device was shut down and nobody turned it on again", outcome: .hung, rule: "life.powered-off",
            agent + "apps: [{name: A, duration: 5m}]\nmachine: [{at: 2m, do: powerOff}]"),
        Case(
            "failed at 42:05: the device was not registered with Entra in time: the page gives it 40 minutes",
            target: "AccountSetup.WaitingForAadRegistrationSubcategory",
            "device: {join: hybrid, registration: never}\n" + msiAgent),
        Case(
            "the registration with Entra failed with 0x80070774 (no domain controller was found)",
            target: "AccountSetup.WaitingForAadRegistrationSubcategory",
            "device: {join: hybrid, registration: {after: 3m, fails: \"0x80070774\"}}\n" + msiAgent),
        Case(
            "the blob of the offline domain join never came", outcome: .hung, rule: "life.no-domain-join",
            target: "./Device/Vendor/MSFT/OfflineDomainJoin/Blob",
            "device: {join: hybrid, blob: never}\n" + msiAgent),
        Case(
            "Windows up to 1903 never learns of its registration",
            target: "AccountSetup.WaitingForAadRegistrationSubcategory",
            "device: {windows: 10-1903, enrollment: workAccount}\nquirks: {ESP-304: on}\n" + agent),
        Case(
            "PrepareMultifactorAuth failed at 00:50: no user token could be obtained",
            target: "AccountSetup.PrepareMultifactorAuth", "quirks: {ESP-323: on}\n" + agent),
        Case(
            "a DeviceLock policy was applied and the device restarted before device setup had ended", outcome: .hung,
            rule: "life.line-waiting", target: "DeviceSetup.AppsSubcategory",
            agent + """
                policies: [{uri: ./Device/Vendor/MSFT/Policy/Config/DeviceLock/DevicePasswordEnabled, data: "0", format: int}]
                apps: [{name: A, duration: 3m}]
                machine: [{at: 2m, do: restart}]
                """),
        Case(
            "the device waits at the sign-in screen and nobody signs in", outcome: .hung, rule: "life.no-sign-in",
            agent + "user: {signsIn: never}"),
        Case(
            "Autopilot device preparation ended badly: A failed to install: the installer of A ended with 1",
            rule: "life.preparation-failed",
            "device: {mode: devicePreparation}\nagent: {starts: 30s}\napps: [{name: A, exitCode: 1}]"),
        Case(
            "Autopilot device preparation waits for an agent, and none has started", outcome: .hung,
            rule: "life.preparation-waiting",
            "device: {mode: devicePreparation}\nagent: {starts: never}\napps: [{name: A}]"),
    ]

    @Test("A life that ends badly says why: rule, target, command and sentence", arguments: cases)
    func cause(_ item: Case) throws {
        let ending = try PlayedLife(yaml: item.yaml).player.ending
        #expect(ending.outcome == item.outcome)
        let all = ending.diagnostics
        let said = all.map { "[\($0.rule)] \($0.message)" }.prefix(8).joined(separator: "\n")
        let found = try #require(all.first { $0.rule == item.rule && $0.message.contains(item.words) }, "\(said)")
        #expect(found.severity == .error)
        #expect(found.commandID == item.command)
        #expect(found.line != nil || item.command == nil)
        #expect(!found.reference.isEmpty)
        #expect(!found.hint.isEmpty || item.rule == "life.session-broken" || item.outcome == .hung)
        if let target = item.target {
            #expect(found.target?.hasSuffix(target) == true, "\(found.target ?? "no target")")
        } else {
            #expect(found.target == nil)
        }
    }

    @Test("A server that is not to blame is not called silent", arguments: preparation + variants)
    func noFalseSilence(_ item: Case) throws {
        let rules = try PlayedLife(yaml: item.yaml).player.ending.diagnostics.map(\.rule)
        #expect(!rules.contains("life.silent-server") || item.words.contains("did not keep"))
    }

    /// What a server gets wrong with credentials and notifications is said although the life succeeds.
    private static func isAboutServer(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.rule.hasPrefix("authentication.") || diagnostic.rule.hasPrefix("notification.")
    }

    @Test("No false alarms: a life that succeeds names refused commands only, and what a server proved wrongly")
    func success() throws {
        #expect(try PlayedLife(yaml: BundledScenario.text).player.ending.diagnostics == [])
        for name in ScenarioFiles.names {
            let player = try ScenarioFiles.play(name).player
            guard player.ending.outcome == .succeeded else { continue }
            for diagnostic in player.ending.diagnostics where diagnostic.severity == .error {
                let isRefusal = player.life.refusals.contains { $0.place.target == diagnostic.target }
                #expect(
                    isRefusal || diagnostic.rule == "life.session-broken" || Self.isAboutServer(diagnostic),
                    "\(name): \(diagnostic.message)")
            }
        }
    }

    @Test("Diagnoses stand in the text with their rule, target and hint, and in JSON with command and line")
    func outputs() throws {
        let life = try PlayedLife(yaml: Self.agent + "server: {mistakes: [misspeltNodes]}")
        let text = LifeText.summary(life.player, messageCount: 1, sessionCount: 1).map(\.text).joined(separator: "\n")
        #expect(text.contains("[life.line-failed]"))
        #expect(text.contains("FirstSyncStatus/ServerHasFinishedProvisoning\n    hint: the node is ./Device"))
        let rows = try #require(try life.report()["diagnostics"] as? [[String: Any]])
        let row = try #require(rows.first { $0["rule"] as? String == "life.line-failed" })
        #expect(row["commandID"] as? String == "22")
        #expect(row["line"] as? Int == 1)
        #expect((row["target"] as? String)?.hasSuffix("ServerHasFinishedProvisoning") == true)
    }
}
