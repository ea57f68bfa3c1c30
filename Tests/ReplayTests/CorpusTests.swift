import Capture
import Foundation
import TestSupport
import Testing

@testable import Replay

/// The recorded sessions of the corpus against the file that explains, line by line, what differs.
struct CorpusTests {
    private static let golden = GoldenFile("corpus-differences.tsv")

    @Test("Every difference of the corpus is known, and has a reason", .enabled(if: SharedData.isPresent))
    func differences() throws {
        let reasons = Self.reasons()
        var text = "capture\trule\tmessage\treason\n"
        for capture in try CorpusCapture.all() {
            for difference in Replayer().replay(Recording(capture.records)).differences {
                let line = [capture.name, difference.rule.id, difference.message].map(Self.flat).joined(separator: "\t")
                text += "\(line)\t\(reasons[line] ?? "")\n"
            }
        }
        #expect(try Self.golden.difference(from: text) == nil)
        #expect(reasons.filter(\.value.isEmpty).map(\.key) == [])
    }

    @Test(
        "The recorded enrolment with a DM session replays with every status equal, also with --learn and --as-server",
        .enabled(if: SharedData.isPresent))
    func enrolment() throws {
        let recording = Recording(try CorpusCapture.session("mdm_server_poc/README.md"))
        for learns in [false, true] {
            let replayer = Replayer(ReplayOptions(learns: learns))
            for report in [replayer.replay(recording), replayer.playAsServer(recording)] {
                #expect(report.differences.map(\.message) == [])
                #expect(report.fidelity.commands == Fidelity.Share(equal: 2, all: 2))
                #expect(report.comparedCount == 2)
            }
        }
    }

    /// The last column, by the others.
    private static func reasons() -> [String: String] {
        let lines = golden.text?.split(separator: "\n").dropFirst() ?? []
        return Dictionary(
            lines.map { line in
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                return (columns.dropLast().joined(separator: "\t"), String(columns.last ?? ""))
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func flat(_ text: String) -> String {
        text.replacing("\n", with: " ").replacing("\t", with: " ").replacing("\r", with: " ")
    }
}
