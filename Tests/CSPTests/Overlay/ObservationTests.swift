import DDF
import DMTree
import TestSupport
import Testing

@testable import CSP

/// Every row of `data/observations/observations.tsv`, by its id. Rows that are about another layer say so in their name.
@Suite struct ObservationTests {
    private static let userFirstSync = Devices.firstSyncStatus(.user, "ServerHasFinishedProvisioning")

    @Test("OBS-001 a user node in OOBE answers 405, and 200 once the user context is up")
    func userNodeInOOBE() {
        var tree = Devices.enrolled(hasUser: false)
        for (verb, uri) in [
            (Verb.add, Devices.account(.user)), (.add, Devices.account(.user) + "/FirstSyncStatus"),
            (.replace, Self.userFirstSync), (.get, Self.userFirstSync),
        ] {
            let application = tree.send(verb, uri, verb == .replace ? "true" : nil)
            #expect(application.status == 405, "\(verb.name)")
            #expect(application.row == .noUserContext)
        }
        tree.hasUserContext = true
        #expect(tree.status(.add, Devices.account(.user), format: "node") == 200)
        #expect(tree.status(.add, Devices.account(.user) + "/FirstSyncStatus", format: "node") == 200)
        #expect(tree.status(.replace, Self.userFirstSync, "true", format: "bool") == 200)
    }

    @Test("OBS-002 a user-scope provider that was never added answers 405, not 404, and works after its Adds")
    func userProviderMissing() {
        var tree = Devices.enrolled()
        let refused = tree.send(.replace, Self.userFirstSync, "true", format: "bool")
        #expect(refused.status == 405)
        #expect(refused.error == .commandNotAllowed)
        #expect(refused.row == .replaceOfAbsentNode)
        #expect(tree.status(.add, Devices.account(.user), format: "node") == 200)
        #expect(tree.status(.replace, Self.userFirstSync, "true", format: "bool") == 405, "FirstSyncStatus is missing")
        #expect(tree.status(.add, Devices.account(.user) + "/FirstSyncStatus", format: "node") == 200)
        #expect(tree.status(.replace, Self.userFirstSync, "true", format: "bool") == 200)
    }

    @Test("OBS-003 a repeated Add answers 418 and harms nothing")
    func repeatedAdd() {
        var tree = Devices.withFirstSyncStatus(.user)
        #expect(tree.status(.replace, Self.userFirstSync, "true", format: "bool") == 200)
        #expect(tree.status(.add, Devices.account(.user), format: "node") == 418)
        #expect(tree.status(.add, Devices.account(.user) + "/FirstSyncStatus", format: "node") == 418)
        #expect(tree.get(Self.userFirstSync) == "true")
    }

    @Test(
        "OBS-004 DoNotSyncBrowserSettings on 19044: 405 on Pro, 200 on Enterprise, and no other build",
        arguments: [
            ("10-21h2", WindowsEdition.pro, 405), ("10-21h2", .enterprise, 200), ("10.0.19044.1288", .pro, 405),
            ("10-22h2", .pro, 200), ("11-25h2", .pro, 200),
        ])
    func browserSettings(windows: String, edition: WindowsEdition, status: Int) {
        var tree = Devices.fresh(windows, edition)
        for spelling in ["./Device/Vendor", "./Vendor"] {
            let application = tree.send(
                .replace, "\(spelling)/MSFT/Policy/Config/Experience/DoNotSyncBrowserSettings", "2", format: "int")
            #expect(application.status == status)
            #expect((application.decision.rule == .observation("OBS-004")) == (status == 405))
        }
    }

    @Test(
        "OBS-005 Add below ./Device NodeCache answers 405 on 17763 and 18363; ./Vendor and other builds take it",
        arguments: [
            ("10-1809", "./Device", 405), ("10-1909", "./Device", 405), ("10-1809", "./Vendor", 200),
            ("10-1909", "./Vendor", 200), ("10-1909", "./User", 200), ("10-2004", "./Device", 200),
            ("11-25h2", "./Device", 200),
        ])
    func nodeCache(windows: String, root: String, status: Int) {
        var tree = Devices.fresh(windows)
        let cache = (root == "./Vendor" ? "./Vendor" : root + "/Vendor") + "/MSFT/NodeCache/MS%20DM%20Server"
        #expect(tree.status(.add, cache, format: "node") == status)
        #expect(tree.status(.add, cache + "/CacheVersion", "1") == status)
    }

