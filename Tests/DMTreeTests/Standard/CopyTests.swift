import DMTree
import Testing

/// Copy (oma-dm.md 2.8).
struct CopyTests {
    private static let probe = StandardDevices.probe

    private func device() -> DeviceTree {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./From/Leaf", "17", format: "int").status == 200)
        #expect(tree.apply(.add, "./To/Other", "x").status == 200)
        return tree
    }

    @Test("DM-CMD-17: a leaf is copied with its format, and the copy is independent")
    func copy() {
        var tree = device()
        #expect(tree.copy("./From/Leaf", "./To/New").status == 200)
        #expect(tree.get("./To/New") == "17" && tree.get("./To/New?prop=Format") == "int")
        #expect(tree.apply(.replace, "./From/Leaf", "18", format: "int").status == 200)
        #expect(tree.get("./To/New") == "17")
        #expect(tree.apply(.delete, "./From").status == 200)
        #expect(tree.get("./To/New") == "17")
    }

    @Test("DM-CMD-17: an existing target is overwritten")
    func overwrite() {
        var tree = device()
        #expect(tree.copy("./From/Leaf", "./To/Other").status == 200)
        #expect(tree.get("./To/Other") == "17" && tree.get("./To/Other?prop=Format") == "int")
        #expect(tree.copy("\(Self.probe)/Default", "\(Self.probe)/Text").status == 200)
        #expect(tree.get("\(Self.probe)/Text") == "d")
        #expect(tree.copy("./From/Leaf", "./From/Leaf").status == 200)
    }

    @Test(
        "2.8: what Copy refuses, with its code",
        arguments: [
            (nil, "./To/New", 400, .noTarget, "address.missing"),
            ("./From/Leaf", nil, 400, .noTarget, "address.missing"),
            ("/From/Leaf", "./To/New", 400, .malformedAddress, "address.malformed"),
            ("./From/Leaf", "./To/", 400, .malformedAddress, "address.malformed"),
            ("./From/None", "./To/New", 404, .absentNode, "node.absent"),
            ("\(probe)/None", "./To/New", 404, .absentNode, "node.unknown"),
            ("./From", "./To/New", 405, .verbNotAllowed, "copy.interior"),
            ("./From/Leaf", "./To", 418, .existingNode, "copy.interior"),
            ("./From/Leaf", "./To/Other/Below", 405, .parentIsLeaf, "access.leaf-parent"),
            ("./From/Leaf", "\(probe)/None", 404, .pathCannotBeMade, "node.unknown"),
            ("./From/Leaf", "\(probe)/ReadOnly", 403, .busy, "copy.not-overwritable"),
            ("\(probe)/Run", "./To/New", 405, .verbNotAllowed, "access.verb"),
            ("./From/Leaf?prop=Name", "./To/New", 405, .verbNotAllowed, "query.verb"),
            ("./From/Leaf", "\(probe)/Text", 415, .formatMismatch, "format.mismatch"),
            ("./From/Leaf", "\(probe)/Small", 500, .wrongValue, "value.not-allowed"),
        ] as [(String?, String?, Int, StandardRow, String)])
    func refused(source: String?, target: String?, status: Int, row: StandardRow, rule: String) {
        var tree = device()
        let before = tree.content
        let answer = tree.copy(source, target)
        #expect(answer.status == status && answer.standardRow == row && answer.advised == rule)
        #expect(tree.content == before)
    }

    @Test("DM-ACL-03: Copy needs Get on the source, Add on the parent or Replace on the target")
    func rights() throws {
        for (node, acl, target, status) in [
            ("./From", "Add=A&Replace=A", "./To/New", 425), ("./From", "Get=A", "./To/New", 200),
            ("./To", "Get=A&Replace=A", "./To/New", 425), ("./To", "Add=A", "./To/New", 200),
            ("./To", "Get=A&Add=A", "./To/Other", 425), ("./To", "Replace=A", "./To/Other", 200),
        ] {
            var tree = device()
            tree.setACL(try AccessControlList(acl), of: node)
            let answer = tree.copy("./From/Leaf", target)
            #expect(answer.status == status, "\(node) \(acl)")
            if status == 425 { #expect(answer.standardRow == .denied && answer.advised == "acl.denied") }
        }
    }

    @Test("DM-CMD-16: profile windows does not have Copy: 406")
    func windows() {
        var tree = device()
        tree.profile = .windows
        #expect(tree.copy("\(Self.probe)/Default", "\(Self.probe)/Text").status == 406)
    }
}
