import Device
import ESP
import SyncML
import Testing

@testable import Scenario

/// Jobs of CSPs in whole lives: their time, their end, what the server reads and hears of them (windows-csp.md 4.12,
/// 4.15).
struct JobLifeTests {
    /// A life of two hours at most whose server sends what the lines say.
    private static func life(_ sends: String, _ rest: String = "", expect: String) throws -> PlayedLife {
        try PlayedLife(
            yaml: """
                until: 72h
                \(rest)
                server:
                  plan: false
                  sends:
                \(sends.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
                expect:
                \(expect.split(separator: "\n").map { "  - " + $0 }.joined(separator: "\n"))
                """)
    }

    private static func jobs(_ life: PlayedLife) -> [String] {
        life.events.compactMap {
            if case .job(let kind, _, let status) = $0.kind { "\($0.time) \(kind.rawValue) \(status)" } else { nil }
        }
    }

    private static let reboot = "./Device/Vendor/MSFT/Reboot"

    @Test("RebootNow restarts the device at the end of the session")
    func rebootNow() throws {
        let life = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.reboot)/RebootNow, expect: 200}, {get: ./DevInfo/Man, expect: 200}]}",
            expect: """
                {from: "10:00", event: restartRequested}
                {from: "10:45", event: machineStarted}
                {event: restartRequested, count: 1}
                """)
        #expect(life.failures == [])
        #expect(Self.jobs(life) == ["10:00 restart requested"])
    }

    @Test(
        "A single restart takes place at its time, an hour before by the clock of another zone; deleted in time, never")
    func single() throws {
        let life = try Self.life(
            """
            - {at: 10m, commands: [{add: \(Self.reboot)/Schedule/Single, data: "2026-01-05T02:00:00+01:00", expect: 200}]}
            - {at: 20m, commands: [{get: \(Self.reboot)/Schedule/Single, expect: 200, returns: "2026-01-05T02:00:00+01:00"}]}
            """,
            expect: """
                {from: "60:00", event: restartRequested}
                {event: restartRequested, count: 1}
                """)
        #expect(life.failures == [])
        #expect(Self.jobs(life) == ["10:00 restartSchedule 2026-01-05T01:00:00Z", "60:00 restartSchedule due"])
        let deleted = try Self.life(
            """
            - {at: 10m, commands: [{add: \(Self.reboot)/Schedule/Single, data: "2026-01-05T01:00:00", expect: 200}]}
            - {at: 20m, commands: [{replace: \(Self.reboot)/Schedule/Single, data: "", expect: 200}]}
            - {at: 70m, commands: [{get: \(Self.reboot)/Schedule/Single, expect: 404}]}
            """,
            expect: "{at: never, event: restartRequested}")
        #expect(deleted.failures == [])
    }

    @Test("A daily schedule restarts the device every day, a weekly one every week; other restarts do not shift it")
    func recurrent() throws {
        let daily = try Self.life(
            """
            - {at: 10m, commands: [{exec: \(Self.reboot)/RebootNow}, {add: \(Self.reboot)/Schedule/DailyRecurrent, data: "2026-01-01T03:00:00", expect: 200}]}
            """,
            expect: "{event: restartRequested, count: 4}")
        #expect(daily.failures == [])
        #expect(
            Self.jobs(daily).filter { $0.hasSuffix("due") } == [
                "180:00 restartSchedule due", "1620:00 restartSchedule due", "3060:00 restartSchedule due",
            ])
        let weekly = try Self.life(
            """
            - {at: 10m, commands: [{add: \(Self.reboot)/Schedule/WeeklyRecurrent, data: "2025-12-31T03:00:00", expect: 200}]}
            """,
            expect: "{event: restartRequested, count: 1}")
        #expect(weekly.failures == [])
        #expect(Self.jobs(weekly).last == "3060:00 restartSchedule due", "2026-01-07 is a Wednesday, as 2025-12-31 was")
    }

    @Test("A restart that falls into a time in which the device is off is left out")
    func missed() throws {
        let life = try Self.life(
            """
            - {at: 10m, commands: [{add: \(Self.reboot)/Schedule/DailyRecurrent, data: "2026-01-05T01:00:00", expect: 200}]}
            """,
            "machine: [{at: 50m, do: powerOff}, {at: 90m, do: powerOn}]",
            expect: "{event: restartRequested, count: 2}")
        #expect(life.failures == [])
        #expect(Self.jobs(life).contains("90:00 restartSchedule missed"))
        #expect(Self.jobs(life).contains("1500:00 restartSchedule due"))
    }

    private static let wipe = "./Device/Vendor/MSFT/RemoteWipe"

    @Test("A wipe is accepted, and ends the life after the session")
    func wiped() throws {
        let life = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.wipe)/doWipe, expect: 202}, {get: ./DevInfo/Man, expect: 200}]}",
            "jobs: {wipe: {after: 30s}}",
            expect: """
                {outcome: reset}
                {from: "10:30", event: resetStarted}
                """)
        #expect(life.failures == [])
    }

    @Test("A wipe that fails leaves the device as it is; the protected one is tried until it is done")
    func wipeFails() throws {
        let failed = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.wipe)/doWipe, expect: 202}]}",
            "jobs: {wipe: {fails: 0x80070005, times: 2}}", expect: "{at: never, event: resetStarted}")
        #expect(failed.failures == [])
        #expect(Self.jobs(failed) == ["10:00 wipe accepted", "10:00 wipe failed 0x80070005"])
        let protected = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.wipe)/doWipeProtected, expect: 202}]}",
            "jobs: {wipe: {fails: 0x80070005, times: 2, retry: 5m}}",
            expect: """
                {outcome: reset}
                {from: "20:00", event: resetStarted}
                """)
        #expect(protected.failures == [])
    }

    @Test(
        "Autopilot Reset: 10, 20, and then 1, or the Status of its failure with LastError",
        arguments: [
            ("", ["10", "20", "1"], "0"), ("fails: 0x80070005", ["10", "20", "50"], "-2147024891"),
            ("failsAtExec: 0x80070005", ["10", "30"], "-2147024891"), ("needsPower: true", ["10", "20", "40"], "0"),
        ])
    func autopilotReset(outcome: String, statuses: [String], error: String) throws {
        let node = "\(Self.wipe)/AutomaticRedeployment"
        let life = try Self.life(
            """
            - {at: 10m, commands: [{exec: \(node)/doAutomaticRedeployment, expect: 202}]}
            - {at: 40m, commands: [{get: \(node)/Status, returns: "\(statuses.last ?? "")"}, {get: \(node)/LastError, returns: "\(error)"}]}
            """,
            "jobs: {autopilotReset: {restart: 2m, duration: 5m, \(outcome)}}",
            expect: "{event: resetStarted, count: 0}")
        #expect(life.failures == [])
        let seen = Self.jobs(life).map { String($0.split(separator: " ").last ?? "") }
        #expect(seen == statuses)
        #expect(life.player.life.isUserSignedOut == (statuses.last == "1"))
    }

    private static let health = "./Device/Vendor/MSFT/HealthAttestation"

    @Test(
        "HealthAttestation: Status 1, then 3 or 2, and Alert 1226 starts a session",
        arguments: [("", "3"), ("fails: 0x80070005", "2")])
    func health(outcome: String, status: String) throws {
        let life = try Self.life(
            """
            - {at: 10m, commands: [{exec: \(Self.health)/VerifyHealth, expect: 202}, {get: \(Self.health)/Status, returns: "1"}]}
            - {at: 20m, commands: [{get: \(Self.health)/Status, returns: "\(status)"}]}
            """,
            "jobs: {healthVerification: {duration: 90s, \(outcome)}}",
            expect: """
                {from: "11:30", event: alertQueued, text: "com.microsoft.mdm:HealthAttestation.Result"}
                {event: alertQueued, count: 1}
                """)
        #expect(life.failures == [])
        let packages = try life.firstPackages().filter { $0.time == "11:30" }
        #expect(packages.count == 1)
        #expect(packages.first?.message.alertData("com.microsoft.mdm:HealthAttestation.Result") == status)
    }

    @Test("A second VerifyHealth gives the certificate at hand at once, unless ForceRetrieve asks for a new one")
    func healthAgain() throws {
        let life = try Self.life(
            """
            - {at: 10m, commands: [{exec: \(Self.health)/VerifyHealth}]}
            - {at: 20m, commands: [{exec: \(Self.health)/VerifyHealth}]}
            - {at: 30m, commands: [{replace: \(Self.health)/ForceRetrieve, format: bool, data: "true"}, {exec: \(Self.health)/VerifyHealth}]}
            """,
            "jobs: {healthVerification: {duration: 90s, certificate: <mine/>}}",
            expect: "{node: \(Self.health)/Certificate, value: <mine/>}")
        #expect(life.failures == [])
        #expect(
            Self.jobs(life).filter { $0.hasSuffix(" 3") } == [
                "11:30 healthVerification 3", "20:00 healthVerification 3", "31:30 healthVerification 3",
            ])
    }

    @Test("TriggerAttestation: the report, or the code and what the service said")
    func attestation() throws {
        let good = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.health)/TriggerAttestation, data: \"{}\", expect: 202}]}",
            "jobs: {attestation: {report: a.b.c}}",
            expect: """
                {from: "10:20", node: \(Self.health)/GetAttestReport, value: a.b.c}
                {node: \(Self.health)/AttestStatus, value: "0"}
                """)
        #expect(good.failures == [])
        let bad = try Self.life(
            "- {at: 10m, commands: [{exec: \(Self.health)/TriggerAttestation, data: \"{}\", expect: 202}]}",
            "jobs: {attestation: {fails: 0x80070005, message: nobody there}}",
            expect: """
                {node: \(Self.health)/AttestErrorMessage, value: nobody there}
                {node: \(Self.health)/AttestStatus, value: "-2147024891"}
                """)
        #expect(bad.failures == [])
    }

    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
    private static let id = "0a1b2c3d-0000-4000-8000-0123456789ab"
    private static let documents = "./Device/Vendor/MSFT/DeclaredConfiguration/Host/Complete/Documents/\(id)"
    private static let document =
        "<DeclaredConfiguration schema='1.0' context='Device' id='\(id)' checksum='1' osdefinedscenario='MSFTExtensibilityMIProviderConfig'>"
        + "<DSC namespace='n' className='c'><Key name='k'>1</Key><Value name='v'>2</Value></DSC></DeclaredConfiguration>"

    @Test(
        "LinkedEnrollment: EnrollStatus 2, then 4 or 3 with LastError",
        arguments: [("", "4", "0"), ("fails: 0x80180010", "3", "-2145910768")])
    func linked(outcome: String, status: String, error: String) throws {
        let node = "\(Self.account)/LinkedEnrollment"
        let life = try Self.life(
            """
            - {at: 10m, commands: [{replace: \(node)/DiscoveryEndpoint, data: "https://x.test"}, {exec: \(node)/Enroll, expect: 202}, {get: \(node)/EnrollStatus, returns: "2"}]}
            - {at: 12m, commands: [{get: \(node)/EnrollStatus, returns: "\(status)"}, {get: \(node)/LastError, returns: "\(error)"}]}
            """,
            "jobs: {linkedEnrolment: {duration: 1m, \(outcome)}}",
            expect: "{from: \"11:00\", node: \(node)/EnrollStatus, value: \"\(status)\"}")
        #expect(life.failures == [])
    }

    @Test("A document: processed by the agenda; every message from then on lists it with its state")
    func declared() throws {
        let node = "\(Self.account)/LinkedEnrollment"
        let life = try Self.life(
            """
            - {at: 10m, commands: [{replace: \(node)/DiscoveryEndpoint, data: "https://x.test"}, {exec: \(node)/Enroll}]}
            - {at: 20m, commands: [{add: \(Self.documents)/Document, data: "\(Self.document)", expect: 200}]}
            - {at: 21m, commands: [{get: ./DevInfo/Man}]}
            - {at: 30m, commands: [{delete: \(Self.documents), expect: 200}]}
            - {at: 31m, commands: [{get: ./DevInfo/Man}]}
            - {at: 40m, commands: [{exec: \(node)/Unenroll, expect: 202}]}
            - {at: 50m, commands: [{get: ./DevInfo/Man}]}
            """,
            "jobs: {documents: [{id: \(Self.id), duration: 30s}]}",
            expect: "{outcome: succeeded}")
        #expect(life.failures == [])
        #expect(
            Self.jobs(life).filter { $0.contains("declared") } == [
                "20:00 declaredDocument 2", "20:30 declaredDocument 60", "30:00 declaredDocument 11",
                "30:30 declaredDocument 70",
            ])
        let type = "com.microsoft.mdm.declaredconfigurationdocuments"
        func states(_ time: String) throws -> [String] {
            try life.player.life.messages.filter { $0.direction == .client && $0.time.description == time }
                .map { try Message(parsing: $0.bytes).alertData(type) ?? "none" }
                .map { $0.contains("state=\"") ? String($0.split(separator: "state=\"")[1].prefix { $0 != "\"" }) : $0 }
        }
        #expect(try states("20:00") == ["none", "1"])
        #expect(try states("21:00") == ["60", "60"])
        #expect(try states("30:00") == ["60", "10"])
        #expect(try states("31:00") == ["70", "70"])
        #expect(try states("50:00") == ["none", "none"])
    }

    @Test(
        "Documents that fail: 61, or 62 where the infrastructure does",
        arguments: [("fails", "61"), ("infrastructureFails", "62")])
    func declaredFails(key: String, state: String) throws {
        let life = try Self.life(
            "- {at: 20m, commands: [{add: \(Self.documents)/Document, data: \"\(Self.document)\", expect: 200}]}",
            "jobs: {documents: [{id: \"{\(Self.id.uppercased())}\", \(key): 0x80070005}]}",
            expect: "{outcome: succeeded}")
        #expect(Self.jobs(life).last == "20:05 declaredDocument \(state)")
    }

    @Test("Recovery: RecoveryStatus 1, then what the scenario says", arguments: [2, 8])
    func recovery(status: Int) throws {
        let node = "\(Self.account)/Recovery"
        let life = try Self.life(
            "- {at: 10m, commands: [{exec: \(node)/InitiateRecovery, data: \"0\", expect: 202}]}",
            "jobs: {recovery: {duration: 1m, status: \(status)}}",
            expect: "{from: \"11:00\", node: \(node)/RecoveryStatus, value: \"\(status)\"}")
        #expect(life.failures == [])
    }

    private static let updates = "./Vendor/MSFT/Update"

    @Test("Updates: scanned, approved, downloaded, installed, with a restart where one is wanted, or failed")
    func updates() throws {
        let ids = (1...4).map { "a317dafe-baf4-453f-b232-00000000000\($0)" }
        let root = Self.updates
        let life = try Self.life(
            """
            - {at: 1m, commands: [{add: "\(root)/ApprovedUpdates/%7B\(ids[0])%7D", expect: 200}]}
            - {at: 10m, commands: [{add: "\(root)/ApprovedUpdates/\(ids[1])", expect: 200}, {add: "\(root)/ApprovedUpdates/\(ids[2])"}, {get: "\(root)/InstallableUpdates/\(ids[1])/Type", returns: "2"}]}
            - {at: 30m, commands: [{get: \(root)/PendingRebootUpdates, returns: "\(ids[1])"}, {get: "\(root)/FailedUpdates/\(ids[2])/HResult", returns: "-2145124329"}, {exec: \(Self.reboot)/RebootNow}]}
            - {at: 40m, commands: [{get: \(root)/InstalledUpdates, returns: "\(ids[0])/\(ids[1])"}, {get: \(root)/InstallableUpdates, returns: "\(ids[2])/\(ids[3])"}]}
            """,
            """
            jobs:
              updates:
                scan: 2m
                items:
                  - {id: \(ids[0]), revision: 7, download: 1m, duration: 2m}
                  - {id: \(ids[1]), type: critical, restart: true}
                  - {id: \(ids[2]), downloadFails: 0x80240017}
                  - {id: \(ids[3])}
            """,
            expect: "{outcome: succeeded}")
        #expect(life.failures == [])
        #expect(
            Self.jobs(life).filter { $0.contains("updateApproval") } == [
                "01:00 updateApproval approved", "02:00 updateApproval scanned 4", "02:00 updateApproval downloading",
                "03:00 updateApproval installing", "05:00 updateApproval installed", "10:00 updateApproval approved",
                "10:00 updateApproval downloading", "10:00 updateApproval approved",
                "10:00 updateApproval downloading", "11:00 updateApproval installing",
                "11:00 updateApproval failed 0x80240017", "16:00 updateApproval pendingReboot",
                "30:45 updateApproval installed",
            ])
    }

    @Test("An approval that is taken back ends what was under way")
    func withdrawn() throws {
        let id = "a317dafe-baf4-453f-b232-000000000001"
        let life = try Self.life(
            """
            - {at: 10m, commands: [{add: \(Self.updates)/ApprovedUpdates/\(id)}]}
            - {at: 11m, commands: [{delete: \(Self.updates)/ApprovedUpdates/\(id), expect: 200}]}
            """,
            "jobs: {updates: {items: [{id: \(id)}]}}", expect: "{node: \(Self.updates)/InstalledUpdates, children: []}")
        #expect(life.failures == [])
        #expect(Self.jobs(life).last == "11:00 updateApproval withdrawn")
    }

    @Test(
        "Rollback: only while the updates are paused and one is installed",
        arguments: [
            (true, "", "0x00000000"), (false, "", "0x8007139F"), (true, "rollbackFails: 0x80070005", "0x80070005"),
        ])
    func rollback(isPaused: Bool, outcome: String, status: String) throws {
        let id = "a317dafe-baf4-453f-b232-000000000001"
        let pause =
            isPaused
            ? "{replace: ./Vendor/MSFT/Policy/Config/Update/PauseQualityUpdates, format: int, data: \"1\"}, " : ""
        let life = try Self.life(
            """
            - {at: 3m, commands: [\(pause){add: \(Self.updates)/ApprovedUpdates/\(id)}]}
            - {at: 20m, commands: [{exec: \(Self.updates)/Rollback/QualityUpdate, expect: 202}]}
            - {at: 30m, commands: [{get: \(Self.updates)/Rollback/QualityUpdateStatus, returns: "\(status)"}]}
            """,
            "jobs: {updates: {rollback: 5m, items: [{id: \(id)}], \(outcome)}}",
            expect: "{node: \(Self.updates)/InstalledUpdates, children: [\(status == "0x00000000" ? "" : id)]}")
        #expect(life.failures == [])
    }

    @Test("An archive: gathered in its time, with what the scenario lets fail")
    func archive() throws {
        let node = "./Vendor/MSFT/DiagnosticLog/DiagnosticArchive"
        let life = try Self.life(
            "- {at: 10m, commands: [{exec: \(node)/ArchiveDefinition, data: <Collection><ID>1</ID><Events>System</Events><Command>a</Command></Collection>, expect: 202}]}",
            "jobs: {archive: {duration: 90s, directives: [{text: System, fails: 0x80070002}]}}",
            expect:
                "{from: \"11:30\", node: \(node)/ArchiveResults, value: '<Collection HRESULT=\"0\"><ID>1</ID><Events HRESULT=\"-2147024894\">System</Events><Command HRESULT=\"0\">a</Command></Collection>'}"
        )
        #expect(life.failures == [])
        let failed = try Self.life(
            "- {at: 10m, commands: [{exec: \(node)/ArchiveDefinition, data: <Collection><ID>1</ID><Events>System</Events></Collection>, expect: 202}]}",
            "jobs: {archive: {fails: 0x80190193}}", expect: "{outcome: succeeded}")
        #expect(Self.jobs(failed).last == "11:00 diagnosticArchive failed 0x80190193")
    }

    @Test(
        "MSI packages that want a restart are installed; 1641 restarts the machine, 3010 does not",
        arguments: [(3010, "-2147021886", 0), (1641, "-2147023255", 1)])
    func msiRestarts(exitCode: Int, error: String, restarts: Int) throws {
        let product =
            "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA0000000-0000-4000-8000-000000000001%7D"
        let life = try PlayedLife(
            yaml: """
                apps: [{name: A, kind: msi, productCode: "{A0000000-0000-4000-8000-000000000001}", \
                upgradeCode: "{B0000000-0000-4000-8000-000000000001}", exitCode: \(exitCode)}]
                expect:
                  - {app: A}
                  - {node: \(product)/LastError, value: "\(error)"}
                  - {node: "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/UpgradeCode/%7BB0000000-0000-4000-8000-000000000001%7D", value: "{A0000000-0000-4000-8000-000000000001}"}
                  - {event: restartRequested, count: \(restarts)}
                """)
        #expect(life.failures == [])
    }

    @Test(
        "DM-WIN-09: a user who disconnects raises Alert 1226 in a last session; account, policies and certificates go")
    func userUnenrols() throws {
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP"
        let life = try Self.life(
            """
            - {at: 1m, commands: [{add: ./Device/Vendor/MSFT/Policy/Config/Experience/AllowCortana, format: int, data: "0", expect: 200}]}
            - {at: 30m, commands: [{get: ./DevInfo/Man}]}
            """,
            """
            device: {enrollment: workAccount}
            machine: [{at: 20m, do: disconnect}]
            """,
            expect: """
                {from: "20:00", event: unenrolled}
                {node: ./Device/Vendor/MSFT/DMClient/Provider, children: []}
                {node: ./Device/Vendor/MSFT/Policy/Config, children: []}
                {node: \(scep), children: []}
                {node: ./SyncML/DMAcc, children: []}
                """)
        #expect(life.failures.filter { !$0.contains("Man") } == [])
        let packages = try life.firstPackages()
        #expect(packages.last?.time == "20:00", "no session follows, whoever pushes")
        #expect(packages.last?.message.alertData("com.microsoft:mdm.unenrollment.userrequest") == "1")
        #expect(packages.last?.message.header?.msgID == "1")
    }

    @Test("Settings offers Disconnect to an enrolment by work account only")
    func noDisconnect() {
        #expect(throws: ScenarioError.self) {
            try ScenarioReader.read("machine: [{at: 20m, do: disconnect}]")
        }
    }

    @Test(
        "What the jobs section refuses",
        arguments: [
            ("{wipes: {}}", "did you mean \"wipe\"?"), ("{wipe: {times: 2}}", "say why"),
            ("{wipe: {fails: 0}}", ""), ("{autopilotReset: {fails: 0x80070005, needsPower: true}}", "one of them"),
            ("{attestation: {message: x}}", "add fails"),
            ("{documents: [{id: a}, {id: A}]}", ""), ("{recovery: {status: 1}}", "from 2 to 8"),
            ("{updates: {items: [{id: a}, {id: '{A}'}]}}", ""), ("{updates: {items: [{id: a, status: 1}]}}", ""),
            ("{updates: {items: [{id: a, downloadFails: 0x80070005, restart: true}]}}", "take one"),
            ("{archive: {directives: [{text: a}]}}", "write fails"),
            ("{documents: [{id: a, fails: 0x80070005, infrastructureFails: 0x80070005}]}", "one of them"),
            ("{attestation: {fails: 0x80070005, report: x}}", "take one"),
        ])
    func refused(jobs: String, hint: String) {
        do {
            _ = try ScenarioReader.read("jobs: \(jobs)")
            Issue.record("accepted: \(jobs)")
        } catch {
            #expect(hint.isEmpty || error.hint.contains(hint), "\(error)")
        }
    }
}
