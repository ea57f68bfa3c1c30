import DDF
import DMTree
import Notation
import Testing

/// windows-csp.md 5.9 rows 10 to 15: whether the node is there, may come into being, and takes the verb.
struct ExistenceRowTests {
    private static let account = Devices.account
    private static let policy = Devices.policy
    private static let user = "./User/Vendor/MSFT/DMClient/Provider"
    private static let msi = "./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D"

    /// Applies a command that has to be refused, and that must not change anything.
    private func refused(
        _ sent: Sent, _ status: Int, _ error: HRESULT, _ row: DecisionRow, _ hint: String,
        on tree: DeviceTree = Devices.enrolled()
    ) {
        var tree = tree
        let before = tree.content
        let answer = tree.apply(sent.verb, sent.target, sent.data, format: sent.format)
        #expect(answer.status == status)
        #expect(answer.error == error)
        #expect(answer.row == row)
        #expect(hint.isEmpty || answer.text.contains(hint), "\(answer.text)")
        #expect(answer.effects.isEmpty)
        #expect(tree.content == before)
    }

    @Test(
        "5.9 row 10, OBS-011, OBS-021: Get, Delete and Exec of a node that is not there are 404",
        arguments: [
            (Sent(.get, "\(policy)/DeviceLock/MinDevicePasswordLength"), "once a server has added it"),
            (Sent(.delete, "\(policy)/DeviceLock/MinDevicePasswordLength"), "once a server has added it"),
            (
                Sent(.get, "./Device/Vendor/MSFT/DMClient/Provider/Other/UPN"),
                "no node ./Device/Vendor/MSFT/DMClient/Provider/Other"
            ),
            (Sent(.get, "\(account)/Push/ChannelURI"), "Push"),
            (
                Sent(.exec, "\(msi)/DownloadInstall"),
                "Add ./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/%7BA%7D first"
            ),
            (
                Sent(.exec, "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1/Install/Enroll"),
                "Add ./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1 first"
            ),
            (Sent(.get, "\(user)/MS%20DM%20Server/FirstSyncStatus"), "\(user)/MS%20DM%20Server"),
        ])
    func row10(sent: Sent, hint: String) {
        refused(sent, 404, .nodeNotFound, .absentNode, hint)
    }

    @Test("5.9 row 11, OBS-003: Add of a node that was added, set or made by the client is 418")
    func row11() {
        var tree = Devices.enrolled()
        tree.apply(.add, "\(Self.user)/MS%20DM%20Server", format: "node")
        refused(Sent(.add, "\(Self.user)/MS%20DM%20Server"), 418, .alreadyExists, .existingNode, "Replace", on: tree)
        tree.apply(.replace, "\(Self.policy)/DeviceLock/MinDevicePasswordLength", "8")
        refused(
            Sent(.add, "\(Self.policy)/DeviceLock/MinDevicePasswordLength", "9"), 418, .alreadyExists, .existingNode,
            "Replace", on: tree)
        // Made by the client, and the ancestor that an Add brought along.
        refused(Sent(.add, Self.account), 418, .alreadyExists, .existingNode, "", on: tree)
        tree.apply(.add, "\(Self.msi)/DownloadInstall")
        refused(Sent(.add, Self.msi, format: "node"), 418, .alreadyExists, .existingNode, "", on: tree)
    }

    @Test(
        "5.9 row 12: Add of a node without Add is 405, whether it is there or not",
        arguments: [
            (Sent(.add, "./DevInfo/DevId", "1"), "Get"),
            (Sent(.add, "\(account)/FirstSyncStatus/SkipUserStatusPage", "false"), "use Replace"),
            (Sent(.add, "./Device/Vendor/MSFT/Reboot/RebootNow"), "Exec"),
            (Sent(.add, "./Device/Vendor/MSFT/Policy"), "Get"),
            (Sent(.add, "\(user)/X/FirstSyncStatus/IsSyncDone", "true"), "use Replace"),
        ])
    func row12(sent: Sent, hint: String) {
        refused(sent, 405, .commandNotAllowed, .addNotAllowed, hint)
    }

