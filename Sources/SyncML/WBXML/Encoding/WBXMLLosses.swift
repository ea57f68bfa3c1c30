import XMLStream

/// What could not be written, each kind told once with its number.
struct WBXMLLosses {
    private enum Kind: Hashable {
        case attribute(String, element: String)
        case namespace(String)
    }

    private var order: [Kind] = []
    private var counts: [Kind: (count: Int, first: XMLPosition)] = [:]

    mutating func attribute(_ name: String, on element: String, _ origin: Origin) {
        note(.attribute(name, element: element), origin)
    }

    mutating func namespace(_ namespace: String, _ origin: Origin) { note(.namespace(namespace), origin) }

    private mutating func note(_ kind: Kind, _ origin: Origin) {
        if counts[kind] == nil { order.append(kind) }
        let known = counts[kind] ?? (0, origin.position ?? .start)
        counts[kind] = (known.count + 1, known.first)
    }

    var findings: [Finding] {
        order.map { kind in
            let (count, first) = counts[kind] ?? (0, .start)
            let times = count == 1 ? "once" : "\(count) times"
            switch kind {
            case .attribute(let name, let element):
                return Finding(
                    .wbxmlLost, at: first,
                    "The attribute \(name) on \(element) is left out, \(times): SyncML has no attributes in WBXML.")
            case .namespace(let namespace):
                return Finding(
                    .wbxmlLost, at: first,
                    "The namespace \"\(namespace)\" is left out, \(times): in WBXML the code page says the namespace.")
            }
        }
    }
}
