import Capture
import Conformance
import Foundation
import SyncML
import TestSupport
import Testing

/// `lint` over every published message that was collected: nothing crashes, and what is found is known source by source.
@Suite(.enabled(if: SharedData.isPresent)) struct CorpusTests {
    private static let linter = Linter()

    private struct File {
        var path, source, kind, session: String
    }

    private static func files() throws -> [File] {
        try SharedData.table("corpus/index.tsv").map { row in
            let path = row["file"] ?? ""
            return File(
                path: path, source: path.split(separator: "/").first.map(String.init) ?? "", kind: row["kind"] ?? "",
                session: row["session"] ?? "")
        }
    }

    @Test("Findings by source and rule are those of the golden file")
    func findings() throws {
        var counts: [String: Int] = [:]
        var files = 0
        for file in try Self.files() {
            let reported = Self.linter.reportedFile(try SharedData.bytes("corpus/\(file.path)"), name: file.path)
            files += 1
            for finding in reported.findings {
                counts["\(file.source)\t\(finding.severity.rawValue)\t\(finding.rule)", default: 0] += 1
            }
        }
        #expect(files == 728)
        let text =
            "source\tseverity\trule\tcount\n"
            + counts.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
        #expect(try GoldenFile("corpus-lint.tsv").difference(from: text) == nil)
    }

    /// Names of the folders with pages of Microsoft.
    private static let microsoft = [
        "MicrosoftDocs__IntuneDocs", "MicrosoftDocs__windows-itpro-docs", "mljlynch__windows-itpro-docs",
        "hdolivares__windows-itpro-docs",
    ]

    @Test("Errors in published samples of Microsoft are those that were read one by one")
    func microsoftSamples() throws {
        var lines: [String] = []
        for file in try Self.files() where Self.microsoft.contains(file.source) {
            let reported = Self.linter.reportedFile(try SharedData.bytes("corpus/\(file.path)"), name: file.path)
            for finding in reported.findings where finding.severity == .error {
                // A document that cannot be read is held by SyncMLTests.
                guard reported.isReadable else { continue }
                lines.append("\(file.path)\t\(finding.rule)\t\(finding.position?.line ?? 0)\t\(finding.message)\n")
            }
        }
        #expect(try GoldenFile("corpus-microsoft-errors.tsv").difference(from: lines.joined()) == nil)
    }

    @Test("Data synchronisation gets one note and nothing else")
    func dataSynchronisation() throws {
        for file in try Self.files()
        where ["horde__SyncMl", "zijianhuang__SyncMLDotNet", "sailfishos__buteo-syncml"].contains(file.source) {
            let reported = Self.linter.reportedFile(try SharedData.bytes("corpus/\(file.path)"), name: file.path)
            guard reported.isReadable, file.kind == "syncml-server" || file.kind == "syncml-client" else { continue }
            // One message without a body, which tells nothing of its protocol.
            if file.path.hasSuffix("012-respinvalid2.xml") { continue }
            #expect(reported.findings.map(\.rule) == ["document.data-sync"], "\(file.path)")
        }
    }

    @Test("Documents that are no messages are told as what they are", arguments: ["ddf", "devinf"])
    func otherDocuments(_ kind: String) throws {
        let rules = [
            "ddf": "document.ddf", "devinf": "document.device-information",
        ]
        var count = 0
        for file in try Self.files() where file.kind == kind {
            let reported = Self.linter.reportedFile(try SharedData.bytes("corpus/\(file.path)"), name: file.path)
            // Two messages with a device description inside are listed with the descriptions.
            guard reported.isReadable, !file.path.contains("syncml-with-ddf") else { continue }
            count += 1
            #expect(reported.findings.map(\.rule) == [rules[kind]], "\(file.path)")
        }
        #expect(count > 1)
    }

    @Test("Sessions of device management, both sides together, have the findings of the golden file")
    func sessions() throws {
        var sessions: [String: [File]] = [:]
        for file in try Self.files() where !file.session.isEmpty {
            sessions["\(file.source)/\(file.session)", default: []].append(file)
        }
        var text = ""
        for (name, files) in sessions.sorted(by: { $0.key < $1.key }) {
            var lint = FileLint(Self.linter)
            for file in files { _ = lint.add(try SharedData.bytes("corpus/\(file.path)"), name: file.path) }
            for finding in lint.finish() {
                text += "\(name)\t\(finding.file)\t\(finding.severity.rawValue)\t\(finding.rule)\t\(finding.message)\n"
            }
        }
        #expect(try GoldenFile("corpus-sessions.tsv").difference(from: text) == nil)
    }
}
