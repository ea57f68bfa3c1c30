/// The name of an element or attribute: its local part and its namespace, the prefix resolved.
///
/// An unbound prefix stays in the local part (`msft:originalerror`) and leaves the namespace nil.
public struct XMLName: Hashable, Sendable {
    public var local: String
    public var namespace: String?

    public init(_ local: String, namespace: String? = nil) {
        self.local = local
        self.namespace = namespace
    }
}
