/// What only the built tool shows: its start, and a whole device life.
enum ToolRows {
    static func rows(_ options: Options) -> [Row] {
        let start = "start of the tool plus one small apply"
        let life = "the tool's start and that life, JSON and all"
        guard let tool = tool(options) else {
            let reason = "no release build of espalier; swift build -c release --product espalier"
            return [
                Row(name: start, budget: "<= 60 ms", outcome: .notMeasured(reason)),
                Row(name: life, budget: "none", outcome: .notMeasured(reason)),
            ]
        }
        return [
            Row(name: start, budget: "<= 60 ms", outcome: apply(tool)),
            Row(name: life, budget: "none", outcome: run(tool)),
        ]
    }

    private static func apply(_ tool: String) -> Row.Outcome {
        guard let folder = Program.makeFolder() else { return .notMeasured("no temporary folder") }
        defer { Program.removeFolder(folder) }
        let file = "\(folder)/get.xml"
        let get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./DevDetail/SwV</LocURI></Target></Item></Get>"
        guard Program.write(Array(get.utf8), to: file) else { return .notMeasured("no temporary file") }
        return median(of: 20, tool, ["apply", file], limit: 60e6) { $0.wall }
    }

    /// The whole process counts, its start too: the life alone is cheaper.
    private static func run(_ tool: String) -> Row.Outcome {
        median(of: 20, tool, ["run", "--format", "json"], limit: nil) { $0.cpu }
    }

    private static func median(
        of runs: Int, _ tool: String, _ arguments: [String], limit: Double?, _ figure: (Program.Finished) -> Double
    ) -> Row.Outcome {
        var figures: [Double] = []
        for _ in 0..<(runs + 2) {
            guard let finished = Program.run(tool, arguments) else { return .notMeasured("\(tool) does not start") }
            guard finished.status == 0 else {
                return .notMeasured("espalier \(arguments[0]) ended with status \(finished.status)")
            }
            figures.append(figure(finished))
        }
        let median = Stopwatch.median(Array(figures.dropFirst(2)))
        guard let limit else {
            return .measured(ours: Figure.milliseconds(median), limit: "-", ratio: "-", isMet: nil)
        }
        return .measured(
            ours: Figure.milliseconds(median), limit: Figure.milliseconds(limit), ratio: Figure.ratio(median / limit),
            isMet: median <= limit)
    }

    static func tool(_ options: Options) -> String? {
        if let tool = options.tool { return Program.exists(tool) ? tool : nil }
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
        var scratch = Program.environment("ESPALIER_SCRATCH") ?? ".build"
        if !scratch.hasPrefix("/") { scratch = "\(root)/\(scratch)" }
        let tool = "\(scratch)-core/release/espalier"
        return Program.exists(tool) ? tool : nil
    }
}
