import SyncML

/// The same message into structs with Go's `encoding/xml`. The program in Benchmarks/go is built and run when there is a Go.
enum GoRow {
    static func row(_ options: Options) -> Row {
        let message = SampleMessage.mixed(commands: 200)
        return Row(
            name: "the same against Go encoding/xml", budget: ">= 8 times", outcome: outcome(message, options.rounds))
    }

    private static func outcome(_ message: [UInt8], _ rounds: Int) -> Row.Outcome {
        guard Program.run("go", ["version"])?.status == 0 else { return .notMeasured("go not found") }
        guard let folder = Program.makeFolder() else { return .notMeasured("no temporary folder") }
        defer { Program.removeFolder(folder) }
        let sample = "\(folder)/message.xml"
        let twin = "\(folder)/twin"
        guard Program.write(message, to: sample),
            Program.run("go", ["build", "-C", goFolder, "-o", twin, "."])?.status == 0
                || Program.run("sh", ["-c", "cd '\(goFolder)' && go build -o '\(twin)' ."])?.status == 0
        else { return .notMeasured("the Go program in \(goFolder) could not be built") }

        // The two are processes of their own, so they take turns in blocks.
        var ours: [Double] = []
        var theirs: [Double] = []
        var sink = 0
        for _ in 0..<5 {
            let block = max(rounds / 5, 3)
            ours.append(
                Stopwatch.interleaved(
                    rounds: block, clock: .wall, [{ sink &+= (try? Message(parsing: message))?.commands.count ?? 0 }])[
                        0])
            let output = "\(folder)/nanoseconds"
            guard Program.run(twin, [sample, String(block)], output: output)?.status == 0,
                let time = Program.read(output).flatMap({ Double($0.filter { !$0.isWhitespace }) })
            else { return .notMeasured("the Go program failed") }
            theirs.append(time)
        }
        keep(sink)
        let (swift, go) = (Stopwatch.median(ours), Stopwatch.median(theirs))
        return .measured(
            ours: Figure.microseconds(swift), limit: Figure.microseconds(go), ratio: Figure.ratio(go / swift),
            isMet: go / swift >= 8)
    }

    /// Benchmarks/go, from where this file was compiled.
    private static var goFolder: String {
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/go"
    }
}