    @Test("5.9 row 12, DM-CMD-03: Add below a leaf, or below a missing named node without Add, is 405")
    func row12HandMade() {
        let tree = DeviceTree.probing([
            .leaf("Leaf", .chr, .all, children: [.leaf("Below", .chr, .all)]),
            .interior(
                "Inventory", .get,
                [
                    .interior(
                        "Item", .get, occurrence: .zeroOrMore, isNamed: true,
                        [.interior("Details", .get, [.leaf("Note", .chr, .all)])])
                ]),
        ])
        refused(
            Sent(.add, "./Vendor/MSFT/Probe/Leaf/Below", "1"), 405, .commandNotAllowed, .addNotAllowed, "is a leaf",
            on: tree)
        refused(
            Sent(.add, "./Vendor/MSFT/Probe/Inventory/one/Details/Note", "1"), 405, .commandNotAllowed,
            .addNotAllowed, "{Item}", on: tree)
    }

    @Test("5.9 row 13, DM-CMD-01: Add makes the node with its missing ancestors")
    func row13() {
        var tree = Devices.enrolled()
        let answer = tree.apply(
            .add, "\(Self.user)/MS%20DM%20Server/FirstSyncStatus/ExpectedPolicies", "./X", format: "chr")
        #expect(answer.status == 200)
        #expect(answer.error == nil)
        #expect(answer.row == .added)
        #expect(tree.get("\(Self.user)/MS%20DM%20Server/FirstSyncStatus/ExpectedPolicies") == "./X")
        #expect(tree.get(Self.user) == "MS%20DM%20Server")
        #expect(tree.get("\(Self.user)/MS%20DM%20Server") == "FirstSyncStatus")
        #expect(tree.storage[["user", "vendor", "msft", "dmclient", "provider", "ms dm server"]]?.writer == .server)
    }

    @Test(
        "5.9 row 14, OBS-002: Replace below a missing ./User DMClient provider is 405, and the hint says what to add",
        arguments: ["ServerHasFinishedProvisioning", "IsSyncDone", "ExpectedPolicies"])
    func row14UserProvider(leaf: String) {
        let target = "\(Self.user)/MS%20DM%20Server/FirstSyncStatus/\(leaf)"
        refused(
            Sent(.replace, target, "true"), 405, .commandNotAllowed, .replaceOfAbsentNode,
            "Add ./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server")
        var tree = Devices.enrolled()
        #expect(tree.apply(.add, "\(Self.user)/MS%20DM%20Server", format: "node").status == 200)
        #expect(tree.apply(.add, "\(Self.user)/MS%20DM%20Server/FirstSyncStatus", format: "node").status == 200)
        #expect(tree.apply(.replace, target, "true").status == 200)
    }

    @Test(
        "5.9 row 14: Replace of an absent node of DevDetail, DMAcc and WiFi is 404",
        arguments: [
            (Sent(.replace, "./SyncML/DMAcc/account/AppID", "w7"), "Add"),
            (Sent(.replace, "./SyncML/DMAcc/account"), "Add"),
            (Sent(.replace, "./Vendor/MSFT/WiFi/Profile/MyNet/WlanXml", "<x/>"), "Add"),
            (Sent(.replace, "./Vendor/MSFT/WiFi/Profile/MyNet"), "Add"),
        ])
    func row14ReplaceNeedsNode(sent: Sent, hint: String) {
        refused(sent, 404, .nodeNotFound, .replaceOfAbsentNode, hint)
    }

    @Test(
        "5.9 row 14: Replace below a missing named node is 404, it wants an Add first",
        arguments: [
            (
                Sent(.replace, "./Device/Vendor/MSFT/DMClient/Provider/Other/EntDMID", "1"),
                "Add ./Device/Vendor/MSFT/DMClient/Provider/Other first"
            ),
            (
                Sent(.replace, "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1/Install/KeyUsage", "160"),
                "Add ./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1 first"
            ),
            (
                Sent(.replace, "./Vendor/MSFT/Office/Installation/%7BA%7D/Install", "x"),
                "Add ./Device/Vendor/MSFT/Office/Installation/%7BA%7D first"
            ),
        ])
    func row14NamedAncestor(sent: Sent, hint: String) {
        refused(sent, 404, .nodeNotFound, .replaceOfAbsentNode, hint)
    }

