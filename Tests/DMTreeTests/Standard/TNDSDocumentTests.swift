import DMTree
import ProtocolProfile
import Testing

/// TNDS objects as text (oma-dm.md 3.6).
struct TNDSDocumentTests {
    /// The sample of oma-dm.md 3.6.
    static let sample = """
        <MgmtTree xmlns="syncml:dmddf1.2"><VerDTD>1.2</VerDTD><Node><NodeName>Mail</NodeName>
          <RTProperties><Format><node/></Format><Type><DDFName>com.operatorx.dm/1.0/Mail</DDFName></Type></RTProperties>
          <Node><NodeName>Server</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties>
           <Value>mail.example.com</Value></Node></Node></MgmtTree>
        """

    private static func parse(_ text: String, _ namespace: Ambiguities.TNDSNamespace = .both) throws -> TNDSDocument {
        try TNDSDocument(parsing: Array(text.utf8), namespace: namespace)
    }

    private static func object(_ nodes: String) -> String {
        "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD>\(nodes)</MgmtTree>"
    }

    @Test("DM-TNDS-01: the sample of the standard is read")
    func sampleRead() throws {
        let mail = try #require(Self.parse(Self.sample).nodes.first)
        #expect(mail.name == "Mail" && mail.isInterior && mail.value == nil && mail.path == nil)
        #expect(mail.properties == [.format: "node", .type: "com.operatorx.dm/1.0/Mail"])
        let server = try #require(mail.children.first)
        #expect(server.name == "Server" && !server.isInterior && server.value == "mail.example.com")
        #expect(server.properties == [.format: "chr", .type: "text/plain"])
    }

