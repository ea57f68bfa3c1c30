import Testing

@testable import DDF

/// The catalogue's text on made-up trees: every field survives, and damage is refused.
struct CatalogueTextTests {
    private static func catalogue(_ tree: NodeDescription) -> Catalogue {
        Catalogue(entries: [
            Catalogue.Entry(
                root: CatalogueRoot(
                    scope: .device, csp: "Test", canonicalPath: "./Device/Vendor/MSFT/Test",
                    declaredPath: "./Vendor/MSFT/Test", edition: "v2\tbent", isV1Only: true, cspVersion: "1.4"),
                tree: tree)
        ])
    }

    private static func leaf(
        _ name: String, isDynamic: Bool = false, _ change: (inout NodeDescription.Facts) -> Void = { _ in }
    ) -> NodeDescription {
        var facts = NodeDescription.Facts()
        facts.format = .chr
        change(&facts)
        return NodeDescription(name: name, isDynamic: isDynamic, facts: facts, children: [])
    }

    private static let kinds: [AllowedValues.Kind] = [
        .none, .enumeration(["a|b", "c\td", "", "0x1"]), .enumeration([]), .flags(["0x0", "0x80000000"]),
        .range([-1...4_294_967_295, 7...7]), .regularExpression(["^\\{[^|/]*\\}$", "\""]), .regularExpression([]),
        .admx, .xsd, .json, .sddl,
    ]

    private static let tree: NodeDescription = {
        var children = [
            leaf("*", isDynamic: true), leaf("", isDynamic: true), leaf("Account GUID", isDynamic: true),
            leaf("{literal}"), leaf("\\odd"),
            leaf("Everything") { facts in
                facts.access = [.add, .copy, .delete, .exec, .get, .replace]
                facts.occurrence = .zeroOrN(5)
                facts.scope = .dynamic
                facts.defaultValue = "one\r\ntwo\t\\ \"#"
                facts.mimeType = "application/x"
                facts.caseSense = .sensitive
                facts.supportedValues = AllowedValues(.range([0...1]), listDelimiter: "\u{F000}")
                facts.applicability = Applicability(
                    versions: [
                        WindowsVersion(build: 22000), WindowsVersion(build: 19041, revision: 1202),
                        WindowsVersion(build: 99999, isPlaceholder: true),
                    ], cspVersion: "9.9", editions: [0x4, 0x88, Applicability.holographicForBusiness],
                    requiresAzureAD: true)
                facts.naming = .clientInventory
                facts.rebootBehavior = .serverInitiated
                facts.conflictResolution = .highestValueMostSecureZeroHasNoLimits
                facts.isAtomicRequired = true
                facts.isDeprecated = true
                facts.deprecatedSince = "10.0.22000"
                facts.isRetired = true
            },
            leaf("EmptyDefault") { $0.defaultValue = "" },
            leaf("NoEdition") { $0.applicability.editions = [] },
        ]
        let occurrences: [Occurrence] = [.one, .zeroOrOne, .zeroOrMore, .oneOrMore, .zeroOrN(nil), .oneOrN(3)]
        children += occurrences.map { occurrence in leaf("Occurrence") { $0.occurrence = occurrence } }
        children += NodeFormat.allCases.map { format in leaf("Format") { $0.format = format } }
        children += kinds.flatMap { kind in
            [nil, ";", "|", "\u{F000}"].map { delimiter in
                leaf("Values") { $0.allowedValues = AllowedValues(kind, listDelimiter: delimiter) }
            }
        }
        let inner = NodeDescription(name: "Inner", isDynamic: false, facts: .init(), children: children)
        return NodeDescription(name: "Test", isDynamic: false, facts: .init(), children: [inner, leaf("Last")])
    }()