    @Test("OBS-006 Exec of doAutomaticRedeployment answers 405 on 17115 Pro")
    func automaticRedeployment() {
        let node = "./Vendor/MSFT/RemoteWipe/AutomaticRedeployment/doAutomaticRedeployment"
        var observed = Devices.fresh("10.0.17115.1", .pro)
        #expect(observed.send(.exec, node).decision.rule == .observation("OBS-006"))
        #expect(observed.status(.exec, node) == 405)
        var other = Devices.fresh("11-25h2", .pro)
        #expect(other.send(.exec, node).status == 202)
    }

    @Test("OBS-007 the row for IoT Core is kept, and matches no edition that Espalier plays")
    func iotCore() throws {
        let row = try #require(Observation.rows.first { $0.id == "OBS-007" })
        #expect(row.edition == "iotcore")
        for edition in WindowsEdition.allCases {
            for (name, _) in WindowsRelease.named {
                #expect(!row.holds(on: Devices.release(name, edition)))
            }
        }
        var tree = Devices.fresh("10-1809")
        let node = "./Device/Vendor/MSFT/Policy/Config/Update/BranchReadinessLevel"
        #expect(tree.status(.replace, node, "16", format: "int") == 200)
    }

    @Test(
        "OBS-008, OBS-009, OBS-010 what DevDetail says on 26200 Enterprise when nobody set it",
        arguments: [
            ("LrgObj", "false", "bool"), ("URI/MaxSegLen", "0", "chr"), ("SwV", "10.0.26200.9278", "chr"),
        ])
    func devDetail(leaf: String, value: String, format: String) {
        var tree = Devices.fresh()
        let application = tree.send(.get, "./DevDetail/\(leaf)")
        #expect(application.status == 200)
        #expect(application.reading?.entries.first?.data == value)
        #expect(application.reading?.entries.first?.format.rawValue == format)
        // What a device profile says wins over what another device said.
        tree.setLocally("./DevDetail/\(leaf)", value: "7")
        #expect(tree.get("./DevDetail/\(leaf)") == "7")
        // Outside of the release and edition the catalogue speaks, which knows no value.
        for (windows, edition) in [("11-24h2", WindowsEdition.enterprise), ("11-25h2", .pro)] {
            var other = Devices.fresh(windows, edition)
            #expect(other.status(.get, "./DevDetail/\(leaf)") == 404, "\(windows) \(edition)")
        }
    }

    @Test("OBS-010 is not the version of another revision of 26200")
    func otherRevision() {
        var tree = Devices.fresh("10.0.26200.1000")
        #expect(tree.status(.get, "./DevDetail/SwV") == 404)
        #expect(tree.get("./DevDetail/LrgObj") == "false")
    }

    @Test("OBS-011 Push/ChannelURI answers 404 where push was never configured")
    func channelURI() {
        var tree = Devices.enrolled()
        let application = tree.send(.get, Devices.account + "/Push/ChannelURI")
        #expect(application.status == 404)
        #expect(application.error == .nodeNotFound)
    }

    @Test(
        "OBS-012 DeclaredConfiguration of a primary enrolment answers 406 on 26200 Enterprise",
        arguments: [
            "./Device/Vendor/MSFT/DeclaredConfiguration/ManagementServiceConfiguration/RefreshInterval",
            "./Device/Vendor/MSFT/DeclaredConfiguration/Host/BulkTemplate",
            "./Device/Vendor/MSFT/DeclaredConfiguration/Host/BulkTemplate/Results",
            "./User/Vendor/MSFT/DeclaredConfiguration",
        ])
    func declaredConfiguration(uri: String) {
        var tree = Devices.fresh()
        let application = tree.send(.get, uri)
        #expect(application.status == 406)
        #expect(application.error == .propertyNotSupported)
        #expect(application.decision.rule == .observation("OBS-012"))
        var pro = Devices.fresh("11-25h2", .pro)
        #expect(pro.send(.get, uri).decision.rule != .observation("OBS-012"))
    }

    @Test("OBS-013 CSPVersions exists on 26200; that a too large Results ends the session is proven in DMSessionTests")
    func cspVersions() throws {
        let node = "./Device/Vendor/MSFT/DeviceManageability/Capabilities/CSPVersions"
        #expect(try Devices.fresh().isDescribed(node))
        // The device's own list: a value that is there is given whole, whatever its size.
        var tree = Devices.fresh()
        let list = String(repeating: "<CSP/>", count: 10_000)
        tree.setLocally(node, value: list)
        #expect(tree.get(node) == list)
    }

    @Test(
        "OBS-014 the alert of a user's unenrolment is package 1, proven in DMSessionTests; here a server's Exec asks for it"
    )
    func unenrolment() {
        var tree = Devices.enrolled()
        let application = tree.send(.exec, Devices.account + "/Unenroll", "MS DM Server", format: "chr")
        #expect(application.effects == [.unenroll(providerID: "MS DM Server")])
    }

