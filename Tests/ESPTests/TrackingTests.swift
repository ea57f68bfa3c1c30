import Notation
import Testing

@testable import ESP

struct ExpectedListTests {
    @Test("ESP-402: entries are separated by U+F000; white space round them is tolerated")
    func entries() {
        let value = " ./Vendor/MSFT/A/B \u{F000} ./Vendor/MSFT/C;D\u{F000}\u{F000}"
        #expect(ExpectedList.policies.entries(in: value).map(\.uri) == ["./Vendor/MSFT/A/B", "./Vendor/MSFT/C;D"])
        #expect(ExpectedList.policies.entries(in: "").isEmpty)
    }

    @Test(
        "ESP-403, 3.3.1: the last ; separates the count; absent or no number means one app",
        arguments: [
            ("./X/Status;4", "./X/Status", 4), ("./X/Status", "./X/Status", 1), ("./X;2/Status;3", "./X;2/Status", 3),
            ("./X/Status;n", "./X/Status;n", 1), ("./X/Status; 2 ", "./X/Status", 2),
        ])
    func counts(text: String, uri: String, count: Int) {
        #expect(ExpectedList.msiAppPackages.entries(in: text) == [ExpectedEntry(uri: uri, count: count)])
    }

    @Test("A list that is written is read again")
    func roundTrip() {
        let entries = [ExpectedEntry(uri: "./A/Status", count: 2), ExpectedEntry(uri: "./B/Status")]
        for list in [ExpectedList.msiAppPackages, .modernAppPackages] {
            #expect(list.entries(in: list.value(of: entries)) == entries)
        }
        #expect(ExpectedList.policies.value(of: [.init(uri: "./A"), .init(uri: "./B")]) == "./A\u{F000}./B")
    }
}

struct TrackedNodeTests {
    private let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7B1%7D"

    private func progress(
        _ entry: String, _ list: ExpectedList, _ values: [(String, String?)]
    ) -> TrackedNode.Progress {
        var tree = FakeTree()
        for (uri, value) in values { tree.set(uri, value) }
        return TrackedNode(entry: ExpectedEntry(uri: entry), of: list).progress(in: tree)
    }

    @Test(
        "3.3.1, ESP-516: MSI Status 70 is done, 30 and 60 are failures, everything else goes on",
        arguments: [10, 20, 25, 30, 40, 48, 50, 55, 60, 70])
    func msiStatus(status: Int) {
        let expected: TrackedNode.Progress = status == 70 ? .done : [30, 60].contains(status) ? .failed(nil) : .pending
        #expect(progress(msi + "/Status", .msiAppPackages, [(msi + "/Status", String(status))]) == expected)
        #expect(progress(msi + "/Status", .msiAppPackages, []) == .pending)
    }

