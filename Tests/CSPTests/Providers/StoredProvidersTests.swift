import DMTree
import Testing

@testable import CSP

/// CSPs with little or no behaviour of their own: NodeCache, Personalization (windows-csp.md 4.5).
@Suite struct StoredProvidersTests {
    @Test("NodeCache stores what a server keeps there", arguments: PartScope.allCases)
    func nodeCache(scope: PartScope) {
        var tree = Devices.fresh()
        let cache = scope.csp("NodeCache/MS%20DM%20Server")
        #expect(tree.status(.replace, cache + "/CacheVersion", "1") == 404, "a named node wants an Add")
        #expect(tree.status(.add, cache, format: "node") == 200)
        #expect(tree.status(.replace, cache + "/CacheVersion", "0x1") == 200)
        #expect(tree.get(cache + "/CacheVersion") == "0x1")
        let node = cache + "/Nodes/20"
        #expect(tree.status(.add, node, format: "node") == 200)
        #expect(tree.status(.add, node + "/NodeURI", "./Device/Vendor/MSFT/DMClient") == 200)
        #expect(tree.status(.add, node + "/ExpectedValue", "a") == 200)
        #expect(tree.status(.replace, node + "/ExpectedValue", "b") == 200, "ledger 22")
        #expect(tree.get(node + "/ExpectedValue") == "b")
        #expect(tree.status(.replace, node + "/NodeURI", "./DevInfo") == 405)
        #expect(tree.status(.replace, cache + "/ChangedNodes", "20") == 405)
        #expect(tree.status(.delete, node) == 200)
        #expect(tree.get(cache + "/Nodes") == "")
    }

    @Test(
        "Personalization fetches a picture that has a web address",
        arguments: [
            ("https://img.example.test/a.jpg", 202), ("HTTP://img.example.test/a.jpg", 202), ("file:///c:/a.jpg", 200),
            ("httpicture", 200), ("", 200),
        ])
    func personalization(url: String, status: Int) {
        for leaf in ["DesktopImageUrl", "LockScreenImageUrl"] {
            var tree = Devices.fresh()
            let application = tree.send(.replace, "./Vendor/MSFT/Personalization/\(leaf)", url, format: "chr")
            #expect(application.status == status)
            #expect(application.jobs.map(\.data) == (status == 202 ? [url] : []))
            #expect(tree.get("./Device/Vendor/MSFT/Personalization/\(leaf)") == url)
        }
    }
}
