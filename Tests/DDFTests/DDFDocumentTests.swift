import DDF
import Testing
import XMLStream

/// The loader pitfalls of windows-csp.md 6.6, each on the smallest document that has it.
struct DDFDocumentTests {
    /// A document with one root of the given properties and children.
    private static func document(
        _ properties: String, name: String = "X", path: String = "./Vendor/MSFT", children: String = "",
        attributes: String = #" xmlns:MSFT="http://schemas.microsoft.com/MobileDevice/DM""#
    ) throws -> DDFDocument {
        let text = """
            <MgmtTree\(attributes)><VerDTD>1.2</VerDTD>
            <Node><NodeName>\(name)</NodeName><Path>\(path)</Path><DFProperties>\(properties)</DFProperties>\(children)</Node>
            </MgmtTree>
            """
        return try DDFDocument(parsing: Array(text.utf8), name: "x.xml")
    }

    private static let core = """
        <AccessType><Get/></AccessType><DFFormat><chr/></DFFormat><Occurrence><One/></Occurrence><Scope><Dynamic/></Scope>\
        <DFType><MIME>text/plain</MIME></DFType>
        """

    private static func facts(_ more: String, format: String = "chr") throws -> NodeDescription.Facts {
        try document(core.replacing("chr", with: format) + more).roots[0].node.facts
    }

    private static func node(_ name: String, title: String? = nil) -> String {
        let title = title.map { "<DFTitle>\($0)</DFTitle>" } ?? ""
        return "<Node><NodeName>\(name)</NodeName><DFProperties>\(core)\(title)</DFProperties></Node>"
    }

    @Test("6.6 pitfall 1: core elements in the schema's namespace or in none")
    func namespaces() throws {
        for attributes in ["", #" xmlns="http://tempuri.org/DM_DDF-V1_2""#] {
            let document = try Self.document(Self.core, attributes: attributes)
            #expect(document.roots[0].node.facts.access == .get)
            #expect(document.faults.isEmpty)
        }
    }

    @Test("6.6 pitfall 2: byte order mark, CRLF, a DOCTYPE that is never fetched, its processing instruction")
    func prolog() throws {
        let text = """
            \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>\r
            <!DOCTYPE MgmtTree PUBLIC " -//OMA//DTD-DM-DDF 1.2//EN" "http://127.0.0.1:1/DM_DDF-V1_2.dtd" \
            [<?oma-dm-ddf-ver supported-versions="1.2"?>]>\r
            <MgmtTree><Node><NodeName>X</NodeName><Path>.</Path><DFProperties>\(Self.core)</DFProperties></Node></MgmtTree>\r

            """
        let document = try DDFDocument(parsing: Array(text.utf8), name: "x.xml")
        #expect(document.roots.map(\.uri) == ["./X"])
        #expect(document.version == .v1)
    }

    @Test(
        "6.6 pitfall 3: three ways to write a dynamic node",
        arguments: [
            ("", "Account GUID", "Account GUID", "{Account GUID}"), ("\r\n", "Id", "Id", "{Id}"),
            ("*", "a title of any length", "*", "*"), ("", nil, "", "{*}"),
        ])
    func dynamicNames(name: String, title: String?, expected: String, shown: String) throws {
        let document = try Self.document(
            Self.core.replacing("chr", with: "node"), children: Self.node(name, title: title))
        let child = document.roots[0].node.children[0]
        #expect(child.isDynamic)
        #expect(child.name == expected)
        #expect(child.displayName == shown)
        #expect(document.faults.map(\.rule) == (name == "*" ? [.starName] : title == nil ? [.unnamedPlaceholder] : []))
    }

    @Test("6.6 pitfall 3: a title names no node that has a name")
    func titleOfNamedNode() throws {
        let document = try Self.document(Self.core + "<DFTitle>Enable profile manager</DFTitle>", name: " V2UPL1 ")
        #expect(document.roots[0].node.name == "V2UPL1")
        #expect(!document.roots[0].node.isDynamic)
        #expect(document.faults.map(\.rule) == [.paddedName])
    }

