import DMTree
import Testing

/// `?list=` in profile `oma` (oma-dm.md 2.10).
struct ListTests {
    private static let probe = StandardDevices.probe

    private func device() -> DeviceTree {
        var tree = StandardDevices.probing()
        for (node, value) in [("./X/A", "1"), ("./X/B/C", "2"), ("./X/D", "3")] {
            #expect(tree.apply(.add, node, value).status == 200)
        }
        return tree
    }

    @Test("DM-LIST-01, DM-RES-09: Struct and StructData: Source and Meta of every node, Data at leaves of StructData")
    func lists() throws {
        var tree = device()
        let structure = try #require(tree.apply(.get, "./X?list=Struct").reading).entries
        #expect(structure.map(\.uri) == ["./X", "./X/A", "./X/B", "./X/B/C", "./X/D"])
        #expect(structure.map(\.format) == [.node, .chr, .node, .chr, .chr])
        #expect(structure.allSatisfy { $0.data == nil })
        let data = try #require(tree.apply(.get, "./X?list=StructData").reading).entries
        #expect(data.map(\.uri) == structure.map(\.uri))
        #expect(data.map(\.data) == [nil, "1", nil, "2", "3"])
        let leaf = try #require(tree.apply(.get, "./X/A?list=StructData").reading).entries
        #expect(leaf.map(\.data) == ["1"])
    }

    @Test("DM-RES-05, DM-RES-06: an interior Get gives child names joined by slashes, Format node; none is empty Data")
    func interior() throws {
        var tree = device()
        let entry = try #require(tree.apply(.get, "./X").reading?.entries.first)
        #expect(entry == Reading.Entry(uri: "./X", format: .node, data: "A/B/D"))
        #expect(tree.apply(.add, "./Empty", format: "node").status == 200)
        let empty = tree.apply(.get, "./Empty")
        #expect(empty.status == 200 && empty.reading?.entries.first?.data == "")
    }

    @Test(
        "DM-RES-01, DM-RES-02: a Get that succeeds brings Items whose Source is the address as the server wrote it",
        arguments: [
            "./X/A", "X/A", "./x/a", "./X", "./X/A?prop=Name", "./Vendor/MSFT/Probe/Fixed", "./Device/Vendor/MSFT",
        ])
    func source(address: String) throws {
        var tree = device()
        let answer = tree.apply(.get, address)
        #expect(answer.status == 200)
        #expect(try #require(answer.reading).entries.map(\.uri) == [address])
    }

