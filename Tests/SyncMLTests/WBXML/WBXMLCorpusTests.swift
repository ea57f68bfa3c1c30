import Foundation
import SyncML
import TestSupport
import Testing

/// Real messages, in XML and in WBXML.
@Suite(.enabled(if: SharedData.isPresent))
struct WBXMLCorpusTests {
    static func binaryFiles() throws -> [CorpusTests.File] {
        try CorpusTests.files().filter { $0.kind == "wbxml" }
    }

    /// Each file of the corpus was read by hand: the golden file says what it holds, and of the refused ones why. Recording
    /// anew keeps the last column.
    @Test("every WBXML file of the corpus decodes, or is no SyncML and refused by name")
    func everyFile() throws {
        let golden = GoldenFile("corpus-wbxml.tsv", beside: Self.besideGolden)
        var judgements: [String: String] = [:]
        for line in (golden.text ?? "").split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns.count == 4 { judgements[String(columns[0])] = String(columns[3]) }
        }
        var lines = ["file\toutcome\twhat it holds\twhat we know of it"]
        for file in try Self.binaryFiles() {
            let judgement = judgements[file.name] ?? ""
            #expect(!judgement.isEmpty, "\(file.name): nobody said what it is")
            lines.append("\(file.name)\t\(Self.outcome(file.bytes))\t\(judgement)")
        }
        #expect(lines.count == 26)
        let difference = try golden.difference(from: lines.joined(separator: "\n") + "\n")
        #expect(difference == nil)
    }

    /// The folder `Golden` is that of all tests of SyncML.
    static let besideGolden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

    private static func outcome(_ bytes: [UInt8]) -> String {
        do throws(MessageRefusal) {
            let message = try Message(parsing: bytes)
            let header = message.header.map {
                "session \($0.sessionID) message \($0.msgID) to \($0.target?.locURI ?? "") from \($0.source?.locURI ?? "")"
            }
            let commands = message.commands.map { "\($0.name) \($0.cmdID ?? "")" }
            let rules = Set(message.rules).filter { $0.hasPrefix("wbxml") }.sorted()
            return "message \(message.namespace ?? "")\t"
                + ([header ?? ""] + commands + (message.isFinal ? ["Final"] : []) + rules).joined(separator: ", ")
        } catch {
            let xml = (try? WBXMLDocument(decoding: bytes)).map { String(decoding: $0.xml(), as: UTF8.self) }
            return "refused \(error.code.rawValue)\t\(error.message)"
                + (xml.map { " As a document: \($0.prefix(120))" } ?? "")
        }
    }

    @Test("a WBXML file equals the XML file of the same name beside it")
    func pairs() throws {
        let files = try CorpusTests.files()
        var count = 0
        for binary in files where binary.kind == "wbxml" {
            // Such as "…/011-syncml-001.wbxml" and "…/012-syncml-001.xml"; the number counts files.
            guard let twin = files.first(where: { Self.isTwin($0.name, of: binary.name) }) else { continue }
            guard let left = try? Message(parsing: binary.bytes), let right = try? Message(parsing: twin.bytes) else {
                continue
            }
            count += 1
            let difference = try difference(Self.comparable(left), Self.comparable(right))
            #expect(difference == nil, "\(binary.name) and \(twin.name)")
        }
        #expect(count >= 5)
    }

    private static func isTwin(_ xml: String, of binary: String) -> Bool {
        let (left, right) = (xml.split(separator: "/"), binary.split(separator: "/"))
        guard left.count == 2, right.count == 2, left[0] == right[0], left[1].hasSuffix(".xml") else { return false }
        guard left[1].dropFirst(4).dropLast(4) == right[1].dropFirst(4).dropLast(6) else { return false }
        guard let first = Int(left[1].prefix(3)), let second = Int(right[1].prefix(3)) else { return false }
        return abs(first - second) == 1
    }

    /// Without device information, whose tokens are none of SyncML's: WBXML keeps it as octets.
    static func comparable(_ message: Message) -> Message {
        func stripped(_ element: UnknownElement) -> UnknownElement {
            var copy = element
            copy.content = element.content.compactMap { node in
                switch node {
                case .element(let child):
                    if child.name.local == "Data" { return nil }
                    if child.name.local == "Type", child.text.contains("devinf") { return nil }
                    return .element(stripped(child))
                case .text: return node
                }
            }
            return copy
        }
        var copy = WBXMLHeld.message(message, trimsTexts: true)
        copy.commands = copy.commands.map { command in
            switch command {
            case .unknown(let element): return .unknown(stripped(element))
            case .results(var results) where results.meta?.type?.contains("devinf") == true:
                results.meta?.type = nil
                for index in results.items.indices { results.items[index].data = nil }
                return .results(results)
            case .get(var get) where get.meta?.type?.contains("devinf") == true:
                get.meta?.type = nil
                return .get(get)
            // An Anchor inside Data: XML has its markup verbatim, with blanks and other quotes than we write.
            case .status(var status):
                for index in status.items.indices where status.items[index].data?.content.contains("<Anchor") == true {
                    let content = status.items[index].data?.content ?? ""
                    status.items[index].data = ItemData(content.filter { !$0.isWhitespace && !"'\"".contains($0) })
                }
                return .status(status)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .atomic, .sequence, .results:
                return command
            }
        }
        return copy
    }

    @Test("DM-WBX-02: every XML message of the corpus survives the way to WBXML and back, in all versions")
    func roundTrip() throws {
        var count = 0
        for file in try CorpusTests.files() {
            guard case .success(let message) = CorpusTests.parse(file) else { continue }
            let rooted = WBXMLHeld.rooted(message)
            let expected = WBXMLHeld.message(rooted)
            for version in WBXMLVersion.allCases {
                let written = try rooted.wbxml(version: version)
                #expect(written.count < max(file.bytes.count, 60) || file.kind == "wbxml", "\(file.name)")
                do {
                    let read = try Message(parsing: written)
                    let difference = try difference(read, expected)
                    #expect(difference == nil, "\(file.name)")
                    let isStable = try read.wbxml(version: version) == written
                    #expect(isStable, "\(file.name)")
                } catch {
                    Issue.record("\(file.name): what was written is refused: \(error)")
                }
            }
            count += 1
        }
        #expect(count > 450)
    }
}
