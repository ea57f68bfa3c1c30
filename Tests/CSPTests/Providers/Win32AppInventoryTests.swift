import CSP
import DMTree
import Notation
import Testing

/// Win32AppInventory (windows-csp.md 4.15).
@Suite struct Win32AppInventoryTests {
    private static let programs = "./Vendor/MSFT/Win32AppInventory/Win32InstalledProgram"
    private static let product = "{11111111-1111-4111-8111-111111111111}"
    private static let encoded = "%7B11111111-1111-4111-8111-111111111111%7D"

    private static func device() -> DeviceTree {
        Devices.provisioned { facts in
            facts.programs = [
                .init(
                    name: "Reader", publisher: "Contoso", version: "2.1", language: "1033",
                    origin: .msi(productCode: product, packageCode: "{2}")),
                .init(name: "Tool / Kit", publisher: "", version: "3", origin: .uninstallKey("Tool / Kit_is1")),
            ]
        }
    }

    @Test(
        "Each program with all leaves, from the facts of the device",
        arguments: [
            ("Name", "Reader", "Tool / Kit"), ("Publisher", "Contoso", ""), ("Version", "2.1", "3"),
            ("Language", "1033", ""), ("RegKey", product, "Tool / Kit_is1"), ("Source", "MSI", "ARP"),
            ("MsiProductCode", product, ""), ("MsiPackageCode", "{2}", ""),
        ])
    func leaves(leaf: String, msi: String, arp: String) {
        var tree = Self.device()
        #expect(tree.get("\(Self.programs)/\(Self.encoded)/\(leaf)") == msi)
        #expect(tree.get("\(Self.programs)/Tool%20%2F%20Kit_is1/\(leaf)") == arp)
    }

    @Test("A Get of the list gives the instances, encoded")
    func list() {
        var tree = Self.device()
        #expect(tree.get(Self.programs) == "\(Self.encoded)/Tool%20%2F%20Kit_is1")
        var empty = Devices.provisioned { $0.programs = [] }
        #expect(empty.get(Self.programs) == "")
    }

    @Test(
        "An MSI product that OMA-DM installs appears when it is installed, and goes when it is deleted",
        arguments: PartScope.allCases)
    func msi(scope: PartScope) throws {
        var tree = Devices.provisioned { $0.programs = [] }
        let node = scope.csp("EnterpriseDesktopAppManagement/MSI/\(Self.encoded)")
        #expect(tree.status(.add, node + "/DownloadInstall") == 200)
        tree.setLocally(node + "/Version", value: "4.5")
        let install = MSIInstall(product: try TreeURI(node))
        _ = install.finish(.enforcementFailed, error: HRESULT(rawValue: 1), name: "App", date: "", in: &tree)
        #expect(tree.get(Self.programs) == "")
        _ = install.finish(.enforcementCompleted, error: HRESULT(0), name: "App", date: "", in: &tree)
        let program = "\(Self.programs)/\(Self.encoded)"
        for (leaf, value) in [
            ("Name", "App"), ("Version", "4.5"), ("Publisher", ""), ("RegKey", Self.product), ("Source", "MSI"),
            ("MsiProductCode", Self.product), ("MsiPackageCode", ""), ("Language", ""),
        ] {
            #expect(tree.get("\(program)/\(leaf)") == value, "\(leaf)")
        }
        #expect(tree.status(.delete, node) == 200)
        let gone = tree.send(.get, program + "/Name")
        #expect(gone.status == 404 && gone.error == .nodeNotFound && gone.advised == ["node.absent"])
    }

    @Test("Get only: every other verb is refused, on leaves and on programs")
    func readOnly() {
        for node in ["\(Self.encoded)/Name", "\(Self.encoded)/MsiProductCode", Self.encoded] {
            var tree = Self.device()
            for verb in [Verb.add, .replace, .delete, .exec] {
                let application = tree.send(verb, "\(Self.programs)/\(node)", "x")
                #expect(application.status == 405 && application.error == .commandNotAllowed, "\(verb) \(node)")
            }
        }
    }

    @Test("Programs that are not there, leaves that are not described, the wrong scope")
    func wrongPlace() {
        var tree = Self.device()
        for (uri, rule) in [
            ("\(Self.programs)/Nothing/Name", "node.absent"), ("\(Self.programs)/\(Self.encoded)/Size", "node.unknown"),
            ("./User/Vendor/MSFT/Win32AppInventory/Win32InstalledProgram", "node.wrong-scope"),
        ] {
            let application = tree.send(.get, uri)
            #expect(application.status == 404 && application.advised == [rule], "\(uri)")
        }
    }
}
