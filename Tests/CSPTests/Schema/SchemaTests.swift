import DDF
import DMTree
import TestSupport
import Testing

@testable import CSP

/// How an address finds its description.
@Suite struct SchemaTests {
    @Test("./Vendor and ./Device are one cell, and each reply echoes the spelling that was sent")
    func oneCell() {
        var tree = Devices.fresh()
        let path = "Vendor/MSFT/Policy/Config/Browser/HomePages"
        #expect(tree.status(.replace, "./\(path)", "a") == 200)
        #expect(tree.get("./Device/\(path)") == "a")
        #expect(tree.send(.get, "./\(path)").reading?.entries.first?.uri == "./\(path)")
        #expect(tree.send(.get, "./Device/\(path)").reading?.entries.first?.uri == "./Device/\(path)")
        #expect(tree.send(.get, "./device/vendor/msft/policy/config/browser/homepages").status == 200)
        #expect(tree.status(.delete, "./Device/\(path)") == 200)
        #expect(tree.status(.get, "./\(path)") == 404)
    }

    @Test("User and device scope are two cells")
    func twoScopes() {
        var tree = Devices.fresh()
        #expect(tree.status(.replace, "./User/Vendor/MSFT/Policy/Config/Browser/HomePages", "u") == 200)
        #expect(tree.status(.get, "./Device/Vendor/MSFT/Policy/Config/Browser/HomePages") == 404)
    }

    @Test("Wi-Fi profile names are case-sensitive, other dynamic names are not")
    func caseSensitivity() {
        func document(_ name: String) -> String { "<WLANProfile><name>\(name)</name><SSIDConfig/></WLANProfile>" }
        var tree = Devices.fresh()
        let profile = "./Vendor/MSFT/WiFi/Profile/"
        #expect(tree.status(.add, profile + "Home/WlanXml", document("Home")) == 200)
        #expect(tree.status(.get, profile + "home/WlanXml") == 404)
        #expect(tree.status(.add, profile + "home/WlanXml", document("home")) == 200)
        #expect(tree.get(profile + "Home/WlanXml") == document("Home"))
        #expect(tree.get("./Vendor/MSFT/WiFi/Profile") == "Home/home")
        let provider = "./Device/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation/PolicyProviders/"
        #expect(tree.status(.add, provider + "Sidecar", format: "node") == 200)
        #expect(tree.status(.replace, provider + "SIDECAR/InstallationState", "3", format: "int") == 200)
        #expect(tree.get(provider + "sidecar/installationstate") == "3")
    }

    @Test("A name that breaks the pattern of its dynamic node is unknown")
    func namePattern() {
        var tree = Devices.fresh()
        let documents = "./Device/Vendor/MSFT/DeclaredConfiguration/Host/Complete/Documents/"
        #expect(tree.send(.get, documents + "not-a-guid/Document").row == .unknownNode)
        #expect(tree.send(.get, documents + "27FEA311-68B9-4320-9FC4-296F6FDFAFE2/Document").row == .absentNode)
    }

    @Test("DevId answers in both spellings, and is listed as DevId")
    func devID() {
        var tree = Devices.fresh()
        tree.setLocally("./DevInfo/DevId", value: "0123")
        for spelling in ["./DevInfo/DevId", "./DevInfo/DevID", "DevInfo/DevID"] {
            let application = tree.send(.get, spelling)
            #expect(application.status == 200)
            #expect(application.reading?.entries.first?.uri == spelling)
            #expect(application.reading?.entries.first?.data == "0123")
        }
        #expect(tree.get("./DevInfo") == "DevId/Man/Mod/DmV/Lang/Ext")
    }

    @Test("DMAcc stands below ./SyncML")
    func dmAcc() {
        var tree = Devices.fresh()
        #expect(tree.status(.get, "./SyncML/DMAcc") == 200)
        #expect(tree.status(.get, "./DMAcc") == 404)
        let account = "./SyncML/DMAcc/44A6CE41"
        #expect(tree.status(.replace, account + "/Name", "x") == 404, "Replace wants a node that is there")
        #expect(tree.status(.add, account, format: "node") == 200)
        #expect(tree.status(.add, account + "/ServerID", "s") == 200)
        #expect(tree.get(account + "/Ext/Microsoft/ConnRetryFreq") == nil, "optional and never added")
        #expect(tree.get(account + "/AppID") == "w7", "occurrence One, with a default")
        #expect(tree.status(.add, account + "/AppAuth/SRVCRED/AAuthSecret", "s") == 200)
        #expect(tree.status(.get, account + "/AppAuth/SRVCRED/AAuthSecret") == 405, "write-only")
    }