    @Test("5.9 row 14: Replace of an absent node without Add is 405")
    func row14NoAdd() {
        let tree = DeviceTree.probing([
            .interior("Items", .get, [.leaf("Item", .chr, [.get, .replace], occurrence: .zeroOrMore, isNamed: true)])
        ])
        refused(
            Sent(.replace, "./Vendor/MSFT/Probe/Items/one", "1"), 405, .commandNotAllowed, .replaceOfAbsentNode,
            "Get, Replace",
            on: tree)
    }

    @Test(
        "5.9 row 14: any other Replace of an absent node is carried out as an Add",
        arguments: [
            (Sent(.replace, "\(policy)/DeviceLock/MinDevicePasswordLength", "8"), "8"),
            (Sent(.replace, "./User/Vendor/MSFT/Policy/Config/Experience/AllowWindowsSpotlight", "0"), "0"),
            (Sent(.replace, "\(account)/Push/PFN", "a.b"), "a.b"),
            (Sent(.replace, "\(account)/CustomEnrollmentCompletePage/Title", "Hello"), "Hello"),
        ])
    func row14Created(sent: Sent, value: String) throws {
        var tree = Devices.enrolled()
        let target = try #require(sent.target)
        #expect(tree.get(target) == nil)
        let answer = tree.apply(sent.verb, target, sent.data)
        #expect(answer.status == 200)
        #expect(answer.row == .replaceOfAbsentNode)
        #expect(tree.get(target) == value)
        #expect(tree.apply(.replace, target, sent.data).decision.rule == .success)
    }

    @Test(
        "5.9 row 15: a verb that AccessType does not list is 405",
        arguments: [
            (Sent(.replace, "./DevInfo/DevId", "1"), "it allows Get"), (Sent(.replace, "./DevInfo"), "it allows Get"),
            (Sent(.delete, "./DevInfo/DevId"), "it allows Get"), (Sent(.exec, "./DevInfo/DevId"), "it allows Get"),
            (Sent(.replace, "./DevDetail/SwV", "1"), "it allows Get"),
            (Sent(.exec, "\(account)/FirstSyncStatus/IsSyncDone"), "Get, Replace"),
            (Sent(.delete, "\(account)/FirstSyncStatus/IsSyncDone"), "Get, Replace"),
            (Sent(.get, "./Device/Vendor/MSFT/HealthAttestation/VerifyHealth"), "it allows Exec"),
            (Sent(.get, "./Device/Vendor/MSFT/HealthAttestation/VerifyHealth?list=Struct"), "it allows Exec"),
            (Sent(.delete, "."), "it allows Get"),
        ])
    func row15(sent: Sent, hint: String) {
        refused(sent, 405, .commandNotAllowed, .verbNotAllowed, hint)
    }

    @Test("5.9 row 15, DM-CMD-10: Delete of a Permanent node is 405, even where AccessType lists Delete")
    func row15Permanent() {
        let tree = DeviceTree.probing([.leaf("Fixed", .chr, .all) { $0.scope = .permanent }])
        refused(
            Sent(.delete, "./Vendor/MSFT/Probe/Fixed"), 405, .commandNotAllowed, .verbNotAllowed, "permanent", on: tree)
    }

    @Test(
        "5.9 Results, DM-PROP-04: every verb but Get on a property or list is 405, also where the node is not there yet",
        arguments: [
            "\(policy)/DeviceLock/MinDevicePasswordLength?prop=Name", "\(account)/EntDMID?prop=ACL",
            "./DevInfo?list=Struct",
            "./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/c1?prop=Name", "\(account)/Push/PFN?whatever",
        ])
    func verbOnQuery(target: String) {
        for verb in [Verb.add, .replace] {
            refused(Sent(verb, target, "1"), 405, .commandNotAllowed, .verbNotAllowed, "only Get does")
        }
    }
}
