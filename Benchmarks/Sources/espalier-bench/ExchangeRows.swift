import CTwin
import Device
import SyncML

/// A whole exchange: parse, apply to a fresh device, reply, against the parse alone; and what of it one command costs.
enum ExchangeRows {
    static func rows(_ options: Options) -> [Row] {
        let bytes = SampleMessage.replaces(500)
        let size = Figure.fixed(Double(bytes.count) / 1_000, 0)
        let name = "exchange of 500 Replace, \(size) kB"
        let device = FreshDevice()
        let fresh = Applier(device, tree: device.makeTree())

        /// - Returns: the bytes of the reply.
        func exchange() -> Int {
            var applier = fresh
            guard let message = try? Message(parsing: bytes) else { return 0 }
            let turn = applier.apply(message).turn
            return (try? turn.reply?.serialized(declaresMSFT: turn.declaresMSFT))?.count ?? 0
        }

        // A reply to 500 commands holds 500 Status; a shorter one means that the exchange did not do its work.
        guard exchange() > 500 * 50 else {
            return [
                Row(
                    name: name, budget: "<= 3 times the parse",
                    outcome: .notMeasured("the device did not answer each command"))
            ]
        }
        var sink = 0
        let times = Stopwatch.interleaved(
            rounds: max(options.rounds / 5, 3),
            [
                { sink &+= (try? Message(parsing: bytes))?.commands.count ?? 0 },
                { sink &+= exchange() },
            ])
        keep(sink)
        return [
            Row(
                name: name, budget: "<= 3 times the parse",
                outcome: .measured(
                    ours: Figure.microseconds(times[1]), limit: Figure.microseconds(times[0]),
                    ratio: Figure.ratio(times[1] / times[0]), isMet: times[1] <= 3 * times[0])),
            Row(
                name: "Statuses per second in it", budget: "-",
                outcome: .measured(
                    ours: Figure.fixed(501 / times[1] * 1e9, 0), limit: "-", ratio: "-", isMet: nil)),
            Row(name: "bytes allocated per command in it", budget: "-", outcome: allocated { _ = exchange() }),
        ]
    }

    /// What one command of 500 asks of the heap, with the number of calls beside it.
    private static func allocated(_ exchange: () -> Void) -> Row.Outcome {
        guard ctwin_counts_allocations() == 1 else {
            return .notMeasured("the C library's allocator cannot be stood in front of")
        }
        let (bytes, calls) = (ctwin_allocated_bytes(), ctwin_allocations())
        exchange()
        let perCommand = Double(ctwin_allocated_bytes() - bytes) / 500
        let callsPerCommand = Double(ctwin_allocations() - calls) / 500
        return .measured(
            ours: Figure.fixed(perCommand, 0), limit: "\(Figure.fixed(callsPerCommand, 1)) calls", ratio: "-",
            isMet: nil)
    }
}
