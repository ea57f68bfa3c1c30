import CSP
import DDF
import DMTree
import Testing

/// WiFi (windows-csp.md 4.13), in both scopes.
@Suite struct WiFiTests {
    private static func node(_ name: String, _ scope: PartScope = .device) -> String {
        scope.csp("WiFi/Profile/\(name)")
    }

    private static func document(_ name: String, _ authentication: String = "WPA2PSK", hasKey: Bool = true) -> String {
        """
        <?xml version="1.0"?><WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>\(name)</name>\
        <SSIDConfig><SSID><name>Orchard</name></SSID></SSIDConfig><connectionType>ESS</connectionType><MSM><security>\
        <authEncryption><authentication>\(authentication)</authentication><encryption>AES</encryption></authEncryption>\
        \(hasKey ? "<sharedKey><keyType>passPhrase</keyType><keyMaterial>pear-apple</keyMaterial></sharedKey>" : "")\
        </security></MSM></WLANProfile>
        """
    }

    private static func added(_ scope: PartScope = .device) -> DeviceTree {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, node("Staff", scope) + "/WlanXml", document("Staff"), format: "chr") == .fine)
        return tree
    }

    @Test("A good life: WlanXml makes the profile, is replaced, and takes it out again", arguments: PartScope.allCases)
    func life(scope: PartScope) {
        var tree = Self.added(scope)
        let node = Self.node("Staff", scope)
        #expect(tree.get(scope.csp("WiFi/Profile")) == "Staff")
        #expect(tree.get(node + "/WlanXml") == Self.document("Staff"))
        #expect(tree.answer(.add, node + "/WlanXml", Self.document("Staff")).status == 418)
        #expect(tree.answer(.replace, node + "/WlanXml", Self.document("Staff", "open", hasKey: false)) == .fine)
        #expect(tree.answer(.add, node + "/ProxyPacUrl", "https://pac.example.test") == .fine)
        #expect(tree.answer(.add, node + "/ProxyWPAD", "true", format: "bool") == .fine)
        #expect(tree.answer(.add, node + "/WiFiCost", "2", format: "int") == .fine)
        #expect(tree.get(node + "/WiFiCost") == "2")
        #expect(tree.status(.delete, node + "/WlanXml") == 200)
        #expect(tree.status(.get, node) == 404)
        #expect(tree.status(.get, node + "/WiFiCost") == 404)
        #expect(tree.get(scope.csp("WiFi/Profile")) == "")
    }

    @Test("The node can be added before its document, and be deleted")
    func nodeFirst() {
        var tree = Devices.fresh()
        let node = Self.node("Staff")
        #expect(tree.answer(.add, node, format: "node") == .fine)
        #expect(
            tree.answer(.replace, node + "/WlanXml", Self.document("Staff"))
                == Answer(404, .nodeNotFound, "wifi.not-added"))
        #expect(tree.answer(.add, node + "/WlanXml", Self.document("Staff")) == .fine)
        #expect(tree.answer(.delete, node) == .fine)
        #expect(tree.status(.get, node + "/WlanXml") == 404)
    }

    @Test(
        "Documents that are refused", arguments: PartScope.allCases,
        [
            ("", Answer(415, .xmlParseError, "wifi.profile")),
            ("<WLANProfile>", Answer(415, .xmlParseError, "wifi.profile")),
            ("&lt;WLANProfile/&gt;", Answer(415, .xmlParseError, "wifi.profile")),
            ("<Profile/>", Answer(500, .invalidArgument, "wifi.profile")),
            ("<WLANProfile><SSIDConfig/></WLANProfile>", Answer(500, .invalidArgument, "wifi.profile")),
            ("<WLANProfile><name>Staff</name></WLANProfile>", Answer(500, .invalidArgument, "wifi.profile")),
            (document("staff"), Answer(500, .invalidArgument, "wifi.name")),
            (document("Guests"), Answer(500, .invalidArgument, "wifi.name")),
            (document("Staff", "WPA2PSK", hasKey: false), Answer(200, nil, "wifi.no-key")),
            (document("Staff", "WPA2", hasKey: false), .fine), (document("Staff", "open", hasKey: false), .fine),
        ] as [(String, Answer)])
    func documents(scope: PartScope, row: (data: String, answer: Answer)) {
        var tree = Devices.fresh()
        let node = Self.node("Staff", scope)
        #expect(tree.answer(.add, node + "/WlanXml", row.data) == row.answer)
        #expect(tree.status(.get, node) == (row.answer.status == 200 ? 200 : 404))
    }

    @Test("A document that is cut off anywhere is refused, and no sentence repeats its key")
    func truncated() {
        let document = Self.document("Staff")
        var tree = Devices.fresh()
        for count in 0..<document.count {
            let application = tree.sendInAtomic(.add, Self.node("Staff") + "/WlanXml", String(document.prefix(count)))
            #expect(application.status == 415, "\(count) characters")
            #expect(!application.decision.advice.contains { ($0.message + $0.hint).contains("pear-apple") })
        }
    }

    @Test("A document that is replaced by a wrong one stays as it was")
    func wrongReplace() {
        var tree = Self.added()
        #expect(tree.answer(.replace, Self.node("Staff") + "/WlanXml", Self.document("Guests")).rules == ["wifi.name"])
        #expect(tree.get(Self.node("Staff") + "/WlanXml") == Self.document("Staff"))
    }

    @Test(
        "A name has 32 bytes at most",
        arguments: [
            (String(repeating: "x", count: 32), 200), (String(repeating: "x", count: 33), 500),
            (String(repeating: "%C3%A4", count: 16), 200), (String(repeating: "%C3%A4", count: 17), 500),
        ])
    func longName(name: String, status: Int) {
        var tree = Devices.fresh()
        let answer = tree.answer(.add, Self.node(name), format: "node")
        #expect(answer == (status == 200 ? .fine : Answer(500, .invalidArgument, "wifi.name")))
    }

    @Test("5.9 row 14: Replace of what is not there answers 404", arguments: ["WlanXml", "ProxyWPAD", "WiFiCost"])
    func replaceOfAbsent(leaf: String) {
        var tree = Devices.fresh()
        #expect(
            tree.answer(.replace, "\(Self.node("Staff"))/\(leaf)", "1")
                == Answer(404, .nodeNotFound, "node.replace-absent"))
    }

    @Test(
        "A setting before the document that makes the profile answers 404",
        arguments: [("ProxyPacUrl", "x"), ("ProxyWPAD", "true"), ("WiFiCost", "1")])
    func settingFirst(leaf: String, value: String) {
        var tree = Devices.fresh()
        #expect(
            tree.answer(.add, "\(Self.node("Staff"))/\(leaf)", value) == Answer(404, .nodeNotFound, "wifi.no-profile"))
        #expect(tree.status(.get, Self.node("Staff")) == 404)
    }

    @Test(
        "Values of the settings",
        arguments: [
            ("ProxyWPAD", "yes", Answer(415, .invalidDataType, "value.not-of-format")), ("ProxyWPAD", "0", .fine),
            ("WiFiCost", "4", Answer(500, .invalidArgument, "value.not-allowed")), ("WiFiCost", "1", .fine),
            ("WiFiCost", "cheap", Answer(415, .invalidDataType, "value.not-of-format")),
            ("ProfileSource", "0", Answer(405, .commandNotAllowed, "access.add")),
        ])
    func values(leaf: String, value: String, answer: Answer) {
        var tree = Self.added()
        #expect(tree.answer(.add, "\(Self.node("Staff"))/\(leaf)", value) == answer)
    }

    @Test("ProfileSource is 0 until the server says otherwise, and does not exist on Windows 10")
    func source() {
        var tree = Self.added()
        #expect(tree.get(Self.node("Staff") + "/ProfileSource") == "0")
        #expect(tree.answer(.replace, Self.node("Staff") + "/ProfileSource", "1") == .fine)
        #expect(tree.answer(.replace, Self.node("Staff") + "/ProfileSource", "2").rules == ["value.not-allowed"])
        var old = Devices.fresh("10-22h2")
        old.sendInAtomic(.add, Self.node("Staff") + "/WlanXml", Self.document("Staff"))
        #expect(old.status(.get, Self.node("Staff") + "/ProfileSource") == 404)
    }

    @Test(
        "Ledger 21: a desktop edition rejects Proxy with 405, and takes it by choice",
        arguments: WindowsEdition.allCases)
    func proxy(edition: WindowsEdition) {
        var tree = Devices.fresh("11-25h2", edition)
        tree.sendInAtomic(.add, Self.node("Staff") + "/WlanXml", Self.document("Staff"))
        #expect(
            tree.answer(.add, Self.node("Staff") + "/Proxy", "proxy.example.test:80")
                == Answer(405, .commandNotAllowed, "wifi.proxy"))
        #expect(tree.status(.get, Self.node("Staff") + "/Proxy") == 404)
        var taking = DeviceTree(
            schema: WindowsSchema(release: Devices.release("11-25h2", edition)),
            providers: Providers.all(wiFi: WiFiRules(refusesProxy: false)))
        taking.sendInAtomic(.add, Self.node("Staff") + "/WlanXml", Self.document("Staff"))
        #expect(taking.answer(.add, Self.node("Staff") + "/Proxy", "proxy.example.test:80") == .fine)
    }

    @Test("A misspelt node is unknown, an Exec is not allowed; without a user's context the user's profiles answer 405")
    func wrongPlaces() {
        var tree = Self.added()
        #expect(tree.status(.add, Self.node("Staff") + "/WlanXML2", "x") == 404)
        #expect(tree.status(.exec, Self.node("Staff") + "/WlanXml") == 405)
        var nobody = Devices.fresh(hasUser: false)
        #expect(nobody.status(.add, Self.node("Staff", .user) + "/WlanXml", Self.document("Staff")) == 405)
    }

    @Test("design.md 7: the document holds the key and is a secret")
    func secret() throws {
        #expect(SecretNodes.contains(try TreeURI(Self.node("Staff") + "/WlanXml")))
        #expect(!SecretNodes.contains(try TreeURI(Self.node("Staff") + "/WiFiCost")))
    }
}
