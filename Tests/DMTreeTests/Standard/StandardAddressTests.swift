import DMTree
import Testing

/// Rows 2 to 8 of oma-dm.md 4.2: what can be said before the node is looked at.
struct StandardAddressTests {
    private static let verbs: [Verb] = [.add, .replace, .delete, .get, .exec]

    @Test("4.2 row 2: an element that is no command is 501")
    func notACommand() {
        var tree = StandardDevices.probing()
        for cmdID in ["2", nil] {
            let answer = tree.apply(.notACommand("Put"), "./X", cmdID: cmdID)
            #expect(answer.status == 501 && answer.standardRow == .notACommand && answer.advised == "command.unknown")
        }
    }

    @Test("4.2 rows 3 and 4: an unsupported Alert is 406, a command without CmdID 400")
    func commandRows() {
        var tree = StandardDevices.probing()
        for cmdID in ["2", nil] {
            let alert = tree.apply(.alert("1105"), nil, cmdID: cmdID)
            #expect(alert.status == 406 && alert.standardRow == .unsupported && alert.advised == "command.unsupported")
        }
        for verb in Self.verbs + [.copy, .alert("1100"), .alert("1222")] {
            let answer = tree.apply(verb, "./X", "1", cmdID: nil)
            #expect(answer.status == 400 && answer.standardRow == .noCmdID && answer.advised == "command.no-cmdid")
        }
        #expect(tree.apply(.alert("1222"), nil).status == 200)
    }

    @Test("4.2 row 5: no Target is 400")
    func noTarget() {
        var tree = StandardDevices.probing()
        for verb in Self.verbs {
            let answer = tree.apply(verb, nil, "1")
            #expect(answer.status == 400 && answer.standardRow == .noTarget && answer.advised == "address.missing")
        }
    }

    @Test(
        "4.2 row 6: a LocURI with a leading or trailing slash, an empty name, ../ or an inner ./ is 400",
        arguments: ["", "/A", "./A/", "A/", "./A//B", "./A/../B", "../A", "./A/./B", "./", "./%7", "./A/b%2Fc"])
    func malformed(target: String) {
        var tree = StandardDevices.probing()
        for verb in Self.verbs {
            let answer = tree.apply(verb, target, "1")
            #expect(answer.status == 400 && answer.standardRow == .malformedAddress)
            #expect(answer.advised == "address.malformed")
        }
    }

    @Test("DM-TREE-02: ./A and A address the same node")
    func sameNode() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "A/B", "1").status == 200)
        #expect(tree.get("./A/B") == "1")
        #expect(tree.apply(.add, "./A/B", "1").status == 418)
    }

    @Test("DM-TREE-04: the case of dynamic names is kept; names compare without it")
    func caseKept() {
        var tree = StandardDevices.probing()
        #expect(tree.apply(.add, "./MyPlace/MyNode", "1").status == 200)
        #expect(tree.get("./MyPlace") == "MyNode")
        #expect(tree.get("./myplace/mynode?prop=Name") == "MyNode")
        #expect(tree.apply(.add, "./MYPLACE/MYNODE", "1").status == 418)
    }

    @Test("DM-TREE-01: every node that a list shows has an address of its own, at which it is")
    func unique() throws {
        var tree = StandardDevices.windows()
        #expect(tree.apply(.add, "./X/Y", "1").status == 200)
        let entries = try #require(tree.apply(.get, ".?list=Struct").reading).entries
        #expect(entries.count > 100)
        #expect(Set(entries.map { $0.uri.lowercased() }).count == entries.count)
        for entry in entries { #expect(tree.apply(.get, "\(entry.uri)?prop=Name").status == 200, "\(entry.uri)") }
    }

    @Test("DM-TREE-08: the limits stand in DevDetail/URI, 0 for none")
    func limitsReadable() {
        var tree = StandardDevices.windows()
        for name in ["MaxDepth", "MaxTotLen", "MaxSegLen"] { #expect(tree.get("./DevDetail/URI/\(name)") == "0") }
    }

    @Test(
        "DM-CMD-14: an address over a limit of DevDetail/URI is 414, counted in characters",
        arguments: [
            ("MaxSegLen", "5", "./abcde/äöüßx", "./abcde/abcdef"), ("MaxDepth", "3", "./a/b/c", "./a/b/c/d"),
            ("MaxDepth", "3", "a/b/c", "a/b/c/d"), ("MaxTotLen", "10", "./ä/b/c/d1", "./a/b/c/d12"),
        ])
    func limits(name: String, value: String, right: String, wrong: String) {
        var tree = StandardDevices.windows()
        tree.setLocally("./DevDetail/URI/\(name)", value: value)
        #expect(tree.apply(.add, right, "1").status == 200)
        #expect(tree.apply(.get, "\(right)?prop=Name").status == 200)
        for verb in Self.verbs {
            let answer = tree.apply(verb, wrong, "1")
            #expect(answer.status == 414 && answer.standardRow == .addressTooLong)
            #expect(answer.advised == "address.too-long")
        }
    }

    @Test("DM-CMD-14: no tree is deeper than 128, and long addresses do no harm", .timeLimit(.minutes(1)))
    func abuse() {
        var tree = StandardDevices.windows()
        let deep = "./" + Array(repeating: "n", count: 129).joined(separator: "/")
        let deeper = "./" + Array(repeating: "n", count: 10_000).joined(separator: "/")
        for verb in Self.verbs { for uri in [deep, deeper] { #expect(tree.apply(verb, uri, "1").status == 414) } }
        #expect(tree.apply(.add, String(deep.dropLast(2)), "1").status == 200)
        #expect(tree.apply(.add, "./" + String(repeating: "n", count: 100_000), "1").status == 200)
    }

    @Test("DM-CMD-14: a name that would break a limit is 414, too")
    func renameOverLimit() {
        var tree = StandardDevices.windows()
        #expect(tree.apply(.add, "./abc", "1").status == 200)
        tree.setLocally("./DevDetail/URI/MaxSegLen", value: "5")
        #expect(tree.apply(.replace, "./abc?prop=Name", "abcdef").status == 414)
        #expect(tree.apply(.replace, "./abc?prop=Name", "abcde").status == 200)
    }

    @Test("A profile-oma device of Windows keeps to the rule of ./User: 405 without a user")
    func userScope() {
        var tree = StandardDevices.windows()
        tree.hasUserContext = false
        for verb in Self.verbs {
            let answer = tree.apply(verb, "./User/Vendor/MSFT/Policy", "1")
            #expect(answer.status == 405 && answer.advised == "user-context.missing")
        }
    }
}
