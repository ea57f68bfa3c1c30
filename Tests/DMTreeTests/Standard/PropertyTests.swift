import DMTree
import Testing

/// The properties of nodes in profile `oma` (oma-dm.md 3.3).
struct PropertyTests {
    private static let probe = StandardDevices.probe

    @Test(
        "DM-PROP-01: every node has ACL, Format, Name and Type, and the optional ones we offer",
        arguments: [
            ".", "./Device", "./Vendor/MSFT/Probe", "./Vendor/MSFT/Probe/Fixed", "./X", "./X/Leaf", "./DevInfo",
        ])
    func everyNode(node: String) {
        var tree = node == "./DevInfo" ? StandardDevices.windows() : StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Leaf", "1").status == 200)
        for property in ["ACL", "Format", "Name", "Type", "Title", "TStamp", "VerNo", "acl", "NAME"] {
            let answer = tree.apply(.get, "\(node)?prop=\(property)")
            #expect(answer.status == 200)
            #expect(answer.reading?.entries.first?.format == .chr && answer.reading?.entries.first?.type == nil)
        }
    }

    @Test("DM-PROP-02: an interior node has no Size: 406")
    func sizeOfInterior() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Leaf", "1").status == 200)
        for node in [".", "./X", Self.probe] {
            for verb in [Verb.get, .replace] {
                let answer = tree.apply(verb, "\(node)?prop=Size", "1")
                #expect(answer.status == 406 && answer.standardRow == .unsupported)
                #expect(answer.advised == "query.unsupported")
            }
        }
        #expect(tree.get("./X/Leaf?prop=Size") == "1")
    }

    @Test(
        "DM-PROP-03, A22: an unknown property is 406 before all else; switched, 404", arguments: ["Owner", "", "Value"])
    func unknown(property: String) {
        var tree = StandardDevices.probing()
        for verb in [Verb.get, .replace, .add, .delete, .exec] {
            for node in [Self.probe, "./None"] {
                #expect(tree.apply(verb, "\(node)?prop=\(property)", "1").status == 406)
            }
        }
        tree.profile.ambiguities.unsupportedQuery = .notFound
        #expect(tree.apply(.get, "\(Self.probe)?prop=\(property)").status == 404)
        tree.profile = .windows
        #expect(tree.apply(.get, "\(Self.probe)?prop=\(property)").status == 406)
        tree.profile.ambiguities.unsupportedQuery = .notFound
        #expect(tree.apply(.get, "\(Self.probe)?prop=\(property)").status == 404)
    }

    @Test("DM-PROP-04: Add, Delete and Exec of a property are 405, and Replace of the device's own")
    func verbs() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", "1").status == 200)
        let before = tree.content
        for property in NodeProperty.allCases {
            for verb in [Verb.add, .delete, .exec] + (property.isReplaceable ? [] : [.replace]) {
                let answer = tree.apply(verb, "./X?prop=\(property.rawValue)", "1")
                #expect(answer.status == 405 && answer.standardRow == .verbNotAllowed)
                #expect(answer.advised == "query.verb")
            }
        }
        #expect(tree.content == before)
    }

    @Test("DM-PROP-03: a property of a node that is not there is 404, for every verb")
    func absent() {
        var tree = StandardDevices.probing()
        for verb in [Verb.get, .replace, .delete, .exec, .add] {
            #expect(tree.apply(verb, "./None?prop=Name", "1").status == 404)
        }
    }

    @Test("DM-PROP-05: Replace of Name renames within the parent, with everything below")
    func rename() {
        var tree = StandardDevices.probing()
        for node in ["./P/A/Leaf", "./P/B/Leaf"] { #expect(tree.apply(.add, node, "1").status == 200) }
        #expect(tree.apply(.replace, "./P/A?prop=Name", "Ä c").status == 200)
        #expect(tree.apply(.get, "./P/A").status == 404)
        #expect(tree.get("./P/%C3%84%20c/Leaf") == "1")
        #expect(tree.get("./P") == "Ä c/B")
        #expect(tree.get("./P/%C3%84%20c?prop=Name") == "Ä c")
        #expect(tree.apply(.replace, "./P/B?prop=Name", "b").status == 200)
        #expect(tree.get("./P") == "Ä c/b")
        #expect(tree.apply(.add, "\(Self.probe)/Items/I/Note", "n").status == 200)
        #expect(tree.apply(.replace, "\(Self.probe)/Items/I?prop=Name", "J").status == 200)
        #expect(tree.get("\(Self.probe)/Items/J/Note") == "n")
    }

    @Test("DM-PROP-05: a node renamed among many is found by its new name alone", arguments: [3, 16, 40])
    func renameAmongMany(count: Int) {
        var tree = StandardDevices.probing()
        for index in 0..<count { #expect(tree.apply(.add, "./P/n\(index)", "\(index)").status == 200) }
        #expect(tree.apply(.replace, "./P/n1?prop=Name", "renamed").status == 200)
        #expect(tree.get("./P/renamed") == "1" && tree.apply(.get, "./P/n1").status == 404)
        #expect(tree.apply(.add, "./P/n1", "new").status == 200)
        for index in 2..<count { #expect(tree.get("./P/n\(index)") == "\(index)") }
    }

    @Test("DM-CMD-07: a rename onto a sibling is 418")
    func renameOntoSibling() {
        var tree = StandardDevices.probing()
        for node in ["./P/A", "./P/B"] { #expect(tree.apply(.add, node, "1").status == 200) }
        for name in ["B", "b"] {
            let answer = tree.apply(.replace, "./P/A?prop=Name", name)
            #expect(answer.status == 418 && answer.standardRow == .existingNode)
            #expect(answer.advised == "property.name-taken")
        }
        #expect(tree.get("./P") == "A/B")
    }

    @Test(
        "DM-CMD-08: a permanent node, the root and a node that its description names keep their names: 405",
        arguments: ["./DevInfo", "./DevInfo/DevId", ".", "./SyncML", "./SyncML/DMAcc", "./SyncML/DMAcc/abc/ServerID"])
    func renamePermanent(node: String) {
        var tree = StandardDevices.windows()
        let answer = tree.apply(.replace, "\(node)?prop=Name", "Other")
        #expect(answer.status == 405 && answer.standardRow == .verbNotAllowed && answer.advised == "access.permanent")
    }

    @Test(
        "DM-PROP-05: a text that is no name is 415, and the node keeps its name",
        arguments: ["", ".", "..", "*", "a/b"])
    func wrongName(name: String) {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./P/A", "1").status == 200)
        let answer = tree.apply(.replace, "./P/A?prop=Name", name)
        #expect(answer.status == 415 && answer.standardRow == .wrongValue && answer.advised == "property.name")
        #expect(tree.get("./P") == "A")
    }

    @Test("DM-PROP-06, DM-MSG-16: binary data reads Format bin although it came as b64; over XML it is sent as b64")
    func binary() throws {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", "AQID", format: "b64").status == 200)
        #expect(tree.apply(.add, "\(Self.probe)/Picture", "AQID", format: "b64").status == 200)
        for node in ["./X", "\(Self.probe)/Picture"] {
            #expect(tree.get("\(node)?prop=Format") == "bin")
            #expect(try #require(tree.apply(.get, node).reading).entries.first?.format == .b64)
        }
    }

    @Test(
        "DM-PROP-07: Size is the length of the decoded value",
        arguments: [
            ("b64", "AQID", "3"), ("b64", "AQI=", "2"), ("b64", "AQ==", "1"), ("b64", "AQ\r\nID", "3"),
            ("b64", "", "0"),
            ("chr", "abc", "3"), ("chr", "äöü", "6"), ("chr", "", "0"), ("int", "-17", "3"), ("xml", "<a/>", "4"),
        ])
    func size(format: String, value: String, size: String) {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", value, format: format).status == 200)
        #expect(tree.get("./X?prop=Size") == size)
    }

    @Test("DM-PROP-08: VerNo begins at 0, counts each change, and wraps from 65535 to 0")
    func versionNumber() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", "1").status == 200)
        #expect(tree.get("./X?prop=VerNo") == "0")
        #expect(tree.apply(.replace, "./X", "1").status == 200)
        #expect(tree.apply(.replace, "./X?prop=Title", "t").status == 200)
        #expect(tree.apply(.replace, "./X?prop=Name", "Y").status == 200)
        #expect(tree.apply(.replace, "./Y?prop=ACL", "Get=*&Replace=A").status == 200)
        tree.setLocally("./Y", value: "2")
        #expect(tree.get("./Y?prop=VerNo") == "5")
        #expect(tree.apply(.replace, "./Y", "x", format: "node").status == 415)
        #expect(tree.get("./Y?prop=VerNo") == "5")
        for _ in 5..<65_535 { tree.setLocally("./Y", value: "3") }
        #expect(tree.get("./Y?prop=VerNo") == "65535")
        #expect(tree.apply(.replace, "./Y", "4").status == 200)
        #expect(tree.get("./Y?prop=VerNo") == "0")
    }

    @Test(
        "3.3: TStamp is the time of the last change in the basic form of ISO 8601",
        arguments: [
            ("2026-11-27T12:34:56Z", "20261127T123456Z"), ("2026-11-27T12:34:56.789Z", "20261127T123456Z"),
            ("20261127T123456Z", "20261127T123456Z"), ("2026-11-27T12:34:56", "20261127T123456Z"),
        ])
    func timeStamp(time: String, stamp: String) {
        var tree = StandardDevices.probing()
        #expect(tree.get("\(Self.probe)/Fixed?prop=TStamp") == "")
        tree.localTime = time
        #expect(tree.apply(.add, "./X/Leaf", "1").status == 200)
        #expect(tree.get("./X/Leaf?prop=TStamp") == stamp && tree.get("./X?prop=TStamp") == stamp)
        tree.localTime = "2027-01-01T00:00:00Z"
        #expect(tree.apply(.get, "./X/Leaf").status == 200)
        #expect(tree.get("./X/Leaf?prop=TStamp") == stamp)
        #expect(tree.apply(.replace, "./X/Leaf", "2").status == 200)
        #expect(tree.get("./X/Leaf?prop=TStamp") == "20270101T000000Z")
        #expect(tree.get("./X?prop=TStamp") == stamp)
    }

    @Test("3.3: Title is a text of at most 255 bytes")
    func title() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", "1").status == 200)
        #expect(tree.get("./X?prop=Title") == "")
        let longest = String(repeating: "ä", count: 127) + "x"
        #expect(tree.apply(.replace, "./X?prop=Title", longest).status == 200)
        let answer = tree.apply(.replace, "./X?prop=Title", longest + "y")
        #expect(answer.status == 415 && answer.standardRow == .wrongValue && answer.advised == "property.title")
        #expect(tree.get("./X?prop=Title") == longest)
        #expect(tree.apply(.replace, "\(Self.probe)/Fixed?prop=Title", "F").status == 200)
        #expect(tree.get("\(Self.probe)/Fixed?prop=Title") == "F" && tree.get("\(Self.probe)/Fixed") == "f")
    }

    @Test("3.3: Type is that of the last write's Meta, else that of the description")
    func type() {
        var tree = StandardDevices.probing()
        func write(_ verb: Verb, _ node: String, _ type: String?, _ format: String = "chr") -> Int {
            tree.apply(
                Request(
                    verb: verb, cmdID: "2", target: node, format: format, type: type, data: format == "node" ? nil : "1"
                )
            ).status
        }
        #expect(write(.add, "./X/Leaf", "text/html") == 200)
        #expect(tree.get("./X/Leaf?prop=Type") == "text/html")
        #expect(tree.apply(.get, "./X/Leaf").reading?.entries.first?.type == "text/html")
        #expect(write(.replace, "./X/Leaf", nil) == 200)
        #expect(tree.get("./X/Leaf?prop=Type") == "text/plain")
        #expect(write(.add, "./Object", "com.example/1.0/Thing", "node") == 200)
        #expect(tree.get("./Object?prop=Type") == "com.example/1.0/Thing")
        #expect(tree.apply(.add, "\(Self.probe)/Picture", "AQID").status == 200)
        #expect(tree.get("\(Self.probe)/Picture?prop=Type") == "image/png")
    }

    @Test("DM-PROP-09: properties other than the ACL are not inherited")
    func notInherited() {
        var tree = StandardDevices.probing()
        let object = Request(
            verb: .add, cmdID: "2", target: "./Object", format: "node", type: "com.example/1.0/Thing")
        #expect(tree.apply(object).status == 200)
        #expect(tree.apply(.add, "./Object/Leaf", "1").status == 200)
        #expect(tree.apply(.add, "./Object/In", format: "node").status == 200)
        #expect(tree.apply(.replace, "./Object?prop=Title", "T").status == 200)
        #expect(tree.get("./Object/Leaf?prop=Type") == "text/plain" && tree.get("./Object/In?prop=Type") == "")
        #expect(tree.get("./Object/Leaf?prop=Title") == "")
    }

    @Test("A34: a leaf without value has empty Data, or none when switched")
    func emptyData() throws {
        var tree = StandardDevices.probing()
        #expect(try #require(tree.apply(.get, "\(Self.probe)/Null").reading).entries.first?.data == "")
        tree.profile.ambiguities.emptyData = .absent
        let answer = tree.apply(.get, "\(Self.probe)/Null")
        #expect(answer.status == 200)
        #expect(try #require(answer.reading?.entries.first).data == nil)
        tree.profile = .windows
        tree.setLocally("\(Self.probe)/Text", value: "")
        #expect(try #require(tree.apply(.get, "\(Self.probe)/Text").reading).entries.first?.data == "")
        tree.profile.ambiguities.emptyData = .absent
        #expect(try #require(tree.apply(.get, "\(Self.probe)/Text").reading?.entries.first).data == nil)
    }

    @Test("A28: child names are raw in profile oma and encoded in profile windows, or as switched")
    func childNames() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "\(Self.probe)/Items/a%20b", format: "node").status == 200)
        let items = "\(Self.probe)/Items"
        #expect(tree.get(items) == "a b")
        tree.profile.ambiguities.childNames = .encoded
        #expect(tree.get(items) == "a%20b")
        tree.profile = .windows
        #expect(tree.get(items) == "a%20b")
        tree.profile.ambiguities.childNames = .raw
        #expect(tree.get(items) == "a b")
    }

    @Test("5.9: profile windows stores nothing of this")
    func windows() throws {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.profile = .windows
        #expect(tree.apply(.add, "\(Self.probe)/Text", "1").status == 200)
        tree.profile = .oma
        #expect(tree.get("\(Self.probe)/Text?prop=TStamp") == "")
    }
}
