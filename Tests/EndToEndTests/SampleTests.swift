import Foundation
import TestSupport
import Testing

/// The samples are both documentation and test: each gives the text and the JSON that lie beside it.
@Suite struct SampleTests {
    @Test("the folder holds samples of both kinds")
    func thereAreSamples() {
        #expect(Sample.all.filter { !$0.isRefused }.count >= 16)
        #expect(Sample.all.filter(\.isRefused).count >= 3)
    }

    @Test("text output is the golden one", arguments: Sample.all)
    func text(_ sample: Sample) throws {
        let run = try sample.apply(format: "text")
        #expect(run.errors.isEmpty)
        #expect(try sample.golden("txt").difference(from: run.output) == nil)
    }

    @Test("JSON output is the golden one", arguments: Sample.all)
    func json(_ sample: Sample) throws {
        let run = try sample.apply(format: "json")
        #expect(run.errors.isEmpty)
        #expect(try sample.golden("json").difference(from: run.output) == nil)
    }

    /// design.md section 6: 0 good, 1 a refused command or an error finding, 2 malformed.
    @Test("the exit status follows from the report", arguments: Sample.all)
    func exitStatus(_ sample: Sample) throws {
        let run = try sample.apply(format: "json")
        let report = try run.report()
        let isRefused = report.messages.contains { $0.statuses.contains { !(200..<300).contains($0) } }
        let hasErrors = report.messages.contains { ($0.diagnostics ?? []).contains { $0.severity == "error" } }
        let isMalformed = report.messages.contains { !$0.wellFormed }
        #expect(isMalformed == sample.isRefused)
        #expect(run.exitStatus == (isMalformed ? 2 : isRefused || hasErrors ? 1 : 0))
    }

    @Test("a comment says what the sample shows and why it matters", arguments: Sample.all)
    func comment(_ sample: Sample) throws {
        #expect(sample.comment.count > 100)
        if !sample.isRefused { #expect(sample.comment.contains("Why it matters:")) }
    }

    @Test("the README lists every sample and nothing else")
    func readme() throws {
        let text = try String(contentsOf: Sample.folder.appendingPathComponent("README.md"), encoding: .utf8)
        let listed = text.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| [`"), let end = line.range(of: "`](") else { return nil }
            return String(line[line.index(line.startIndex, offsetBy: 4)..<end.lowerBound])
        }
        #expect(Set(listed) == Set(Sample.all.map(\.name)))
        #expect(listed.count == Sample.all.count)
    }

    @Test("no golden file is left over")
    func noOrphans() throws {
        let stems = Sample.all.map { $0.name.dropLast(3) }
        let wanted = Set(stems.flatMap { ["\($0)txt", "\($0)json"] })
        let manager = FileManager.default
        for part in ["", "refused/"] {
            for file in try manager.contentsOfDirectory(atPath: Sample.folder.path + "/" + part)
            where file.hasSuffix(".txt") || file.hasSuffix(".json") {
                #expect(wanted.contains(part + file), "\(part + file) belongs to no sample")
            }
        }
    }
}
