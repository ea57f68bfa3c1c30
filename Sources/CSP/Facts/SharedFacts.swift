import DMTree

/// The facts of a device behind one reference: several providers of the same device read them.
final class SharedFacts: Sendable {
    let facts: DeviceFacts

    init(_ facts: DeviceFacts) { self.facts = facts }
}

extension Bool {
    /// As a bool node travels (windows-csp.md 1.4).
    var onWire: String { self ? "true" : "false" }
    /// As the int nodes of the inventories say it.
    var digit: String { self ? "1" : "0" }
}
