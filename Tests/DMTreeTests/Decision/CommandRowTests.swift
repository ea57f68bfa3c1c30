import DDF
import DMTree
import Notation
import Testing

/// windows-csp.md 5.9 rows 1 to 6: what can be said without looking at the node.
struct CommandRowTests {
    private static let leaf = "\(Devices.account)/FirstSyncStatus/TimeOutUntilSyncFailure"

    @Test(
        "5.9 row 1: an element that is no DM command is 400, with or without CmdID",
        arguments: [
            "Put", "Search", "Sync", "Map", "Move", "Foo",
        ])
    func row1(name: String) {
        var tree = Devices.enrolled()
        let before = tree.content
        for cmdID in ["2", nil] {
            for isInAtomic in [false, true] {
                let answer = tree.apply(.notACommand(name), Self.leaf, "1", cmdID: cmdID, isInAtomic: isInAtomic)
                #expect(answer.status == 400)
                #expect(answer.error == nil)
                #expect(answer.row == .notACommand)
                #expect(answer.text.contains(name))
            }
        }
        #expect(tree.content == before)
    }

    @Test(
        "5.9 row 2: without CmdID every command is 400, before all other rows",
        arguments: [
            Sent(.add, leaf, "1"), Sent(.replace, leaf, "1"), Sent(.delete, leaf), Sent(.get, leaf), Sent(.exec, leaf),
            Sent(.copy, leaf), Sent(.alert("1100"), nil), Sent(.replace, nil), Sent(.get, "/malformed"),
        ])
    func row2(sent: Sent) {
        var tree = Devices.enrolled(hasUser: false)
        let before = tree.content
        let answer = tree.apply(sent.verb, sent.target, sent.data, cmdID: nil)
        #expect(answer.status == 400)
        #expect(answer.error == nil)
        #expect(answer.row == .noCmdID)
        #expect(answer.text.contains("CmdID"))
        #expect(tree.content == before)
    }

    @Test("5.9 row 3: CmdID 0 and a CmdID used twice are executed", arguments: ["0", "7"])
    func row3(cmdID: String) {
        var tree = Devices.enrolled()
        for value in ["61", "62"] {
            #expect(tree.apply(.replace, Self.leaf, value, cmdID: cmdID).status == 200)
            #expect(tree.get(Self.leaf) == value)
        }
    }

    @Test(
        "5.9 row 4, DM-ALRT-07: Copy and UI alerts are 406",
        arguments: [
            Sent(.copy, leaf), Sent(.copy, nil), Sent(.copy, "/malformed"), Sent(.copy, "./User/Vendor/MSFT/Nothing"),
            Sent(.alert("1100"), nil), Sent(.alert("1101"), nil), Sent(.alert("1102"), nil), Sent(.alert("1103"), nil),
            Sent(.alert("1104"), nil),
        ])
    func row4(sent: Sent) {
        var tree = Devices.enrolled(hasUser: false)
        let before = tree.content
        let answer = tree.apply(sent.verb, sent.target, sent.data)
        #expect(answer.status == 406)
        #expect(answer.error == .notImplemented)
        #expect(answer.row == .unsupportedCommand)
        #expect(tree.content == before)
    }

    @Test("oma-dm.md 2.5: alerts of the session are 200, codes that nobody defined 406")
    func alerts() {
        var tree = Devices.enrolled()
        for code in ["1200", "1222", "1225"] { #expect(tree.apply(.alert(code), nil).status == 200) }
        for code in ["1105", "1199", "9999", "", "x"] { #expect(tree.apply(.alert(code), nil).status == 406) }
    }

    @Test(
        "5.9 row 5: no Item, no Target or a malformed LocURI is 400",
        arguments: [
            (nil, nil, "Target"), ("", HRESULT.forbiddenURISegment, "empty"),
            ("/Vendor/MSFT/Policy", .forbiddenURISegment, "begin it with"),
            ("./Device/Vendor/MSFT/", .forbiddenURISegment, "take the extra"),
            ("./Vendor//MSFT", .forbiddenURISegment, "take the extra"),
            ("./Vendor/MSFT/*", .forbiddenURISegment, "name the node"),
            ("./Vendor/MSFT/./Policy", .forbiddenURISegment, "only at the start"),
            ("./User/Vendor/../Vendor", .forbiddenURISegment, "only at the start"),
            ("./Vendor/MSFT/%7", .forbiddenURISegment, "hexadecimal"),
        ] as [(String?, HRESULT?, String)])
    func row5(target: String?, error: HRESULT?, hint: String) {
        var tree = Devices.enrolled(hasUser: false)
        let before = tree.content
        for verb in [Verb.add, .replace, .delete, .get, .exec] {
            let answer = tree.apply(verb, target, "1")
            #expect(answer.status == 400)
            #expect(answer.error == error)
            #expect(answer.row == .malformedAddress)
            #expect(answer.text.contains(hint), "\(answer.text)")
        }
        #expect(tree.content == before)
    }

    @Test("5.9 row 6: no address is too long or too deep", .timeLimit(.minutes(1)))
    func row6() {
        var tree = Devices.enrolled()
        let below = [
            "./Device/Vendor/MSFT/", "./Device/Vendor/MSFT/Policy/Config/", "./User/Vendor/MSFT/", "./",
            "./SyncML/DMAcc/",
        ]
        let deep = Array(repeating: "name", count: 10_000).joined(separator: "/")
        let wide = String(repeating: "n", count: 100_000)
        for start in below {
            for address in [start + deep, start + wide, start + wide + "?list=Struct"] {
                for verb in [Verb.get, .replace, .add, .delete, .exec] {
                    let answer = tree.apply(verb, address, "1")
                    #expect(answer.status != 414)
                    #expect(answer.row != .nodeLimit)
                    if answer.row == .unknownNode { #expect(answer.text.utf8.count < 2_000) }
                }
            }
        }
    }
}
