import DMTree
import Testing
import XMLStream

@testable import CSP

/// DeviceManageability (windows-csp.md 4.15).
@Suite struct DeviceManageabilityTests {
    private static let root = "./Device/Vendor/MSFT/DeviceManageability"
    private static let versions = root + "/Capabilities/CSPVersions"

    @Test("CSPVersions on 26200: every registered root, in every spelling, with the version that Type gives")
    func registered() throws {
        var tree = Devices.provisioned()
        let application = tree.send(.get, Self.versions)
        let entry = try #require(application.reading?.entries.first)
        #expect(entry.format == .xml)
        let text = try #require(entry.data)
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="utf-8"?>
                <DeviceManageability Version="com.microsoft/1.1/MDM/DeviceManageability">
                  <Capabilities>
                    <CSPVersions>
                      <CSP Node="./DevDetail" Version="1.2"></CSP>
                      <CSP Node="./DevInfo" Version="1.0"></CSP>
                      <CSP Node="./Device/Vendor/MSFT/AgentGovernance" Version="1.0"></CSP>

                """))
        #expect(text.hasSuffix("    </CSPVersions>\n  </Capabilities>\n</DeviceManageability>"))
        for (node, version) in [
            ("./SyncML/DMAcc", "1.1"), ("./User/Vendor/MSFT/DMClient", "1.7"), ("./Vendor/MSFT/DMClient", "1.7"),
            ("./Device/Vendor/MSFT/DMClient", "1.7"), ("./Vendor/MSFT/Policy/ADMXInstall", "1.0"),
            ("./Vendor/MSFT/DeviceStatus", "1.5"), ("./Vendor/MSFT/uefi", "1.0"),
        ] {
            #expect(text.contains("<CSP Node=\"\(node)\" Version=\"\(version)\"></CSP>"), "\(node)")
        }
        #expect(!text.contains("./Device/Vendor/MSFT/DeviceStatus"), "registered below ./Vendor only")
        #expect(!text.contains("cimv2") && !text.contains("PolicyManager"))
        let type = tree.send(.get, "./Vendor/MSFT/DMClient?prop=Type").reading?.entries.first?.data
        #expect(type == "com.microsoft/1.7/MDM/DMClient")
    }

    @Test(
        "The rows stand in the order of their letters, each once",
        arguments: ["10-1809", "10-22h2", "11-24h2", "11-25h2"])
    func order(windows: String) {
        let nodes = CSPVersions(WindowsSchema(release: Devices.release(windows))).rows.map(\.node)
        #expect(nodes == nodes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(nodes).count == nodes.count)
        #expect(nodes.count > 50)
    }

    @Test("Where nobody published the registration, what the descriptions have for the release")
    func described() throws {
        let old = CSPVersions(WindowsSchema(release: Devices.release("10-1809")))
        let new = CSPVersions(WindowsSchema(release: Devices.release("11-24h2")))
        #expect(old.rows.contains { $0.node == "./DevInfo" })
        #expect(old.rows.contains { $0.node.hasSuffix("/DMClient") && !$0.node.hasPrefix("./User") })
        #expect(old.rows.map(\.node) != new.rows.map(\.node))
        let schema = WindowsSchema(release: Devices.release("11-24h2"))
        for row in new.rows { #expect(try schema.resolve(TreeURI(row.node)).node != nil, "\(row.node)") }
    }

    @Test("The list is well-formed XML with one CSP for each row")
    func wellFormed() throws {
        var tree = Devices.provisioned("11-23h2")
        let answer = tree.get(Self.versions)
        let text = try #require(answer)
        var cursor = XMLCursor(try XMLTape(parsing: Array(text.utf8)))
        #expect(cursor.name.local == "DeviceManageability")
        cursor.enter()
        _ = cursor.nextChild()
        cursor.enter()
        _ = cursor.nextChild()
        cursor.enter()
        var count = 0
        while cursor.nextChild() != nil {
            #expect(cursor.name.local == "CSP" && cursor.attributes.map(\.name.local) == ["Node", "Version"])
            count += 1
            cursor.skipElement()
        }
        #expect(count == CSPVersions(WindowsSchema(release: Devices.release("11-23h2"))).rows.count)
    }

    @Test(
        "A provider keeps ConfigInfo, EnrollmentInfo and PayloadTransfer",
        arguments: ["ConfigInfo", "EnrollmentInfo", "PayloadTransfer"])
    func texts(leaf: String) {
        var tree = Devices.provisioned()
        let provider = Self.root + "/Provider/Contoso"
        let early = tree.send(.replace, "\(provider)/\(leaf)", "x")
        #expect(early.status == 404 && early.advised == ["node.parent-missing"], "a named node wants an Add")
        #expect(tree.status(.get, "\(provider)/\(leaf)") == 404)
        #expect(tree.status(.add, "\(provider)/\(leaf)", "one", format: "chr") == 200)
        #expect(tree.get("\(provider)/\(leaf)") == "one")
        #expect(tree.status(.add, "\(provider)/\(leaf)", "two") == 418)
        #expect(tree.status(.replace, "\(provider)/\(leaf)", "two") == 200)
        #expect(tree.get("\(provider)/\(leaf)") == "two")
        #expect(tree.status(.exec, "\(provider)/\(leaf)") == 405)
        #expect(tree.status(.delete, "\(provider)/\(leaf)") == 200)
        #expect(tree.status(.get, "\(provider)/\(leaf)") == 404)
        #expect(tree.status(.delete, provider) == 200)
        #expect(tree.get(Self.root + "/Provider") == "")
    }

    @Test("Wrong verbs, wrong scope, wrong builds")
    func wrong() {
        var tree = Devices.provisioned()
        for verb in [Verb.add, .replace, .delete, .exec] { #expect(tree.status(verb, Self.versions, "<a/>") == 405) }
        let user = tree.send(.get, "./User/Vendor/MSFT/DeviceManageability/Capabilities/CSPVersions")
        #expect(user.status == 404 && user.advised == ["node.wrong-scope"])
        var old = Devices.provisioned("10.0.19045.1")
        #expect(old.status(.add, Self.root + "/Provider/A/PayloadTransfer", "x") == 405, "19044.2193 brought it")
        #expect(old.status(.add, Self.root + "/Provider/A/ConfigInfo", "x") == 200)
    }
}
