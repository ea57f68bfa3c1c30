import DMTree
import Notation
import Testing

@testable import CSP

/// The values of ADMX-backed policies (windows-csp.md 4.6), by their form and, for ingested ones, by their file.
@Suite struct ADMXValueTests {
    /// A policy of the catalogue with AllowedValues of kind ADMX.
    private static let shipped = "./Device/Vendor/MSFT/Policy/Config/DesktopAppInstaller/SourceAutoUpdateInterval"

    @Test(
        "Forms that every ADMX-backed policy takes",
        arguments: [
            "<enabled/>", "<disabled/>", "<Enabled/>", "<DISABLED />", "<enabled></enabled>", " <enabled/> ",
            "<enabled/><data id=\"a\" value=\"1\"/>", "<enabled/><Data id=\"a\" value=\"1\"/>",
            "<enabled/><data id='a' value='1'/>", "<enabled/>\n  <data\n id=\"a\"\n value=\"x &amp; y\"/>\n",
            "<enabled/><data id=\"a\" value=\"1&#xF000;x\u{F000}2&#xF000;y\"/>",
            "<enabled/><data value=\"1\" id=\"a\"/>",
            "<data id=\"a\" value=\"1\"/><enabled/>", "<!-- x --><enabled/>",
            "<?xml version=\"1.0\"?><enabled/>", "<enabled/><data id=\"a\" value=\"\"/>",
        ])
    func right(value: String) {
        var tree = Devices.fresh()
        #expect(tree.status(.replace, Self.shipped, value, format: "chr") == 200)
        #expect(tree.get(Self.shipped) == value, "stored as it was sent")
    }

    @Test(
        "Forms that none takes",
        arguments: [
            ("1", 500, .invalidArgument), ("", 500, .invalidArgument), (" ", 500, .invalidArgument),
            ("<enabled>", 415, .xmlParseError), ("<enabled/", 415, .xmlParseError),
            ("<enabled/><data id=\"a\" value=\"1\">", 415, .xmlParseError),
            ("<enabled/><data id=\"a\" value=\"<\"/>", 415, .xmlParseError),
            ("<enabled/><data id=\"a\" value=\"x & y\"/>", 415, .xmlParseError),
            ("<data id=\"a\" value=\"1\"/>", 500, .invalidArgument), ("<enabled/><disabled/>", 500, .invalidArgument),
            ("<disabled/><data id=\"a\" value=\"1\"/>", 500, .invalidArgument),
            ("<enabled/><data value=\"1\"/>", 500, .invalidArgument),
            ("<enabled/><data id=\"a\"/>", 500, .invalidArgument), ("<on/>", 500, .invalidArgument),
            ("<enabled/>yes", 500, .invalidArgument), ("<enabled/><value id=\"a\"/>", 500, .invalidArgument),
            ("&lt;enabled/&gt;", 500, .invalidArgument), ("enabled", 500, .invalidArgument),
        ] as [(String, Int, HRESULT)])
    func wrong(value: String, status: Int, error: HRESULT) {
        var tree = Devices.fresh()
        #expect(tree.status(.replace, Self.shipped, "<enabled/>") == 200)
        let answer = tree.send(.replace, Self.shipped, value, format: "chr")
        #expect(answer.status == status && answer.error == error && answer.advised == ["policy.admx-value"])
        #expect(answer.row == (status == 415 ? .notOfFormat : .valueNotAllowed))
        #expect(tree.get(Self.shipped) == "<enabled/>", "the old value is kept")
        #expect(tree.get(Self.shipped.replacing("/Config/", with: "/Result/")) == "<enabled/>")
    }

    @Test("5.9 row 17 comes first, row 20 lets a write without Data pass")
    func otherRows() {
        var tree = Devices.fresh()
        let answer = tree.send(.replace, Self.shipped, "nonsense", format: "b64")
        #expect(answer.status == 415 && answer.error == .invalidDataType && answer.row == .formatMismatch)
        #expect(tree.status(.add, Self.shipped, nil) == 200)
        #expect(tree.status(.replace, Self.shipped, nil) == 200)
    }

