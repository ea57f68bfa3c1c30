import DMTree
import Notation
import Testing

@testable import CSP

/// EnterpriseDesktopAppManagement (windows-csp.md 4.1), in both scopes.
@Suite struct MSITests {
    private static let code = "%7BBADFEED0-0000-4000-8000-000000000001%7D"
    static let job = """
        <MsiInstallJob id="{BADFEED0-0000-4000-8000-000000000001}"><Product Version="1.2.3"><Download><ContentURLList>\
        <ContentURL>https://a.example.test/a.msi</ContentURL><ContentURL>https://b.example.test/a.msi</ContentURL>\
        </ContentURLList></Download><Validation><FileHash>0A1B</FileHash></Validation><Enforcement>\
        <CommandLine>/quiet</CommandLine><TimeOut>10</TimeOut><RetryCount>2</RetryCount><RetryInterval>5</RetryInterval>\
        <DownloadFromAad>1</DownloadFromAad></Enforcement></Product></MsiInstallJob>
        """

    private static func product(_ scope: PartScope) -> String {
        scope.csp("EnterpriseDesktopAppManagement/MSI/\(code)")
    }

    private static func started(_ scope: PartScope) -> (tree: DeviceTree, application: Application) {
        var tree = Devices.fresh()
        tree.send(.add, product(scope) + "/DownloadInstall")
        let application = tree.send(.exec, product(scope) + "/DownloadInstall", job, format: "xml")
        return (tree, application)
    }

    @Test("Add, then Exec: 200 and 202, a job, Status 10", arguments: PartScope.allCases)
    func start(scope: PartScope) throws {
        var (tree, application) = Self.started(scope)
        #expect(application.status == 202)
        #expect(application.row == .executed)
        let job = try #require(application.jobs.first)
        #expect(job.kind == .msiInstall)
        #expect(job.uri.canonical == Self.product(scope))
        #expect(tree.get(Self.product(scope) + "/Status") == "10")
        #expect(tree.get(Self.product(scope) + "/LastError") == "0")
        #expect(tree.get(Self.product(scope) + "/LastErrorDesc") == "")
        #expect(tree.get(Self.product(scope) + "/Version") == "1.2.3")
    }

    @Test("The job's document is read whole")
    func document() throws {
        let job = try MsiInstallJob(parsing: Self.job)
        #expect(job.id == "{BADFEED0-0000-4000-8000-000000000001}")
        #expect(job.version == "1.2.3")
        #expect(job.contentURLs == ["https://a.example.test/a.msi", "https://b.example.test/a.msi"])
        #expect(job.fileHash == "0A1B" && job.commandLine == "/quiet" && job.timeout == 10)
        #expect(job.retryCount == 2 && job.retryInterval == 5 && job.sendsUserToken)
    }

    @Test(
        "Documents that are no job",
        arguments: [
            (nil, 415), ("", 415), ("<MsiInstallJob", 415), ("not xml", 415), ("<Job/>", 500),
            ("<MsiInstallJob/>", 500),
            ("<MsiInstallJob><Product Version=\"1\"/></MsiInstallJob>", 500),
            ("<MsiInstallJob><Product><Download><ContentURLList/></Download></Product></MsiInstallJob>", 500),
        ] as [(String?, Int)])
    func wrongDocument(data: String?, status: Int) {
        var tree = Devices.fresh()
        let node = Self.product(.device) + "/DownloadInstall"
        tree.send(.add, node)
        let application = tree.send(.exec, node, data, format: "xml")
        #expect(application.status == status)
        #expect(application.advised == ["msi.job"])
        #expect(application.effects.isEmpty)
        #expect(tree.get(Self.product(.device) + "/Status") == "10", "nothing was started")
    }

    @Test("Exec before the Add answers 404, whether the product is there or not", arguments: PartScope.allCases)
    func execBeforeAdd(scope: PartScope) {
        var tree = Devices.fresh()
        let node = Self.product(scope) + "/DownloadInstall"
        #expect(tree.status(.exec, node, Self.job) == 404)
        #expect(tree.status(.add, Self.product(scope), format: "node") == 200)
        #expect(tree.status(.exec, node, Self.job) == 404)
        #expect(tree.status(.replace, node, "") == 200, "a Replace of the missing node is an Add")
        #expect(tree.status(.exec, node, Self.job) == 202)
    }

    @Test(
        "Read-only nodes",
        arguments: [
            "Version", "Name", "Publisher", "InstallPath", "InstallDate", "Status", "LastError", "LastErrorDesc",
        ])
    func readOnly(leaf: String) {
        var (tree, _) = Self.started(.device)
        for verb in [Verb.replace, .add, .delete, .exec] {
            #expect(tree.status(verb, "\(Self.product(.device))/\(leaf)", "70") == 405)
        }
    }

