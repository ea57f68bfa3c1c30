import CTwin
import XMLStream

/// Writing a message of 200 commands: libxml2's xmlTextWriter against its xmlOutputBuffer (docs/decisions/0002-xml-writer.md).
enum WriteRows {
    /// One step of writing, for both languages.
    private enum Step {
        case start(String)
        case namespace(String)
        case text(String)
        case end(String)
    }

    static func rows(_ options: Options) -> [Row] {
        guard let tape = try? XMLTape(parsing: SampleMessage.mixed(commands: 200)) else { return [] }
        var cursor = XMLCursor(tape)
        var steps: [Step] = []
        collect(&cursor, parent: nil, into: &steps)
        let size = write(steps)

        var sink = 0
        let times = withCSteps(steps) { csteps -> [Double]? in
            let (base, count) = (csteps.baseAddress, csteps.count)
            guard ctwin_write_text_writer(base, count) > 0, ctwin_write_output_buffer(base, count) == size else {
                return nil
            }
            return Stopwatch.interleaved(
                rounds: options.rounds,
                [
                    { sink &+= ctwin_write_text_writer(base, count) },
                    { sink &+= ctwin_write_output_buffer(base, count) },
                    { sink &+= write(steps) },
                ])
        }
        keep(sink)
        let kilobytes = Figure.fixed(Double(size) / 1_000, 1)
        guard let times else {
            return [
                Row(
                    name: "write \(kilobytes) kB", budget: "none",
                    outcome: .notMeasured("the writers do not agree about the message"))
            ]
        }
        func row(_ name: String, _ time: Double) -> Row {
            Row(
                name: "write \(kilobytes) kB with \(name)", budget: "none",
                outcome: .measured(
                    ours: Figure.rate(bytes: size, nanoseconds: time),
                    limit: Figure.rate(bytes: size, nanoseconds: times[0]), ratio: Figure.ratio(times[0] / time),
                    isMet: nil))
        }
        return [
            row("XMLWriter (Swift on xmlOutputBuffer)", times[2]), row("xmlOutputBuffer from C", times[1]),
            row("xmlTextWriter from C", times[0]),
        ]
    }

    private static func collect(_ cursor: inout XMLCursor, parent: String?, into steps: inout [Step]) {
        let name = cursor.name
        steps.append(.start(name.local))
        if let namespace = name.namespace, namespace != parent { steps.append(.namespace(namespace)) }
        let isLeaf = !cursor.hasElementChildren
        cursor.enter()
        while let node = cursor.nextNode() {
            switch node {
            case .element: collect(&cursor, parent: name.namespace, into: &steps)
            case .text(let text, _): if isLeaf { steps.append(.text(text)) }
            }
        }
        steps.append(.end(name.local))
    }

    private static func write(_ steps: [Step]) -> Int {
        guard var writer = try? XMLWriter() else { return 0 }
        for step in steps {
            switch step {
            case .start(let name): writer.start(name)
            case .namespace(let namespace): writer.attribute("xmlns", namespace)
            case .text(let text): writer.text(text)
            case .end(let name): writer.end(name)
            }
        }
        return writer.bytes().count
    }

    /// The steps with their strings in one block of memory that lives for the time of the call.
    private static func withCSteps<Result>(
        _ steps: [Step], _ body: (UnsafeBufferPointer<ctwin_step>) -> Result
    ) -> Result {
        var text: [CChar] = []
        var parts: [(kind: UInt32, start: Int, count: Int)] = []
        for step in steps {
            let (kind, string) =
                switch step {
                case .start(let string): (CTWIN_START, string)
                case .namespace(let string): (CTWIN_NAMESPACE, string)
                case .text(let string): (CTWIN_TEXT, string)
                case .end(let string): (CTWIN_END, string)
                }
            parts.append((kind.rawValue, text.count, string.utf8.count))
            text += string.utf8CString
        }
        return text.withUnsafeBufferPointer { text in
            let csteps = parts.map { part in
                ctwin_step(
                    kind: ctwin_kind(rawValue: part.kind), string: text.baseAddress.map { $0 + part.start },
                    count: part.count)
            }
            return csteps.withUnsafeBufferPointer(body)
        }
    }
}
