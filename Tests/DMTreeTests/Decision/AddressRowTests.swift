import CSP
import DDF
import DMTree
import Testing

/// windows-csp.md 5.9 rows 7 to 9: whether the address can name a node on this Windows.
struct AddressRowTests {
    private static let verbs: [Verb] = [.add, .replace, .delete, .get, .exec]

    @Test(
        "5.9 row 7, OBS-001: ./User without a user context is 405 for every verb, known node or not",
        arguments: [
            "./User", "./User/Vendor", "./User/Vendor/MSFT", "./user/Vendor/MSFT/Nothing", "./User/Nothing",
            "./User/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ServerHasFinishedProvisioning",
            "./User/Vendor/MSFT/Policy/Config/Experience/AllowWindowsSpotlight", "./User/Vendor/MSFT?list=Struct",
        ])
    func row7(target: String) {
        var tree = Devices.enrolled(hasUser: false)
        let before = tree.content
        for verb in Self.verbs {
            let answer = tree.apply(verb, target, "true")
            #expect(answer.status == 405)
            #expect(answer.error == .commandNotAllowed)
            #expect(answer.row == .noUserContext)
            #expect(answer.text.contains("LoginStatus"))
        }
        #expect(tree.content == before)
    }

    @Test("5.9 row 7: with a user context the same address is decided by its node")
    func row7WithUser() {
        var tree = Devices.enrolled()
        #expect(tree.apply(.get, "./User/Vendor/MSFT").status == 200)
        #expect(tree.apply(.get, "./User/Vendor/MSFT/Nothing").row == .unknownNode)
    }

    @Test(
        "5.9 row 8: a path that no description matches is 404 for every verb, and the hint names the nearest",
        arguments: [
            ("./Device/Vendor/MSFT/Polcy/Config", "./Device/Vendor/MSFT/Policy/Config"),
            (
                "./Device/Vendor/MSFT/Policy/Config/DeviceLok/MinDevicePasswordLength",
                "Config/DeviceLock/MinDevicePasswordLength"
            ),
            ("./Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLenght", "DeviceLock/MinDevicePasswordLength"),
            (
                "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/IsSyncDon",
                "FirstSyncStatus/IsSyncDone"
            ),
            ("./Device/Vender/MSFT/Policy", "./Device/Vendor/MSFT/Policy"), ("./DevInf/Man", "./DevInfo/Man"),
            ("./DevInfo/Mann", "./DevInfo/Man"), ("./SyncML/DMAc", "./SyncML/DMAcc"),
            ("./DevInfo/Zebra", "DevId"), ("./Device/Vendor/MSFT/Reboot/RebootNow/Deeper", "no children"),
        ])
    func row8(target: String, hint: String) {
        var tree = Devices.enrolled()
        let before = tree.content
        for verb in Self.verbs {
            let answer = tree.apply(verb, target, "1")
            #expect(answer.status == 404)
            #expect(answer.error == .nodeNotFound)
            #expect(answer.row == .unknownNode)
            #expect(answer.text.contains(hint), "\(answer.text)")
        }
        #expect(tree.content == before)
    }

    @Test(
        "5.9 row 9: described but not here: Get is 404, every other verb 405, and the hint says what it needs",
        arguments: [
            (
                "10-1809", WindowsEdition.enterprise,
                "./Device/Vendor/MSFT/Policy/Config/Cryptography/ConfigureEllipticCurveCryptography",
                "it needs 10.0.26100"
            ),
            ("10-1809", .enterprise, "./Device/Vendor/MSFT/EnrollmentStatusTracking/Setup", "10.0.18362"),
            (
                "11-25h2", .home,
                "./Device/Vendor/MSFT/Policy/Config/LocalPoliciesSecurityOptions/Accounts_RenameAdministratorAccount",
                "it exists on"
            ),
            ("11-25h2", .enterprise, "./User/Vendor/MSFT/Reboot/RebootNow", "./Device/Vendor/MSFT"),
            ("11-25h2", .enterprise, "./Device/Vendor/MSFT/PrinterProvisioning", "./User/Vendor/MSFT"),
            (
                "11-25h2", .enterprise, "./User/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength",
                "./Device/Vendor/MSFT"
            ),
        ])
    func row9(release: String, edition: WindowsEdition, target: String, hint: String) {
        var tree = Devices.enrolled(Devices.release(release, edition))
        let before = tree.content
        for verb in Self.verbs {
            let answer = tree.apply(verb, target, "1")
            #expect(answer.status == (verb == .get ? 404 : 405))
            #expect(answer.error == (verb == .get ? .nodeNotFound : .commandNotAllowed))
            #expect(answer.row == .notOnThisWindows)
            #expect(answer.text.contains(hint), "\(answer.text)")
        }
        #expect(tree.content == before)
    }

    @Test("1.1: ./Vendor and ./Device are one cell, and each answer echoes the server's spelling")
    func oneCell() throws {
        var tree = Devices.enrolled()
        let path = "Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength"
        #expect(tree.apply(.replace, "./\(path)", "8").status == 200)
        for spelling in ["./Device/\(path)", "./Vendor/MSFT/Policy/config/devicelock/MINDevicePasswordLength", path] {
            let reading = try #require(tree.apply(.get, " \(spelling) ").reading)
            #expect(reading.entries.map(\.uri) == [spelling])
            #expect(reading.entries.first?.data == "8")
        }
        #expect(tree.apply(.add, "./Device/\(path)", "9").status == 418)
        #expect(tree.apply(.delete, "./Device/\(path)").status == 200)
        #expect(tree.get("./\(path)") == nil)
    }

    @Test(
        "short addresses: structure can be read and nothing else",
        arguments: [
            ".", "./Device", "./Vendor", "./User", "./SyncML", "./Device/Vendor", "./Vendor/MSFT", "./User/Vendor/MSFT",
            "./DevInfo", "./DevDetail", "./SyncML/DMAcc", "Device",
        ])
    func short(target: String) {
        var tree = Devices.enrolled()
        let before = tree.content
        let answer = tree.apply(.get, target)
        #expect(answer.status == 200)
        #expect(answer.reading?.entries.first?.format == .node)
        #expect(answer.reading?.entries.first?.uri == target)
        for verb in [Verb.add, .replace, .delete, .exec] {
            #expect(tree.apply(verb, target, "1").status == 405, "\(verb.name)")
            #expect(tree.apply(verb, target + "?prop=Name", "1").status == 405, "\(verb.name)")
        }
        #expect(tree.apply(.get, target + "?prop=Format").reading?.entries.first?.data == "node")
        #expect(tree.content == before)
    }

    @Test(
        "short addresses that are nothing", arguments: ["Zebra", "./Device/X", "./User/X", "./SyncML/X", "./Vendor/Y"])
    func shortAndUnknown(target: String) {
        var tree = Devices.enrolled()
        for verb in Self.verbs {
            #expect(tree.apply(verb, target, "1").status == 404)
            #expect(tree.apply(verb, target + "?list=Struct", "1").status == 404)
        }
    }
}