    @Test("ESP-516: a failed MSI brings its LastError, decimal or hexadecimal")
    func msiError() {
        for text in ["-2147023293", "2147944003", "0x80070643"] {
            let values = [(msi + "/Status", "60"), (msi + "/LastError", text)]
            #expect(progress(msi + "/Status", .msiAppPackages, values) == .failed(HRESULT(0x8007_0643)))
        }
        #expect(
            progress(msi + "/Status", .msiAppPackages, [(msi + "/Status", "60"), (msi + "/LastError", "0")])
                == .failed(nil))
    }

    @Test("3.3.1: Office packages are read through FinalStatus", arguments: [("70", true), ("60", false)])
    func office(value: String, isDone: Bool) {
        let base = "./Vendor/MSFT/Office/Installation/%7B2%7D"
        for entry in [base, base + "/Status", base + "/FinalStatus"] {
            #expect(
                progress(entry, .msiAppPackages, [(base + "/FinalStatus", value)]) == (isDone ? .done : .failed(nil)))
            #expect(progress(entry, .msiAppPackages, [(base + "/Status", "0")]) == .pending)
        }
    }

    @Test(
        "U-17: with early failure a SCEP certificate at 16 fails with its ErrorCode, a PFX with its Win32 error",
        arguments: Choices.EarlyFailure.allCases)
    func certificates(choice: Choices.EarlyFailure) {
        let (scep, pfx) = (
            "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c",
            "./User/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/p"
        )
        func progress(_ node: String, _ list: ExpectedList, _ values: [(String, String)]) -> TrackedNode.Progress {
            var tree = FakeTree()
            for (leaf, value) in values { tree.set("\(node)/\(leaf)", value) }
            return TrackedNode(entry: ExpectedEntry(uri: node), of: list).progress(in: tree, earlyFailure: choice)
        }
        func early(_ code: HRESULT?) -> TrackedNode.Progress { choice == .allLines ? .failed(code) : .pending }
        #expect(progress(scep, .scepCerts, [("Status", "1")]) == .done)
        for status in ["2", "32"] { #expect(progress(scep, .scepCerts, [("Status", status)]) == .pending) }
        #expect(progress(scep, .scepCerts, []) == .pending)
        #expect(
            progress(scep, .scepCerts, [("Status", "16"), ("ErrorCode", "-2146877422")])
                == early(HRESULT(0x8009_4012)))
        #expect(progress(scep, .scepCerts, [("Status", "16")]) == early(nil))
        #expect(progress(pfx, .pfxCerts, [("Status", "0")]) == .done)
        #expect(progress(pfx, .pfxCerts, []) == .pending)
        #expect(progress(pfx, .pfxCerts, [("Status", "86")]) == early(HRESULT(0x8007_0056)))
        #expect(progress(pfx, .pfxCerts, [("Status", "-2146885628")]) == early(HRESULT(0x8009_2004)))
    }

    @Test("3.3.1: a Store package is done when its node exists")
    func modernApp() {
        let uri = "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/P_1/P_1.0_x64/Name"
        #expect(progress(uri, .modernAppPackages, []) == .pending)
        #expect(progress(uri, .modernAppPackages, [(uri, "P")]) == .done)
    }

    @Test("3.3.1, ESP-533: a policy is done when its node holds a value")
    func policy() {
        let uri = "./Device/Vendor/MSFT/Policy/Config/Browser/HomePages"
        #expect(progress(uri, .policies, []) == .pending)
        #expect(progress(uri, .policies, [(uri, nil)]) == .pending)
        #expect(progress(uri, .policies, [(uri, "a")]) == .done)
    }

    @Test("ESP-201: the dummy policy is reached by every spelling of its LocURI")
    func spelling() {
        #expect(
            progress(
                "./Vendor/MSFT/DMClient/Provider/MS DM Server/EntDMID", .policies,
                [("./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID", "1")]) == .done)
    }

    @Test("3.3.1: a network profile is done when its node exists")
    func network() {
        let uri = "./Vendor/MSFT/WiFi/Profile/Office%20WLAN"
        #expect(progress(uri, .networkProfiles, []) == .pending)
        #expect(progress(uri, .networkProfiles, [("./Vendor/MSFT/WiFi/Profile/Office WLAN/WlanXml", "x")]) == .done)
    }

    @Test(
        "3.3.1: SCEP Status 1 and PFX Status 0 count, 16 and everything else never do",
        arguments: [("0", false, true), ("1", true, false), ("2", false, false), ("16", false, false)])
    func certificates(status: String, scepDone: Bool, pfxDone: Bool) {
        let scep = "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/ModelName_1"
        let pfx = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/1"
        #expect(progress(scep, .scepCerts, [(scep + "/Status", status)]) == (scepDone ? .done : .pending))
        #expect(progress(pfx, .pfxCerts, [(pfx + "/Status", status)]) == (pfxDone ? .done : .pending))
    }
}

struct LineReaderTests {
    private func read(
        _ line: TrackedLine, scope: PhaseScope = .device, choices: Choices = Choices(),
        _ prepare: (inout FakeTree) -> Void
    ) -> LineReading {
        var tree = FakeTree()
        prepare(&tree)
        return LineReader(
            scope: scope, providerID: "MS DM Server", choices: choices,
            agentProductCode: "{AAAA0000-0000-4000-8000-000000000001}", reportedErrors: [:], tree: tree
        ).read(line)
    }

