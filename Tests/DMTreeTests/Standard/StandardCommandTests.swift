import CSP
import DDF
import DMTree
import ProtocolProfile
import Testing

/// Rows 9 to 25 of oma-dm.md 4.2, command by command (2.8).
struct StandardCommandTests {
    private static let probe = StandardDevices.probe

    /// A refusal with its row and rule id that leaves the tree as it was.
    private func refuse(
        _ tree: DeviceTree, _ sent: Sent, _ status: Int, _ row: StandardRow, _ rule: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        var tree = tree
        let before = tree.content
        let answer = tree.apply(sent.verb, sent.target, sent.data, format: sent.format)
        #expect(answer.status == status, "\(sent.testDescription)", sourceLocation: location)
        #expect(answer.standardRow == row, "\(sent.testDescription)", sourceLocation: location)
        #expect(answer.advised == rule, "\(sent.testDescription)", sourceLocation: location)
        #expect(answer.decision.advice.allSatisfy { $0.reference.hasPrefix("oma-dm.md 4.2") }, sourceLocation: location)
        #expect(tree.content == before, sourceLocation: location)
    }

    // MARK: Add

    @Test("DM-CMD-01: Add creates a node that did not exist, leaf or interior")
    func add() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", format: "node").status == 200)
        #expect(tree.get("./X") == "")
        #expect(tree.apply(.add, "./X/Leaf", "v", format: "chr").status == 200)
        #expect(tree.get("./X/Leaf") == "v")
        #expect(tree.get("./X") == "Leaf")
        #expect(tree.apply(.add, "\(Self.probe)/Text", "t").status == 200)
        #expect(tree.get("\(Self.probe)/Text") == "t")
        #expect(tree.apply(.add, "\(Self.probe)/Items/One", format: "node").status == 200)
    }

    @Test(
        "DM-CMD-02: Add of a node that exists is 418, added, set by the device, or there by its description",
        arguments: ["./X", "Text", "Fixed", "ReadOnly", "Default", "Items", "."])
    func addExisting(node: String) {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", format: "node").status == 200)
        #expect(tree.apply(.add, "\(Self.probe)/Text", "t").status == 200)
        let target = node.hasPrefix(".") ? node : "\(Self.probe)/\(node)"
        refuse(tree, Sent(.add, target, "1"), 418, .existingNode, "node.exists")
    }

    @Test("DM-CMD-03: Add under a leaf is 405, described or free, there or added, one or more levels down")
    func addUnderLeaf() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Leaf", "v").status == 200)
        for target in [
            "./X/Leaf/y", "./X/Leaf/y/z", "\(Self.probe)/Fixed/y", "\(Self.probe)/Fixed/y/z",
            "\(Self.probe)/ReadOnly/y",
        ] {
            refuse(tree, Sent(.add, target, "1"), 405, .parentIsLeaf, "access.leaf-parent")
        }
    }

    @Test("DM-CMD-04, A20: with implicit Add missing ancestors come into being, without it the Add is 404")
    func implicitAdd() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./none/x/y", "1").status == 200)
        #expect(tree.get("./none/x") == "y")
        let strict = StandardDevices.probing { $0.implicitAdd = .refused }
        refuse(strict, Sent(.add, "./none/x", "1"), 404, .pathCannotBeMade, "node.parent-missing")
        refuse(
            strict, Sent(.add, "\(Self.probe)/Items/I/Note", "1"), 404, .pathCannotBeMade, "node.parent-missing")
        var made = strict
        #expect(made.apply(.add, "./none", format: "node").status == 200)
        #expect(made.apply(.add, "./none/x", "1").status == 200)
    }

    @Test("A20 in profile windows: made by default, 404 when switched")
    func implicitAddOfWindows() {
        var tree = StandardDevices.probing()
        tree.profile = .windows
        #expect(tree.apply(.add, "\(Self.probe)/Items/I/Note", "1").status == 200)
        tree.profile.ambiguities.implicitAdd = .refused
        #expect(tree.apply(.add, "\(Self.probe)/Items/J/Note", "1").status == 404)
        #expect(tree.apply(.add, "\(Self.probe)/Items/J").status == 200)
        #expect(tree.apply(.add, "\(Self.probe)/Items/J/Note", "1").status == 200)
    }

    @Test("DM-CMD-04: Add of what no description allows is 404")
    func unresolvable() {
        let tree = StandardDevices.probing()
        for target in ["\(Self.probe)/None", "\(Self.probe)/Items/I/None", "./Vendor/Other/x"] {
            refuse(tree, Sent(.add, target, "1"), 404, .pathCannotBeMade, "node.unknown")
        }
    }

    @Test("DM-STAT-12: an implicit Add that fails at an ancestor names the ancestor")
    func failedAncestor() {
        var tree = StandardDevices.probing()
        let answer = tree.apply(.add, "\(Self.probe)/Closed/C/Note", "1")
        #expect(answer.status == 405 && answer.standardRow == .pathCannotBeMade && answer.advised == "access.add")
        #expect(answer.decision.culprit == "./Device/Vendor/MSFT/Probe/Closed/C")
    }

    @Test("DM-MSG-18: without Format node no interior node comes into being")
    func interiorNeedsFormat() {
        var tree = StandardDevices.probing()
        refuse(tree, Sent(.add, "\(Self.probe)/Items/I"), 415, .formatMismatch, "format.mismatch")
        #expect(tree.apply(.add, "./X", "v").status == 200)
        #expect(tree.get("./X?prop=Format") == "chr")
        refuse(tree, Sent(.add, "./X/y", "1"), 405, .parentIsLeaf, "access.leaf-parent")
    }

    // MARK: Replace

    @Test("DM-CMD-06, A21: Replace of a missing node is 404 and makes nothing; switched, it is carried out as an Add")
    func replaceMissing() {
        let tree = StandardDevices.probing()
        for target in ["./X", "./X/Y", "\(Self.probe)/Text", "\(Self.probe)/Items/I/Note", "\(Self.probe)/None"] {
            let rule = target.hasSuffix("None") ? "node.unknown" : "node.absent"
            refuse(tree, Sent(.replace, target, "1"), 404, .absentNode, rule)
        }
        var switched = StandardDevices.probing { $0.replaceOfAbsent = .added }
        #expect(switched.apply(.replace, "\(Self.probe)/Text", "1").status == 200)
        #expect(switched.get("\(Self.probe)/Text") == "1")
    }

    @Test("A21 in profile windows: an Add by default, 404 when switched")
    func replaceMissingOfWindows() {
        var tree = StandardDevices.probing()
        tree.profile = .windows
        tree.setLocally("\(Self.probe)/Items/I", value: nil)
        tree.profile.ambiguities.replaceOfAbsent = .refused
        #expect(tree.apply(.replace, "\(Self.probe)/Items/J/Note", "1").status == 404)
        #expect(tree.apply(.replace, "\(Self.probe)/Items/I/Note", "1").status == 200)
    }

    @Test("2.8: Replace overwrites; an interior node has no value to replace")
    func replace() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Y", "1").status == 200)
        #expect(tree.apply(.replace, "./X/Y", "2").status == 200)
        #expect(tree.get("./X/Y") == "2")
        #expect(tree.apply(.replace, "\(Self.probe)/Default", "e").status == 200)
        #expect(tree.get("\(Self.probe)/Default") == "e")
        refuse(tree, Sent(.replace, "./X", "1"), 405, .verbNotAllowed, "access.verb")
        refuse(tree, Sent(.replace, "\(Self.probe)/ReadOnly", "1"), 405, .verbNotAllowed, "access.verb")
        refuse(tree, Sent(.replace, ".", "1"), 405, .verbNotAllowed, "access.verb")
    }

    // MARK: Delete, Get, Exec

    @Test("DM-CMD-09: Delete removes the node and its subtree")
    func delete() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X/Y/Z", "1").status == 200)
        #expect(tree.apply(.delete, "./X").status == 200)
        for target in ["./X", "./X/Y", "./X/Y/Z"] { #expect(tree.apply(.get, target).status == 404) }
    }

    @Test("DM-CMD-10: Delete of a permanent node or the root is 405")
    func deletePermanent() {
        refuse(StandardDevices.probing(), Sent(.delete, "."), 405, .verbNotAllowed, "access.permanent")
        refuse(
            StandardDevices.probing(), Sent(.delete, "\(Self.probe)/Fixed"), 405, .verbNotAllowed, "access.permanent")
        refuse(StandardDevices.windows(), Sent(.delete, "./DevInfo"), 405, .verbNotAllowed, "access.permanent")
    }

    @Test("DM-CMD-11: a node without Delete is 405, and goes with an ancestor")
    func protected() {
        let schema = HandMadeSchema([
            .interior("Items", .get, [.interior("I", .all, isNamed: true, [.leaf("Kept", .chr, [.add, .get])])])
        ])
        var tree = DeviceTree(schema: StandardSchema(schema), providers: [], providerID: "A")
        tree.profile = .oma
        tree.trust("A")
        let item = "\(Self.probe)/Items/I"
        #expect(tree.apply(.add, "\(item)/Kept", "1").status == 200)
        refuse(tree, Sent(.delete, "\(item)/Kept"), 405, .verbNotAllowed, "access.verb")
        #expect(tree.apply(.delete, item).status == 200)
        #expect(tree.apply(.get, "\(item)/Kept").status == 404)
    }

    @Test("DM-CMD-12, DM-CMD-13: Delete, Get and Exec of a missing node are 404")
    func missing() {
        let tree = StandardDevices.probing()
        for verb in [Verb.delete, .get, .exec] {
            for target in ["./X", "./X/Y", "\(Self.probe)/Text", "\(Self.probe)/Items/I"] {
                refuse(tree, Sent(verb, target), 404, .absentNode, "node.absent")
            }
            refuse(tree, Sent(verb, "\(Self.probe)/None"), 404, .absentNode, "node.unknown")
        }
    }

    @Test("DM-CMD-16: Exec of a node that is not executable is 405")
    func exec() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.exec, "\(Self.probe)/Run").status == 200)
        refuse(tree, Sent(.exec, "\(Self.probe)/Fixed"), 405, .verbNotAllowed, "access.verb")
        refuse(tree, Sent(.get, "\(Self.probe)/Run"), 405, .verbNotAllowed, "access.verb")
    }

    @Test("A18: Get inside an Atomic is 500; switched, it is executed")
    func getInAtomic() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.get, "\(Self.probe)/Fixed", isInAtomic: true).status == 500)
        tree.profile.ambiguities.getInAtomic = .executed
        #expect(tree.apply(.get, "\(Self.probe)/Fixed", isInAtomic: true).reading?.entries.first?.data == "f")
        tree.profile = .windows
        #expect(tree.apply(.get, "\(Self.probe)/Fixed", isInAtomic: true).status == 500)
        tree.profile.ambiguities.getInAtomic = .executed
        #expect(tree.apply(.get, "\(Self.probe)/Fixed", isInAtomic: true).status == 200)
    }

    // MARK: Values

    @Test("4.2 row 15: a Format or Type that the node does not take is 415")
    func format() {
        let tree = StandardDevices.probing()
        for (node, format) in [
            ("Text", "int"), ("Text", "node"), ("Number", "chr"), ("Picture", "chr"), ("Items/I", "chr"),
            ("Text", "string"),
        ] {
            refuse(
                tree, Sent(.add, "\(Self.probe)/\(node)", "1", format: format), 415, .formatMismatch,
                "format.mismatch")
        }
        refuse(tree, Sent(.add, "./X", "1", format: "string"), 415, .formatMismatch, "format.mismatch")
        var typed = tree
        let wrong = Request(
            verb: .add, cmdID: "2", target: "\(Self.probe)/Picture", format: "b64", type: "image/gif", data: "AAAA")
        let answer = typed.apply(wrong)
        #expect(answer.status == 415 && answer.advised == "format.type" && answer.standardRow == .formatMismatch)
        var right = wrong
        right.type = "Image/PNG; q=1"
        #expect(typed.apply(right).status == 200)
    }

    @Test("4.2 row 16, DM-MSG-10: no Data although the Format is not null is 412")
    func noData() {
        var tree = StandardDevices.probing()
        for sent in [
            Sent(.add, "\(Self.probe)/Text"), Sent(.add, "./X"), Sent(.add, "./X", format: "int"),
            Sent(.replace, "\(Self.probe)/Fixed"),
        ] { refuse(tree, sent, 412, .noData, "value.missing") }
        #expect(tree.apply(.add, "./N", format: "null").status == 200)
        #expect(tree.get("./N") == "")
        #expect(tree.get("./N?prop=Format") == "null")
    }

    @Test("4.2 row 17: a text that is not of the format is 415, one outside of what is allowed 500")
    func values() {
        let tree = StandardDevices.probing()
        refuse(tree, Sent(.add, "\(Self.probe)/Number", "x"), 415, .wrongValue, "value.not-of-format")
        refuse(tree, Sent(.add, "./X", "x", format: "int"), 415, .wrongValue, "value.not-of-format")
        refuse(tree, Sent(.add, "./X", "*", format: "b64"), 415, .wrongValue, "value.not-of-format")
        refuse(tree, Sent(.add, "./X", "maybe", format: "bool"), 415, .wrongValue, "value.not-of-format")
        refuse(tree, Sent(.add, "\(Self.probe)/Small", "9"), 500, .wrongValue, "value.not-allowed")
    }

    @Test("DM-CMD-22: a device that is full is 420, and nothing is stored; deleting makes room")
    func full() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./X", "12345").status == 200)
        tree.capacity = 100
        refuse(
            tree, Sent(.add, "./Y", String(repeating: "y", count: 200)), 420, .noStorage, "storage.full")
        refuse(
            tree, Sent(.replace, "./X", String(repeating: "x", count: 200)), 420, .noStorage, "storage.full")
        refuse(
            tree, Sent(.replace, "./X?prop=Title", String(repeating: "x", count: 200)), 420, .noStorage, "storage.full")
        refuse(
            tree, Sent(.add, "./" + String(repeating: "n", count: 200), "", format: "chr"), 420, .noStorage,
            "storage.full")
        #expect(tree.copy("./X", "./" + String(repeating: "n", count: 200)).status == 420)
        #expect(tree.apply(.replace, "./X", "1").status == 200)
        tree.capacity = 0
        refuse(tree, Sent(.add, "./Z", "1"), 420, .noStorage, "storage.full")
        #expect(tree.apply(.delete, "./X").status == 200)
    }

    // MARK: The order of the rows

    @Test("A33, 4.2 rows 9 to 14: existence, then the verb, then the ACL; in hide mode the ACL first")
    func order() throws {
        var tree = StandardDevices.probing(isTrusting: false)
        tree.setLocally("./X/Y", value: "1")
        tree.setACL(try AccessControlList("Get=B"), of: "./X")
        refuse(tree, Sent(.get, "./X/None"), 404, .absentNode, "node.absent")
        refuse(tree, Sent(.add, "./X/Y", "1"), 418, .existingNode, "node.exists")
        refuse(tree, Sent(.exec, "./X/Y"), 405, .verbNotAllowed, "access.verb")
        refuse(tree, Sent(.get, "./X/Y"), 425, .denied, "acl.denied")
        refuse(tree, Sent(.replace, "./X/Y", "x", format: "node"), 425, .denied, "acl.denied")
        tree.profile.ambiguities.accessOrder = .accessFirst
        for sent in [
            Sent(.get, "./X/None"), Sent(.add, "./X/Y", "1"), Sent(.exec, "./X/Y"), Sent(.replace, "./X/None", "1"),
            Sent(.delete, "./X/None"), Sent(.add, "./X/None", "1"), Sent(.get, "./X/None?prop=Name"),
            Sent(.get, "./X/Y?prop=Name"), Sent(.get, "./X/None?list=Struct"),
        ] { refuse(tree, sent, 425, .denied, "acl.denied") }
    }

    @Test("A provider's own rules hold in profile oma, too")
    func provider() {
        var tree = StandardDevices.windows()
        let node = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus"
        tree.setLocally("\(node)/ServerHasFinishedProvisioning", value: "true")
        let answer = tree.apply(.replace, "\(node)/ServerHasFinishedProvisioning", "false", format: "bool")
        #expect(answer.status == 405 && answer.standardRow == .busy)
    }

    /// A CSP whose Run is done at once, or goes on, or fails, as its Data says.
    private struct Runner: Provider {
        let name = "Probe"

        func execute(_ node: NodeReference, data: String?, in tree: inout DeviceTree) -> Execution? {
            tree.setLocally("./Vendor/MSFT/Probe/Fixed", value: "ran")
            return Execution(status: data.flatMap { Int($0) } ?? 200)
        }
    }

    @Test("DM-CMD-15: Exec is 200 when done, 202 when a job runs on; one that fails leaves the tree as it was")
    func execution() {
        for (status, row) in [(200, StandardRow.success), (202, .accepted), (500, .executionError)] {
            var tree = StandardDevices.probing(providers: [Runner()])
            let answer = tree.apply(.exec, "\(Self.probe)/Run", "\(status)")
            #expect(answer.status == status && answer.standardRow == row)
            #expect(tree.get("\(Self.probe)/Fixed") == (status < 300 ? "ran" : "f"))
        }
    }

    /// A CSP that has `Kept` for nobody and takes only even texts.
    private struct Picky: Provider {
        let name = "Probe"

        func absence(of node: NodeReference, for verb: Verb, in tree: DeviceTree) -> Judgement.Refusal? {
            guard node.uri.keys.last == "kept" else { return nil }
            return Judgement.Refusal(
                status: 405, error: .commandNotAllowed,
                advice: Advice(rule: "policy.admx-missing", severity: .error, message: "", reference: ""))
        }

        func judgeValue(_ value: String, of node: NodeReference, in tree: DeviceTree) -> Judgement {
            guard value.utf8.count % 2 == 1 else { return .allowed }
            return Judgement(
                refusal: Judgement.Refusal(
                    status: 500, error: .invalidArgument,
                    advice: Advice(rule: "value.not-allowed", severity: .error, message: "", reference: "")))
        }
    }

    @Test("4.2 rows 9 and 17: nodes that a CSP does not have are 404, values that it does not take its own status")
    func providersChecks() {
        var tree = StandardDevices.probing(providers: [Picky()])
        for verb in [Verb.get, .replace, .add, .delete] {
            let answer = tree.apply(verb, "\(Self.probe)/Kept", "1")
            #expect(answer.status == 404 && answer.advised == "policy.admx-missing")
            #expect(answer.standardRow == (verb == .add ? .pathCannotBeMade : .absentNode))
        }
        let answer = tree.apply(.add, "\(Self.probe)/Text", "odd")
        #expect(answer.status == 500 && answer.standardRow == .wrongValue && answer.advised == "value.not-allowed")
        #expect(tree.apply(.add, "\(Self.probe)/Text", "even").status == 200)
    }
}
