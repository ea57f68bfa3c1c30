import Testing
import XMLStream

@Suite("Documents without a root")
struct FragmentTests {
    @Test(arguments: [
        ("<a/>", "<><a></a></>"),
        ("<a/><b>x</b>", "<><a></a><b>\"x\"</b></>"),
        ("<a/>\n text <b/>", "<><a></a>\"\n text \"<b></b></>"),
        ("<?xml version='1.0'?>\n<a/><b/>", "<><a></a><b></b></>"),
        ("<!DOCTYPE a PUBLIC '-//X//Y>//EN' \"http://127.0.0.1:1/x>.dtd\">\n<a/><b/>", "<><a></a><b></b></>"),
        ("<?xml version='1.0'?><!-- <c> --><!DOCTYPE a [<!ELEMENT a (b|c)> <!-- ]> -->]>\n<a/>", "<><a></a></>"),
        ("\n\n<a/>", "<><a></a></>"),
        ("<!-- c --><a/><!-- d -->", "<><a></a></>"),
        // An element of the name that the synthetic root has on its way through libxml2.
        ("<_/><a><_>x</_></a>", "<><_></_><a><_>\"x\"</_></a></>"),
    ])
    func content(document: String, expected: String) throws {
        #expect(try outline(parse(document, shape: .fragment)) == expected)
    }

    @Test func placesAndRanges() throws {
        let text = "<?xml version='1.0'?>\n<a>\u{20AC}</a>\n<b/>"
        let found = elements(try parse(text, shape: .fragment))
        let tape = found[0].tape
        #expect(found.map { "\($0.position)" } == ["2:1", "2:1", "3:1"])
        #expect(found.map { slice(tape, $0.elementRange) } == ["<a>\u{20AC}</a>\n<b/>", "<a>\u{20AC}</a>", "<b/>"])
        #expect(found.map { slice(tape, $0.contentRange) } == ["<a>\u{20AC}</a>\n<b/>", "\u{20AC}", ""])
        #expect(tape.source == Array(text.utf8))

        let bare = elements(try parse("<a/>", shape: .fragment))
        #expect(bare.map(\.contentRange) == [0..<4, 4..<4])
        #expect(bare.map(\.elementRange) == [0..<4, 0..<4])
    }

    @Test(
        "A comment or instruction before the first element is looked at as one inside",
        arguments: [
            "<!-- a -- b --><a/>", "<?xml version='1.0'?><!-- \u{1} --><a/>", "<!DOCTYPE a> <?p \u{1}?><a/>", "<!-- a",
        ])
    func faultsBeforeTheFirstElement(document: String) throws {
        #expect(try parse("<!-- a --><?p i?><a/>", shape: .fragment).names.count == 2)
        #expect(refusal(document, shape: .fragment) != nil)
    }

    @Test func remarks() throws {
        let tape = try parse("<!DOCTYPE a><p:a/>", shape: .fragment)
        #expect(tape.remarks.map(\.code) == [.documentType, .unboundPrefix("p")])
        #expect(tape.remarks.map(\.position.column) == [1, 13])
    }

    @Test(
        "The synthetic root cannot be closed from inside",
        arguments: [
            "<a/></_><_><b/>", "<a/></_>", "<a/></_><!-- ", "</_>", "<a/></_><?x ", "</_><_>", "<a></_>",
        ])
    func escape(document: String) throws {
        let error = try #require(refusal(document, shape: .fragment))
        #expect(error.code == .notWellFormed)
        #expect(error.position.offset <= document.utf8.count)
    }

    @Test func cutOff() throws {
        let error = try #require(refusal("<a>\n <b>", shape: .fragment))
        #expect(error.code == .notWellFormed)
        #expect("\(error)" == "2:5: the document ends too early: <b>, opened at 2:2, is not closed")
    }

    @Test("An XML declaration further down is refused where it stands")
    func lateDeclaration() throws {
        let error = try #require(refusal("<a>\n<?xml version=\"1.0\"?><b/></a>", shape: .fragment))
        #expect(error.code == .notWellFormed)
        #expect(error.position.line == 2)
        #expect(error.reason == "found an XML declaration that is not at the start of the document")
    }

    @Test("A DOCTYPE that is passed over declares no entity either")
    func entity() throws {
        let error = try #require(refusal("<!DOCTYPE a [\n<!ENTITY e 'x'>]><a/><b/>", shape: .fragment))
        #expect(error.code == .entity)
        #expect(error.position == XMLPosition(line: 2, column: 1, offset: 14))
    }

    @Test(arguments: ["", " \n", "<?xml version='1.0'?>", "<!-- a -->\n"])
    func empty(document: String) throws {
        #expect(refusal(document, shape: .fragment)?.code == .empty)
    }
}
