import Testing
import XMLStream

@Suite("Parses side by side")
struct ConcurrencyTests {
    @Test("Parsers in many tasks do not disturb each other, from the first use on")
    func parallel() async {
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<16 {
                group.addTask {
                    var good = true
                    for round in 0..<50 {
                        let isBroken = (task + round).isMultiple(of: 3)
                        let text =
                            "<a xmlns='u\(task)'>" + String(repeating: "<b\(round)>\(task)</b\(round)>", count: 40)
                            + (isBroken ? "<c></d>" : "") + "</a>"
                        let result = try? parse(text)
                        if isBroken {
                            good = good && result == nil
                        } else {
                            let names = result?.names
                            good =
                                good
                                && names == [
                                    XMLName("a", namespace: "u\(task)"), XMLName("b\(round)", namespace: "u\(task)"),
                                ]
                        }
                    }
                    return good
                }
            }
            for await good in group { #expect(good) }
        }
    }

    @Test("A tape may be read in several tasks at once")
    func shared() async throws {
        let tape = try parse("<a>" + (0..<500).map { "<b>\($0)</b>" }.joined() + "</a>")
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var cursor = XMLCursor(tape)
                    cursor.enter()
                    var sum = 0
                    while cursor.nextChild() != nil { sum += Int(cursor.readText()) ?? 0 }
                    return sum
                }
            }
            for await sum in group { #expect(sum == 124_750) }
        }
    }
}
