import HTTPExchange
import LiveDevice
import SyncML

/// Issue 6: a client that misbehaves. The server refuses or answers, and serves the device afterwards.
extension Probes {
    static func wrongReferences(_ bench: Bench, _ course: Course) async -> Outcome {
        await survives(bench, course, expected: "an answer, and a normal session afterwards") { session in
            _ = await session.open()
            let statuses = [("1", "9999"), ("9999", "1"), ("x", "y"), ("", "")].map { references in
                Command.status(
                    Status(
                        cmdID: nil, msgRef: references.0, cmdRef: references.1, cmd: "Replace", data: ItemData("200")))
            }
            return await session.go(statuses)
        }
    }

    static func manyAlerts(_ bench: Bench, _ course: Course) async -> Outcome {
        await survives(bench, course, expected: "an answer, and a normal session afterwards") { session in
            let alerts = (0..<100).map { number in
                Alert(
                    cmdID: nil, data: ItemData(number.isMultiple(of: 2) ? "1226" : "1224"),
                    items: [
                        Item(
                            meta: Meta(format: "chr", type: "com.example.espalier:bulk\(number)"),
                            data: ItemData("\(number)"))
                    ])
            }
            return await session.open(extra: alerts)
        }
    }

    static func oversizedMessage(_ bench: Bench, _ course: Course) async -> Outcome {
        await raw(bench, course, "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><!--" + String(repeating: "x", count: 12 << 20))
    }

    static func brokenXML(_ bench: Bench, _ course: Course) async -> Outcome {
        await raw(bench, course, "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</SyncHdr>")
    }

    /// The inner entity would make the message a thousand times as long.
    static func entities(_ bench: Bench, _ course: Course) async -> Outcome {
        let lines = (1...3).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
        return await raw(
            bench, course,
            "<!DOCTYPE SyncML [<!ENTITY e0 \"x\">\(lines.joined())]>"
                + "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>&e3;</VerDTD></SyncHdr></SyncML>")
    }

    /// Sends bytes that are no message; they must not be served.
    private static func raw(_ bench: Bench, _ course: Course, _ text: String) async -> Outcome {
        await survives(bench, course, expected: "a refusal, and a normal session afterwards") { session in
            var deviation = BenchSession.Deviation()
            deviation.body = Array(text.utf8)
            return await session.send([], deviation)
        } accepts: { answer in
            answer.isTurnedAway || answer.message == nil && answer.response?.body.isEmpty == true
        }
    }
}
