import DMTree
import Testing

@testable import CSP

/// CSPs with little or no behaviour of their own: NodeCache, Personalization, DevInfo, DevDetail (windows-csp.md 4.5, 4.7, 4.8).
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

    @Test(
        "DevInfo and DevDetail are read-only, but for the device's names; nothing is added",
        arguments: [
            ("./DevInfo/DevId", 405), ("./DevInfo/Lang", 405), ("./DevDetail/SwV", 405),
            ("./DevDetail/URI/MaxDepth", 405),
            ("./DevDetail/Ext/Microsoft/DeviceName", 200), ("./DevDetail/Ext/Microsoft/DNSComputerName", 200),
        ])
    func readOnly(node: String, status: Int) {
        var tree = Devices.fresh()
        tree.setLocally(node, value: "before")
        #expect(tree.status(.replace, node, "after") == status)
        #expect(tree.get(node) == (status == 200 ? "after" : "before"))
        #expect(tree.status(.add, node, "x") == 405)
        #expect(tree.status(.delete, node) == 405)
    }

    @Test("DevDetail gives the device's time, and 404 for what a desktop lacks")
    func devDetail() {
        var tree = Devices.fresh()
        tree.localTime = "2026-03-01T08:00:00Z"
        #expect(tree.get("./DevDetail/Ext/Microsoft/LocalTime") == "2026-03-01T08:00:00Z")
        for node in ["MobileID", "CommercializationOperator"] {
            #expect(tree.status(.get, "./DevDetail/Ext/Microsoft/\(node)") == 404)
        }
    }
}
