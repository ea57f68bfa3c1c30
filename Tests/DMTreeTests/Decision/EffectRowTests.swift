import DDF
import DMTree
import Testing

/// windows-csp.md 5.9 rows 21 to 23: what is set in motion, and what goes.
struct EffectRowTests {
    private static let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D"
    private static let job = """
        <MsiInstallJob id="{A}"><Product Version="1.0"><Download><ContentURLList><ContentURL>https://x/a.msi</ContentURL>\
        </ContentURLList></Download></Product></MsiInstallJob>
        """

    @Test("5.9 row 21: an Exec whose job runs on is 202")
    func row21Exec() throws {
        var tree = Devices.enrolled()
        #expect(tree.apply(.add, "\(Self.msi)/DownloadInstall").status == 200)
        let answer = tree.apply(.exec, "\(Self.msi)/DownloadInstall", Self.job, format: "xml")
        #expect(answer.status == 202)
        #expect(answer.error == nil)
        #expect(answer.row == .executed)
        let uri = try TreeURI(Self.msi)
        #expect(answer.effects == [.startJob(Job(kind: .msiInstall, uri: uri, data: Self.job))])
    }

    @Test(
        "5.9 row 21: an Exec that is refused starts nothing and changes nothing",
        arguments: [
            ("not XML", 415), ("<MsiInstallJob/>", 500),
        ])
    func row21Refused(data: String, status: Int) {
        var tree = Devices.enrolled()
        tree.apply(.add, "\(Self.msi)/DownloadInstall")
        let before = tree.content
        let answer = tree.apply(.exec, "\(Self.msi)/DownloadInstall", data)
        #expect(answer.status == status)
        #expect(answer.row == .executed)
        #expect(answer.effects.isEmpty)
        #expect(tree.content == before)
    }

    @Test("5.9 row 21: a provider that refuses after it wrote leaves the tree as it was")
    func row21Undone() {
        struct Careless: Provider {
            let name = "Probe"
            func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
                tree.setLocally("./Vendor/MSFT/Probe/Run", value: "half done")
                return Execution(status: 500, error: .invalidArgument)
            }
        }
        var tree = DeviceTree.probing([.leaf("Run", .chr, [.exec, .get])], providers: [Careless()])
        #expect(tree.apply(.exec, "./Vendor/MSFT/Probe/Run").status == 500)
        #expect(tree.storage.count == 0)
    }

    @Test(
        "5.9 row 21, OBS-022: Replace of a picture's https address is 202",
        arguments: [
            (Verb.replace, "./Vendor/MSFT/Personalization/DesktopImageUrl"),
            (.add, "./Vendor/MSFT/Personalization/LockScreenImageUrl"),
        ])
    func row21Replace(verb: Verb, node: String) {
        var tree = Devices.enrolled()
        let answer = tree.apply(verb, node, "https://x/a.jpg", format: "chr")
        #expect(answer.status == 202)
        #expect(answer.row == .executed)
        #expect(answer.effects.count == 1)
        #expect(tree.get(node) == "https://x/a.jpg")
    }

    @Test(
        "5.9 row 22: an Exec without behaviour of ours is 200, with an event and a warning",
        arguments: [
            "./Device/Vendor/MSFT/RemoteLock/Lock"
        ])
    func row22(node: String) throws {
        var tree = Devices.enrolled()
        let before = tree.content
        let answer = tree.apply(.exec, node)
        #expect(answer.status == 200)
        #expect(answer.row == .effectNotEmulated)
        #expect(answer.effects == [.notEmulated(uri: try TreeURI(node).canonical)])
        #expect(answer.decision.advice.map(\.severity) == [.warning])
        #expect(tree.content == before)
    }

    @Test("5.9 row 23, DM-CMD-09: Delete removes the node with its subtree")
    func row23() {
        var tree = Devices.enrolled()
        let before = tree.content
        let provider = "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        tree.apply(.add, "./User/Vendor/MSFT/Policy/Config/Experience/AllowWindowsSpotlight", "0")
        tree.apply(.add, provider)
        tree.apply(.add, "\(provider)/FirstSyncStatus")
        tree.apply(.add, "\(provider)/FirstSyncStatus/ExpectedPolicies", "./X")
        let answer = tree.apply(.delete, provider)
        #expect(answer.status == 200)
        #expect(answer.row == .deleted)
        #expect(tree.apply(.get, "\(provider)/FirstSyncStatus/ExpectedPolicies").status == 404)
        #expect(tree.apply(.get, provider).status == 404)
        #expect(tree.apply(.add, provider).status == 200)
        #expect(tree.content != before)
    }

    @Test("5.9 row 23: a fixed node that is deleted is there again without its value")
    func row23Fixed() {
        var tree = Devices.enrolled()
        let list = "\(Devices.account)/FirstSyncStatus/ExpectedPolicies"
        tree.apply(.replace, list, "./X")
        #expect(tree.apply(.delete, list).status == 200)
        #expect(tree.apply(.get, list).status == 404)
        #expect(tree.apply(.delete, list).status == 200)
        #expect(tree.apply(.add, list, "./Y").status == 200)
    }
}
