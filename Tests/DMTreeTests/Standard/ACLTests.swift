import DMTree
import Foundation
import Testing

/// ACLs in profile `oma` (oma-dm.md 3.4).
struct ACLTests {
    /// The reference tree of oma-dm.md 3.4.
    private static func referenceTree() throws -> DeviceTree {
        var tree = StandardDevices.probing(isTrusting: false)
        for (leaf, value) in [
            ("NodeA/Node1", "1"), ("NodeB/Node2", "2"), ("NodeB/Node3/Node4", "4"), ("NodeB/Node3/Node5", "5"),
        ] { tree.setLocally("./\(leaf)", value: value) }
        for (node, acl) in [
            ("NodeA", "Get=C&Replace=C"), ("NodeA/Node1", "Get=*"), ("NodeB", "Get=A&Replace=A"),
            ("NodeB/Node3", "Get=B&Replace=B&Delete=B"), ("NodeB/Node3/Node5", "Get=A&Replace=A&Get=B"),
        ] { tree.setACL(try AccessControlList(acl), of: "./\(node)") }
        return tree
    }

    @Test(
        "DM-ACL-02, DM-ACL-03, DM-ACL-05: the operations of the reference tree",
        arguments: [
            ("A", Sent(.get, "./NodeA/Node1"), 200), ("B", Sent(.get, "./NodeA/Node1"), 200),
            ("C", Sent(.get, "./NodeA/Node1"), 200), ("A", Sent(.replace, "./NodeA/Node1", "x"), 425),
            ("C", Sent(.replace, "./NodeA/Node1", "x"), 425), ("C", Sent(.delete, "./NodeA/Node1"), 425),
            ("B", Sent(.delete, "./NodeA/Node1"), 425),
            ("C", Sent(.replace, "./NodeA/Node1?prop=ACL", "Get=C"), 200),
            ("A", Sent(.replace, "./NodeA/Node1?prop=ACL", "Get=A"), 425),
            ("B", Sent(.get, "./NodeB/Node3/Node4?prop=ACL"), 200),
            ("A", Sent(.replace, "./NodeB/Node3/Node5", "x"), 200), ("A", Sent(.replace, "./NodeB/Node2", "x"), 200),
            ("B", Sent(.replace, "./NodeB/Node2", "x"), 425), ("A", Sent(.get, "./NodeB/Node3/Node4"), 425),
            ("B", Sent(.get, "./NodeB/Node3/Node4"), 200), ("B", Sent(.delete, "./NodeB/Node3"), 200),
            ("A", Sent(.delete, "./NodeB/Node3"), 425), ("A", Sent(.get, "./NodeB"), 200),
            ("B", Sent(.get, "./NodeB"), 425),
        ] as [(String, Sent, Int)])
    func operations(server: String, sent: Sent, status: Int) throws {
        var tree = try Self.referenceTree()
        let before = tree.content
        tree.providerID = server
        let answer = tree.apply(sent.verb, sent.target, sent.data)
        #expect(answer.status == status)
        guard status == 425 else { return }
        #expect(answer.standardRow == .denied)
        #expect(answer.advised == "acl.denied")
        #expect(tree.content == before)
    }

    @Test("DM-RES-07: the ACL of a node without one reads empty, never the inherited one")
    func unset() throws {
        var tree = try Self.referenceTree()
        tree.providerID = "B"
        #expect(tree.get("./NodeB/Node3/Node4?prop=ACL") == "")
        tree.providerID = "C"
        #expect(tree.get("./NodeA/Node1?prop=ACL") == "Get=*")
        #expect(tree.acl("./NodeB/Node2") == nil)
    }

    @Test(
        "DM-ACL-01: the root always has an ACL, by default Add=*&Get=*, and loses it to no server",
        arguments: [".", "./"])
    func root(address: String) {
        var tree = StandardDevices.probing(isTrusting: false)
        #expect(tree.get("\(address)?prop=ACL") == "Add=*&Get=*")
        #expect(tree.apply(.replace, "\(address)?prop=ACL", "Get=*").status == 425)
        tree.trust("A")
        let refused = tree.apply(.replace, "\(address)?prop=ACL", "")
        #expect(refused.status == 415 && refused.advised == "acl.malformed")
        #expect(tree.apply(.replace, "\(address)?prop=ACL", "Get=A&Replace=A").status == 200)
        #expect(tree.get(".?prop=ACL") == "Get=A&Replace=A")
    }

