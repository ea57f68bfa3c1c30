import Testing
import XMLStream

@Suite("What stands before the first element")
struct PrologTests {
    @Test(
        arguments: [
            ("<a/>", "a", 0), ("<p:a k='v'/>", "p:a", 0), ("  \r\n<a>", "a", 4), ("<a", "a", 0),
            ("<?xml version='1.0' encoding='utf-8'?>\n<Replace>", "Replace", 39),
            ("<!-- <b> --><a/>", "a", 12), ("<?xml-stylesheet href='<b>'?><a/>", "a", 29),
            ("<!DOCTYPE a SYSTEM \"x>y\" [<!ELEMENT a (#PCDATA)> <!-- ' --> <?p \"?>]><a/>", "a", 69),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "a", 60),
            ("<![CDATA[x]]><a/>", "![CDATA[x]]", 0),
        ] as [(String, String?, Int)])
    func scan(document: String, element: String?, offset: Int) {
        let prolog = XMLProlog(Array(document.utf8))
        #expect(prolog.firstElement == element)
        #expect(prolog.contentOffset == offset)
    }

    @Test(arguments: ["", "   ", "text", "<", "< a/>", "&lt;a/>", "<!-- a", "<?xml", "<!DOCTYPE a [", "<!DOCTYPE 'x"])
    func noElement(document: String) {
        #expect(XMLProlog(Array(document.utf8)).firstElement == nil)
    }

    @Test(
        arguments: [
            ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "UTF-16"),
            ("<?xml version='1.0' encoding = 'x' standalone='yes'?><a/>", "x"),
            ("<?xml version='1.0'?><a encoding='x'/>", nil), ("<?xml version='1.0' encoding=x?><a/>", nil),
            ("<?xml version='1.0' encoding='x?><a b='1'/>", nil), ("<?xmlx encoding='x'?><a/>", nil), ("<a/>", nil),
        ] as [(String, String?)])
    func encoding(document: String, expected: String?) {
        #expect(XMLProlog(Array(document.utf8)).declaredEncoding == expected)
    }

    @Test func facts() {
        let plain = XMLProlog(Array("<a/>".utf8))
        #expect(!plain.hasDeclaration && !plain.hasDocumentType)
        let full = XMLProlog(Array("<?xml version='1.0'?><!DOCTYPE a><a/>".utf8))
        #expect(full.hasDeclaration && full.hasDocumentType)
    }

    @Test("A byte order mark is passed over")
    func mark() {
        let prolog = XMLProlog([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8))
        #expect(prolog.firstElement == "a")
        #expect(prolog.contentOffset == 3)
    }

    @Test("The bytes as they came, in any encoding")
    func decoding() throws {
        let prolog = try XMLProlog(
            decoding: [0xFF, 0xFE] + "<Replace/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(prolog.firstElement == "Replace")
    }
}