    @Test(
        "6.6 pitfall 4: paths with a trailing slash, short and deep ones",
        arguments: [
            ("./Vendor/MSFT/", "./Vendor/MSFT/X"), ("./Vendor", "./Vendor/X"), (".", "./X"), ("./SyncML", "./SyncML/X"),
            (" ./Vendor/MSFT/ProvisioningCommands ", "./Vendor/MSFT/ProvisioningCommands/X"),
        ])
    func paths(path: String, uri: String) throws {
        let document = try Self.document(Self.core, path: path)
        #expect(document.roots[0].uri == uri)
        #expect(document.faults.map(\.rule) == (path.hasSuffix("/") ? [.trailingSlash] : []))
    }

    @Test("6.6 pitfall 6: elements in a Description are no properties")
    func elementsInDescription() throws {
        let sample = "<Description>Send <Replace><Item><DFFormat><int/></DFFormat></Item></Replace></Description>"
        let document = try Self.document(sample + Self.core)
        #expect(document.roots[0].node.facts.format == .chr)
        #expect(document.roots[0].node.facts.access == .get)
        #expect(document.faults.map(\.rule) == [.elementsInDescription])
        #expect(document.faults[0].found == "Replace")
        #expect(document.faults[0].path == "./Vendor/MSFT/X")
    }

    @Test("6.6 pitfall 7: the verb Set is Replace")
    func verbSet() throws {
        let document = try Self.document(Self.core.replacing("<Get/>", with: "<Get/><Set/>"))
        #expect(document.roots[0].node.facts.access == [.get, .replace])
        #expect(document.faults.map(\.rule) == [.unknownVerb])
        #expect(document.faults.map(\.found) == ["Set"])
    }

    @Test(
        "6.6 pitfall 8: numbers in Occurrence",
        arguments: [
            ("<OneOrN>1</OneOrN>", Occurrence.oneOrN(1)), ("<ZeroOrN> 5 </ZeroOrN>", .zeroOrN(5)),
            ("<ZeroOrN/>", .zeroOrN(nil)), ("<OneOrMore/>", .oneOrMore),
        ])
    func occurrence(element: String, expected: Occurrence) throws {
        let document = try Self.document(Self.core.replacing("<One/>", with: element))
        #expect(document.roots[0].node.facts.occurrence == expected)
        #expect(document.faults.map(\.rule) == (expected == .zeroOrN(nil) ? [.occurrenceWithoutNumber] : []))
    }

