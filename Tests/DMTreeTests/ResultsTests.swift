import DDF
import DMTree
import Notation
import Testing

/// The paragraph "Results" of windows-csp.md 5.9.
struct ResultsTests {
    private static let probe = "./Vendor/MSFT/Probe"

    private func probing() -> DeviceTree {
        var tree = DeviceTree.probing([
            .leaf("Text", .chr, .all) { $0.defaultValue = "t" }, .leaf("Number", .int, .all),
            .leaf("Picture", .bin, .all) {
                $0.mimeType = "image/png"
                $0.defaultValue = "AAAA"
            },
            .leaf("Secret", .chr, [.add, .replace]), .leaf("Optional", .chr, .all, occurrence: .zeroOrOne),
            .interior(
                "Items", .all,
                [
                    .interior("Item", .all, occurrence: .zeroOrMore, isNamed: true, [.leaf("Note", .chr, .all)])
                ]),
            .interior("Hidden", [.add], [.leaf("Seen", .chr, .all) { $0.defaultValue = "s" }]),
        ])
        for name in ["Zulu b", "Alpha", "{M}"] {
            tree.setLocally("\(Self.probe)/Items/\(PercentCoding.encode(name))", value: nil)
        }
        tree.setLocally("\(Self.probe)/Items/Alpha/Note", value: "n")
        return tree
    }

    @Test("DM-RES-05, DM-WIN-06: interior Get: Format node, names encoded, catalogue order, then instances by creation")
    func interior() throws {
        var tree = probing()
        let reading = try #require(tree.apply(.get, Self.probe).reading)
        #expect(
            reading
                == Reading([
                    Reading.Entry(uri: Self.probe, format: .node, data: "Text/Number/Picture/Secret/Items/Hidden")
                ]))
        #expect(tree.get("\(Self.probe)/Items") == "Zulu%20b/Alpha/%7BM%7D")
    }

    @Test("DM-RES-06: an interior node without children is 200 with empty Data")
    func empty() {
        var tree = DeviceTree.probing([.interior("Items", .get, [.leaf("Item", .chr, .all, isNamed: true)])])
        let answer = tree.apply(.get, "\(Self.probe)/Items")
        #expect(answer.status == 200)
        #expect(answer.reading?.entries.first?.data == "")
        #expect(answer.reading?.entries.first?.format == .node)
    }

    @Test("1.3: a leaf gives its value with its Format, and its Type when that is not text/plain")
    func leaf() {
        var tree = probing()
        #expect(
            tree.apply(.get, "\(Self.probe)/Text").reading?.entries == [
                Reading.Entry(uri: "\(Self.probe)/Text", format: .chr, data: "t")
            ])
        #expect(
            tree.apply(.get, "\(Self.probe)/Picture").reading?.entries == [
                Reading.Entry(uri: "\(Self.probe)/Picture", format: .bin, type: "image/png", data: "AAAA")
            ])
    }

    @Test("DM-LIST-01, DM-RES-09, DM-RES-10: ?list=Struct: the node and its descendants, depth first, without Data")
    func structure() throws {
        var tree = probing()
        let entries = try #require(tree.apply(.get, "\(Self.probe)?list=Struct").reading).entries
        #expect(
            entries.map(\.uri)
                == [
                    "", "/Text", "/Number", "/Picture", "/Items", "/Items/Zulu%20b", "/Items/Zulu%20b/Note",
                    "/Items/Alpha",
                    "/Items/Alpha/Note", "/Items/%7BM%7D", "/Items/%7BM%7D/Note", "/Hidden/Seen",
                ].map { Self.probe + $0 })
        #expect(entries.prefix(5).map(\.format) == [.node, .chr, .int, .bin, .node])
        #expect(entries.allSatisfy { $0.data == nil })
        #expect(entries[3].type == "image/png")
    }

    @Test("DM-LIST-01: ?list=StructData adds Data at leaves that have a value")
    func structData() throws {
        var tree = probing()
        let entries = try #require(tree.apply(.get, "\(Self.probe)?list=StructData").reading).entries
        #expect(entries.map(\.data) == [nil, "t", nil, "AAAA", nil, nil, nil, nil, "n", nil, nil, "s"])
        let leaf = try #require(tree.apply(.get, "\(Self.probe)/Text?LIST=structdata").reading).entries
        #expect(leaf == [Reading.Entry(uri: "\(Self.probe)/Text", format: .chr, data: "t")])
    }

    @Test(
        "DM-PROP-03, DM-LIST-02: unknown lists and properties are 406",
        arguments: [
            "?list=TNDS", "?list=TNDS+ACL", "?list=", "?list=Everything", "?prop=ACL", "?prop=Size", "?prop=TStamp",
            "?prop=Title", "?prop=VerNo", "?prop=", "?", "?name", "?sort=up",
        ])
    func unsupported(query: String) {
        var tree = probing()
        for node in [Self.probe, "\(Self.probe)/Text"] {
            let answer = tree.apply(.get, node + query)
            #expect(answer.status == 406)
            #expect(answer.error == .propertyNotSupported)
            #expect(answer.decision.rule == .query)
            #expect(answer.text.contains("supported"))
        }
    }

    @Test(
        "DM-PROP-01: ?prop=Name, Format and Type answer as chr text, in any case of the letters",
        arguments: [
            ("/Text?prop=Name", "Text"), ("/text?PROP=NAME", "Text"), ("/Items/%7BM%7D?prop=Name", "{M}"),
            ("?prop=Format", "node"),
            ("/Number?prop=Format", "int"), ("/Picture?prop=Format", "bin"), ("/Text?prop=Type", "text/plain"),
            ("/Picture?prop=Type", "image/png"), ("/Items?prop=Type", ""), ("?prop=Type", "com.example/1.0/MDM/Probe"),
        ])
    func properties(address: String, value: String) {
        var tree = probing()
        let answer = tree.apply(.get, Self.probe + address)
        #expect(answer.status == 200)
        let entry = Reading.Entry(uri: Self.probe + address, format: .chr, data: value)
        #expect(answer.reading?.entries == [entry])
    }

    @Test(
        "5.9 Results: the Type of a CSP root carries the version that a 26200 reports",
        arguments: [
            ("./Device/Vendor/MSFT/DMClient", "com.microsoft/1.7/MDM/DMClient"),
            ("./Vendor/MSFT/NodeCache", "com.microsoft/1.2/MDM/NodeCache"), ("./Device/Vendor/MSFT", ""),
        ])
    func rootType(node: String, type: String) {
        var tree = Devices.enrolled()
        #expect(tree.get("\(node)?prop=Type") == type)
    }

    @Test("a query on a node that is not there is 404", arguments: ["?prop=Name", "?list=Struct", "?x"])
    func absent(query: String) {
        var tree = probing()
        #expect(tree.apply(.get, "\(Self.probe)/Optional\(query)").status == 404)
        #expect(tree.apply(.get, "\(Self.probe)/Nothing\(query)").status == 404)
    }

    @Test(
        "the whole tree can be listed", .timeLimit(.minutes(2)), arguments: ["./Device", "./User", ".", "./DevDetail"])
    func everything(root: String) throws {
        var tree = Devices.enrolled()
        let entries = try #require(tree.apply(.get, "\(root)?list=Struct").reading).entries
        #expect(entries.count > 20)
        #expect(Set(entries.map(\.uri)).count == entries.count)
        for entry in entries.prefix(2_000) { #expect(tree.exists(entry.uri), "\(entry.uri)") }
    }
}
