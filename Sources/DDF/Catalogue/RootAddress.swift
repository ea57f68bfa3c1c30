/// Tells from a node's declared address which root of the catalogue it belongs to (windows-csp.md 6.6 pitfalls 4, 5 and 17).
struct RootAddress: Hashable {
    var scope: CatalogueRoot.Scope
    /// The path that holds the root node, in its canonical spelling: `./Device/Vendor/MSFT`, `.`, `./SyncML`.
    var container: String
    /// The first name below the container.
    var csp: String
    /// The names below the CSP, down to the declared node.
    var rest: [String]

    /// Nil for an address at or above the container of CSPs, such as `./Vendor/MSFT`.
    init?(uri: String) {
        var names = uri.split(separator: "/").map(String.init)
        if names.first == "." { names.removeFirst() }
        let lowercased = names.map { $0.lowercased() }
        let isUser = lowercased.first == "user"
        if isUser || lowercased.first == "device" { names.removeFirst() }
        if names.prefix(2).map({ $0.lowercased() }) == ["vendor", "msft"] {
            names.removeFirst(2)
            scope = isUser ? .user : .device
            container = isUser ? "./User/Vendor/MSFT" : "./Device/Vendor/MSFT"
        } else {
            guard let first = names.first?.lowercased(), first != "vendor" else { return nil }
            scope = .outside
            container = "."
            if first == "syncml" {
                container = "./" + names.removeFirst()
            }
        }
        guard !names.isEmpty else { return nil }
        csp = names.removeFirst()
        rest = names
    }

    /// The area, for an address of the form `Policy/Config/<Area>`.
    var area: String? {
        guard csp.lowercased() == "policy", rest.count == 2, rest[0].lowercased() == "config", !rest[1].hasPrefix("{")
        else { return nil }
        return rest[1]
    }
}