    @Test("DM-ACL-01: every node implements the ACL, whatever made it")
    func everywhere() {
        var tree = StandardDevices.probing()
        for node in ["./Device", "./Vendor/MSFT", "./Vendor/MSFT/Probe/Fixed", "./Vendor/MSFT/Probe/Items"] {
            #expect(tree.get("\(node)?prop=ACL") == "")
            #expect(tree.apply(.replace, "\(node)?prop=ACL", "Get=*&Replace=*").status == 200)
            #expect(tree.get("\(node)?prop=ACL") == "Get=*&Replace=*")
        }
        #expect(tree.get("./Vendor/MSFT/Probe/Fixed") == "f")
    }

    @Test("DM-ACL-02: an own ACL replaces the inherited one, nothing is merged")
    func unmerged() throws {
        var tree = StandardDevices.probing()
        tree.setLocally("./X/Y", value: "1")
        tree.setACL(try AccessControlList("Exec=Z"), of: "./X")
        #expect(tree.apply(.get, "./X/Y").status == 425)
        #expect(tree.apply(.replace, "./X/Y", "2").status == 425)
        tree.setACL(AccessControlList(), of: "./X")
        #expect(tree.apply(.replace, "./X/Y", "2").status == 200)
    }

    @Test("DM-ACL-03: each verb asks its own right, and an Add that of the parent")
    func verbs() throws {
        var tree = StandardDevices.probing()
        tree.setLocally("./X/Y", value: "1")
        for (verb, right) in [(Verb.get, "Get"), (.replace, "Replace"), (.delete, "Delete")] {
            var copy = tree
            copy.setACL(try AccessControlList("\(right)=A"), of: "./X/Y")
            #expect(copy.apply(verb, "./X/Y", "2").status == 200)
            copy = tree
            let others = ["Get", "Replace", "Delete", "Add", "Exec"].filter { $0 != right }.map { "\($0)=A" }
            copy.setACL(try AccessControlList(others.joined(separator: "&")), of: "./X/Y")
            #expect(copy.apply(verb, "./X/Y", "2").status == 425)
        }
        tree.setACL(try AccessControlList("Get=A"), of: "./X")
        #expect(tree.apply(.add, "./X/Z", "1").status == 425)
        tree.setACL(try AccessControlList("Add=A"), of: "./X")
        #expect(tree.apply(.add, "./X/Z", "1").status == 200)
        tree.setACL(try AccessControlList("Get=A"), of: "./Vendor/MSFT/Probe/Run")
        #expect(tree.apply(.exec, "./Vendor/MSFT/Probe/Run").status == 425)
        tree.setACL(try AccessControlList("Exec=A"), of: "./Vendor/MSFT/Probe/Run")
        #expect(tree.apply(.exec, "./Vendor/MSFT/Probe/Run").status == 200)
    }

    @Test("DM-ACL-03: only the addressed node of a Delete is asked")
    func deleteOfSubtree() throws {
        var tree = StandardDevices.probing()
        tree.setLocally("./X/Y", value: "1")
        tree.setACL(try AccessControlList("Get=B"), of: "./X/Y")
        #expect(tree.apply(.delete, "./X/Y").status == 425)
        #expect(tree.apply(.delete, "./X").status == 200)
        #expect(tree.apply(.get, "./X/Y").status == 404)
    }

    @Test("DM-ACL-04: the right to replace an interior node extends to its ACL, that to replace a leaf does not")
    func ownReplace() throws {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.setLocally("./In/Leaf", value: "1")
        tree.setACL(try AccessControlList("Replace=A&Get=A"), of: "./In/Leaf")
        #expect(tree.apply(.replace, "./In/Leaf", "2").status == 200)
        #expect(tree.apply(.replace, "./In/Leaf?prop=Title", "t").status == 200)
        #expect(tree.apply(.replace, "./In/Leaf?prop=ACL", "Get=*").status == 425)
        #expect(tree.apply(.replace, "./In?prop=ACL", "Get=*").status == 425)
        tree.setACL(try AccessControlList("Replace=A"), of: "./In")
        #expect(tree.apply(.replace, "./In?prop=ACL", "Replace=A&Get=*").status == 200)
    }