    private let tracking = FakeTree.deviceTracking + "Setup/Apps/Tracking/"

    @Test("ESP-210, ESP-512: nothing is expected before ServerHasFinishedProvisioning is true")
    func unknown() {
        let value = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/1/Status;2"
        let before = read(.apps) { $0.set(FakeTree.deviceFSS + "ExpectedMSIAppPackages", value) }
        #expect(before.expected == nil)
        let after = read(.apps) {
            $0.set(FakeTree.deviceFSS + "ExpectedMSIAppPackages", value)
            $0.set(FakeTree.deviceFSS + "ServerHasFinishedProvisioning", "true")
        }
        #expect(after.expected == 2)
    }

    @Test("ESP-412, ESP-512: every app provider must have its list; it holds the Apps line only")
    func heldByProvider() {
        func prepared(_ line: TrackedLine, created: [String: String?]) -> LineReading {
            read(line) { tree in
                tree.set(FakeTree.deviceFSS + "ServerHasFinishedProvisioning", "true")
                for (provider, value) in created {
                    tree.set(NodeURI.trackingPoliciesCreated(provider, in: .device), value)
                }
            }
        }
        #expect(prepared(.apps, created: ["Sidecar": "false"]).expected == nil)
        #expect(prepared(.apps, created: ["Sidecar": nil]).isHeldByProvider)
        #expect(prepared(.apps, created: ["Sidecar": "true", "ConfigMgr": "false"]).expected == nil)
        #expect(prepared(.apps, created: ["Sidecar": "true"]).expected == 0)
        #expect(prepared(.certificates, created: ["Sidecar": "false"]).expected == 0)
    }

    @Test("ESP-514: apps are the counts of both lists and one for each tracking node")
    func appSum() {
        let reading = read(.apps) { tree in
            tree.set(FakeTree.deviceFSS + "ServerHasFinishedProvisioning", "true")
            let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/1/Status"
            tree.set(FakeTree.deviceFSS + "ExpectedMSIAppPackages", msi + ";2")
            tree.set(msi, "70")
            let store = "./Device/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/P/P_1/Name"
            tree.set(FakeTree.deviceFSS + "ExpectedModernAppPackages", store)
            tree.set(tracking + "Sidecar/A/InstallationState", "3")
            tree.set(tracking + "Sidecar/B/InstallationState", "2")
            tree.set(tracking + "ConfigMgr/Provisioning_TS/InstallationState", "3")
        }
        #expect(reading.expected == 6)
        #expect(reading.current == 4)
        #expect(reading.pending == 2)
    }

    @Test("ESP-515: certificates are SCEP and PFX entries")
    func certificateSum() {
        let reading = read(.certificates) { tree in
            tree.set(FakeTree.deviceFSS + "ServerHasFinishedProvisioning", "true")
            tree.set(FakeTree.deviceFSS + "ExpectedSCEPCerts", "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/1")
            tree.set(
                FakeTree.deviceFSS + "ExpectedPFXCerts",
                "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/1")
        }
        #expect(reading.expected == 2)
    }

    @Test("ESP-413: a TrackingUri that points elsewhere is followed")
    func trackingURI() {
        let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7B9%7D/Status"
        func reading(_ status: String) -> LineReading {
            read(.apps) { tree in
                tree.set(tracking + "P/App/InstallationState", "1")
                tree.set(tracking + "P/App/TrackingUri", msi)
                tree.set(msi, status)
            }
        }
        #expect(reading("70").current == 1)
        #expect(reading("50").current == 0)
        #expect(reading("60").failures.count == 1)
    }