    @Test("every field of a description survives")
    func fields() throws {
        let catalogue = Self.catalogue(Self.tree)
        let reader = try CatalogueReader(Array(CatalogueWriter.write(catalogue).utf8))
        #expect(reader.root(at: 0) == catalogue.entries[0].root)
        let tree = try reader.tree(at: 0)
        let nodes = Self.list(tree)
        let expected = Self.list(Self.tree)
        #expect(nodes.count == expected.count)
        for (node, expected) in zip(nodes, expected) {
            #expect(node.path == expected.path)
            #expect(node.node.name == expected.node.name)
            #expect(node.node.isDynamic == expected.node.isDynamic)
            #expect(node.node.facts == expected.node.facts)
        }
    }

    private static func list(_ tree: NodeDescription) -> [(path: String, node: NodeDescription)] {
        var result: [(path: String, node: NodeDescription)] = []
        tree.forEach(path: ".") { result.append(($0, $1)) }
        return result
    }

    @Test("a static string is read like bytes")
    func embedded() throws {
        let text: StaticString = """
            espalier-catalogue 1
            1 0 0 0 1
            v2
            25\tO\tDevInfo\t\t0\t\t1.0\t\t
            DevInfo\tnode G 1P
             DevId\tchr G 1P

            """
        let reader = try CatalogueReader(text)
        #expect(reader.index(of: .outside, csp: "devinfo") == 0)
        #expect(reader.index(of: .device, csp: "devinfo") == nil)
        #expect(reader.index(of: .outside, csp: "devinf") == nil)
        #expect(reader.index(of: .outside, csp: "devinfos") == nil)
        #expect(reader.index(of: .outside, csp: "DevInfo", area: "x") == nil)
    }

    @Test(
        "damage is refused with its place",
        arguments: [
            ("", CatalogueError.Code.signature), ("espalier-catalogue 2\n", .signature),
            ("espalier-catalogue 1\n", .index), ("espalier-catalogue 1\n1 0 0 0\n", .index),
            ("espalier-catalogue 1\n1 0 0 0 1\nv2\n", .index), ("espalier-catalogue 1\n0 0 0 0 1\nx\tD\tA\n", .index),
            ("espalier-catalogue 1\n0 0 0 0 1\n9\tD\tA\nA\tchr\n", .index),
            ("espalier-catalogue 1\n0 0 0 -1 1\n9\tD\tA\nA\tchr\n", .index),
        ])
    func damagedIndex(text: String, code: CatalogueError.Code) {
        #expect { try CatalogueReader(Array(text.utf8)) } throws: { ($0 as? CatalogueError)?.code == code }
    }

    @Test(
        "a damaged node is refused",
        arguments: [
            "", "A", "A\tchr", "A\tcher G 1P", "A\tchr Z 1P", "A\tchr G 9P", "A\tchr G 1P\ta0", "A\tchr G 1P\tm7",
            "A\tchr G 1P\tvr5..1", "A\tchr G 1P\t?", " A\tchr G 1P", "A\tchr G 1P\n  B\tchr G 1P",
            "A\tchr G 1P\nB\tchr G 1P",
        ])
    func damagedNode(lines: String) throws {
        let lines = lines.isEmpty ? "" : lines + "\n"
        let text = "espalier-catalogue 1\n0 0 0 0 1\n\(lines.utf8.count)\tD\tA\t\t0\t\t\t\t\n" + lines
        let reader = try CatalogueReader(Array(text.utf8))
        #expect { try reader.tree(at: 0) } throws: { ($0 as? CatalogueError)?.code == .node }
    }

    @Test("the Swift source holds the text whatever it contains")
    func swiftSource() throws {
        let source = CatalogueWriter.writeSwift(Self.catalogue(Self.tree))
        let text = CatalogueWriter.write(Self.catalogue(Self.tree))
        // `"#` occurs in a default value, so that one sign is not enough.
        #expect(text.contains("\"#"))
        let start = try #require(source.firstRange(of: "##\"\"\"\n"))
        let end = try #require(source.firstRange(of: "\n\"\"\"##\n}\n"))
        #expect(source[start.upperBound..<end.lowerBound] == text)
        #expect(!text.contains("\r"))
        #expect(source.hasPrefix("// swift-format-ignore-file\n"))
    }
}
