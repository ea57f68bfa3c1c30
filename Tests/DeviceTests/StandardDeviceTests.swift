import DMTree
import ProtocolProfile
import Testing

@testable import Device

/// A fresh device of profile `oma` (docs/decisions/0007).
struct StandardDeviceTests {
    private func status(_ verb: Verb, _ target: String, _ data: String?, _ tree: inout DeviceTree) -> Int {
        tree.apply(Request(verb: verb, cmdID: "2", target: target, format: "chr", data: data)).status
    }

    @Test("A fresh device of profile oma trusts the server that it was enrolled with, and has room for free nodes")
    func fresh() {
        var device = FreshDevice()
        device.protocolProfile = .oma
        var tree = device.makeTree()
        let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"
        #expect(status(.replace, "\(account)/EntDeviceName", "x", &tree) == 200)
        #expect(status(.add, "./OperatorX/Leaf", "1", &tree) == 200)
        #expect(status(.get, "./Inbox", nil, &tree) == 405)
        tree.providerID = "Other"
        #expect(status(.replace, "\(account)/EntDeviceName", "y", &tree) == 425)
        #expect(status(.get, "\(account)/EntDeviceName", nil, &tree) == 200)
    }

    @Test("DM-LOB-02: profile oma says that it takes large objects, Windows does not say so (OBS-008)")
    func largeObjects() {
        var device = FreshDevice()
        #expect(device.makeTree().value("./DevDetail/LrgObj") == "false")
        device.protocolProfile = .oma
        #expect(device.makeTree().value("./DevDetail/LrgObj") == "true")
    }

    @Test("A fresh device of profile windows has neither")
    func windows() {
        var tree = FreshDevice().makeTree()
        #expect(status(.add, "./OperatorX/Leaf", "1", &tree) == 404)
        #expect(status(.get, "./Inbox", nil, &tree) == 404)
        #expect(tree.acl(".") == .rootDefault)
    }
}
