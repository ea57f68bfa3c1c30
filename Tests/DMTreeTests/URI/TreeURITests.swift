import DMTree
import Testing

/// windows-csp.md 1.1 and 1.2, oma-dm.md 3.2: addresses.
struct TreeURITests {
    @Test(
        "1.2: malformed addresses",
        arguments: [
            ("", "empty"), ("  \n", "empty"), ("/Vendor/MSFT", "begins with"), ("/", "begins with"),
            ("./", "empty name"), ("./Device/", "empty name"), ("./Device//MSFT", "empty name"), (".//A", "empty name"),
            ("?prop=Name", "empty name"), ("./A/?list=Struct", "empty name"), ("./A/*", "\"*\""), ("*", "\"*\""),
            ("./A/%2A/B", "\"*\""), ("./Vendor/MSFT/Registry/HKLM/Security/./Test", "\".\""), ("./A/../B", "\"..\""),
            ("../A", "\"..\""), ("./A/.", "\".\""), ("./A/%2E%2e", "\"..\""), ("./A/%", "percent"),
            ("./A/%2", "percent"), ("./A/%zz", "percent"), ("./A/%FF%FE", "percent"),
        ])
    func malformed(locURI: String, reason: String) {
        let fault = #expect(throws: MalformedURI.self) { try TreeURI(locURI) }
        #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
        #expect(fault?.hint.isEmpty == false)
    }

    @Test(
        "DM-TREE-02, 1.1: spellings of one address",
        arguments: [
            ("./A/B", "A/B"), ("./Vendor/MSFT/Policy", "./Device/Vendor/MSFT/Policy"),
            ("Vendor/MSFT/Policy", "./device/vendor/msft/POLICY"), ("./%56endor/MSFT", "./Device/Vendor/MSFT"),
            ("./User/Vendor/MSFT", "./user/VENDOR/Msft"), (" ./A/B\n", "./A/B"),
            ("./A/MS%20DM%20Server", "./A/MS DM Server"), ("./A/%7bX%7d", "./A/{x}"),
            ("./A/\u{F000}", "./A/%EF%80%80"), ("./A/caf\u{C9}", "./A/caf%C3%A9"),
            ("./A?prop=Name", "./a?PROP=Name"),
        ])
    func equal(left: String, right: String) throws {
        let (left, right) = (try TreeURI(left), try TreeURI(right))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.keys == right.keys)
    }

    @Test(
        "1.1: addresses that differ",
        arguments: [
            ("./A/B", "./A/C"), ("./User/Vendor/MSFT", "./Device/Vendor/MSFT"), ("./A", "./A/B"),
            ("./A", "./A?prop=Name"), ("./A?prop=Name", "./A?list=Name"),
        ])
    func different(left: String, right: String) throws {
        #expect(try TreeURI(left) != TreeURI(right))
    }

    @Test(
        "1.1: scope and spelling",
        arguments: [
            (".", TreeURI.Scope.outside, TreeURI.Spelling.other, 0), ("./Device", .device, .device, 1),
            ("./Vendor", .device, .vendor, 2), ("./Vendor/MSFT/X", .device, .vendor, 3),
            ("./Device/Vendor/MSFT/X", .device, .device, 3), ("./User", .user, .other, 1),
            ("./User/Vendor/MSFT/X", .user, .other, 3), ("./DevInfo/Man", .outside, .other, 0),
            ("./SyncML", .outside, .other, 1), ("./SyncML/DMAcc/1", .outside, .other, 1), ("X", .outside, .other, 0),
        ])
    func scope(locURI: String, scope: TreeURI.Scope, spelling: TreeURI.Spelling, structural: Int) throws {
        let uri = try TreeURI(locURI)
        #expect(uri.scope == scope)
        #expect(uri.spelling == spelling)
        #expect(uri.structuralCount == structural)
    }

    @Test("1.1: a reply echoes the server's spelling, so the text stays as written; names are decoded")
    func textAndNames() throws {
        let uri = try TreeURI(" ./Vendor/MSFT/Office/%7BA%20b%7D?list=Struct ")
        #expect(uri.text == "./Vendor/MSFT/Office/%7BA%20b%7D?list=Struct")
        #expect(uri.textWithoutQuery == "./Vendor/MSFT/Office/%7BA%20b%7D")
        #expect(uri.segments == ["Device", "Vendor", "MSFT", "Office", "{A b}"])
        #expect(uri.keys == ["device", "vendor", "msft", "office", "{a b}"])
        #expect(uri.canonical == "./Device/Vendor/MSFT/Office/%7BA%20b%7D")
        #expect(uri.query == .list("Struct"))
    }

    @Test(
        "1.3: queries, also in odd places",
        arguments: [
            ("./A?prop=Type", TreeURI.Query.property("Type")), ("./A?LIST=StructData", .list("StructData")),
            ("./A?", .other("")), ("./A?x", .other("x")), ("./A?prop=", .property("")), ("./A?x=y", .other("x=y")),
            ("./A?prop=Name/B", .property("Name/B")), ("./A?prop=a=b?c", .property("a=b?c")),
            (".?prop=Name", .property("Name")),
        ])
    func queries(locURI: String, query: TreeURI.Query) throws {
        let uri = try TreeURI(locURI)
        #expect(uri.query == query)
        #expect(uri.segments.count <= 1)
    }

    @Test("1.2: an encoded question mark or slash belongs to the name; so do dots inside a name")
    func encodedPunctuation() throws {
        let uri = try TreeURI("./A/b%3Fprop=Name/c%2Fd/.e/f..")
        #expect(uri.segments == ["A", "b?prop=Name", "c/d", ".e", "f.."])
        #expect(uri.query == nil)
    }

    @Test("DM-TREE-04: names keep their case, comparison ignores it")
    func caseIsKept() throws {
        let uri = try TreeURI("./Vendor/MSFT/WiFi/Profile/MyNet")
        #expect(uri.segments.last == "MyNet")
        #expect(uri.keys.last == "mynet")
        #expect(uri.caseSensitive(at: 5).keys.last == "MyNet")
        #expect(uri.caseSensitive(at: 0) == uri.caseSensitive(at: 0))
    }

    @Test("relatives: child, prefix and replacing")
    func relatives() throws {
        let uri = try TreeURI("./Vendor/MSFT/Office?list=Struct")
        #expect(uri.child("a b") == (try TreeURI("./Device/Vendor/MSFT/Office/a%20b")))
        #expect(uri.child("a b").text == "./Vendor/MSFT/Office/a%20b")
        #expect(uri.prefix(0).canonical == ".")
        #expect(uri.prefix(3) == (try TreeURI("./Vendor/MSFT")))
        #expect(uri.prefix(99).keys == uri.keys)
        #expect(try TreeURI(".").child("Device") == TreeURI("./Device"))
        #expect(try TreeURI(".").child("Vendor") == TreeURI("./Vendor"))
        #expect(try TreeURI("A/B").child("C").text == "A/B/C")
        #expect(uri.replacing(at: 3, with: "WiFi").keys.last == "wifi")
    }

    @Test("5.9 row 6: nothing is too long", .timeLimit(.minutes(1)))
    func long() throws {
        let deep = "./" + (0..<10_000).map { "n\($0)" }.joined(separator: "/")
        #expect(try TreeURI(deep).segments.count == 10_000)
        let wide = String(repeating: "x", count: 1_000_000)
        #expect(try TreeURI("./\(wide)").segments == [wide])
    }
}
