import Foundation
import SyncML
import TestSupport
import Testing
import XMLStream

/// Real messages that other people published (design.md section 8).
@Suite(.enabled(if: SharedData.isPresent))
struct CorpusTests {
    struct File {
        var name: String
        var kind: String
        var isWellFormed: Bool
        var bytes: [UInt8]
        var isSyncML: Bool { kind.hasPrefix("syncml") }
    }

    static func files() throws -> [File] {
        try SharedData.table("corpus/index.tsv").map { row in
            let name = row["file"] ?? ""
            return File(
                name: name, kind: row["kind"] ?? "", isWellFormed: row["well-formed"] == "yes",
                bytes: try SharedData.bytes("corpus/\(name)"))
        }
    }

    static func parse(_ file: File) -> Result<Message, MessageRefusal> {
        do { return .success(try Message(parsing: file.bytes)) } catch { return .failure(error) }
    }

    /// Every file whose kind begins with `syncml` parses or is refused with a place; nothing else crashes. Well-formed SyncML
    /// is refused only for an ellipsis: all that the standard asks for beyond well-formedness is a finding.
    @Test func everyFileParsesOrIsRefused() throws {
        var counts: [String: (parsed: Int, findings: Int, refused: Int)] = [:]
        for file in try Self.files() {
            var count = counts[file.kind] ?? (0, 0, 0)
            switch Self.parse(file) {
            case .success(let message):
                count.parsed += 1
                if !message.findings.isEmpty { count.findings += 1 }
                #expect(message.raw == file.bytes, "\(file.name)")
            case .failure(let refusal):
                count.refused += 1
                let isForm = refusal.code != .ellipsisOrMarkdown
                #expect(!(file.isSyncML && file.isWellFormed && isForm), "\(file.name): \(refusal)")
                #expect(refusal.position.line >= 1 && refusal.position.column >= 1)
                #expect(refusal.message.hasSuffix(".") && refusal.code != .outOfMemory, "\(file.name): \(refusal)")
            }
            counts[file.kind] = count
        }
        for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(count.parsed) parsed, \(count.findings) of them with findings, \(count.refused) refused")
        }
        #expect(counts.values.reduce(0) { $0 + $1.parsed + $1.refused } == 728)
    }

    /// Each refusal was read and judged: the last column of the golden file says in our own words why refusing is right. It is
    /// written by hand, and re-recording keeps it.
    @Test func refusedFilesAreJudged() throws {
        let golden = GoldenFile("corpus-refused.tsv")
        let header = "file\tplace\tcode\treason\twhy refusing is right"
        var judgements: [String: String] = [:]
        for line in (golden.text ?? "").split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns.count == 5 { judgements[String(columns[0])] = String(columns[4]) }
        }
        var lines = [header]
        for file in try Self.files() where file.isSyncML {
            guard case .failure(let refusal) = Self.parse(file) else { continue }
            let why = judgements[file.name] ?? ""
            #expect(!why.isEmpty, "\(file.name) is refused and nobody said why: \(refusal)")
            let reason = refusal.message.replacing("\t", with: " ").replacing("\n", with: " ")
            lines.append("\(file.name)\t\(refusal.position)\t\(refusal.code.rawValue)\t\(reason)\t\(why)")
        }
        let difference = try golden.difference(from: lines.joined(separator: "\n") + "\n")
        #expect(difference == nil)
    }

    /// How often each rule is broken in the corpus.
    @Test func findingsPerRule() throws {
        var counts = Dictionary(uniqueKeysWithValues: ParseRule.allCases.map { ($0.rawValue, (files: 0, findings: 0)) })
        for file in try Self.files() {
            guard case .success(let message) = Self.parse(file) else { continue }
            for (rule, findings) in Dictionary(grouping: message.findings, by: \.rule) {
                counts[rule, default: (0, 0)].files += 1
                counts[rule, default: (0, 0)].findings += findings.count
            }
        }
        let lines = counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value.files)\t\($0.value.findings)" }
        let text = "rule\tfiles\tfindings\n" + lines.joined(separator: "\n") + "\n"
        let difference = try GoldenFile("corpus-findings.tsv").difference(from: text)
        #expect(difference == nil)
    }

    /// Reading what was written gives an equal message, and writing it again the same bytes.
    @Test func everyAcceptedFileSurvivesARoundTrip() throws {
        for file in try Self.files() {
            guard case .success(let message) = Self.parse(file) else { continue }
            let written = try message.serialized()
            do {
                let read = try Message(parsing: written)
                #expect(read == message, "\(file.name)")
                #expect(try read.serialized() == written, "\(file.name)")
            } catch {
                Issue.record("\(file.name): what was written is refused: \(error)")
            }
        }
    }
}