    @Test(
        "?prop=Type of a CSP root: the registered version on 26200, the description's before",
        arguments: [
            ("11-25h2", "./Device/Vendor/MSFT/DMClient", "com.microsoft/1.7/MDM/DMClient"),
            ("11-24h2", "./Device/Vendor/MSFT/DMClient", "com.microsoft/1.0/MDM/DMClient"),
            ("11-25h2", "./Vendor/MSFT/NodeCache", "com.microsoft/1.2/MDM/NodeCache"),
            ("11-25h2", "./DevDetail", "com.microsoft/1.2/MDM/DevDetail"),
            ("11-25h2", "./Device/Vendor/MSFT/Policy", "com.microsoft/11.0/MDM/Policy"),
            ("10-22h2", "./Vendor/MSFT/Uefi", "com.microsoft/1.0/MDM/Uefi"),
            ("11-25h2", "./Device/Vendor/MSFT/WiredNetwork", "com.microsoft/1.0/MDM/WiredNetwork"),
            (
                "10-1903", "./Device/Vendor/MSFT/EnrollmentStatusTracking",
                "com.microsoft/1.0/MDM/EnrollmentStatusTracking"
            ),
        ])
    func rootType(windows: String, root: String, type: String) {
        var tree = Devices.fresh(windows)
        #expect(tree.get(root + "?prop=Type") == type)
    }

    @Test("?prop=Type below a CSP root: the MIME type of a leaf, nothing for an interior node")
    func typeBelowRoot() {
        var tree = Devices.enrolled()
        #expect(tree.get("./Device/Vendor/MSFT/DMClient/Provider?prop=Type") == "")
        #expect(tree.get(Devices.account + "/UPN?prop=Type") == "text/plain")
        #expect(tree.get("./Device/Vendor/MSFT?prop=Type") == "")
    }

    @Test(
        "A node of the other scope says where it is",
        arguments: [
            ("./User/Vendor/MSFT/DMClient/Provider/a/Poll", TreeURI.Scope.device),
            ("./User/Vendor/MSFT/EnrollmentStatusTracking/DevicePreparation", .device),
            ("./User/Vendor/MSFT/Policy/ConfigOperations", .device),
            ("./Device/Vendor/MSFT/PDE/EnablePersonalDataEncryption", .user),
        ])
    func wrongScope(uri: String, right: TreeURI.Scope) throws {
        guard case .absent(.scope(right)) = try Devices.fresh().standing(uri) else {
            Issue.record("\(try Devices.fresh().standing(uri))")
            return
        }
    }

    @Test("The children of an interior node are those of this Windows")
    func childrenOfRelease() throws {
        let uri = try TreeURI(Devices.account)
        let names = { (windows: String) -> Set<String> in
            let schema = Devices.fresh(windows).schema
            return Set(schema.children(of: uri, resolution: schema.resolve(uri)).map(\.name))
        }
        #expect(names("11-25h2").isSuperset(of: ["ConfigLock", "ConfigRefresh", "Recovery", "FirstSyncStatus"]))
        #expect(names("10-22h2").isDisjoint(with: ["ConfigLock", "ConfigRefresh", "Recovery"]))
        #expect(names("10-22h2").contains("LinkedEnrollment"), "back-ported to 19044")
        #expect(names("10-2004").contains("LinkedEnrollment") == false)
    }

    @Test("Policy areas, also one that only the first version of the descriptions has")
    func policyAreas() throws {
        var tree = Devices.fresh()
        let config = try TreeURI("./Device/Vendor/MSFT/Policy/Config")
        let areas = tree.schema.children(of: config, resolution: tree.schema.resolve(config)).map(\.name)
        #expect(areas.count > 200)
        #expect(areas.contains("Browser") && areas.contains("ADMX_WinInit") && areas.contains("FactoryComposer"))
        #expect(Set(areas).count == areas.count)
        #expect(tree.status(.replace, "\(config.canonical)/FactoryComposer/OEMVersion", "1") == 200)
        #expect(tree.send(.replace, "\(config.canonical)/NoSuchArea/X", "1").row == .unknownNode)
        #expect(tree.send(.replace, "\(config.canonical)/Browser/NoSuchPolicy", "1").row == .unknownNode)
    }

    @Test("Every node of DMClient, with its format and verbs, in both scopes", .enabled(if: SharedData.isPresent))
    func dmClientWhole() throws {
        let schema = Devices.fresh().schema
        let rows = try SharedData.table("ddf/NODES.tsv").filter { $0["file"] == "v2-feb2025/DMClient.xml" }
        #expect(rows.count == 109)
        for row in rows {
            let uri = try #require(row["uri"])
            let resolution = schema.resolve(try TreeURI(String(uri.map { $0 == "{" || $0 == "}" ? "x" : $0 })))
            // Multi-session editions alone have it, and Espalier plays none (SKU 0xAF).
            if uri.contains("/MultipleSession") {
                guard case .absent(.edition([])) = resolution.standing else {
                    Issue.record("\(uri)")
                    continue
                }
                continue
            }
            guard case .described = resolution.standing, let node = resolution.node else {
                Issue.record("\(uri)")
                continue
            }
            // Declared bool, holds bits (windows-csp.md 3.10).
            if !uri.hasSuffix("/ForceAadToken") { #expect(node.facts.format.rawValue == row["format"], "\(uri)") }
            #expect(node.facts.access.names.joined(separator: "+") == row["access"], "\(uri)")
        }
    }
}