    @Test("A value that is cut off anywhere is refused")
    func truncation() {
        let text = "<enabled/><data id=\"Interval\" value=\"15&#xF000;x\"/><data id=\"b\" value=\"\"/>"
        var tree = Devices.fresh()
        let whole = ["<enabled/>", "<enabled/><data id=\"Interval\" value=\"15&#xF000;x\"/>", text]
        for count in 0...text.utf8.count {
            let cut = String(decoding: Array(text.utf8.prefix(count)), as: UTF8.self)
            #expect((tree.status(.replace, Self.shipped, cut) == 200) == whole.contains(cut), "\(cut)")
        }
    }

    @Test("The quick reading and the parser agree")
    func quick() throws {
        let data = "<data id=\"a b\" value=\"1;|\\x'\"/><data id=\"c\" value=\"\"/>"
        let quick = try ADMXValue(parsing: "<enabled/>" + data)
        #expect(quick == (try ADMXValue(parsing: "<enabled/> " + data)))
        #expect(quick.data.map(\.id) == ["a b", "c"] && quick.data.map(\.value) == ["1;|\\x'", ""])
        #expect(try ADMXValue(parsing: "<enabled/><data id=\"é\" value=\"&lt;\"/>").data.first?.value == "<")
    }

    // MARK: Ingested policies

    private static let elements = """
        <text id="Text" valueName="t" required="true" maxLength="8"/><multiText id="Lines" valueName="m" maxStrings="3" \
        maxLength="4"/><list id="List" additive="true"/><boolean id="Flag" valueName="b"/><enum id="Choice" \
        valueName="e"><item displayName="x"><value><decimal value="0"/></value></item><item><value><decimal \
        value="7"/></value></item><item><value><string>auto</string></value></item></enum><decimal id="Number" \
        valueName="d" minValue="5" maxValue="10"/><longDecimal id="Long" valueName="l"/>
        """

    /// Every input with a value that it takes.
    private static let good = [
        "Text": "abc", "Lines": "one\u{F000}two", "List": "1\u{F000}a\u{F000}2\u{F000}b", "Flag": "true", "Choice": "7",
        "Number": "5", "Long": "18446744073709551615",
    ]
    private static let policy = "./User/Vendor/MSFT/Policy/Config/Contoso~Policy~Top/P"

    private static func ingested(_ elements: String = elements) -> DeviceTree {
        var tree = Devices.fresh()
        let text = ADMXFiles.file(
            categories: [("Top", nil)], policies: ADMXFiles.policy("P", "Both", in: "Top", elements: elements))
        #expect(tree.status(.add, ADMXFiles.node("File1"), text) == 200)
        return tree
    }

    private static func value(_ data: [String: String]) -> String {
        data.sorted { $0.key < $1.key }.reduce("<enabled/>") { text, datum in
            text + "<data id=\"\(datum.key)\" value=\"\(datum.value)\"/>"
        }
    }

    @Test(
        "What each input takes",
        arguments: [
            ("Text", "12345678"), ("Lines", ""), ("Lines", "a\u{F000}b\u{F000}c"), ("List", ""), ("List", "n\u{F000}"),
            ("List", "n&#xF000;v"), ("Flag", "FALSE"), ("Flag", "1"), ("Flag", "0"), ("Choice", "0"),
            ("Choice", "auto"),
            ("Number", "10"), ("Long", "0"), ("text", "x"),
        ])
    func taken(id: String, value: String) {
        var tree = Self.ingested()
        var data = Self.good
        if data.removeValue(forKey: id) == nil { data["Text"] = nil }
        data[id] = value
        #expect(tree.status(.replace, Self.policy, Self.value(data)) == 200)
    }