    @Test("DM-RES-03: a leaf gives its Format and its Type unless they are the defaults")
    func leaf() throws {
        var tree = device()
        #expect(
            tree.apply(Request(verb: .add, cmdID: "2", target: "./N", format: "int", type: "text/x", data: "7")).status
                == 200)
        #expect(
            try #require(tree.apply(.get, "./N").reading?.entries)
                == [Reading.Entry(uri: "./N", format: .int, type: "text/x", data: "7")])
        #expect(try #require(tree.apply(.get, "./X/A").reading?.entries.first).type == nil)
    }

    @Test("DM-RES-10: nodes without the right to read are left out, by the ACL and by the description")
    func leftOut() throws {
        var tree = device()
        tree.setACL(try AccessControlList("Get=B"), of: "./X/A")
        tree.setACL(try AccessControlList("Get=B"), of: "./X/B")
        tree.setACL(try AccessControlList("Get=A"), of: "./X/B/C")
        for list in ["Struct", "StructData"] {
            let entries = try #require(tree.apply(.get, "./X?list=\(list)").reading).entries
            #expect(entries.map(\.uri) == ["./X", "./X/B/C", "./X/D"])
        }
        let object = try #require(tree.apply(.get, "./X?list=TNDS").reading?.entries.first?.data)
        let nodes = try TNDSDocument(parsing: Array(object.utf8)).nodes
        #expect(nodes.first?.children.map(\.name) == ["D"])
        #expect(tree.apply(.add, "\(Self.probe)/Secret", "s").status == 200)
        let probe = try #require(tree.apply(.get, "\(Self.probe)?list=StructData").reading).entries
        #expect(!probe.contains { $0.uri.hasSuffix("Secret") || $0.uri.hasSuffix("Run") })
        #expect(probe.contains { $0.uri.hasSuffix("Fixed") && $0.data == "f" })
    }

    @Test("DM-RES-11: a list of a node that may not be read, or is not there, gives no Results")
    func refused() throws {
        var tree = device()
        tree.setACL(try AccessControlList("Add=A"), of: "./X")
        for (target, status) in [
            ("./X?list=Struct", 425), ("./None?list=Struct", 404), ("\(Self.probe)/Run?list=Struct", 405),
        ] {
            let answer = tree.apply(.get, target)
            #expect(answer.status == status && answer.reading == nil)
        }
        for verb in [Verb.add, .replace, .delete, .exec] {
            #expect(tree.apply(verb, "\(Self.probe)?list=Struct", "1").status == 405)
        }
    }

    @Test(
        "DM-LIST-02, A22: mixed signs and unknown names are 406; switched, 404",
        arguments: [
            "TNDS+ACL-Format", "TNDS-ACL+Format", "TNDS+Owner", "TNDS+", "TNDS-", "TNDS+ACL+", "TNDS++ACL", "TNDSx",
            "TNDS ACL", "Everything", "",
        ])
    func unknown(list: String) {
        var tree = device()
        let answer = tree.apply(.get, "./X?list=\(list)")
        #expect(answer.status == 406 && answer.standardRow == .unsupported && answer.advised == "query.unsupported")
        tree.profile.ambiguities.unsupportedQuery = .notFound
        #expect(tree.apply(.get, "./X?list=\(list)").status == 404)
    }

    @Test("DM-LIST-03: a TNDS list is one Item of Format xml with the media type of DMTNDS")
    func object() throws {
        var tree = device()
        let entries = try #require(tree.apply(.get, "./X?list=TNDS").reading).entries
        #expect(entries.count == 1)
        #expect(entries[0].format == .xml && entries[0].type == "application/vnd.syncml.dmtnds+xml")
        #expect(entries[0].uri == "./X?list=TNDS")
        let node = try #require(TNDSDocument(parsing: Array((entries[0].data ?? "").utf8)).nodes.first)
        #expect(node.name == "X" && node.isInterior && node.children.map(\.name) == ["A", "B", "D"])
        #expect(node.children[0].value == "1" && node.children[0].properties[.format] == "chr")
        #expect(node.children[0].properties[.verNo] == "0" && node.children[0].properties[.size] == "1")
    }

    @Test(
        "2.10: + takes the named parts, - all but them; Type stands wherever there are properties",
        arguments: [
            ("TNDS+ACL", ["ACL", "Type"], false), ("TNDS+acl+value", ["ACL", "Type"], true), ("TNDS+Value", [], true),
            ("TNDS-ACL-Value-TStamp-VerNo-Size-Name", ["Format", "Title", "Type"], false),
            ("tnds-Value", ["ACL", "Format", "Name", "Size", "Title", "TStamp", "Type", "VerNo"], false),
        ] as [(String, [String], Bool)])
    func selection(list: String, properties: [String], hasValue: Bool) throws {
        var tree = device()
        #expect(tree.apply(.replace, "./X/A?prop=Title", "T").status == 200)
        #expect(tree.apply(.replace, "./X/A?prop=ACL", "Get=*&Replace=A").status == 200)
        let data = try #require(tree.apply(.get, "./X/A?list=\(list)").reading?.entries.first?.data)
        let node = try #require(TNDSDocument(parsing: Array(data.utf8)).nodes.first)
        #expect(node.properties.keys.map(\.rawValue).sorted() == properties.sorted())
        #expect(data.contains("<Value>") == hasValue)
    }

    @Test("5.9: profile windows knows Struct and StructData alone")
    func windows() {
        var tree = device()
        tree.profile = .windows
        #expect(tree.apply(.get, "\(Self.probe)?list=TNDS").status == 406)
        #expect(tree.apply(.get, "\(Self.probe)?list=Struct").status == 200)
    }
}
