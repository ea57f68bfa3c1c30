import DMTree

/// The name of the device, which a server may set twice over: as DeviceName and as DNSComputerName (windows-csp.md
/// 4.8). A new name waits for a restart.
///
/// Both nodes hold what a server sent last. The name that the device has stands beside them, in a node of the client's
/// own that no description knows and no server sees.
public enum ComputerName {
    private static let container = "./DevDetail/Ext/Microsoft"
    private static let activeNode = ["devdetail", "ext", "microsoft", "activecomputername"]
    /// In the order in which they win when both wait: the node that current servers use comes last.
    private static let nodes = ["DeviceName", "DNSComputerName"]
    /// Characters of a DNS label (RFC 1035).
    private static let longest = 63

    /// The name that the device has; nil before it was given one.
    public static func active(in tree: DeviceTree) -> String? { tree.storedValue(keys: activeNode) }

    /// Gives the device its name at once, as setup does.
    public static func set(_ name: String, in tree: inout DeviceTree) {
        tree.setLocally("\(container)/ActiveComputerName", value: name)
        for node in nodes { tree.setLocally("\(container)/\(node)", value: name) }
    }

    /// The name that waits for a restart, as it was sent; nil when none does.
    public static func pending(in tree: DeviceTree) -> String? {
        let active = active(in: tree)
        return nodes.compactMap { node in
            tree.storedValue(keys: Array(activeNode.dropLast()) + [node.lowercased()])
        }.last { $0 != active }
    }

    /// Lets a name that waits take effect, as a restart does.
    ///
    /// - Parameters:
    ///   - serialNumber: what `%SERIAL%` stands for.
    ///   - randomDigit: gives the digits of `%RAND:n%`, 0 to 9.
    /// - Returns: the new name; nil when none waited.
    public static func takeEffect(
        serialNumber: String, in tree: inout DeviceTree, randomDigit: () -> Int
    ) -> String? {
        guard let template = pending(in: tree) else { return nil }
        let name = expand(template, serialNumber: serialNumber, randomDigit: randomDigit)
        set(name, in: &tree)
        return name
    }

    /// Puts values for the macros in. With both in one name `%RAND:n%` counts and `%SERIAL%` gives nothing. What makes
    /// the name too long for DNS is cut (our choice; a serial number may be long).
    static func expand(_ template: String, serialNumber: String, randomDigit: () -> Int) -> String {
        let parts = parts(of: template)
        let hasRandom = parts.contains { if case .random = $0 { true } else { false } }
        var name = ""
        for part in parts {
            switch part {
            case .text(let text): name += text
            case .serial: name += hasRandom ? "" : serialNumber.filter(isAllowed)
            case .random(let count): for _ in 0..<count { name += String(randomDigit()) }
            }
        }
        return String(name.prefix(longest))
    }

    /// The description sets a limit of 63 characters and lists the two macros; that a name without a DNS label in it is
    /// refused, and how, is our choice (5.9 row 19).
    static func judge(_ value: String, restarts: String) -> Judgement {
        if let fault = fault(of: value) {
            return Judgement(
                refusal: Judgement.Refusal(
                    row: .valueNotAllowed, status: 500, error: .invalidArgument,
                    advice: Advice(
                        rule: "devdetail.computer-name", severity: .error, message: fault,
                        hint: "write 1 to 63 letters, digits and hyphens; %RAND:4% and %SERIAL% are filled in",
                        reference: "windows-csp.md 4.8, 5.9 row 19")))
        }
        return Judgement(advice: [
            Advice(
                rule: "devdetail.restart-pending", severity: .note,
                message: "the name takes effect at the next restart; until then a Get gives the old one",
                hint: restarts, reference: "windows-csp.md 4.8")
        ])
    }

    private static func fault(of value: String) -> String? {
        var length = 0
        for part in parts(of: value) {
            switch part {
            case .text(let text):
                if let wrong = text.first(where: { !isAllowed($0) }) {
                    return wrong == "%"
                        ? "\"\(value.prefix(70))\" holds a macro that Windows does not know"
                        : "a computer name cannot hold \"\(wrong)\""
                }
                length += text.count
            case .serial: length += 1
            case .random(let count): length += count
            }
        }
        if length == 0 { return "a computer name cannot be empty" }
        return length > longest ? "the computer name has \(length) characters; DNS allows \(longest)" : nil
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
    }

    private enum Part {
        case text(String)
        case serial
        case random(Int)
    }

    /// Macros in any case of letters; a text that only looks like one stays text.
    private static func parts(of template: String) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(template)
        while let start = rest.firstIndex(of: "%") {
            guard let end = rest[rest.index(after: start)...].firstIndex(of: "%"),
                let macro = macro(rest[rest.index(after: start)..<end])
            else { break }
            if start > rest.startIndex { parts.append(.text(String(rest[..<start]))) }
            parts.append(macro)
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }

    private static func macro(_ text: Substring) -> Part? {
        let lowered = text.lowercased()
        if lowered == "serial" { return .serial }
        guard lowered.hasPrefix("rand:"), let count = Int(lowered.dropFirst(5)), (1...longest).contains(count) else {
            return nil
        }
        return .random(count)
    }
}