    @Test("A resent Exec starts nothing while the install runs, and starts anew when it has ended")
    func resent() {
        var (tree, _) = Self.started(.device)
        let node = Self.product(.device) + "/DownloadInstall"
        for status in [20, 25, 40, 48, 50, 55] {
            tree.setLocally(Self.product(.device) + "/Status", value: "\(status)")
            let again = tree.send(.exec, node, Self.job)
            #expect(again.status == 202 && again.jobs.isEmpty && again.advised == ["msi.running"])
        }
        for status in [10, 30, 60, 70] {
            tree.setLocally(Self.product(.device) + "/Status", value: "\(status)")
            #expect(tree.send(.exec, node, Self.job).jobs.count == 1)
        }
        #expect(tree.status(.add, node) == 418)
    }

    /// Events, and the Status codes they lead through.
    struct Course: Sendable, CustomTestStringConvertible {
        var name: String
        var events: [MSICourse.Event]
        var statuses: [Int]
        var error: Int32
        var waits = 0

        var testDescription: String { name }
    }

    private static let network = HRESULT(rawValue: 0x8007_2EE7)
    private static let fatal = HRESULT(rawValue: 0x8007_0643)

    @Test(
        "The ways through the Status codes, with two retries",
        arguments: PartScope.allCases,
        [
            Course(
                name: "good", events: [.begin, .downloaded(isUserMissing: false), .installed],
                statuses: [10, 20, 40, 50, 70], error: 0),
            Course(
                name: "waits for its user",
                events: [.begin, .downloaded(isUserMissing: true), .userSignedIn, .installed],
                statuses: [10, 20, 40, 48, 50, 70], error: 0),
            Course(
                name: "waits for Windows Installer",
                events: [
                    .begin, .downloaded(isUserMissing: false, isInstallerBusy: true), .installerFree, .installed,
                ], statuses: [10, 20, 40, 50, 70], error: 0),
            Course(
                name: "download fails once",
                events: [.begin, .downloadFailed(network), .retryDue, .downloaded(isUserMissing: false), .installed],
                statuses: [10, 20, 25, 20, 40, 50, 70], error: 0, waits: 1),
            Course(
                name: "download fails for good",
                events: [
                    .begin, .downloadFailed(network), .retryDue, .downloadFailed(network), .retryDue,
                    .downloadFailed(network),
                ],
                statuses: [10, 20, 25, 20, 25, 20, 30], error: -2_147_012_889, waits: 2),
            Course(
                name: "install fails once",
                events: [.begin, .downloaded(isUserMissing: false), .installFailed(fatal), .retryDue, .installed],
                statuses: [10, 20, 40, 50, 55, 50, 70], error: 0, waits: 1),
            Course(
                name: "install fails for good; download and install share the retries",
                events: [
                    .begin, .downloadFailed(network), .retryDue, .downloaded(isUserMissing: false),
                    .installFailed(fatal), .retryDue,
                    .installFailed(fatal),
                ], statuses: [10, 20, 25, 20, 40, 50, 55, 50, 60], error: -2_147_023_293, waits: 2),
        ])
    func course(scope: PartScope, example: Course) throws {
        var (tree, _) = Self.started(scope)
        let product = Self.product(scope)
        let install = MSIInstall(product: try TreeURI(product))
        var course = MSICourse(try MsiInstallJob(parsing: Self.job))
        var seen = [Int(tree.get(product + "/Status") ?? "") ?? 0]
        var waits: [Int] = []
        var effects: [Effect] = []
        for event in example.events {
            #expect(!course.hasEnded)
            for action in course.handle(event) {
                if case .wait(let minutes) = action { waits.append(minutes) }
                effects += install.carryOut(action, name: "Contoso", date: "2026-01-02", in: &tree)
                let status = Int(tree.get(product + "/Status") ?? "") ?? 0
                if status != seen.last { seen.append(status) }
                if status == 25 || status == 55, case .report(let error) = action {
                    #expect(tree.get(product + "/LastError") == "\(Int32(bitPattern: error.rawValue))")
                }
            }
        }
        #expect(seen == example.statuses)
        #expect(course.hasEnded)
        #expect(waits == Array(repeating: 5, count: example.waits))
        #expect(tree.get(product + "/LastError") == "\(example.error)")
        #expect(tree.get(product + "/Name") == (example.error == 0 ? "Contoso" : nil))
        #expect(
            effects == [
                .raiseAlert(
                    GenericAlert(
                        code: 1224, type: "Reversed-Domain-Name:com.microsoft.mdm.win32csp_install",
                        source: product + "/DownloadInstall", format: "int", mark: "informational",
                        data: "\(example.error)"))
            ])
        #expect(course.handle(.begin).isEmpty && course.handle(.retryDue).isEmpty)
    }

    @Test(
        "Exit codes 3010 and 1641: Status 70, with the code as LastError and in the alert",
        arguments: [(0x8007_0BC2, "-2147021886"), (0x8007_0669, "-2147023255")] as [(UInt32, String)])
    func wantsRestart(code: UInt32, text: String) throws {
        var (tree, _) = Self.started(.device)
        let install = MSIInstall(product: try TreeURI(Self.product(.device)))
        var course = MSICourse(try MsiInstallJob(parsing: Self.job))
        var alerts: [String] = []
        for event in [
            MSICourse.Event.begin, .downloaded(isUserMissing: false),
            .installedWantingRestart(HRESULT(rawValue: code)),
        ] {
            for action in course.handle(event) {
                for case .raiseAlert(let alert) in install.carryOut(action, name: "A", date: "x", in: &tree) {
                    alerts.append("\(alert.code) \(alert.mark ?? "") \(alert.data)")
                }
            }
        }
        #expect(course.hasEnded && alerts == ["1224 informational \(text)"])
        #expect(tree.get(Self.product(.device) + "/Status") == "70")
        #expect(tree.get(Self.product(.device) + "/LastError") == text)
        #expect(tree.get(Self.product(.device) + "/Name") == "A")
    }

    @Test("UpgradeCode leads to the installed product, until it is deleted", arguments: PartScope.allCases)
    func upgradeCode(scope: PartScope) throws {
        var (tree, _) = Self.started(scope)
        let node = scope.csp("EnterpriseDesktopAppManagement/MSI/UpgradeCode")
        let upgrade = "{0DDFEED0-0000-4000-8000-000000000001}"
        #expect(tree.get(node) == "" && tree.status(.get, "\(node)/\(upgrade)") == 404)
        MSIInstall(product: try TreeURI(Self.product(scope))).register(upgradeCode: upgrade, in: &tree)
        #expect(
            tree.get("\(node)/%7B0ddfeed0-0000-4000-8000-000000000001%7D") == "{BADFEED0-0000-4000-8000-000000000001}")
        for verb in [Verb.add, .replace, .delete, .exec] {
            #expect(tree.status(verb, "\(node)/\(upgrade)", "x") == 405)
        }
        #expect(tree.status(.delete, Self.product(scope)) == 200)
        #expect(tree.status(.get, "\(node)/\(upgrade)") == 404)
    }

    @Test("Events that do not fit change nothing")
    func unfitting() throws {
        var course = MSICourse(try MsiInstallJob(parsing: Self.job))
        let fresh = course
        #expect(course.handle(.installed).isEmpty && course.handle(.retryDue).isEmpty)
        #expect(course.handle(.downloaded(isUserMissing: false)).isEmpty)
        #expect(course == fresh)
    }

    @Test("What a package waits for, and whether it has Windows Installer or needs it next")
    func waits() throws {
        var course = MSICourse(try MsiInstallJob(parsing: Self.job))
        var seen: [MSICourse.Wait?] = [course.wait]
        var installing: [Bool] = []
        var needing: [Bool] = []
        for event in [
            MSICourse.Event.begin, .downloadFailed(Self.network), .retryDue,
            .downloaded(isUserMissing: false, isInstallerBusy: true), .installerFree, .installFailed(Self.fatal),
            .retryDue, .installed,
        ] {
            _ = course.handle(event)
            seen.append(course.wait)
            installing.append(course.isInstalling)
            needing.append(course.needsInstaller)
        }
        #expect(seen == [.turn, nil, .retry, nil, .installer, nil, .retry, nil, nil])
        #expect(installing == [false, false, false, false, true, false, true, false])
        #expect(needing == [false, false, false, true, false, true, false, false])
        var perUser = MSICourse(try MsiInstallJob(parsing: Self.job))
        for event in [MSICourse.Event.begin, .downloaded(isUserMissing: true)] { _ = perUser.handle(event) }
        #expect(perUser.wait == .user && perUser.needsInstaller)
    }

    @Test("A job without RetryCount is tried once")
    func noRetries() throws {
        var course = MSICourse(
            try MsiInstallJob(
                parsing:
                    "<MsiInstallJob><Product><Download><ContentURLList><ContentURL>u</ContentURL></ContentURLList></Download></Product></MsiInstallJob>"
            ))
        _ = course.handle(.begin)
        #expect(course.handle(.downloadFailed(Self.network)) == [.finish(.downloadFailed, Self.network)])
    }

    @Test("LastErrorDesc holds the text for the error, if there is one")
    func errorDescription() throws {
        var (tree, _) = Self.started(.device)
        let install = MSIInstall(product: try TreeURI(Self.product(.device)))
        _ = install.finish(
            .enforcementFailed, error: Self.fatal, name: "", date: "", errorDescription: "Fatal error", in: &tree)
        #expect(tree.get(Self.product(.device) + "/LastErrorDesc") == "Fatal error")
        #expect(install.status(in: tree) == .enforcementFailed)
    }

    @Test("Delete of the product uninstalls it", arguments: PartScope.allCases)
    func uninstall(scope: PartScope) {
        var (tree, _) = Self.started(scope)
        #expect(tree.status(.delete, Self.product(scope)) == 200)
        #expect(tree.status(.get, Self.product(scope) + "/Status") == 404)
        #expect(tree.status(.delete, Self.product(scope)) == 404)
        #expect(tree.get(scope.csp("EnterpriseDesktopAppManagement/MSI")) == "UpgradeCode")
    }
}