    @Test("DM-TNDS-01: every element of the grammar is read, in any order, and foreign ones are passed over")
    func elements() throws {
        let text = Self.object(
            """
            <Man>M</Man><Mod>X</Mod><Node><Value> v <![CDATA[<x>]]></Value><x:Own xmlns:x="urn:x"><x:Deep/></x:Own>
            <RTProperties><VerNo>7</VerNo><Type><MIME>text/x</MIME></Type><TStamp>20260101T000000Z</TStamp>
            <Title> T </Title><Size>9</Size><Name>L</Name><Format><int/></Format><ACL> Get=* </ACL></RTProperties>
            <Path>./A/B</Path><DFProperties><AccessType><Get/></AccessType></DFProperties>
            <NodeName> %C3%84%20x </NodeName></Node><Node><NodeName/></Node>
            """)
        let nodes = try Self.parse(text).nodes
        #expect(nodes.count == 2)
        #expect(nodes[0].name == "Ä x" && nodes[0].path == "./A/B" && nodes[0].value == " v <x>")
        #expect(
            nodes[0].properties == [
                .acl: "Get=*", .format: "int", .name: "L", .size: "9", .title: " T ", .tStamp: "20260101T000000Z",
                .type: "text/x", .verNo: "7",
            ])
        #expect(nodes[1].name == "" && nodes[1].isInterior)
    }

    @Test("DM-TNDS-01: without a Format the content tells leaf and interior node")
    func withoutFormat() throws {
        let nodes = try Self.parse(
            Self.object(
                "<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName><Value/></Node></Node><Node><NodeName>C</NodeName></Node>"
            )
        ).nodes
        #expect(nodes.map(\.isInterior) == [true, true])
        #expect(nodes[0].children.first?.value == "" && nodes[0].children.first?.isInterior == false)
    }

    @Test(
        "A14: both namespaces are read, or one of them",
        arguments: [
            ("syncml:dmddf1.2", [.both, .versioned], [.unversioned]),
            ("syncml:dmddf", [.both, .unversioned], [.versioned]), ("syncml:metinf", [], [.both, .versioned]),
        ] as [(String, [Ambiguities.TNDSNamespace], [Ambiguities.TNDSNamespace])])
    func namespaces(
        namespace: String, read: [Ambiguities.TNDSNamespace], refused: [Ambiguities.TNDSNamespace]
    ) throws {
        let text = Self.sample.split(separator: "syncml:dmddf1.2").joined(separator: namespace)
        for option in read { #expect(try Self.parse(text, option).nodes.count == 1) }
        for option in refused {
            let error = #expect(throws: TNDSError.self) { try Self.parse(text, option) }
            #expect(error?.code == .namespace)
        }
        let bare = Self.sample.split(separator: " xmlns=\"syncml:dmddf1.2\"").joined()
        for option in Ambiguities.TNDSNamespace.allCases { #expect(try Self.parse(bare, option).nodes.count == 1) }
    }

    @Test(
        "A14: the namespace that is written is the newer one unless only the older is read",
        arguments: [(Ambiguities.TNDSNamespace.both, "1.2\""), (.versioned, "1.2\""), (.unversioned, "syncml:dmddf\"")])
    func writtenNamespace(option: Ambiguities.TNDSNamespace, written: String) throws {
        let text = try #require(try Self.parse(Self.sample).text(namespace: option))
        #expect(text.contains(written))
        #expect(try Self.parse(text, option) == Self.parse(Self.sample))
    }

    @Test("DM-TNDS-01: what was written is read again as it was")
    func roundTrip() throws {
        var leaf = TNDSNode(name: "Ä /?*<&>")
        leaf.value = "  <&>\r\n\t]]> \u{1F600}\u{F000}"
        leaf.properties = [
            .acl: "Add=A+B&Get=*", .format: "xml", .name: "n", .size: "3", .title: " <t> ", .tStamp: "x", .type: "a/b",
            .verNo: "1",
        ]
        leaf.name = "Ä %?<&>'"
        var inner = TNDSNode(name: "In")
        inner.isInterior = true
        inner.properties = [.type: ""]
        inner.children = [leaf, TNDSNode(name: "Empty")]
        inner.children[1].isInterior = true
        var top = inner
        top.name = "Top"
        top.path = "./A/B"
        top.children.append(inner)
        var second = TNDSNode(name: "")
        second.isInterior = true
        let document = TNDSDocument(nodes: [top, second])
        let text = try #require(document.text())
        #expect(try Self.parse(text) == document)
        #expect(try Self.parse(Self.sample).text().map { try Self.parse($0) } == Self.parse(Self.sample))
    }

    @Test(
        "DM-TNDS-01: what is no object is refused with its place",
        arguments: [
            ("", .xml, 1), ("<MgmtTree>", .xml, 1), ("<SyncML/>", .notAnObject, 1), ("<MgmtTree/>", .version, 1),
            ("<MgmtTree><VerDTD>1.1</VerDTD><Node><NodeName>A</NodeName></Node></MgmtTree>", .version, 1),
            (object(""), .noNodes, 1), (object("\n<Node/>"), .noName, 2),
            (object("<Node><NodeName>A</NodeName>\n<Node><NodeName> </NodeName></Node></Node>"), .noName, 2),
            (object("<Node><NodeName>A/B</NodeName></Node>"), .wrongName, 1),
            (object("<Node><NodeName>A?prop=ACL</NodeName></Node>"), .wrongName, 1),
            (object("<Node><NodeName>..</NodeName></Node>"), .wrongName, 1),
            (object("<Node><NodeName>A</NodeName><Path>/A/</Path></Node>"), .wrongPath, 1),
            (
                object("<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName><Path>./X</Path></Node></Node>"),
                .wrongPath, 1
            ),
            (
                object(
                    "<Node><NodeName>A</NodeName><RTProperties><Format><string/></Format></RTProperties></Node>"),
                .unknownFormat, 1
            ),
            (object("<Node><NodeName>A</NodeName><RTProperties><Format/></RTProperties></Node>"), .unknownFormat, 1),
            (
                object("<Node><NodeName>A</NodeName><Value>1</Value><Node><NodeName>B</NodeName></Node></Node>"),
                .contradiction, 1
            ),
            (
                object(
                    "<Node><NodeName>A</NodeName><RTProperties><Format><node/></Format></RTProperties><Value>1</Value></Node>"
                ), .contradiction, 1
            ),
            (
                object(
                    "<Node><NodeName>A</NodeName><RTProperties><Format><chr/></Format></RTProperties><Node><NodeName>B</NodeName></Node></Node>"
                ), .contradiction, 1
            ),
            (object("<Node><NodeName>A</NodeName></Node><Node><NodeName>a</NodeName></Node>"), .repeatedName, 1),
        ] as [(String, TNDSError.Code, Int)])
    func refused(text: String, code: TNDSError.Code, line: Int) {
        let error = #expect(throws: TNDSError.self) { try Self.parse(text) }
        #expect(error?.code == code)
        #expect(error?.line == line)
        #expect(error?.reason.isEmpty == false)
    }

    @Test("DM-TNDS-01: cut off at every byte, an object is refused")
    func truncated() {
        let bytes = Array(Self.sample.utf8)
        for end in 0..<bytes.count {
            #expect(throws: TNDSError.self) { try TNDSDocument(parsing: Array(bytes[..<end])) }
        }
    }

    @Test("DM-TNDS-01: hostile documents are refused in good time", .timeLimit(.minutes(1)))
    func abuse() throws {
        let deep =
            String(repeating: "<Node><NodeName>n</NodeName>", count: 10_000)
            + String(repeating: "</Node>", count: 10_000)
        #expect(throws: TNDSError.self) { try Self.parse(Self.object(deep)) }
        let entity = "<!DOCTYPE m [<!ENTITY e \"x\">]>" + Self.object("<Node><NodeName>&e;</NodeName></Node>")
        #expect(throws: TNDSError.self) { try Self.parse(entity) }
        let wide = (0..<10_000).map { "<Node><NodeName>n\($0)</NodeName><Value>v</Value></Node>" }.joined()
        #expect(try Self.parse(Self.object(wide)).nodes.count == 10_000)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var bytes = Array(Self.sample.utf8)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            guard let document = try? TNDSDocument(parsing: bytes) else { continue }
            let text = try #require(document.text())
            #expect(throws: Never.self) { try Self.parse(text) }
        }
    }
}
