import DMTree
import Testing

/// What a timeline shows of a tree from step to step.
struct TreeChangeTests {
    private struct Leaf: Hashable {
        var value: String?
        var writer: Writer
    }

    /// The listing of a tree that the changes are applied to.
    private struct Listing {
        var leaves: [String: Leaf]

        init(_ tree: DeviceTree) {
            leaves = Dictionary(
                uniqueKeysWithValues: tree.storedLeaves.map { ($0.uri, Leaf(value: $0.value, writer: $0.writer)) })
        }

        mutating func apply(_ changes: [TreeChange]) {
            for change in changes {
                switch change {
                case .stored(let uri, let value, let writer): leaves[uri] = Leaf(value: value, writer: writer)
                case .removed(let uri):
                    leaves = leaves.filter { $0.key != uri && !$0.key.hasPrefix(uri + "/") }
                }
            }
        }
    }

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    private static let root = "./Device/Vendor/MSFT/Policy/Config"

    private func address(_ numbers: inout Numbers) -> String {
        let names = ["a", "B", "b c", "Ä", "x.y", "%41"]
        let scope = Bool.random(using: &numbers) ? Self.root : "./User/Vendor/MSFT/Policy/Config"
        return (0..<Int.random(in: 1...4, using: &numbers)).reduce(scope) { path, _ in
            path + "/" + names[Int.random(in: 0..<names.count, using: &numbers)]
        }
    }

    @Test("changes, applied to the earlier listing, give the later one", arguments: 1...40)
    func random(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        var tree = Devices.enrolled()
        var listing = Listing(tree)
        var users: [UserTree] = [UserTree(), UserTree()]
        var before = tree
        for step in 0..<60 {
            for _ in 0..<Int.random(in: 0...6, using: &numbers) {
                let uri = address(&numbers)
                switch Int.random(in: 0..<10, using: &numbers) {
                case 0..<5: tree.setLocally(uri, value: "\(step)", writer: .server)
                case 5: tree.setLocally(uri, value: nil, writer: .agent)
                case 6..<9: tree.removeLocally(uri)
                default:
                    let index = Int.random(in: 0..<2, using: &numbers)
                    users[index] = tree.switchUser(to: Bool.random(using: &numbers) ? users[index] : nil)
                }
            }
            listing.apply(tree.changes(since: before))
            #expect(listing.leaves == Listing(tree).leaves)
            before = tree
        }
    }

    @Test("nothing changed: no changes, also where a value was written again")
    func nothing() {
        var tree = Devices.enrolled()
        tree.setLocally("\(Self.root)/A/B", value: "1")
        let before = tree
        #expect(tree.changes(since: before).isEmpty)
        tree.setLocally("\(Self.root)/A/B", value: "1")
        #expect(tree.changes(since: before).isEmpty)
    }

    @Test("a value, its writer and the canonical address")
    func value() {
        var tree = Devices.enrolled()
        let before = tree
        tree.setLocally("./Vendor/MSFT/Policy/Config/A/B%20c", value: "1", writer: .agent)
        #expect(tree.changes(since: before) == [.stored(uri: "\(Self.root)/A/B%20c", value: "1", writer: .agent)])
        let middle = tree
        tree.setLocally("\(Self.root)/A/B%20c", value: "1", writer: .server)
        #expect(tree.changes(since: middle) == [.stored(uri: "\(Self.root)/A/B%20c", value: "1", writer: .server)])
    }

    @Test("a node that gets children is no leaf any more, and one that loses them is one again")
    func interior() {
        var tree = Devices.enrolled()
        tree.setLocally("\(Self.root)/A", value: nil)
        let leaf = tree
        tree.setLocally("\(Self.root)/A/B", value: "1")
        let interior = tree
        #expect(
            interior.changes(since: leaf) == [
                .removed(uri: "\(Self.root)/A"), .stored(uri: "\(Self.root)/A/B", value: "1", writer: .client),
            ])
        tree.removeLocally("\(Self.root)/A/B")
        #expect(
            tree.changes(since: interior) == [
                .removed(uri: "\(Self.root)/A"), .stored(uri: "\(Self.root)/A", value: nil, writer: .client),
            ])
    }

    @Test("the nodes of a user go with the user, and come back")
    func users() {
        var tree = Devices.enrolled()
        tree.setLocally("./User/Vendor/MSFT/Policy/Config/A/B", value: "1")
        let signedIn = tree
        let user = tree.switchUser(to: nil)
        #expect(tree.changes(since: signedIn) == [.removed(uri: "./User")])
        let signedOut = tree
        _ = tree.switchUser(to: user)
        #expect(
            tree.changes(since: signedOut) == [
                .stored(uri: "./User/Vendor/MSFT/Policy/Config/A/B", value: "1", writer: .client)
            ])
    }

    @Test("implied leaves: what a CSP computes and what a description gives, never what is stored")
    func implied() {
        var tree = Devices.enrolled()
        tree.setLocally("\(Devices.account)/Poll/PollOnLogin", value: "true")
        let leaves = tree.impliedLeaves()
        let uris = leaves.map(\.uri.canonical)
        #expect(uris.contains("./DevDetail/SwV"))
        #expect(!uris.contains("\(Devices.account)/Poll/PollOnLogin"))
        #expect(Set(uris).count == uris.count)
        for leaf in leaves { #expect(tree.value(leaf.uri.canonical) == leaf.value) }
        #expect(uris.contains { $0.hasPrefix("./User/") })
        _ = tree.switchUser(to: nil)
        #expect(!tree.impliedLeaves().contains { $0.uri.scope == .user })
    }
}
