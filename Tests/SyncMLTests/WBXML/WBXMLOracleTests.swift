import Foundation
import SyncML
import TestSupport
import Testing

/// Our codec against libwbxml, both ways. Left out is what its known faults touch (oma-dm.md 5.7): attributes, markup in Data
/// and Format `bin`, which it writes as the text of the Base64.
@Suite(.enabled(if: SharedData.isPresent && WBXMLOracle.isPresent))
struct WBXMLOracleTests {
    /// A message whose content the oracle handles.
    private struct Subject {
        var name: String
        var message: Message
    }

    private static func subjects() throws -> [Subject] {
        try CorpusTests.files().compactMap { file in
            guard file.isSyncML, case .success(let message) = CorpusTests.parse(file), message.form == .message else {
                return nil
            }
            let text = String(decoding: file.bytes, as: UTF8.self)
            guard !text.contains(">bin<"), !text.contains("MgmtTree") else { return nil }
            // It rewrites the Type of device information, and does not split "]]>" in the CDATA sections that it writes.
            guard !text.lowercased().contains("devinf"), !text.contains("]]") else { return nil }
            return Subject(name: file.name, message: WBXMLHeld.message(message))
        }
    }

    @Test("what we write, the oracle reads as we meant it")
    func oracleReads() throws {
        var count = 0
        for (index, subject) in try Self.subjects().enumerated() {
            let version = WBXMLVersion.allCases[index % 3]
            let xml = try WBXMLOracle.xml(subject.message.wbxml(version: version))
            let read = try Message(parsing: #require(xml, "\(subject.name) is refused by the oracle"))
            let difference = try difference(WBXMLHeld.message(read), subject.message, ignoringLineEnds: true)
            #expect(difference == nil, "\(subject.name)")
            count += 1
        }
        print("libwbxml read \(count) messages that we wrote")
        #expect(count > 150)
    }

    @Test("what the oracle writes, we read as it was meant")
    func weRead() throws {
        var count = 0
        for (index, subject) in try Self.subjects().enumerated() {
            let version = WBXMLVersion.allCases[index % 3]
            guard let bytes = try WBXMLOracle.wbxml(subject.message.serialized(), version: "\(version)") else {
                Issue.record("\(subject.name) is refused by the oracle")
                continue
            }
            let read = try Message(parsing: bytes)
            let difference = try difference(WBXMLHeld.message(read), subject.message, ignoringLineEnds: true)
            #expect(difference == nil, "\(subject.name)")
            #expect(try WBXMLDocument(decoding: bytes).version == version)
            count += 1
        }
        print("we read \(count) messages that libwbxml wrote")
        #expect(count > 150)
    }

    @Test("the WBXML files of the corpus hold for us what they hold for the oracle")
    func corpus() throws {
        var count = 0
        for file in try WBXMLCorpusTests.binaryFiles() {
            guard let ours = try? Message(parsing: file.bytes), let xml = try WBXMLOracle.xml(file.bytes) else {
                continue
            }
            let theirs = try Message(parsing: xml)
            let difference = try difference(
                WBXMLCorpusTests.comparable(ours), WBXMLCorpusTests.comparable(theirs), ignoringLineEnds: true)
            #expect(difference == nil, "\(file.name)")
            count += 1
        }
        #expect(count == 15)
    }

    @Test("the DDF document of the corpus is the same XML for us and the oracle")
    func ddf() throws {
        let file = try #require(try WBXMLCorpusTests.binaryFiles().first { $0.name.contains("ddf-001") })
        let theirs = String(decoding: try #require(try WBXMLOracle.xml(file.bytes)), as: UTF8.self)
        let ours = String(decoding: try WBXMLDocument(decoding: file.bytes).xml(), as: UTF8.self)
        // The oracle writes a declaration and a DOCTYPE before the root, and an empty element as two tags.
        let root = try #require(theirs.range(of: "<MgmtTree")).lowerBound
        let tags = theirs[root...].replacing(/<(\w+)><\/\1>/) { "<\($0.output.1)/>" }
        #expect(ours == tags.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test("a TNDS object inside Data is written byte for byte as the oracle writes it")
    func nested() throws {
        let tree =
            "<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>n</NodeName></Node></MgmtTree>"
        let item = Item(
            meta: Meta(format: "xml", type: "application/vnd.syncml.dmtnds+xml"), data: ItemData(tree, form: .markup))
        var message = WBXMLSampleTests.message
        message.commands = [.add(ItemCommand(cmdID: "2", items: [item]))]
        let theirs = try #require(try WBXMLOracle.wbxml(message.serialized(), version: "1.3"))
        let ours = try message.wbxml()
        let start = try #require(theirs.firstRange(of: [0xC3, 0x32])).lowerBound
        let own = try #require(ours.firstRange(of: [0xC3, 0x32])).lowerBound
        #expect(Array(ours[own...]) == Array(theirs[start...]))
        // It leaves Format as it is, where the octets of a document want bin (oma-dm.md 2.10).
        let read = try Message(parsing: theirs)
        #expect(read.firstItem?.data?.content == tree && read.firstItem?.meta?.format == "xml")
    }

    @Test("the sample of 5.6 is what the oracle writes")
    func sample() throws {
        let theirs = try WBXMLOracle.wbxml(WBXMLSampleTests.message.serialized(), version: "1.3")
        #expect(theirs == WBXMLSampleTests.sample)
    }
}
