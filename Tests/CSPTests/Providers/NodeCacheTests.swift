import CSP
import Crypto
import DMTree
import Foundation
import Testing

/// NodeCache (windows-csp.md 4.5), in both scopes.
@Suite struct NodeCacheTests {
    private static func cache(_ scope: PartScope = .device) -> String { scope.csp("NodeCache/MS%20DM%20Server") }

    private static let absence = "application/x-nodemon-nonexistent"
    private static let hash = "application/x-nodemon-sha256"
    private static let policy = "./Device/Vendor/MSFT/Policy/Config/Browser/HomePages"

    private static func fresh(_ scope: PartScope = .device) -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.status(.add, cache(scope), format: "node") == 200)
        return tree
    }

    /// Adds an entry; nil leaves the leaf out.
    private static func add(
        _ identifier: String, _ uri: String?, _ expected: String?, type: String? = nil, _ scope: PartScope = .device,
        to tree: inout DeviceTree
    ) {
        let node = "\(cache(scope))/Nodes/\(identifier)"
        #expect(tree.status(.add, node, format: "node") == 200)
        if let uri { #expect(tree.status(.add, node + "/NodeURI", uri) == 200) }
        guard expected != nil || type != nil else { return }
        let request = Request(
            verb: .add, cmdID: "2", target: node + "/ExpectedValue", format: "chr", type: type, data: expected)
        #expect(tree.apply(request).status == 200)
    }

    private static func hex(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    @Test("The published protocol: version, changed nodes, new expectation, new version", arguments: PartScope.allCases)
    func life(scope: PartScope) {
        var tree = Self.fresh(scope)
        let cache = Self.cache(scope)
        let policy = scope.csp("Policy/Config/Browser/HomePages")
        #expect(tree.status(.get, cache + "/CacheVersion") == 404)
        #expect(tree.status(.add, cache + "/CacheVersion", "1") == 200)
        #expect(tree.status(.replace, policy, "a") == 200)
        Self.add("20", policy, "a", scope, to: &tree)
        #expect(tree.get(cache + "/ChangedNodes") == "")
        #expect(tree.get(cache + "/ChangedNodesData") == "<Nodes></Nodes>")
        tree.sendInAtomic(.replace, policy, "b")
        #expect(tree.get(cache + "/ChangedNodes") == "20")
        #expect(tree.get(cache + "/ChangedNodesData") == "<Nodes><Node Id=\"20\" Uri=\"\(policy)\">Yg==</Node></Nodes>")
        #expect(tree.status(.replace, cache + "/Nodes/20/ExpectedValue", "b") == 200, "ledger 22")
        #expect(tree.get(cache + "/ChangedNodes") == "")
        #expect(tree.status(.replace, cache + "/CacheVersion", "2") == 200)
        #expect(tree.get(cache + "/CacheVersion") == "2")
        #expect(tree.status(.delete, policy) == 200)
        #expect(tree.get(cache + "/ChangedNodes") == "20", "the node is gone, which is a change")
        #expect(tree.get(cache + "/ChangedNodesData") == "<Nodes><Node Id=\"20\" Uri=\"\(policy)\"></Node></Nodes>")
        #expect(tree.status(.delete, cache) == 200)
        #expect(tree.status(.get, cache + "/ChangedNodes") == 404)
    }

    @Test("Several changed nodes come in the order of their Adds, separated by commas")
    func several() {
        var tree = Self.fresh()
        for identifier in ["b", "a", "c"] { Self.add(identifier, "./DevDetail/SwV", "old", to: &tree) }
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "b,a,c")
    }

    @Test("The page's example: an entry without an address is always reported, its Uri empty")
    func withoutAddress() {
        var tree = Self.fresh()
        Self.add("10", nil, "x", to: &tree)
        tree.setLocally("./DevDetail/Ext/Microsoft/DeviceName", value: "SOMENEWVALUE")
        Self.add("20", "./DevDetail/Ext/Microsoft/DeviceName", "OLD", to: &tree)
        #expect(
            tree.get(Self.cache() + "/ChangedNodesData")
                == "<Nodes><Node Id=\"10\" Uri=\"\"></Node><Node Id=\"20\" Uri=\"./DevDetail/Ext/Microsoft/DeviceName\">"
                + "U09NRU5FV1ZBTFVF</Node></Nodes>")
    }

    @Test("An entry without an expectation is reported; blanks round an address do not count")
    func incomplete() {
        var tree = Self.fresh()
        tree.sendInAtomic(.replace, Self.policy, "a")
        Self.add("1", Self.policy, nil, to: &tree)
        Self.add("2", "\n   \(Self.policy)\n  ", "a", to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "1")
    }

    @Test("Expected absence: reported once the node is there")
    func nonexistent() {
        var tree = Self.fresh()
        Self.add("1", Self.policy, nil, type: Self.absence, to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "")
        tree.sendInAtomic(.replace, Self.policy, "a")
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "1")
        // A new expectation without the type is a text.
        #expect(tree.status(.replace, Self.cache() + "/Nodes/1/ExpectedValue", "a") == 200)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "")
    }

    @Test(
        "Expected absence of what no Windows has, and of a malformed address",
        arguments: ["./Nowhere", "/x/../y", "./Device/Vendor/MSFT/Nope/x"])
    func nowhere(uri: String) {
        var tree = Self.fresh()
        Self.add("1", uri, nil, type: Self.absence, to: &tree)
        Self.add("2", uri, "", to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "2")
    }

    @Test("Expected hash of a leaf: hexadecimal digits in any case, and Base64")
    func leafHash() {
        var tree = Self.fresh()
        tree.sendInAtomic(.replace, Self.policy, "Äpfel")
        let digest = Data(SHA256.hash(data: Data("Äpfel".utf8)))
        for (index, expected) in [
            Self.hex("Äpfel"), Self.hex("Äpfel").uppercased(), digest.base64EncodedString(), Self.hex("apples"),
            "Äpfel",
        ].enumerated() {
            Self.add("\(index)", Self.policy, expected, type: Self.hash, to: &tree)
        }
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "3,4")
        tree.sendInAtomic(.delete, Self.policy)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "0,1,2,3,4")
    }

    @Test("Expected hash of an interior node covers everything below it, recursively")
    func interiorHash() {
        var tree = Self.fresh()
        let vpn = "./Device/Vendor/MSFT/VPNv2/a"
        tree.sendInAtomic(.add, vpn + "/RouteList/0/Address", "10.0.0.0")
        tree.sendInAtomic(.add, vpn + "/RememberCredentials", "true")
        let lines = "RouteList/0/Address=10.0.0.0\nRouteList/0/ExclusionRoute=false\nRememberCredentials=true\n"
        Self.add("1", vpn, Self.hex(lines), type: Self.hash, to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "")
        tree.sendInAtomic(.replace, vpn + "/RouteList/0/Address", "10.0.0.1")
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "1")
        let names = tree.get(vpn) ?? ""
        #expect(names.contains("RouteList/") && names.contains("/RememberCredentials"))
        #expect(
            tree.get(Self.cache() + "/ChangedNodesData")
                == "<Nodes><Node Id=\"1\" Uri=\"\(vpn)\">\(Data(names.utf8).base64EncodedString())</Node></Nodes>")
        // As a text an interior node is never what is expected.
        Self.add("2", vpn, "", to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "1,2")
    }

    @Test(
        "AutoSetExpectedValue takes what is there: a value, an absence, the hash of a subtree",
        arguments: [Verb.add, .replace])
    func autoSet(verb: Verb) {
        var tree = Self.fresh()
        tree.sendInAtomic(.replace, Self.policy, "a")
        for (identifier, uri) in [
            ("1", Self.policy), ("2", "./Device/Vendor/MSFT/Policy/Config/Browser/AllowCookies"),
            ("3", "./Device/Vendor/MSFT/Policy/Config"),
        ] {
            Self.add(identifier, uri, nil, to: &tree)
            // The page's sample is a Replace with empty Data.
            #expect(tree.status(verb, "\(Self.cache())/Nodes/\(identifier)/AutoSetExpectedValue", "") == 200)
        }
        #expect(tree.get(Self.cache() + "/Nodes/1/ExpectedValue") == "a")
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "")
        tree.sendInAtomic(.replace, "./Device/Vendor/MSFT/Policy/Config/Browser/AllowCookies", "1")
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "2,3")
    }

    @Test("An expectation that is deleted is forgotten with its kind")
    func forget() {
        var tree = Self.fresh()
        Self.add("1", Self.policy, nil, type: Self.absence, to: &tree)
        #expect(tree.status(.delete, Self.cache() + "/Nodes/1/ExpectedValue") == 200)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "1")
        tree.sendInAtomic(.replace, Self.policy, "a")
        #expect(tree.status(.add, Self.cache() + "/Nodes/1/ExpectedValue", "a") == 200)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "")
        #expect(
            tree.get(Self.cache() + "/Nodes/1") == "NodeURI/ExpectedValue/AutoSetExpectedValue", "the kind is not shown"
        )
    }

    @Test("An entry about the changed nodes themselves ends")
    func itself() {
        var tree = Self.fresh()
        Self.add("1", Self.cache() + "/ChangedNodes", nil, type: Self.absence, to: &tree)
        Self.add("2", "./Device/Vendor/MSFT/NodeCache", "x", type: Self.hash, to: &tree)
        #expect(tree.get(Self.cache() + "/ChangedNodes") == "2")
        #expect(tree.get(Self.cache() + "/ChangedNodesData")?.hasPrefix("<Nodes><Node Id=\"2\"") == true)
    }

    @Test("design.md 7: an expected value may be the copy of a secret, so it is one")
    func secret() throws {
        #expect(SecretNodes.contains(try TreeURI(Self.cache() + "/Nodes/1/ExpectedValue")))
        #expect(!SecretNodes.contains(try TreeURI(Self.cache() + "/Nodes/1/NodeURI")))
    }

    @Test("What a Get cannot read is not given away")
    func unreadable() {
        var tree = Self.fresh()
        let password = "./Device/Vendor/MSFT/Accounts/Users/ada/Password"
        #expect(tree.status(.add, password, "correct horse") == 200)
        Self.add("1", password, "other", to: &tree)
        let document = tree.get(Self.cache() + "/ChangedNodesData")
        #expect(document == "<Nodes><Node Id=\"1\" Uri=\"\(password)\"></Node></Nodes>")
    }

    /// What is refused.
    @Test(
        "Wrong inputs", arguments: PartScope.allCases,
        [
            (.add, "NodeCache/Another", nil, Answer(500, .invalidArgument, "nodecache.provider")),
            (.add, "NodeCache/Another/CacheVersion", "1", Answer(500, .invalidArgument, "nodecache.provider")),
            (.add, "NodeCache/MS%20DM%20Server", nil, Answer(418, .alreadyExists, "node.exists")),
            (.add, "NodeCache/MS%20DM%20Server/Nodes/1%2C2", nil, Answer(500, .invalidArgument, "nodecache.comma")),
            (
                .add, "NodeCache/MS%20DM%20Server/Nodes/1,2/NodeURI", "./DevInfo",
                Answer(500, .invalidArgument, "nodecache.comma")
            ),
            (
                .add, "NodeCache/MS%20DM%20Server/Nodes/9/AutoSetExpectedValue", nil,
                Answer(404, .nodeNotFound, "nodecache.no-uri")
            ),
            (
                .replace, "NodeCache/MS%20DM%20Server/Nodes/9/ExpectedValue", "1",
                Answer(404, .nodeNotFound, "node.parent-missing")
            ),
            (.replace, "NodeCache/MS%20DM%20Server/ChangedNodes", "1", Answer(405, .commandNotAllowed, "access.verb")),
            (.add, "NodeCache/MS%20DM%20Server/ChangedNodesData", "1", Answer(405, .commandNotAllowed, "access.add")),
            (.delete, "NodeCache/MS%20DM%20Server/Nodes", nil, Answer(405, .commandNotAllowed, "access.verb")),
            (.get, "NodeCache/MS%20DM%20Server/Nodes/9/ExpectedValue", nil, Answer(404, .nodeNotFound, "node.absent")),
            (.add, "NodeCache/MS%20DM%20Server/Nodes/9/Value", "1", Answer(404, .nodeNotFound, "node.unknown")),
        ] as [(Verb, String, String?, Answer)])
    func wrong(scope: PartScope, row: (verb: Verb, path: String, data: String?, answer: Answer)) {
        var tree = Self.fresh(scope)
        let application = tree.send(row.verb, scope.csp(row.path), row.data)
        #expect(Answer(application) == row.answer)
        #expect(tree.get(scope.csp("NodeCache")) == "MS%20DM%20Server")
    }

    @Test("A Type that NodeCache does not know is a text, with a warning; text/plain is one without")
    func type() {
        for (type, isTold) in [
            ("application/x-nodemon-md5", true), ("text/plain", false), ("Application/X-NodeMon-SHA256", false),
        ] {
            var tree = Self.fresh()
            let node = Self.cache() + "/Nodes/1"
            tree.sendInAtomic(.add, node + "/NodeURI", Self.policy)
            let request = Request(
                verb: .add, cmdID: "2", target: node + "/ExpectedValue", format: "chr", type: type, data: "a")
            #expect(Answer(tree.apply(request)) == (isTold ? Answer(200, nil, "nodecache.type") : .fine))
        }
    }
}
