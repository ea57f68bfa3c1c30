#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `espalier lint` over every published message of the shared corpus, the tool's start and its report among it.
enum LintRow {
    static func rows(_ options: Options) -> [Row] {
        [Row(name: "lint of the corpus, 728 files", budget: "<= 2 s CPU", outcome: outcome(options))]
    }

    private static func outcome(_ options: Options) -> Row.Outcome {
        guard let tool = ToolRows.tool(options) else { return .notMeasured("no release build of espalier") }
        let root = #filePath.split(separator: "/").dropLast(5).reduce("") { "\($0)/\($1)" }
        let corpus = "\(Program.environment("ESPALIER_SHARED") ?? "\(root)/shared")/data/corpus"
        guard Program.exists(corpus) else { return .notMeasured("no shared data") }
        var figures: [Double] = []
        for _ in 0..<6 {
            guard let finished = Program.run(tool, ["lint", corpus]) else {
                return .notMeasured("\(tool) does not start")
            }
            // 2: the corpus holds documents that cannot be read.
            guard finished.status <= 2 else { return .notMeasured("espalier lint ended with \(finished.status)") }
            figures.append(finished.cpu)
        }
        let median = Stopwatch.median(Array(figures.dropFirst()))
        return .measured(
            ours: Figure.milliseconds(median), limit: Figure.milliseconds(2e9), ratio: Figure.ratio(median / 2e9),
            isMet: median <= 2e9)
    }
}
