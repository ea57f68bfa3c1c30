import SyncML

/// Reading a message of 200 commands in WBXML, against the same message in XML.
enum WBXMLRow {
    static func rows(_ options: Options) -> [Row] {
        let text = SampleMessage.mixed(commands: 200)
        let name = "decode WBXML, 200 commands, into values"
        guard let message = try? Message(parsing: text), let binary = try? message.wbxml(),
            let read = try? Message(parsing: binary), read.commands.count == 201
        else {
            return [
                Row(
                    name: name, budget: ">= 1.00 of XML",
                    outcome: .notMeasured("the sample message does not survive the way to WBXML and back"))
            ]
        }
        var sink = 0
        let times = Stopwatch.interleaved(
            rounds: options.rounds,
            [
                { sink &+= (try? Message(parsing: text))?.commands.count ?? 0 },
                { sink &+= (try? Message(parsing: binary))?.commands.count ?? 0 },
                { sink &+= (try? message.serialized())?.count ?? 0 },
                { sink &+= (try? message.wbxml())?.count ?? 0 },
            ])
        keep(sink)
        return [
            Row(
                name: name, budget: ">= 1.00 of XML",
                outcome: .measured(
                    ours: Figure.microseconds(times[1]), limit: Figure.microseconds(times[0]),
                    ratio: Figure.ratio(times[0] / times[1]), isMet: times[1] <= times[0])),
            Row(
                name: "  and encode it", budget: "none",
                outcome: .measured(
                    ours: Figure.microseconds(times[3]), limit: Figure.microseconds(times[2]),
                    ratio: Figure.ratio(times[2] / times[3]), isMet: nil)),
        ]
    }
}
