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

    @Test("a node with many children finds each of them, also after some went", arguments: [1, 15, 16, 17, 40])
    func manyChildren(count: Int) throws {
        var tree = Tree()
        let names = (0..<count).map { "Child\($0)" }
        for name in names { tree.set(try uri("./A/\(name)"), value: name, writer: .server) }
        for name in names.indices where name.isMultiple(of: 3) { tree.remove(try uri("./a/child\(name)")) }
        for (index, name) in names.enumerated() {
            #expect(tree[["a", name.lowercased()]]?.value == (index.isMultiple(of: 3) ? nil : name))
        }
        #expect(
            tree[["a"]]?.orderedChildren.map(\.name)
                == names.enumerated().filter { !$0.offset.isMultiple(of: 3) }.map(\.element))
    }

    @Test("local writes: an address deeper than any description does nothing")
    func deepLocalWrite() {
        var tree = DeviceTree.probing([])
        tree.setLocally("./" + Array(repeating: "n", count: 10_000).joined(separator: "/"), value: "1")
        tree.setLocally("/malformed", value: "1")
        #expect(tree.storage.count == 0)
        tree.setLocally("./Vendor/MSFT/Probe/Own/Node", value: "1", writer: .agent)
        #expect(tree.storage[["device", "vendor", "msft", "probe", "own", "node"]]?.writer == .agent)
    }

    @Test("a twin differs from its node in one name")
    func twin() throws {
        var tree = DeviceTree.probing([])
        tree.setTwinLocally(
            of: try uri("./Vendor/MSFT/Probe/Config/X"), at: 4, named: "Result", key: "result", value: "1")
        #expect(tree.content == ["./Device/Vendor/MSFT/Probe/Result/X = 1 by client", "6 nodes"])
    }

    @Test("1.1, 4.13: names that compare letter by letter are two nodes, others one")
    func caseSensitiveNames() {
        var tree = Devices.enrolled()
        for name in ["Net", "NET"] { #expect(tree.apply(.add, "./Vendor/MSFT/WiFi/Profile/\(name)").status == 200) }
        #expect(tree.apply(.add, "./Vendor/MSFT/WiFi/Profile/Net").status == 418)
        #expect(tree.get("./Vendor/MSFT/WiFi/Profile") == "Net/NET")
        #expect(tree.apply(.add, "./User/Vendor/MSFT/DMClient/Provider/Abc").status == 200)
        #expect(tree.apply(.add, "./User/Vendor/MSFT/DMClient/Provider/ABC").status == 418)
        tree.setLocally("./Vendor/MSFT/WiFi/Profile/net/WlanXml", value: "<x/>")
        #expect(tree.get("./Vendor/MSFT/WiFi/Profile") == "Net/NET/net")
    }
}