    @Test(
        "OBS-015 SessionID 0 is the session's, proven in DMSessionTests; the tree answers the first command of a first boot"
    )
    func firstBoot() {
        var tree = Devices.enrolled(hasUser: false)
        #expect(tree.status(.get, "./Device/Vendor/MSFT/DMClient") == 200)
    }

    @Test("OBS-016 a Replace in an Atomic without CmdID answers 400")
    func noCmdID() {
        var tree = Devices.enrolled()
        for leaf in ["SkipDeviceStatusPage", "SkipUserStatusPage"] {
            let application = tree.send(
                .replace, Devices.firstSyncStatus(.device, leaf), "true", cmdID: nil, isInAtomic: true)
            #expect(application.status == 400)
        }
    }

    @Test("OBS-017 a failure forced by the server answers 200 and 200; that the page works on is proven in ESPTests")
    func forcedFailure() {
        var tree = Devices.withFirstSyncStatus(.user)
        let node = { Devices.firstSyncStatus(.user, $0) }
        #expect(tree.status(.replace, node("WasDeviceSuccessfullyProvisioned"), "0", format: "int") == 200)
        #expect(tree.status(.replace, node("IsSyncDone"), "true", format: "bool") == 200)
        #expect(tree.get(node("WasDeviceSuccessfullyProvisioned")) == "0")
    }

    @Test("OBS-018 the registry is absent here: no node shows EnrollmentState, and commands work on")
    func enrollmentState() throws {
        var tree = Devices.enrolled()
        let account = try TreeURI(Devices.account)
        let names = tree.schema.children(of: account, resolution: tree.schema.resolve(account)).map(\.name)
        #expect(!names.isEmpty && !names.contains("EnrollmentState"))
        #expect(tree.status(.get, Devices.account + "/UPN") == 200)
    }

    @Test("OBS-019 a job that was made and never started stays at Status 10; that a device in OOBE parks it is absent")
    func parkedJob() {
        var tree = Devices.enrolled(hasUser: false)
        let product = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D"
        let application = tree.send(.add, product + "/DownloadInstall")
        #expect(application.status == 200)
        #expect(application.effects.isEmpty)
        #expect(tree.get(product + "/Status") == "10")
    }

    @Test(
        "OBS-020 with ConfigMgr alone there is no Sidecar node; that Apps then stays on identifying is proven in ESPTests"
    )
    func otherPolicyProvider() {
        var tree = Devices.enrolled()
        let providers = "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup/Apps/PolicyProviders"
        tree.setLocally("\(providers)/ConfigMgr/TrackingPoliciesCreated", value: "true", writer: .agent)
        #expect(tree.get(providers) == "ConfigMgr")
        #expect(tree.status(.get, "\(providers)/Sidecar") == 404)
        #expect(tree.status(.add, "\(providers)/Sidecar", format: "node") == 200)
        #expect(tree.get(providers) == "ConfigMgr/Sidecar")
    }

    @Test(
        "OBS-021 Exec of Enroll before the Add of its data answers 404, and again at every resend",
        arguments: PartScope.allCases)
    func enrollBeforeData(scope: PartScope) {
        var tree = Devices.fresh()
        for _ in 0..<2 {
            let application = tree.send(.exec, scope.csp("ClientCertificateInstall/SCEP/a/Install/Enroll"))
            #expect(application.status == 404)
            #expect(application.effects.isEmpty)
        }
    }

    @Test(
        "OBS-022 a Personalization image with an https address answers 202",
        arguments: ["DesktopImageUrl", "LockScreenImageUrl"])
    func images(leaf: String) {
        var tree = Devices.fresh()
        let application = tree.send(
            .replace, "./Vendor/MSFT/Personalization/\(leaf)", "https://img.example.test/a.png", format: "chr")
        #expect(application.status == 202)
        #expect(application.jobs.map(\.kind) == [.imageDownload])
    }

    @Test("The overlay says of each of its rows what the table says", .enabled(if: SharedData.isPresent))
    func overlayMatchesTable() throws {
        let table = try SharedData.table("observations/observations.tsv")
        #expect(table.count == 22)
        for row in Observation.rows {
            let line = try #require(table.first { $0["id"] == row.id }, "\(row.id)")
            #expect(line["build"]?.split(separator: ",").compactMap { Int($0) } == row.builds, "\(row.id)")
            #expect(line["edition"] == row.edition ?? "", "\(row.id)")
            #expect(line["command"] == row.verb.name, "\(row.id)")
            #expect(line["source"] == row.source, "\(row.id)")
        }
    }
}
