import CSP
import DMTree
import Notation
import Testing

/// Office (windows-csp.md 4.4). The CSP is the device's.
@Suite struct OfficeTests {
    static let configuration = "<Configuration><Add><Product ID=\"O365ProPlusRetail\"/></Add></Configuration>"
    private static let node = "./Vendor/MSFT/Office/Installation/0f1e2d3c-0000-4000-8000-000000000001"

    private static func added() -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.status(.add, node, format: "node") == 200)
        return tree
    }

    private static func started() throws -> (tree: DeviceTree, install: OfficeInstall) {
        var tree = added()
        let job = try #require(tree.send(.exec, node + "/Install", configuration, format: "chr").jobs.first)
        return (tree, OfficeInstall(installation: job.uri))
    }

    @Test("Add, then Exec: 202, a job, Status 997 and no FinalStatus", arguments: ["Install", "install", "INSTALL"])
    func start(name: String) throws {
        var tree = Self.added()
        #expect(tree.status(.get, Self.node + "/Status") == 404)
        let application = tree.send(.exec, "\(Self.node)/\(name)", Self.configuration, format: "chr")
        #expect(application.status == 202)
        let job = try #require(application.jobs.first)
        #expect(job.kind == .officeInstall)
        #expect(job.uri == (try TreeURI(Self.node)))
        #expect(job.data == Self.configuration)
        #expect(tree.get(Self.node + "/Status") == "997")
        #expect(tree.status(.get, Self.node + "/FinalStatus") == 404)
    }

    @Test(
        "Only 0 is success; every other Status leads to FinalStatus 60",
        arguments: [
            0, 13, 1460, 1602, 1603, 17000, 17001, 17002, 17003, 17004, 17005, 17006, 17007, 17100,
            Int32(bitPattern: 0x8000_4005), Int32(bitPattern: 0x8000_FFFF), 4711,
        ] as [Int32])
    func ends(status: Int32) throws {
        var (tree, install) = try Self.started()
        install.finish(OfficeInstall.Status(rawValue: status), in: &tree)
        #expect(tree.get(Self.node + "/Status") == "\(status)")
        #expect(tree.get(Self.node + "/FinalStatus") == (status == 0 ? "70" : "60"))
    }

    @Test("Every code of the list of 4.4 but 0 and 997 has its meaning; a code that is not listed has none")
    func meanings() {
        let listed: [UInt32] = [
            13, 1460, 1602, 1603, 17000, 17001, 17002, 17003, 17004, 17005, 17006, 17007, 17100, 0x8000_4005,
            0x8000_FFFF,
        ]
        let meanings = listed.compactMap { OfficeInstall.Status(rawValue: Int32(bitPattern: $0)).meaning }
        #expect(Set(meanings).count == listed.count)
        for code: Int32 in [0, 997, 4711] { #expect(OfficeInstall.Status(rawValue: code).meaning == nil) }
    }

    @Test("FinalStatus goes away when an installation starts again")
    func again() throws {
        var (tree, install) = try Self.started()
        install.finish(.busy, in: &tree)
        let again = tree.send(.exec, Self.node + "/Install", Self.configuration)
        #expect(again.status == 202 && again.jobs.count == 1)
        #expect(tree.get(Self.node + "/Status") == "997")
        #expect(tree.status(.get, Self.node + "/FinalStatus") == 404)
    }

    @Test("A resent Exec starts nothing while the installation is running")
    func running() throws {
        var (tree, _) = try Self.started()
        let again = tree.send(.exec, Self.node + "/Install", Self.configuration)
        #expect(again.status == 202 && again.jobs.isEmpty && again.advised == ["office.running"])
    }

    @Test(
        "Documents that are no configuration",
        arguments: [
            (nil, 415, .xmlParseError), ("", 415, .xmlParseError), ("<Configuration>", 415, .xmlParseError),
            ("&lt;Configuration/&gt;", 415, .xmlParseError), ("<Office/>", 500, .invalidArgument),
        ] as [(String?, Int, HRESULT)])
    func wrongDocument(data: String?, status: Int, error: HRESULT) {
        var tree = Self.added()
        let application = tree.send(.exec, Self.node + "/Install", data)
        #expect(application.status == status && application.error == error)
        #expect(application.advised == ["office.configuration"] && application.effects.isEmpty)
        #expect(tree.status(.get, Self.node + "/Status") == 404, "nothing was started")
    }

    @Test("A configuration that holds Remove uninstalls")
    func removal() {
        #expect(OfficeConfiguration("<Configuration><Remove All=\"TRUE\"/></Configuration>")?.isRemoval == true)
        #expect(OfficeConfiguration(Self.configuration)?.isRemoval == false)
        #expect(OfficeConfiguration("<Remove/>") == nil)
    }

    @Test("5.9 row 10: Exec before the Add answers 404; in user scope the CSP does not exist")
    func wrongPlace() {
        var tree = Devices.fresh()
        let early = tree.send(.exec, Self.node + "/Install", Self.configuration)
        #expect(early.status == 404 && early.error == .nodeNotFound && early.advised == ["node.absent"])
        #expect(tree.status(.add, "./User/Vendor/MSFT/Office/Installation/x", format: "node") == 405)
    }

    @Test("Read-only nodes", arguments: ["Status", "FinalStatus"])
    func readOnly(leaf: String) throws {
        var (tree, _) = try Self.started()
        for verb in [Verb.replace, .add, .delete] {
            #expect(tree.status(verb, "\(Self.node)/\(leaf)", "70") == 405)
        }
        #expect(tree.status(.delete, Self.node) == 200)
        #expect(tree.status(.get, Self.node) == 404)
    }
}
