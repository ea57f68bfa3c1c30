import CTwin
import SyncML
import XMLStream

/// Reading a message of 200 commands, against libxml2 with handlers that do nothing.
enum ParseRows {
    static func rows(_ options: Options) -> [Row] {
        let message = SampleMessage.mixed(commands: 200)
        let size = Figure.fixed(Double(message.count) / 1_000, 1)
        guard (try? Message(parsing: message))?.commands.count == 201, twin(message) == 1 else {
            return [
                Row(
                    name: "parse \(size) kB, 200 commands, into values", budget: ">= 0.60 of libxml2",
                    outcome: .notMeasured("one side does not read the sample message"))
            ]
        }
        var sink = 0
        let times = Stopwatch.interleaved(
            rounds: options.rounds,
            [
                { sink &+= Int(twin(message)) },
                { sink &+= (try? Message(parsing: message))?.commands.count ?? 0 },
                { sink &+= (try? XMLTape(parsing: message))?.names.count ?? 0 },
            ])
        keep(sink)
        let (limit, values, tape) = (times[0], times[1], times[2])
        return [
            Row(
                name: "parse \(size) kB, 200 commands, into values", budget: ">= 0.60 of libxml2",
                outcome: .measured(
                    ours: Figure.microseconds(values), limit: Figure.microseconds(limit),
                    ratio: Figure.ratio(limit / values), isMet: limit / values >= 0.6)),
            Row(
                name: "  of that the tape alone", budget: "none",
                outcome: .measured(
                    ours: Figure.microseconds(tape), limit: Figure.microseconds(limit),
                    ratio: Figure.ratio(limit / tape), isMet: nil)),
        ]
    }

    static func twin(_ message: [UInt8]) -> Int32 {
        message.withUnsafeBytes { bytes in
            bytes.baseAddress.map { ctwin_parse($0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? 0
        }
    }
}

/// Uses a value, so that the optimizer cannot leave out what made it.
@inline(never)
func keep(_ value: Int) {
    if value == .min { print("") }
}
