import DMTree
import Testing

@testable import CSP

/// DMClient beside FirstSyncStatus and Poll (windows-csp.md 3.1, 3.8, 3.10).
@Suite struct DMClientTests {
    @Test(
        "MaxSyncApplicationVersion by build",
        arguments: [
            ("10-1809", "2.0"), ("10-1903", "3.0"), ("10-1909", "3.0"), ("10-2004", "4.0"), ("11-21h2", "4.0"),
            ("11-22h2", "5.0"), ("11-25h2", "5.0"),
        ])
    func maxVersion(windows: String, version: String) {
        var tree = Devices.enrolled(windows)
        let node = Devices.account + "/MaxSyncApplicationVersion"
        #expect(tree.get(node) == version)
        #expect(tree.status(.replace, node, "9.0") == 405)
    }

    @Test(
        "SyncApplicationVersion takes its pattern only",
        arguments: [("2.0", 200), ("3", 200), ("5.0", 200), ("two", 500), ("10.0", 500)])
    func syncVersion(value: String, status: Int) {
        var tree = Devices.enrolled()
        #expect(tree.status(.replace, Devices.account + "/SyncApplicationVersion", value) == status)
    }

    @Test("A client that reached 2.0 does not go back: the write is taken, with a warning")
    func backToOne() {
        var tree = Devices.enrolled()
        let node = Devices.account + "/SyncApplicationVersion"
        #expect(tree.send(.replace, node, "1.0").advised.isEmpty)
        #expect(tree.send(.replace, node, "2.0").advised.isEmpty)
        #expect(tree.send(.replace, node, "1.0").advised == ["dmclient.sync-version"])
    }

    @Test(
        "ForceAadToken holds bits, and takes Format bool and int",
        arguments: [("4", "int", 200), ("5", "bool", 200), ("0", nil, 200), ("16", "int", 500), ("4", "chr", 415)]
            as [(String, String?, Int)])
    func forceToken(value: String, format: String?, status: Int) {
        var tree = Devices.enrolled()
        #expect(tree.status(.replace, Devices.account + "/ForceAadToken", value, format: format) == status)
    }

    @Test(
        "Unenroll, in both positions and for whom",
        arguments: [
            ("Provider/MS%20DM%20Server/Unenroll", "MS DM Server", 200),
            ("Provider/MS%20DM%20Server/Unenroll", nil, 200),
            ("Provider/MS%20DM%20Server/Unenroll", "Somebody", 200), ("Provider/Somebody/Unenroll", "Somebody", 404),
            ("Unenroll", "MS DM Server", 200), ("Unenroll", " ms dm server ", 200), ("Unenroll", "Somebody", 404),
            ("Unenroll", nil, 500), ("Unenroll", "", 500),
        ] as [(String, String?, Int)])
    func unenroll(node: String, data: String?, status: Int) {
        for root in ["./Device/Vendor/MSFT/DMClient/", "./Vendor/MSFT/DMClient/"] {
            var tree = Devices.enrolled()
            let application = tree.send(.exec, root + node, data, format: "chr")
            #expect(application.status == status)
            #expect(application.effects == (status == 200 ? [.unenroll(providerID: "MS DM Server")] : []))
        }
    }

    @Test(
        "Defaults and their absence, of an account with nothing but its name",
        arguments: [
            ("LinkedEnrollment/DiscoveryEndpoint", ""), ("Recovery/AllowRecovery", "0"),
            ("Recovery/RecoveryStatus", "0"),
            ("ConfigLock/Lock", "0"), ("ConfigLock/UnlockDuration", "480"), ("ConfigRefresh/Cadence", nil),
            ("EnhancedAppLayerSecurity/SecurityMode", "0"), ("EnableOmaDmKeepAliveMessage", "false"),
            ("SyncApplicationVersion", nil), ("RequireMessageSigning", nil), ("ExchangeID", nil), ("EntDMID", nil),
            ("ManagementServiceAddress", nil), ("AADDeviceID", nil), ("LinkedEnrollment/EnrollStatus", nil),
        ] as [(String, String?)])
    func defaults(leaf: String, value: String?) {
        var tree = Devices.enrolled()
        if leaf.hasPrefix("ConfigRefresh") {
            #expect(tree.get("\(Devices.account)/\(leaf)") == "90", "ConfigRefresh has occurrence One")
            return
        }
        #expect(tree.get("\(Devices.account)/\(leaf)") == value)
        if value == nil { #expect(tree.status(.get, "\(Devices.account)/\(leaf)") == 404) }
    }

    @Test(
        "Values out of their bounds",
        arguments: [
            ("ConfigRefresh/Cadence", "29", 500), ("ConfigRefresh/Cadence", "1440", 200),
            ("ConfigRefresh/PausePeriod", "1441", 500), ("ConfigLock/Lock", "2", 500),
            ("Recovery/AllowRecovery", "1", 200),
            ("EnhancedAppLayerSecurity/SecurityMode", "4", 500), ("EnableOmaDmKeepAliveMessage", "on", 415),
            ("Unenroll", "x", 405), ("EnrollmentType", "Full", 405),
        ])
    func bounds(leaf: String, value: String, status: Int) {
        var tree = Devices.enrolled()
        #expect(tree.status(.replace, "\(Devices.account)/\(leaf)", value) == status)
    }

    @Test("Push: without it 404, with it a channel that is not there yet is empty")
    func push() {
        var tree = Devices.enrolled()
        let push = Devices.account + "/Push"
        for leaf in ["", "/PFN", "/ChannelURI", "/Status"] { #expect(tree.status(.get, push + leaf) == 404) }
        #expect(tree.status(.add, push, format: "node") == 200)
        #expect(tree.get(push + "/ChannelURI") == "")
        #expect(tree.status(.replace, push + "/ChannelURI", "x") == 405)
        #expect(tree.status(.replace, push + "/PFN", "Contoso.Push_abc") == 200)
        tree.setLocally(push + "/ChannelURI", value: "https://wns.example.test/1")
        #expect(tree.get(push + "/ChannelURI") == "https://wns.example.test/1")
        #expect(tree.status(.delete, push) == 200)
        #expect(tree.status(.get, push + "/ChannelURI") == 404)
    }

    @Test("A provider is added once; a Replace below one that is missing in device scope answers 404")
    func provider() {
        var tree = Devices.enrolled()
        let other = "./Device/Vendor/MSFT/DMClient/Provider/Other"
        #expect(tree.status(.replace, other + "/EntDMID", "1") == 404)
        #expect(tree.status(.add, other, format: "node") == 200)
        #expect(tree.status(.add, other, format: "node") == 418)
        #expect(tree.status(.replace, other + "/EntDMID", "1") == 200)
        #expect(tree.get("./Device/Vendor/MSFT/DMClient/Provider") == "MS%20DM%20Server/Other")
    }
}
