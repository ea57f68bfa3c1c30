import CSP
import DDF
import DMTree
import Testing

/// The standard's management objects (oma-dm.md 3.7).
struct StandardObjectTests {
    private static func account(_ type: String) -> String {
        """
        <MgmtTree xmlns="syncml:dmddf1.2"><VerDTD>1.2</VerDTD><Node><NodeName>new</NodeName><RTProperties><Format><node/>\
        </Format><Type><DDFName>\(type)</DDFName></Type></RTProperties><Node><NodeName>Name</NodeName><Value>N</Value>\
        </Node></Node></MgmtTree>
        """
    }

    @Test("DM-TREE-05: DevInfo, DevDetail and DMAcc are there, in both profiles", arguments: [true, false])
    func objects(isStandard: Bool) {
        var tree = StandardDevices.windows()
        if !isStandard { tree.profile = .windows }
        for node in ["DevInfo", "DevDetail", "SyncML/DMAcc"] { #expect(tree.apply(.get, "./\(node)").status == 200) }
        for name in ["DevId", "Man", "Mod", "DmV", "Lang"] {
            #expect(tree.apply(.get, "./DevInfo/\(name)").reading?.entries.first?.data?.isEmpty == false)
        }
        for name in ["DevTyp", "OEM", "FwV", "SwV", "HwV", "LrgObj", "URI"] {
            #expect(tree.get("./DevDetail")?.split(separator: "/").contains(Substring(name)) == true)
        }
        #expect(tree.get("./SyncML/DMAcc/abc/ServerID") == "MS DM Server")
    }

    @Test(
        "3.7: the roots of the objects carry their identifiers as Type",
        arguments: [
            ("./DevInfo", "urn:oma:mo:oma-dm-devinfo:1.0"), ("./DevDetail", "urn:oma:mo:oma-dm-devdetail:1.0"),
            ("./SyncML/DMAcc/abc", "urn:oma:mo:oma-dm-dmacc:1.0"), ("./DevInfo/DevId", "text/plain"),
            ("./DevDetail/URI", ""), ("./Device/Vendor/MSFT/NodeCache", "com.microsoft/1.2/MDM/NodeCache"),
        ])
    func identifiers(node: String, type: String) {
        var tree = StandardDevices.windows()
        #expect(tree.get("\(node)?prop=Type") == type)
    }

    @Test(
        "DM-TREE-07: Get of the Inbox or below is 405, and so is every verb but Add",
        arguments: ["./Inbox", "./inbox/x", "Inbox/x/y"])
    func inbox(node: String) {
        var tree = StandardDevices.windows()
        for verb in [Verb.get, .replace, .delete, .exec] {
            let answer = tree.apply(verb, node, "1")
            #expect(answer.status == 405 && answer.standardRow == .verbNotAllowed && answer.advised == "inbox.add-only")
        }
        #expect(tree.get(".")?.split(separator: "/").contains("Inbox") == true)
    }

    @Test("DM-TREE-07: an account that is added to the Inbox goes below DMAcc by its identifier")
    func relocation() {
        var tree = StandardDevices.windows()
        let answer = tree.send(.add, "./Inbox", object: Self.account("urn:oma:mo:oma-dm-dmacc:1.0"))
        #expect(answer.status == 200)
        #expect(tree.get("./SyncML/DMAcc/new/Name") == "N")
        #expect(tree.apply(.get, "./Inbox/new").status == 405)
    }

    @Test("3.7: other objects are 403 in the Inbox, and anything that is none 415")
    func inboxRefusals() throws {
        var tree = StandardDevices.windows()
        let before = tree.content
        for type in ["urn:oma:mo:oma-dm-devinfo:1.0", "com.example/1.0/Thing", ""] {
            let answer = tree.send(.add, "./Inbox", object: Self.account(type))
            #expect(answer.status == 403 && answer.standardRow == .busy && answer.advised == "inbox.unknown-object")
        }
        let plain = tree.apply(.add, "./Inbox/x", "1")
        #expect(plain.status == 415 && plain.advised == "inbox.not-an-object")
        #expect(tree.send(.add, "./Inbox", object: "<x/>").advised == "tnds.malformed")
        #expect(tree.content == before)
        tree.setACL(try AccessControlList("Get=*"), of: ".")
        #expect(tree.send(.add, "./Inbox", object: Self.account("urn:oma:mo:oma-dm-dmacc:1.0")).status == 425)
    }

    @Test("DM-TREE-09: every permanent node of the tree is in the device description, and reads as it says")
    func descriptions() throws {
        var tree = StandardDevices.windows()
        let schema = WindowsSchema()
        let entries = try #require(tree.apply(.get, ".?list=Struct").reading).entries
        var permanent = 0
        for entry in entries where entry.uri != "." && entry.uri != "./Inbox" {
            let resolution = schema.resolve(try TreeURI(entry.uri))
            guard case .described = resolution.standing, let node = resolution.node else {
                Issue.record("no description has \(entry.uri)")
                continue
            }
            if node.facts.scope == .permanent { permanent += 1 }
            // Binary data travels as b64.
            #expect(entry.format == (node.facts.format == .bin ? .b64 : node.facts.format), "\(entry.uri)")
            #expect(node.facts.access.contains(.get))
        }
        #expect(permanent > 50)
    }

    @Test("A free node may have the name of a CSP, and has none of its behaviour")
    func freeNames() {
        var tree = StandardDevices.windows()
        #expect(tree.apply(.add, "./Policy/Config/Experience/AllowCortana", "0", format: "int").status == 200)
        #expect(tree.apply(.get, "./Policy/Result").status == 404)
        #expect(tree.get("./Policy/Config/Experience/AllowCortana") == "0")
        #expect(tree.get("./Policy?prop=Type") == "")
    }

    @Test("Profile oma on the Windows catalogue: what a server can add is there when it was added")
    func windowsCatalogue() {
        var tree = StandardDevices.windows()
        let policy = "./Device/Vendor/MSFT/Policy/Config/Experience/AllowCortana"
        #expect(tree.apply(.get, policy).status == 404)
        #expect(tree.apply(.replace, policy, "0", format: "int").status == 404)
        #expect(tree.apply(.add, policy, "0", format: "int").status == 200)
        #expect(tree.apply(.replace, policy, "1", format: "int").status == 200)
        #expect(tree.apply(.replace, policy, "7", format: "int").status == 500)
        #expect(tree.get("./Vendor/MSFT/Policy/Result/Experience/AllowCortana") == "1")
        #expect(tree.apply(.delete, policy).status == 200)
        let account = "./SyncML/DMAcc/other"
        #expect(tree.apply(.add, account, format: "node").status == 200)
        #expect(tree.apply(.add, "\(account)/ServerID", "S").status == 200)
        #expect(tree.apply(.add, "\(account)/ServerID", "S").status == 418)
    }
}