    @Test("DM-ACL-05: the right to replace the parent extends to the ACL of its children, leaves and interior nodes")
    func parentReplace() throws {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.setLocally("./P/Leaf", value: "1")
        tree.setLocally("./P/In", value: nil)
        tree.setACL(try AccessControlList("Replace=A"), of: "./P")
        for child in ["Leaf", "In"] {
            tree.setACL(try AccessControlList("Get=B"), of: "./P/\(child)")
            #expect(tree.apply(.replace, "./P/\(child)?prop=ACL", "Get=*").status == 200)
            #expect(tree.acl("./P/\(child)")?.description == "Get=*")
        }
        #expect(tree.apply(.replace, "./P/Leaf", "2").status == 425)
    }

    @Test("DM-ACL-06: the creator of an interior node without Replace on the parent gets Add, Delete and Replace")
    func creator() {
        var tree = StandardDevices.probing(isTrusting: false, server: "MS DM Server")
        #expect(tree.apply(.add, "./Mine", format: "node").status == 200)
        let own = "Add=MS%20DM%20Server&Delete=MS%20DM%20Server&Replace=MS%20DM%20Server"
        #expect(tree.acl("./Mine")?.description == own)
        #expect(tree.apply(as: "B", .replace, "./Mine?prop=ACL", "Replace=B") == 425)
        #expect(tree.apply(as: "MS DM Server", .add, "./Mine/Below", format: "node") == 200)
        #expect(tree.acl("./Mine/Below") == nil)
        #expect(tree.apply(as: "MS DM Server", .delete, "./Mine") == 200)
    }

