import DDF

/// The interior nodes above the CSPs, which no device description lists: the root, `Device`, `User`, `Vendor`, `MSFT`,
/// `SyncML`. They are there, can be read, and nothing else.
public enum StructuralNode {
    public static let root = make(".")
    public static let device = make("Device")
    public static let user = make("User")
    public static let vendor = make("Vendor")
    public static let msft = make("MSFT")
    public static let syncML = make("SyncML")

    private static func make(_ name: String) -> NodeDescription {
        var facts = NodeDescription.Facts()
        facts.access = .get
        facts.scope = .permanent
        return NodeDescription(name: name, isDynamic: false, facts: facts, children: [])
    }
}
