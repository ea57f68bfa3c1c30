import DMTree
import Testing

/// TNDS objects in commands (oma-dm.md 2.8, 3.6).
struct TNDSCommandTests {
    private static func object(_ nodes: String) -> String {
        "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD>\(nodes)</MgmtTree>"
    }

    private static func leaf(_ name: String, _ value: String, format: String = "chr") -> String {
        "<Node><NodeName>\(name)</NodeName><RTProperties><Format><\(format)/></Format><Type><MIME>text/plain</MIME></Type>"
            + "</RTProperties><Value>\(value)</Value></Node>"
    }

    private static func interior(_ name: String, _ children: String, acl: String = "") -> String {
        "<Node><NodeName>\(name)</NodeName><RTProperties>\(acl)<Format><node/></Format><Type><DDFName/></Type>"
            + "</RTProperties>\(children)</Node>"
    }

    @Test("DM-TNDS-02, DM-CMD-01: an Add of the sample makes the whole subtree with one status")
    func add() {
        var tree = StandardDevices.probing()
        let answer = tree.send(.add, "./OperatorX", object: TNDSDocumentTests.sample)
        #expect(answer.status == 200 && answer.standardRow == .success)
        #expect(tree.get("./OperatorX") == "Mail")
        #expect(tree.get("./OperatorX/Mail/Server") == "mail.example.com")
        #expect(tree.get("./OperatorX/Mail?prop=Type") == "com.operatorx.dm/1.0/Mail")
    }

    @Test("DM-TNDS-02: several top nodes, paths, an empty name for the Target itself")
    func addresses() {
        var tree = StandardDevices.probing()
        let nodes =
            Self.leaf("A", "1")
            + "<Node><NodeName>B</NodeName><Path>./P/Q</Path><Value>2</Value></Node>"
        #expect(tree.send(.add, "./X", object: Self.object(nodes)).status == 200)
        #expect(tree.get("./X/A") == "1" && tree.get("./X/P/Q/B") == "2")
        #expect(tree.send(.add, "./Y/Z", object: Self.object(Self.leaf("", "3"))).status == 200)
        #expect(tree.get("./Y/Z") == "3")
        #expect(tree.send(.add, ".", object: Self.object(Self.leaf("W", "4"))).status == 200)
        #expect(tree.get("./W") == "4")
    }

    @Test(
        "DM-TNDS-02: a node that fails is the code of the object, and nothing of it is there",
        arguments: [
            (leaf("Bad", "x", format: "int"), 415, "value.not-of-format"),
            (interior("Old", ""), 418, "node.exists"),
            (interior("Bad", "", acl: "<ACL>Get</ACL>"), 415, "acl.malformed"),
        ])
    func allOrNothing(node: String, status: Int, rule: String) {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Old/Leaf", "1").status == 200)
        let before = tree.content
        let answer = tree.send(
            .add, "./X", object: Self.object(Self.interior("New", Self.leaf("A", "1")) + node + Self.leaf("Z", "1")))
        #expect(answer.status == status && answer.advised == rule)
        #expect(answer.decision.advice.last?.rule == "tnds.node-refused")
        #expect(answer.decision.culprit?.hasPrefix("./X/") == true)
        #expect(tree.content == before)
    }

    @Test("DM-TNDS-02: the object obeys descriptions and ACLs as single commands do")
    func rights() throws {
        var tree = StandardDevices.probing()
        let items = "\(StandardDevices.probe)/Items"
        let good = Self.object(
            Self.interior("I", Self.leaf("Note", "n") + Self.interior("Deep", Self.leaf("Leaf", "l"))))
        #expect(tree.send(.add, items, object: good).status == 200)
        #expect(tree.get("\(items)/I/Deep/Leaf") == "l")
        let wrong = Self.object(Self.interior("J", Self.leaf("Note", "n") + Self.leaf("None", "x")))
        #expect(tree.send(.add, items, object: wrong).status == 404)
        #expect(tree.get(items) == "I")
        tree.setACL(try AccessControlList("Get=A"), of: items)
        let answer = tree.send(.add, items, object: Self.object(Self.interior("K", "")))
        #expect(answer.status == 425 && answer.standardRow == .denied)
        tree.capacity = 1
        #expect(tree.send(.add, "./X", object: TNDSDocumentTests.sample).status == 420)
    }

    @Test("3.6: an object brings ACLs and Titles along; Name, Size, TStamp and VerNo are the device's")
    func properties() {
        var tree = StandardDevices.probing()
        let node =
            "<Node><NodeName>N</NodeName><RTProperties><ACL>Get=*&amp;Replace=A</ACL><Format><node/></Format><Name>Other</Name>"
            + "<Title>T</Title><TStamp>19990101T000000Z</TStamp><Type><DDFName>urn:x</DDFName></Type><VerNo>99</VerNo>"
            + "</RTProperties></Node>"
        #expect(tree.send(.add, "./X", object: Self.object(node)).status == 200)
        #expect(tree.acl("./X/N")?.description == "Get=*&Replace=A")
        #expect(tree.get("./X/N?prop=Title") == "T" && tree.get("./X/N?prop=Name") == "N")
        #expect(tree.get("./X/N?prop=Type") == "urn:x")
        #expect(tree.get("./X/N?prop=TStamp") == "20261127T123456Z")
    }