    @Test(
        "What each input refuses, with its id and what it wants",
        arguments: [
            ("Text", "", "required", "text"), ("Text", "123456789", "9 characters", "at most 8"),
            ("Lines", "a\u{F000}b\u{F000}c\u{F000}d", "4 lines", "U+F000"),
            ("Lines", "abcde", "5 characters", "U+F000"),
            ("List", "alone", "no pairs", "pairs"), ("List", "a\u{F000}b\u{F000}c", "no pairs", "pairs"),
            ("List", "\u{F000}b", "without name", "pairs"), ("Flag", "yes", "yes", "true, false, 1 or 0"),
            ("Flag", "", "\"\"", "true, false, 1 or 0"), ("Choice", "1", "no item", "0, 7, \"auto\""),
            ("Choice", "Auto", "no item", "0, 7, \"auto\""), ("Number", "4", "out of range", "5 to 10"),
            ("Number", "11", "out of range", "5 to 10"), ("Number", "-1", "no number", "5 to 10"),
            ("Number", "five", "no number", "5 to 10"), ("Number", "0x6", "no number", "5 to 10"),
            ("Long", "18446744073709551616", "no number", "from 0 on"),
        ])
    func refused(id: String, value: String, message: String, hint: String) throws {
        var tree = Self.ingested()
        #expect(tree.status(.replace, Self.policy, "<disabled/>") == 200)
        var data = Self.good
        data[id] = value
        let answer = tree.send(.replace, Self.policy, Self.value(data))
        #expect(answer.status == 500 && answer.error == .invalidArgument && answer.advised == ["policy.admx-data"])
        let advice = try #require(answer.decision.advice.first)
        #expect(advice.message.contains("\"\(id)\"") && advice.message.contains(message))
        #expect(advice.hint.contains(hint))
        #expect(tree.get(Self.policy) == "<disabled/>")
    }

    @Test("Every input has to be there", arguments: good.keys.sorted())
    func missing(id: String) throws {
        var tree = Self.ingested()
        var data = Self.good
        data[id] = nil
        let answer = tree.send(.add, Self.policy, Self.value(data))
        #expect(answer.status == 500 && answer.error == .invalidArgument && answer.advised == ["policy.admx-data"])
        #expect(try #require(answer.decision.advice.first).message.contains("\"\(id)\" is missing"))
        #expect(tree.status(.get, Self.policy) == 404)
    }

    @Test(
        "Data ids that the policy has not",
        arguments: [("Tex", "Text"), ("Nothing", "its inputs are Text, Lines"), ("Text", "once")])
    func unknown(id: String, hint: String) throws {
        var tree = Self.ingested()
        let answer = tree.send(
            .replace, Self.policy, Self.value(Self.good) + "<data id=\"\(id)\" value=\"x\"/>")
        #expect(answer.status == 500 && answer.error == .invalidArgument && answer.advised == ["policy.admx-data"])
        #expect(try #require(answer.decision.advice.first).hint.contains(hint))
    }

    @Test("A policy without inputs takes enabled and disabled alone; a disabled one needs no data")
    func withoutInputs() throws {
        var tree = Self.ingested("")
        #expect(tree.status(.replace, Self.policy, "<enabled/>") == 200)
        let answer = tree.send(.replace, Self.policy, "<enabled/><data id=\"a\" value=\"1\"/>")
        #expect(answer.status == 500)
        #expect(try #require(answer.decision.advice.first).hint.contains("alone"))
        var other = Self.ingested()
        #expect(other.status(.replace, Self.policy, "<disabled/>") == 200)
        #expect(other.send(.replace, Self.policy, "<enabled/>").advised == ["policy.admx-data"])
    }

    @Test("Wrong forms of an ingested policy are refused as those of the catalogue are")
    func ingestedForms() {
        var tree = Self.ingested()
        #expect(tree.send(.replace, Self.policy, "1").advised == ["policy.admx-value"])
        #expect(tree.status(.replace, Self.policy, "<enabled") == 415)
    }

    @Test(
        "A decimal without bounds takes every number of 32 bits",
        arguments: [("0", 200), ("4294967295", 200), ("4294967296", 500)])
    func unbounded(value: String, status: Int) {
        var tree = Self.ingested("<decimal id=\"n\" valueName=\"n\"/>")
        #expect(tree.status(.replace, Self.policy, "<enabled/><data id=\"n\" value=\"\(value)\"/>") == status)
    }
}
