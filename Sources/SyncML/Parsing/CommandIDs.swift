/// Finds CmdIDs that were used twice. Most messages count upwards, and then nothing has to be remembered.
struct CommandIDs {
    private var highest = 0
    private var isAscending = true

    /// - Parameter number: the CmdID's number, nil when it is none.
    mutating func note(_ number: Int?) {
        guard let number, number > highest else {
            isAscending = false
            return
        }
        highest = number
    }

    /// Looks for repeated ids in commands that do not count upwards. Placeholders repeat by nature and are left out.
    func addRepeated(in commands: [Command], to findings: inout FindingList) {
        guard !isAscending else { return }
        var seen: [String: Origin] = [:]
        Self.addRepeated(in: commands, seen: &seen, to: &findings)
    }

    private static func addRepeated(
        in commands: [Command], seen: inout [String: Origin], to findings: inout FindingList
    ) {
        for command in commands {
            if let id = command.cmdID, number(id) != nil {
                if let first = seen[id] {
                    if let place = command.origin.position {
                        findings.add(.commandIDRepeated(id, first: first.position, at: place))
                    }
                } else {
                    seen[id] = command.origin
                }
            }
            switch command {
            case .atomic(let container), .sequence(let container):
                addRepeated(in: container.commands, seen: &seen, to: &findings)
            case .add, .replace, .delete, .get, .copy, .exec, .alert, .status, .results, .unknown: break
            }
        }
    }

    /// The number that a CmdID is, nil for a placeholder.
    static func number(_ id: String) -> Int? {
        var value = 0
        for byte in id.utf8 {
            guard (0x30...0x39).contains(byte), value < 1 << 40 else { return nil }
            value = value * 10 + Int(byte & 0x0F)
        }
        return id.isEmpty ? nil : value
    }
}