    @Test("DM-TNDS-03: after a Replace the subtree is exactly the object, and what stands beside it is untouched")
    func replace() {
        var tree = StandardDevices.probing()
        for (node, value) in [
            ("Same", "1"), ("Changed", "1"), ("Gone", "1"), ("In/Gone", "1"), ("In/Kept", "1"), ("GoneIn/A/B", "1"),
            ("LeafToNode", "1"), ("NodeToLeaf/A", "1"),
        ] { #expect(tree.apply(.add, "./X/Root/\(node)", value).status == 200) }
        #expect(tree.apply(.add, "./X/Beside", "1").status == 200)
        let nodes = Self.interior(
            "Root",
            Self.leaf("Same", "1") + Self.leaf("Changed", "2") + Self.leaf("New", "3")
                + Self.interior("In", Self.leaf("Kept", "1")) + Self.interior("LeafToNode", Self.leaf("L", "4"))
                + Self.leaf("NodeToLeaf", "5"))
        #expect(tree.send(.replace, "./X", object: Self.object(nodes)).status == 200)
        let leaves = tree.storedLeaves.filter { $0.uri.hasPrefix("./X/") }.map { "\($0.uri)=\($0.value ?? "")" }
        #expect(
            Set(leaves) == [
                "./X/Root/Same=1", "./X/Root/Changed=2", "./X/Root/New=3", "./X/Root/In/Kept=1",
                "./X/Root/LeafToNode/L=4", "./X/Root/NodeToLeaf=5", "./X/Beside=1",
            ])
        #expect(tree.get("./X/Root/Same?prop=VerNo") == "0" && tree.get("./X/Root/Changed?prop=VerNo") == "1")
    }

    @Test("DM-TNDS-02, DM-TNDS-03: a Replace that fails at one node changes nothing")
    func replaceFails() throws {
        var tree = StandardDevices.probing()
        for node in ["A", "B", "C"] { #expect(tree.apply(.add, "./X/Root/\(node)", "1").status == 200) }
        tree.setACL(try AccessControlList("Get=A"), of: "./X/Root/C")
        let before = tree.content
        for nodes in [
            Self.leaf("A", "2"), Self.leaf("A", "2") + Self.leaf("C", "2"),
            Self.leaf("A", "2") + Self.leaf("C", "1") + Self.leaf("D", "x", format: "int"),
        ] {
            let answer = tree.send(.replace, "./X", object: Self.object(Self.interior("Root", nodes)))
            #expect([425, 415].contains(answer.status))
            #expect(tree.content == before)
        }
        let missing = tree.send(.replace, "./X", object: Self.object(Self.interior("None", "")))
        #expect(missing.status == 404 && tree.content == before)
    }

    @Test("What Get lists as TNDS is the same again when it is deleted and added, or replaced")
    func roundTrip() {
        var tree = StandardDevices.probing()
        #expect(tree.send(.add, "./X", object: TNDSDocumentTests.sample).status == 200)
        #expect(tree.apply(.add, "./X/Mail/P%20Q", "AQID", format: "b64").status == 200)
        #expect(tree.apply(.replace, "./X/Mail?prop=ACL", "Add=A&Delete=A&Get=*&Replace=A").status == 200)
        let list = "./X/Mail?list=TNDS-TStamp-VerNo"
        let object = tree.get(list) ?? ""
        let before = tree.content
        #expect(tree.send(.replace, "./X", object: object).status == 200)
        #expect(tree.content == before && tree.get(list) == object)
        #expect(tree.apply(.delete, "./X/Mail").status == 200)
        #expect(tree.send(.add, "./X", object: object).status == 200)
        #expect(tree.content == before && tree.get(list) == object)
    }

    @Test("4.2 row 15: an object that cannot be read, or in another encoding, is 415, and without Data 412")
    func malformed() {
        var tree = StandardDevices.probing()
        for data in ["", "<x/>", "<MgmtTree>", Self.object("")] {
            let answer = tree.send(.add, "./X", object: data)
            #expect(answer.status == 415 && answer.advised == "tnds.malformed" && answer.standardRow == .formatMismatch)
        }
        var request = Request(
            verb: .add, cmdID: "2", target: "./X", format: "bin", type: "application/vnd.syncml.dmtnds+wbxml", data: "x"
        )
        #expect(tree.apply(request).advised == "tnds.encoding")
        request.type = TNDSDocument.mediaType
        request.data = nil
        #expect(tree.apply(request).status == 412)
        #expect(tree.apply(.get, "./X").status == 404)
    }

    @Test("DM-CMD-20: profile windows reads no objects: 415 for Add and Replace")
    func windows() {
        var tree = StandardDevices.probing()
        tree.profile = .windows
        tree.setLocally("\(StandardDevices.probe)/Text", value: "t")
        let before = tree.content
        for (verb, node) in [(Verb.add, "Items/I"), (.replace, "Items/I/Note"), (.replace, "Text"), (.add, "Picture")] {
            let answer = tree.send(verb, "\(StandardDevices.probe)/\(node)", object: TNDSDocumentTests.sample)
            guard node != "Items/I/Note" else { continue }
            #expect(answer.status == 415 && answer.error == .invalidDataType && answer.row == .formatMismatch)
            #expect(answer.advised == "tnds.unsupported")
        }
        #expect(tree.content == before)
    }
}