    @Test("DM-ACL-06: with Replace on the parent, and for a leaf, the new node has no ACL")
    func noCreatorRule() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./In", format: "node").status == 200)
        #expect(tree.acl("./In") == nil)
        var strict = StandardDevices.probing(isTrusting: false)
        #expect(strict.apply(.add, "./Leaf", "1").status == 200)
        #expect(strict.acl("./Leaf") == nil)
        #expect(strict.apply(.replace, "./Leaf", "2").status == 425)
    }

    @Test("DM-CMD-05: implicitly added ancestors have no ACL but for the creator rule")
    func implicitAncestors() {
        var tree = StandardDevices.probing(isTrusting: false)
        #expect(tree.apply(.add, "./P/Q/R", "1").status == 200)
        #expect(tree.acl("./P")?.description == "Add=A&Delete=A&Replace=A")
        #expect(tree.acl("./P/Q") == nil && tree.acl("./P/Q/R") == nil)
        #expect(tree.apply(.replace, "./P/Q/R", "2").status == 200)
        var trusting = StandardDevices.probing()
        #expect(trusting.apply(.add, "./P/Q/R", "1").status == 200)
        #expect(trusting.acl("./P") == nil)
    }

    @Test("DM-CMD-05, DM-ACL-06: what is there by its description does not come into being, and gets no ACL")
    func impliedAncestors() {
        var tree = StandardDevices.probing(isTrusting: false)
        #expect(tree.apply(.add, "./Vendor/MSFT/Probe/Items/I/Deep/Leaf", "1").status == 200)
        for node in ["./Device", "./Vendor/MSFT", "./Vendor/MSFT/Probe", "./Vendor/MSFT/Probe/Items"] {
            #expect(tree.acl(node) == nil)
            #expect(tree.get("\(node)?prop=TStamp") == "")
        }
        #expect(tree.acl("./Vendor/MSFT/Probe/Items/I")?.description == "Add=A&Delete=A&Replace=A")
        #expect(tree.acl("./Vendor/MSFT/Probe/Items/I/Deep") == nil)
        #expect(tree.apply(as: "B", .get, "./Vendor/MSFT/Probe/Fixed") == 200)
    }

    @Test("DM-ACL-07: Replace of the ACL replaces the whole value; the empty value means to inherit")
    func replaced() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", format: "node").status == 200)
        #expect(tree.apply(.replace, "./X?prop=ACL", "Get=*&Replace=A&Add=A").status == 200)
        #expect(tree.apply(.replace, "./X?prop=ACL", "Replace=B+A").status == 200)
        #expect(tree.acl("./X")?.description == "Replace=B+A")
        #expect(tree.apply(.replace, "./X?prop=ACL", "").status == 200)
        #expect(tree.acl("./X") == nil)
        #expect(tree.get("./X?prop=ACL") == "")
        for wrong in ["Get=", "Get", "x", "Copy=*", "Get=A B"] {
            let answer = tree.apply(.replace, "./X?prop=ACL", wrong)
            #expect(answer.status == 415 && answer.standardRow == .wrongValue && answer.advised == "acl.malformed")
        }
        #expect(tree.acl("./X") == nil)
    }

    @Test("DM-ACL-08: the removal of a server's account takes it out of every ACL")
    func scrubbed() throws {
        var tree = StandardDevices.windows()
        tree.setACL(try AccessControlList("Get=B&Replace=\("MS%20DM%20Server")+B"), of: "./SyncML/DMAcc/other")
        tree.setACL(try AccessControlList("Get=B"), of: "./X")
        tree.setACL(try AccessControlList("Get=B+C&Add=B"), of: "./X/Y")
        tree.setACL(try AccessControlList("Add=B&Get=B+C&Replace=C&Delete=MS%20DM%20Server"), of: ".")
        tree.setLocally("./SyncML/DMAcc/bee/ServerID", value: "B")
        #expect(tree.apply(.delete, "./SyncML/DMAcc/bee").status == 200)
        #expect(tree.acl("./X") == nil)
        #expect(tree.acl("./X/Y")?.description == "Get=C")
        #expect(tree.acl("./SyncML/DMAcc/other")?.description == "Replace=MS%20DM%20Server")
        #expect(tree.acl(".")?.description == "Add=*&Delete=MS%20DM%20Server&Get=C&Replace=C")
    }

    @Test("DM-ACL-08: a scrubbed root default stays what it was")
    func scrubbedDefault() {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.removeServer("A")
        #expect(tree.acl(".") == .rootDefault)
    }

    @Test("DM-ACL-10: an ACL that does not fit is 420, and the old one stays")
    func noRoom() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", format: "node").status == 200)
        #expect(tree.apply(.replace, "./X?prop=ACL", "Get=A&Replace=A").status == 200)
        tree.capacity = 60
        let answer = tree.apply(.replace, "./X?prop=ACL", "Replace=A&Get=A+" + String(repeating: "b", count: 100))
        #expect(answer.status == 420 && answer.standardRow == .noStorage && answer.advised == "storage.full")
        #expect(tree.acl("./X")?.description == "Get=A&Replace=A")
        #expect(tree.apply(.replace, "./X?prop=ACL", "Replace=A").status == 200)
    }

    @Test("5.2: profile windows has no ACLs: 406, and nothing is denied")
    func windows() {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.profile = .windows
        #expect(tree.apply(.get, "./Vendor/MSFT/Probe?prop=ACL").status == 406)
        #expect(tree.apply(.add, "./Vendor/MSFT/Probe/Items/I").status == 200)
        #expect(tree.apply(.delete, "./Vendor/MSFT/Probe/Items/I").status == 200)
    }

    @Test("ACLs and the other properties are saved with the tree, and a tree saved without them is read")
    func saved() throws {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Y", "1").status == 200)
        #expect(tree.apply(.replace, "./X?prop=ACL", "Get=*&Replace=A").status == 200)
        #expect(tree.apply(.replace, "./X/Y?prop=Title", "T").status == 200)
        let bytes = try JSONEncoder().encode(tree.saved)
        var copy = StandardDevices.probing(isTrusting: false)
        copy.restore(try JSONDecoder().decode(DeviceTree.Saved.self, from: bytes))
        #expect(copy.acl("./X")?.description == "Get=*&Replace=A")
        for property in ["ACL", "Format", "Size", "Title", "TStamp", "Type", "VerNo"] {
            #expect(copy.get("./X/Y?prop=\(property)") == tree.get("./X/Y?prop=\(property)"))
        }
        let old =
            #"{"root":{"name":".","writer":"client","children":[{"key":"x","node":{"name":"X","writer":"server","value":"1"}}]},"revision":1}"#
        let storage = try JSONDecoder().decode(Tree.self, from: Data(old.utf8))
        #expect(storage[["x"]]?.value == "1")
    }
}