    @Test("6.6 pitfall 9: missing elements, each with its place")
    func missing() throws {
        let document = try Self.document("<AccessType/><MSFT:Applicability/>", children: "<Node/>")
        let node = document.roots[0].node
        #expect(node.facts.format == .node)
        #expect(node.facts.occurrence == .one)
        #expect(node.facts.access == [])
        #expect(
            Set(document.faults.map(\.rule)) == [
                .emptyAccessType, .missingOccurrence, .unknownScope, .missingType, .unknownFormat, .emptyApplicability,
                .missingProperties, .unnamedPlaceholder,
            ])
        #expect(document.faults.allSatisfy { $0.position.line == 2 })
        #expect(document.version == .v2)
    }

    @Test(
        "6.6 pitfall 10: all spellings of a delimiter",
        arguments: [(";", ";"), ("|", "|"), ("0xF000", "\u{F000}"), ("\\xF000", "\u{F000}")])
    func delimiters(spelling: String, expected: String) throws {
        let list = #"<MSFT:AllowedValues ValueType="None"><MSFT:List Delimiter="\#(spelling)"/></MSFT:AllowedValues>"#
        let document = try Self.document(Self.core + list)
        #expect(document.roots[0].node.facts.allowedValues == AllowedValues(.none, listDelimiter: expected))
        #expect(document.faults.map(\.rule) == (spelling == expected ? [] : [.delimiterSpelling]))
        let separator = "<MSFT:SubStringSeparatorChar>\(spelling)</MSFT:SubStringSeparatorChar>"
        #expect(try Self.facts(separator).supportedValues == AllowedValues(.none, listDelimiter: expected))
    }

    @Test(
        "6.6 pitfall 11: the grammar of ranges",
        arguments: [
            ("[0-100]", [0...100]), ("[5]", [5...5]), ("[(-1)-2147483647]", [-1...2_147_483_647]),
            ("[(-1)-4294967295]", [-1...4_294_967_295]), ("[1-3,7]", [1...3, 7...7]), ("[-2-3]", [-2...3]),
            ("0-100", []), ("[a-b]", []), ("[5-1]", []), ("[]", []), ("[(1-2]", []), ("[1-99999999999999999999]", []),
        ])
    func ranges(text: String, expected: [ClosedRange<Int64>]) throws {
        let range = #"<MSFT:AllowedValues ValueType="Range"><MSFT:Value>\#(text)</MSFT:Value></MSFT:AllowedValues>"#
        let document = try Self.document(Self.core.replacing("chr", with: "int") + range)
        #expect(document.roots[0].node.facts.allowedValues?.kind == .range(expected))
        #expect(document.faults.map(\.rule) == (expected.isEmpty ? [.unreadableRange] : []))
    }

    @Test("6.6 pitfalls 12 and 16: defaults as written, on the wire, and as faults")
    func defaults() throws {
        for (format, text, wire, rules) in [
            ("bool", "False", "false", []), ("bool", "1", "true", []), ("int", "0x0", "0", []), ("int", "7", "7", []),
            ("int", "Not available", nil, [DDFRule.defaultOfOtherFormat]),
            ("chr", "Not available", "Not available", []),
        ] as [(String, String, String?, [DDFRule])] {
            let document = try Self.document(
                Self.core.replacing("chr", with: format) + "<DefaultValue>\(text)</DefaultValue>")
            #expect(document.roots[0].node.facts.defaultValue == text)
            #expect(document.roots[0].node.facts.defaultOnWire == wire)
            #expect(document.faults.map(\.rule) == rules)
        }
        #expect(try Self.facts("<DefaultValue></DefaultValue>").defaultValue == "")
        #expect(try Self.facts("<DefaultValue></DefaultValue>", format: "int").defaultValue == nil)
    }

    @Test("6.6 pitfall 15: schemas and sample documents are not kept")
    func documentsAsValues() throws {
        for (type, kind) in [("XSD", AllowedValues.Kind.xsd), ("JSON", .json), ("SDDL", .sddl)] {
            let value = "<MSFT:Value><![CDATA[<xs:schema/>]]></MSFT:Value>"
            let allowed = #"<MSFT:AllowedValues ValueType="\#(type)">\#(value)</MSFT:AllowedValues>"#
            #expect(try Self.facts(allowed).allowedValues == AllowedValues(kind))
        }
    }

    @Test("6.6 pitfall 18: placeholders and a missing minor version")
    func versions() throws {
        let applicability = """
            <MSFT:Applicability><MSFT:OsBuildVersion>10.19041.789, 88.8.88888, 10.0.22000</MSFT:OsBuildVersion>\
            <MSFT:CspVersion>9.9</MSFT:CspVersion><MSFT:EditionAllowList>0x4;0x88*;</MSFT:EditionAllowList>\
            <MSFT:RequiresAzureAd/></MSFT:Applicability>
            """
        let document = try Self.document(Self.core + applicability)
        #expect(
            document.roots[0].node.facts.applicability
                == Applicability(
                    versions: [
                        WindowsVersion(build: 19041, revision: 789), WindowsVersion(build: 88888, isPlaceholder: true),
                        WindowsVersion(build: 22000),
                    ], cspVersion: "9.9", editions: [0x4, Applicability.holographicForBusiness], requiresAzureAD: true))
        #expect(document.faults.map(\.rule) == [.versionSpelling])
        #expect(document.faults.map(\.found) == ["10.19041.789, 88.8.88888, 10.0.22000"])
    }

    @Test("6.6 pitfall 19: any order, and unknown elements")
    func order() throws {
        let text = """
            <MgmtTree xmlns:MSFT="http://schemas.microsoft.com/MobileDevice/DM"><Node><Node><DFProperties>\(Self.core)
            </DFProperties><NodeName>Child</NodeName></Node><DFProperties><MSFT:News/>\
            \(Self.core.replacing("chr", with: "node"))</DFProperties>
            <Path>./Vendor/MSFT</Path><NodeName>X</NodeName></Node><VerDTD>1.2</VerDTD></MgmtTree>
            """
        let document = try DDFDocument(parsing: Array(text.utf8), name: "x.xml")
        #expect(document.roots.map(\.uri) == ["./Vendor/MSFT/X"])
        #expect(document.roots[0].node.children.map(\.name) == ["Child"])
        #expect(document.faults.map(\.rule) == [.unknownElement])
        #expect(document.faults[0].found == "News")
    }

    @Test("6.3: every extension of version 2 that states a fact")
    func extensions() throws {
        let facts = try Self.facts(
            """
            <CaseSense><CIS/></CaseSense><MSFT:DynamicNodeNaming><MSFT:UniqueName>prose [</MSFT:UniqueName>\
            </MSFT:DynamicNodeNaming><MSFT:RebootBehavior>Automatic</MSFT:RebootBehavior><MSFT:GpMapping GpElement="x"/>\
            <MSFT:ConflictResolution>LastWrite</MSFT:ConflictResolution><MSFT:Deprecated OsBuildDeprecated="10.0.22000"/>\
            <MSFT:AtomicRequired/><MSFT:AllowedValues ValueType="Flag"><MSFT:Enum><MSFT:Value>0x1</MSFT:Value>\
            <MSFT:ValueDescription>One</MSFT:ValueDescription></MSFT:Enum></MSFT:AllowedValues>
            """)
        #expect(facts.caseSense == .insensitive)
        #expect(facts.naming == .uniqueName)
        #expect(facts.rebootBehavior == .automatic)
        #expect(facts.conflictResolution == .lastWrite)
        #expect(facts.isDeprecated)
        #expect(facts.deprecatedSince == "10.0.22000")
        #expect(facts.isAtomicRequired)
        #expect(facts.allowedValues == AllowedValues(.flags(["0x1"])))
        #expect(facts.mimeType == "text/plain")
    }

    @Test(
        "6.5: what the extensions of version 1 state about values",
        arguments: [
            (#"<MSFT:SupportedValues low="0" high="3"></MSFT:SupportedValues>"#, AllowedValues(.range([0...3]))),
            (#"<MSFT:SupportedValues AllowedValues="0, 1"/>"#, AllowedValues(.enumeration(["0", "1"]))),
            (
                #"<MSFT:SupportedValues low="0" high="1"><MSFT:SupportedValue value="1" description="On"/></MSFT:SupportedValues>"#,
                AllowedValues(.enumeration(["1"]))
            ),
            (
                "<MSFT:MinValue>0</MSFT:MinValue><MSFT:MaxValue>65535</MSFT:MaxValue>",
                AllowedValues(.range([0...65535]))
            ),
            ("<MSFT:MinValue>0</MSFT:MinValue><MSFT:MaxValue/>", AllowedValues(.range([0...4_294_967_295]))),
            ("<MSFT:MinValue></MSFT:MinValue><MSFT:MaxLength/>", nil),
            ("<MSFT:ADMXBacked>VolumeEncryption.admx</MSFT:ADMXBacked>", AllowedValues(.admx)),
            ("<MSFT:ADMXMapped>MSI.admx</MSFT:ADMXMapped>", nil),
            ("<MSFT:XMLSchema><![CDATA[<xs:schema/>]]></MSFT:XMLSchema>", AllowedValues(.xsd)),
        ])
    func version1(extensions: String, expected: AllowedValues?) throws {
        let document = try Self.document(Self.core + extensions)
        #expect(document.roots[0].node.facts.supportedValues == expected)
        #expect(document.roots[0].node.facts.allowedValues == nil)
        #expect(document.version == .v1)
        #expect(document.faults.isEmpty)
    }

    @Test(
        "what is no device description",
        arguments: [
            ("<SyncML/>", DDFError.Code.notADeviceDescription), ("<MgmtTree/>", .noNodes),
            ("<MgmtTree><Node><NodeName>X</NodeName></Node></MgmtTree>", .noPath),
            ("<MgmtTree><Node></MgmtTree>", .xml(.notWellFormed)), ("", .xml(.empty)),
        ])
    func refused(text: String, code: DDFError.Code) {
        #expect { try DDFDocument(parsing: Array(text.utf8), name: "x.xml") } throws: {
            ($0 as? DDFError)?.code == code
        }
    }
}
