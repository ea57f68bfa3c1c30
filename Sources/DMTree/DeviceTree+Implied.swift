import DDF
import Notation

extension DeviceTree {
    /// A leaf that is there without having been stored: its CSP gives its value, or its description does.
    public struct ImpliedLeaf: Sendable {
        /// Canonical.
        public var uri: TreeURI
        public var value: String
        /// False for the default of the description.
        public var isComputed: Bool
        /// Whether its CSP has behaviour: a default that means something on this device.
        public var isEmulated: Bool
    }

    /// Every leaf that has a value and was never stored, in the order of the catalogue; without those of users where nobody
    /// is signed in.
    ///
    /// A look at each described node: for once in a device's life, not for each step.
    public func impliedLeaves() -> [ImpliedLeaf] {
        var leaves: [ImpliedLeaf] = []
        guard let root = try? schema.resolve(locURI: ".") else { return [] }
        collectImplied(below: root, depth: 0, &leaves)
        return leaves
    }

    private func collectImplied(below parent: Resolution, depth: Int, _ leaves: inout [ImpliedLeaf]) {
        guard depth < Self.deepest else { return }
        for child in existingChildren(of: parent) {
            guard let node = child.node, child.uri.scope != .user || hasUserContext else { continue }
            guard !node.isInterior else {
                collectImplied(below: child, depth: depth + 1, &leaves)
                continue
            }
            guard case .implied = presence(child) else { continue }
            let computed = given(child, node, nil)
            guard let value = computed ?? node.facts.defaultOnWire else { continue }
            leaves.append(
                ImpliedLeaf(
                    uri: child.uri, value: value, isComputed: computed != nil,
                    isEmulated: registration(for: child.uri) != nil))
        }
    }
}
