#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Captures of 100 MB through `espalier capture convert`: what the process holds at once, and how fast it is. Memory has to be that of a few
/// records, whatever the length.
enum CaptureRows {
    private static let bytes = 100_000_000
    private static let budget = "<= 64 MiB peak"

    static func rows(_ options: Options) -> [Row] {
        let forms: [(name: String, file: String, arguments: [String])] = [
            ("100 MB of JSON Lines, converted", "big.jsonl", []),
            ("100 MB of JSON Lines, redacted (read twice)", "big.jsonl", ["--redact"]),
            ("100 MB of HAR, converted", "big.har", []),
            ("100 MB of XML documents, converted", "big.xml", []),
        ]
        guard let tool = ToolRows.tool(options), let folder = Program.makeFolder() else {
            return forms.map {
                Row(name: $0.name, budget: budget, outcome: .notMeasured("no release build of espalier"))
            }
        }
        defer { Program.removeFolder(folder) }
        guard make("\(folder)/big.jsonl", "{\"espalierCapture\":1}\n", line, ""),
            make("\(folder)/big.har", "{\"log\":{\"entries\":[\(entry(0).dropFirst())", entry, "]}}"),
            make("\(folder)/big.xml", "", { "\(message($0))\n" }, "")
        else {
            return forms.map { Row(name: $0.name, budget: budget, outcome: .notMeasured("no temporary file")) }
        }
        return forms.map { form in
            let arguments = ["capture", "convert", "\(folder)/\(form.file)", "-o", "/dev/null"] + form.arguments
            return Row(
                name: form.name, budget: budget, outcome: outcome(tool, arguments))
        }
    }

    private static func outcome(_ tool: String, _ arguments: [String]) -> Row.Outcome {
        guard let finished = Program.run(tool, arguments) else { return .notMeasured("\(tool) does not start") }
        guard finished.status == 0 else {
            return .notMeasured("espalier capture ended with status \(finished.status)")
        }
        let peak = Double(finished.peakBytes) / Double(1 << 20)
        return .measured(
            ours: "\(Figure.fixed(peak, 1)) MiB, \(Figure.rate(bytes: bytes, nanoseconds: finished.cpu))",
            limit: "64 MiB",
            ratio: Figure.ratio(peak / 64), isMet: peak <= 64)
    }

    private static func message(_ number: Int) -> String {
        var text =
            "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>"
        text += "<MsgID>\(number)</MsgID><Target><LocURI>device-\(number % 100)</LocURI></Target>"
        text += "<Source><LocURI>https://mdm.example/dm</LocURI></Source></SyncHdr><SyncBody>"
        for command in 2..<22 {
            text +=
                "<Replace><CmdID>\(command)</CmdID><Item><Target><LocURI>./Device/Vendor/MSFT/Policy/Config/Area/Name\(command)</LocURI>"
            text +=
                "</Target><Meta><Format xmlns=\"syncml:metinf\">chr</Format></Meta><Data>value \(number)</Data></Item></Replace>"
        }
        return text + "<Final/></SyncBody></SyncML>"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text { result += character == "\"" ? "\\\"" : String(character) }
        return result
    }

    private static func line(_ number: Int) -> String {
        "{\"time\":\"2026-11-27T15:10:35.000000Z\",\"direction\":\"to-client\",\"status\":200,\"body\":\"\(escaped(message(number)))\"}\n"
    }

    private static func entry(_ number: Int) -> String {
        ",{\"startedDateTime\":\"2026-11-27T15:10:35.000Z\",\"time\":1,\"request\":{\"method\":\"POST\",\"url\":\"https://mdm.example/dm\",\"headers\":[]},"
            + "\"response\":{\"status\":200,\"headers\":[],\"content\":{\"size\":1,\"text\":\"\(escaped(message(number)))\"}}}\n"
    }

    /// Writes records until the file is long enough.
    private static func make(_ path: String, _ start: String, _ record: (Int) -> String, _ end: String) -> Bool {
        guard let file = fopen(path, "w") else { return false }
        defer { fclose(file) }
        let records = (0..<100).map { Array(record($0).utf8) }
        var written = fwrite(start, 1, start.utf8.count, file)
        var number = 0
        while written < bytes {
            let record = records[number % records.count]
            guard fwrite(record, 1, record.count, file) == record.count else { return false }
            written += record.count
            number += 1
        }
        return fwrite(end, 1, end.utf8.count, file) == end.utf8.count
    }
}
