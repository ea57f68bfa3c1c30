/// A compiled catalogue in memory: every root with its tree, sorted by scope, CSP and area. `CatalogueWriter` makes text of it,
/// `CatalogueReader` reads the text root by root.
public struct Catalogue: Sendable {
    /// A root and its nodes.
    public struct Entry: Sendable {
        public var root: CatalogueRoot
        public var tree: NodeDescription

        public init(root: CatalogueRoot, tree: NodeDescription) {
            self.root = root
            self.tree = tree
        }
    }

    /// Sorted by scope (device, user, outside), name of the CSP and name of the area; at most one for each.
    public let entries: [Entry]
}
