import DMTree
import Testing

/// design.md section 2: the storage is persistent, so that a snapshot is a copy.
struct TreeTests {
    private func uri(_ text: String) throws -> TreeURI { try TreeURI(text) }

    @Test("a snapshot is not affected by later writes and deletes")
    func snapshot() throws {
        var tree = Tree()
        tree.set(try uri("./A/B/C"), value: "1", writer: .server)
        let before = tree
        tree.set(try uri("./A/B/C"), value: "2", writer: .server)
        tree.set(try uri("./A/B/D"), value: "3", writer: .server)
        tree.remove(try uri("./A/B/C"))
        #expect(before[["a", "b", "c"]]?.value == "1")
        #expect(before[["a", "b", "d"]] == nil)
        #expect(before.count == 3)
        #expect(tree[["a", "b", "c"]] == nil)
        #expect(tree[["a", "b", "d"]]?.value == "3")
    }

    @Test("children are listed in the order in which they were made, also after they were written again")
    func order() throws {
        var tree = Tree()
        let names = (0..<50).map { "n\(($0 * 37) % 50)" }
        for name in names { tree.set(try uri("./A/\(name)"), value: name, writer: .server) }
        tree.set(try uri("./A/\(names[0])"), value: "again", writer: .server)
        #expect(tree[["a"]]?.orderedChildren.map(\.name) == names)
        tree.remove(try uri("./A/\(names[0])"))
        tree.set(try uri("./A/\(names[0])"), value: "new", writer: .server)
        #expect(tree[["a"]]?.orderedChildren.map(\.name) == Array(names.dropFirst()) + [names[0]])
    }

    @Test("remove takes the subtree along and tells whether there was something")
    func remove() throws {
        var tree = Tree()
        tree.set(try uri("./A/B/C/D"), value: "1", writer: .server)
        tree.set(try uri("./A/E"), value: "2", writer: .server)
        #expect(tree.count == 5)
        #expect(!tree.remove(try uri("./A/X/C")))
        #expect(!tree.remove(try uri("./A/B/C/D/E")))
        #expect(!tree.remove(try uri(".")))
        #expect(tree.remove(try uri("./a/b")))
        #expect(!tree.remove(try uri("./a/b")))
        #expect(tree.count == 2)
        #expect(tree[["a", "e"]]?.value == "2")
    }

    @Test("a write keeps name, children and place; no value leaves the value")
    func write() throws {
        var tree = Tree()
        tree.set(try uri("./Root/MyNode/Leaf"), value: "1", writer: .client)
        tree.set(try uri("./root/mynode"), value: nil, writer: .server)
        tree.set(try uri("./root/mynode/leaf"), value: nil, writer: .server)
        #expect(tree[["root", "mynode"]]?.name == "MyNode")
        #expect(tree[["root", "mynode", "leaf"]]?.value == "1")
        #expect(tree[["root", "mynode", "leaf"]]?.writer == .client)
        tree.set(try uri("./root/mynode/leaf"), value: "", writer: .agent)
        #expect(tree[["root", "mynode", "leaf"]]?.value == "")
        #expect(tree[["root", "mynode", "leaf"]]?.writer == .agent)
        #expect(tree[["root", "mynode"]]?.hasChildren == true)
    }

    @Test("a thousand snapshots stay what they were")
    func manySnapshots() throws {
        var tree = Tree()
        var snapshots: [Tree] = []
        for index in 0..<1_000 {
            snapshots.append(tree)
            tree.set(try uri("./A/n\(index % 100)"), value: String(index), writer: .server)
        }
        for (index, snapshot) in snapshots.enumerated() {
            let last = index < 100 ? nil : "\(index - 100)"
            #expect(snapshot[["a", "n\(index % 100)"]]?.value == last)
        }
    }
}
