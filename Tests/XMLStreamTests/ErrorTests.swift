import Testing
import XMLStream

@Suite("A refusal says where and why")
struct ErrorTests {
    @Test(arguments: [
        ("<a>\n  <b>x</c>\n</a>", "2:7: found end tag </c>, expected </b> for <b>, opened at 2:3"),
        ("<a>\n  <b></a>", "2:6: found end tag </a>, expected </b> for <b>, opened at 2:3"),
        ("<a>ä & b</a>", "1:6: found a bare \"&\"; it is written \"&amp;\""),
        ("<a k='ä&'/>", "1:8: found a bare \"&\"; it is written \"&amp;\""),
        (
            "<a>\nx?a=1&b=2</a>",
            "2:6: expected \";\" at the end of an entity reference; a bare \"&\" is written \"&amp;\""
        ),
        ("<a>&#zz;</a>", "1:4: expected a character reference such as \"&#38;\" or \"&#x26;\""),
        ("<a>\n<b k=v/></a>", "2:6: found \"v\", expected a quotation mark (\" or ') before an attribute's value"),
        (
            "<a>\n<b k=\u{201C}v\u{201D}/></a>",
            "2:6: found typographic quotation mark \u{201C} (U+201C), expected a quotation mark (\" or ') before an "
                + "attribute's value"
        ),
        ("<a>\n<b k/></a>", "2:5: attribute \"k\" has no value"),
        ("<a>\n<b k='1' k='2'/></a>", "2:1: attribute \"k\" is given twice"),
        ("<a>\n<b k='1'l='2'/></a>", "2:9: found \"l\", expected white space"),
        ("<a>\n<b k='<'/></a>", "2:7: found \"<\" in an attribute's value; it is written \"&lt;\""),
        ("<a/>\n<b/>", "2:1: found content after the root element; a document has one root"),
        ("<a/>\nx", "2:1: found content after the root element; a document has one root"),
        ("<a>\n1 < 2</a>", "2:4: found white space, expected a name; a bare \"<\" is written \"&lt;\""),
        ("<a>\n<\u{2026}></a>", "2:2: found an ellipsis (U+2026), expected a name; a bare \"<\" is written \"&lt;\""),
        ("<a>\n]]></a>", "2:1: found \"]]>\" in a text; it is written \"]]&gt;\""),
        ("&lt;a/&gt;", "1:1: found \"&lt;\", expected an element: the whole document is escaped"),
        ("HTTP/1.1 200 OK\r\n\r\n<a/>", "1:1: found \"H\", expected an element"),
        ("a", "1:1: found \"a\", expected an element"),
        (
            "<a>\n<Data><?xml version='1.0'?><x/></Data></a>",
            "2:7: found an XML declaration that is not at the start of the document"
        ),
        ("<a>\n<b>", "2:4: the document ends too early: <b>, opened at 2:1, is not closed"),
        ("<a>\n<b k='1", "2:8: the document ends too early: <a>, opened at 1:1, is not closed"),
        ("<a>\u{1}</a>", "1:4: XML forbids character U+0001"),
        ("<a>&#x1;</a>", "1:4: XML forbids character U+0001"),
        ("<a k='x\u{1}'/>", "1:8: XML forbids character U+0001"),
        ("<a k='\u{E4}\u{FFFF}'/>", "1:8: XML forbids character U+FFFF"),
    ])
    func placeAndReason(document: String, expected: String) throws {
        let error = try #require(refusal(document))
        #expect("\(error)" == expected)
    }

    @Test("The number of libxml2's rule goes along")
    func libxml2Code() {
        #expect(refusal("<a></b>")?.libxml2Code == 76)
        #expect(refusal("<a/><b/>")?.libxml2Code == 5)
        #expect(refusal("")?.libxml2Code == 0)
    }

    @Test("After the parser was stopped nothing more is reported")
    func firstFailureCounts() throws {
        // The limit is met first; the broken rest is never looked at.
        let error = try #require(refusal("<a><b><c></x>&", limits: XMLLimits(depth: 2)))
        #expect(error.code == .tooDeep)
        #expect(error.position.column == 7)
        let entity = try #require(refusal("<!DOCTYPE a [<!ENTITY x 'y'> <!BROKEN"))
        #expect(entity.code == .entity)
    }

    private static let message = """
        <?xml version="1.0" encoding="utf-8"?>\r
        <!DOCTYPE SyncML><!-- ä --><?p i?>
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr k='€&amp;' p:l="&#10;"/>
        <SyncBody><Data><![CDATA[<x/>]]> &lt;&#x1F600; 😀</Data><Final /></SyncBody>
        </SyncML>

        """

    @Test(
        "A message cut off at any byte is refused with a place inside of it",
        arguments: [XMLTape.Shape.document, .fragment])
    func truncation(shape: XMLTape.Shape) throws {
        let bytes = Array(Self.message.utf8)
        let end = bytes.count - 1
        #expect(refusal(bytes, shape: shape) == nil)
        for count in 0..<end {
            let part = Array(bytes[..<count])
            guard let error = refusal(part, shape: shape) else {
                Issue.record("cut off after \(count) bytes, the message was accepted")
                continue
            }
            #expect(error.position.offset <= count)
            #expect(!error.reason.isEmpty && !error.reason.contains("\n"))
            #expect([.notWellFormed, .empty, .encoding, .entity].contains(error.code), "\(count): \(error)")
        }
    }

    @Test("A message in UTF-16 cut off at any byte is refused", arguments: [true, false])
    func truncatedUTF16(bigEndian: Bool) {
        let bytes = Self.message.utf16.flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        }
        #expect(refusal(bytes) == nil)
        for count in 0..<(bytes.count - 2) { #expect(refusal(Array(bytes[..<count])) != nil) }
    }

    @Test("Any byte changed to any of some troublesome others neither crashes nor puts a place outside")
    func mutation() {
        let bytes = Array(Self.message.utf8)
        for index in bytes.indices {
            for byte in [
                0, 1, 0x80, 0xFF, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"),
                UInt8(ascii: "/"),
            ] {
                var changed = bytes
                changed[index] = byte
                for shape in [XMLTape.Shape.document, .fragment] {
                    guard let error = refusal(changed, shape: shape) else { continue }
                    #expect(error.position.offset >= 0 && error.position.offset <= changed.count)
                }
            }
        }
    }
}
