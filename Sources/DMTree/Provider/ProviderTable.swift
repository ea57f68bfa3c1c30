/// The behaviour of a device's CSPs. Never changes, and is shared by all copies of a tree.
final class ProviderTable: Sendable {
    /// A provider behind one reference: a decision carries it from hand to hand.
    final class Registration: Sendable {
        let provider: any Provider

        init(_ provider: any Provider) { self.provider = provider }
    }

    /// By the lower-case name of the CSP.
    let byName: [String: Registration]
    /// By that name, ascending.
    let inOrder: [any Provider]

    /// Of several providers for one CSP the first counts.
    init(_ providers: [any Provider]) {
        byName = Dictionary(providers.map { ($0.name.lowercased(), Registration($0)) }) { first, _ in first }
        inOrder = byName.sorted { $0.key < $1.key }.map(\.value.provider)
    }
}