    @Test("ESP-413, ESP-536, ESP-538: RebootRequired counts for the device and while the app is not done")
    func reboots() {
        func reading(_ scope: PhaseScope, state: String, reboot: String?) -> LineReading {
            read(.apps, scope: scope) { tree in
                let base = NodeURI.trackedApps(scope) + "/Sidecar/A/"
                tree.set(base + "InstallationState", state)
                if let reboot { tree.set(base + "RebootRequired", reboot) }
            }
        }
        #expect(reading(.device, state: "2", reboot: "2").isBlockedByReboot)
        #expect(reading(.device, state: "2", reboot: "3").reboots.first?.isHard == true)
        #expect(!reading(.device, state: "2", reboot: "1").isBlockedByReboot)
        #expect(!reading(.device, state: "2", reboot: nil).isBlockedByReboot)
        #expect(!reading(.device, state: "3", reboot: "2").isBlockedByReboot)
        #expect(!reading(.user, state: "2", reboot: "3").isBlockedByReboot)
    }

    @Test("U-16: the agent's own MSI can be left out of the count")
    func withoutAgentMSI() {
        var choices = Choices()
        choices.agentMSI = .leftOut
        #expect(read(.apps, choices: choices) { $0.finishDevice() }.expected == 0)
        #expect(read(.apps) { $0.finishDevice() }.expected == 1)
    }
}

struct SubcategoryMonitorTests {
    private func verdict(
        _ expected: Int?, _ current: Int = 0, reboots: [LineReading.Reboot] = [], pending: Int = 0,
        failure: LineReading.Failure? = nil, isExpired: Bool = false, line: TrackedLine = .apps
    ) -> SubcategoryMonitor.Verdict {
        SubcategoryMonitor(line: line, isExpired: isExpired, choices: Choices()).verdict(
            on: LineReading(
                expected: expected, current: current, failures: failure.map { [$0] } ?? [], reboots: reboots,
                pending: pending))
    }

    @Test("ESP-511: Identifying, No setup needed, and current of expected with the line's verb")
    func running() {
        #expect(verdict(nil) == .running(.identifying))
        #expect(verdict(3, 1, pending: 2) == .running(.progress(current: 1, expected: 3, .installed)))
        let verbs = TrackedLine.allCases.map(\.verb)
        #expect(verbs == [.applied, .applied, .added, .installed])
    }

    @Test("ESP-513: how a line finishes")
    func finish() {
        #expect(verdict(0) == .ended(.succeeded, .noSetupNeeded))
        #expect(verdict(2, 2) == .ended(.succeeded, .progress(current: 2, expected: 2, .installed)))
        let soft = LineReading.Reboot(key: "a", isHard: false)
        #expect(verdict(2, 1, reboots: [soft]) == .ended(.rebootRequiredAndTryAgain, .rebootRequired))
        #expect(verdict(2, 1, pending: 1, isExpired: true) == .ended(.failed, .error))
        #expect(verdict(nil, isExpired: true) == .ended(.failed, .error))
        let failure = LineReading.Failure(key: "a", code: .notDetected)
        #expect(verdict(2, 1, failure: failure) == .ended(.failed, .hex(.notDetected)))
    }

    @Test("ESP-513: a soft reboot waits for the other apps, a hard one does not")
    func rebootOrder() {
        let soft = LineReading.Reboot(key: "a", isHard: false)
        let hard = LineReading.Reboot(key: "a", isHard: true)
        #expect(verdict(2, reboots: [soft], pending: 1) == .running(.progress(current: 0, expected: 2, .installed)))
        #expect(verdict(2, reboots: [hard], pending: 1) == .ended(.rebootRequiredAndTryAgain, .rebootRequired))
    }

    @Test("ESP-516: a failed app ends the line even before the counts are known")
    func failsAtOnce() {
        #expect(verdict(nil, failure: .init(key: "a", code: nil)) == .ended(.failed, .error))
    }
}

struct PageCodeTests {
    @Test("4.6: the codes of the reference")
    func codes() {
        #expect(HRESULT.timeout.rawValue == 2_147_943_860)
        #expect(HRESULT.notDetected.signed == -2_016_345_060)
        #expect(HRESULT(text: "-2016345060") == .notDetected)
    }
}
