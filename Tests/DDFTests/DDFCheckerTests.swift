import DDF
import Testing

struct DDFCheckerTests {
    private static let text = """
        <MgmtTree><VerDTD>1.2</VerDTD>
          <Node>
            <NodeName>X</NodeName>
            <Path>./Vendor/MSFT</Path>
            <DFProperties>
              <AccessType><Get/><Set/><Delete/></AccessType>
              <DefaultValue>many</DefaultValue>
              <DFFormat><int/></DFFormat>
              <Occurrence><One/></Occurrence>
              <Scope><Permanent/></Scope>
              <DFType><MIME>text/plain</MIME></DFType>
            </DFProperties>
            <Node><NodeName>Y</NodeName></Node>
          </Node>
        </MgmtTree>
        """

    @Test("each fault has file, line, column, severity, sentence, rule and address; the last line sums up")
    func lines() {
        let report = DDFChecker.check(Array(Self.text.utf8), name: "x.xml")
        #expect(report.hasErrors)
        #expect(
            report.lines == [
                "x.xml:2:3: error: The node has children, but its format is int. [ddf-leaf-with-children] (./Vendor/MSFT/X)",
                "x.xml:5:5: warning: AccessType lists Delete, but the node is permanent; Delete is refused. "
                    + "[ddf-permanent-delete] (./Vendor/MSFT/X)",
                "x.xml:6:25: warning: The verb Set is not of OMA-DM; it is read as Replace. [ddf-unknown-verb] "
                    + "(./Vendor/MSFT/X)",
                "x.xml:7:7: warning: The default value \"many\" is no text of the node's format. [ddf-default-format] "
                    + "(./Vendor/MSFT/X)",
                "x.xml:13:5: error: The node has no DFProperties. [ddf-missing-properties] (./Vendor/MSFT/X/Y)",
                "x.xml: DDF version 1, 2 nodes in 1 root: 2 errors, 3 warnings",
            ])
    }

    @Test("a file that is no device description is one error with its place")
    func failure() {
        let report = DDFChecker.check(Array("<MgmtTree>\n<Node>".utf8), name: "x.xml")
        #expect(report.hasErrors)
        #expect(report.lines.count == 1)
        #expect(report.lines[0].hasPrefix("x.xml:2:"))
    }

    @Test("every rule has an id of its own")
    func ids() {
        #expect(Set(DDFRule.allCases.map(\.rawValue)).count == DDFRule.allCases.count)
        #expect(DDFRule.allCases.allSatisfy { $0.rawValue.hasPrefix("ddf-") })
    }

    private static let core =
        "<DFFormat><chr/></DFFormat><Occurrence><One/></Occurrence><Scope><Permanent/></Scope>"
        + "<DFType><MIME>text/plain</MIME></DFType>"

    /// The rules that a description of one node breaks.
    private func faults(version: String = "<VerDTD>1.2</VerDTD>", _ properties: String) -> [DDFRule] {
        let text =
            "<MgmtTree>\(version)<Node><NodeName>X</NodeName><Path>.</Path>\(properties)</Node></MgmtTree>"
        return DDFChecker.check(Array(text.utf8), name: "x.xml").faults.map(\.rule)
    }

    @Test("DM-DDF-01: a description is of grammar 1.2 and keeps to it")
    func grammar() {
        let good = "<DFProperties><AccessType><Get/></AccessType>\(Self.core)</DFProperties>"
        #expect(faults(good) == [])
        #expect(faults(version: "", good) == [.grammarVersion])
        #expect(faults(version: "<VerDTD>1.1</VerDTD>", good) == [.grammarVersion])
        #expect(faults(good + "<Own/>") == [.unknownElement])
        #expect(faults(good.replacing("<One/>", with: "<Some/>")) == [.unknownOccurrence])
        #expect(faults(good.replacing("<Permanent/>", with: "<Static/>")) == [.unknownScope])
    }

    @Test("DM-DDF-02: every node has DFProperties with AccessType, DFFormat and DFType")
    func mandatoryProperties() {
        let access = "<AccessType><Get/></AccessType>"
        #expect(faults("") == [.missingProperties])
        #expect(faults("<DFProperties>\(Self.core)</DFProperties>") == [.emptyAccessType])
        for (part, rule) in [
            ("<DFFormat><chr/></DFFormat>", DDFRule.unknownFormat),
            ("<DFType><MIME>text/plain</MIME></DFType>", .missingType),
        ] {
            let rest = Self.core.replacing(part, with: "")
            #expect(faults("<DFProperties>\(access)\(rest)</DFProperties>") == [rule])
        }
    }

    @Test("DM-DDF-01: the stored files of Microsoft are of grammar 1.2", .enabled(if: SharedDDF.isPresent))
    func storedGrammar() {
        #expect(SharedDDF.documents.count > 300)
        #expect(SharedDDF.documents.values.flatMap(\.faults).count { $0.rule == .grammarVersion } == 0)
    }

    /// windows-csp.md 6.6 counts what the stored files hold.
    @Test(
        "windows-csp.md 6.6: the counts of the stored files", .enabled(if: SharedDDF.isPresent),
        arguments: [
            (DDFRule.missingOccurrence, 1), (.missingType, 30), (.emptyAccessType, 3), (.elementsInDescription, 14),
            (.unknownVerb, 2), (.unreadablePattern, 0), (.unreadableRange, 0), (.unknownElement, 0), (.unknownWord, 0),
        ])
    func counts(rule: DDFRule, count: Int) {
        let faults = SharedDDF.documents.values.flatMap(\.faults).filter { $0.rule == rule }
        #expect(faults.count == count)
    }

    @Test("windows-csp.md 6.6 pitfall 6: all fourteen stand in BitLockerDDF.xml", .enabled(if: SharedDDF.isPresent))
    func bitLocker() {
        let faults = SharedDDF.documents["v1-20h2/BitLockerDDF.xml"]?.faults ?? []
        #expect(faults.count { $0.rule == .elementsInDescription } == 14)
    }

    @Test("windows-csp.md 6.6 pitfall 10: how often each delimiter occurs", .enabled(if: SharedDDF.isPresent))
    func delimiters() {
        var counts: [String: Int] = [:]
        for document in SharedDDF.documents.values where document.version == .v2 {
            for root in document.roots {
                root.node.forEach(path: "") { _, node in
                    if let delimiter = node.facts.allowedValues?.listDelimiter { counts[delimiter, default: 0] += 1 }
                }
            }
        }
        #expect(counts == [";": 92, "\u{F000}": 62, ",": 26, "|": 14])
    }
}
