import CSP
import DMTree
import Testing

/// VPNv2 (windows-csp.md 4.13, NODES.tsv), in both scopes.
@Suite struct VPNv2Tests {
    private static func node(_ path: String, _ scope: PartScope = .device) -> String { scope.csp("VPNv2/\(path)") }

    private static let native = """
        <NativeProfile><Servers>vpn.example.test</Servers><NativeProtocolType>IKEv2</NativeProtocolType>\
        <Authentication><UserMethod>Eap</UserMethod></Authentication>\
        <RoutingPolicyType>SplitTunnel</RoutingPolicyType></NativeProfile>
        """
    private static let plugin = """
        <PluginProfile><ServerUrlList>vpn.example.test</ServerUrlList>\
        <PluginPackageFamilyName>Orchard.VPN_1234567890abc</PluginPackageFamilyName></PluginProfile>
        """

    private static func profile(_ parts: String...) -> String { "<VPNProfile>\(parts.joined())</VPNProfile>" }

    private static let invalid = Answer(500, .invalidArgument, "vpn.profile")

    @Test(
        "A profile as one document: added, replaced, deleted", arguments: PartScope.allCases,
        [profile(native), profile(plugin), profile("<ProfileName>x</ProfileName>", native, "<Unknown/>")])
    func whole(scope: PartScope, document: String) {
        var tree = Devices.fresh()
        let node = Self.node("Orchard%20VPN", scope)
        #expect(tree.answer(.add, node + "/ProfileXML", document, format: "chr") == .fine)
        #expect(tree.get(node + "/ProfileXML") == document)
        #expect(tree.get(scope.csp("VPNv2")) == "Orchard%20VPN")
        #expect(tree.answer(.add, node + "/ProfileXML", document).status == 418)
        #expect(tree.answer(.replace, node + "/ProfileXML", document) == .fine)
        #expect(tree.answer(.delete, node) == .fine)
        #expect(tree.status(.get, node) == 404)
    }

    @Test(
        "Documents that are refused", arguments: PartScope.allCases,
        [
            ("", Answer(415, .xmlParseError, "vpn.profile")),
            ("<VPNProfile>", Answer(415, .xmlParseError, "vpn.profile")),
            ("<Profile/>", invalid), (profile(), invalid), (profile(native, plugin), invalid),
            (profile("<NativeProfile><Servers>a</Servers></NativeProfile>"), invalid),
            (
                profile(
                    "<NativeProfile><Servers> </Servers><Authentication><UserMethod>Eap</UserMethod></Authentication></NativeProfile>"
                ), invalid
            ),
            (profile("<PluginProfile><ServerUrlList>a</ServerUrlList></PluginProfile>"), invalid),
            (profile(native.replacing("IKEv2", with: "WireGuard")), invalid),
            (profile(native.replacing("SplitTunnel", with: "NoTunnel")), invalid),
        ] as [(String, Answer)])
    func wrongDocument(scope: PartScope, row: (data: String, answer: Answer)) {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.node("a/ProfileXML", scope), row.data) == row.answer)
        #expect(tree.status(.get, Self.node("a", scope)) == 404)
    }

    @Test("A document that is cut off anywhere is refused")
    func truncated() {
        let document = Self.profile(Self.native)
        var tree = Devices.fresh()
        for count in 0..<document.count {
            let answer = tree.answer(.add, Self.node("a/ProfileXML"), String(document.prefix(count)))
            #expect(answer.status == 415, "\(count) characters")
        }
    }

    @Test("A profile as single nodes: what the client gives by itself", arguments: PartScope.allCases)
    func single(scope: PartScope) {
        var tree = Devices.fresh()
        func path(_ leaf: String) -> String { Self.node("a/\(leaf)", scope) }
        for (leaf, value) in [
            ("NativeProfile/Servers", "vpn1.example.test;One,vpn2.example.test"),
            ("NativeProfile/NativeProtocolType", "Automatic"),
            ("NativeProfile/RoutingPolicyType", "ForceTunnel"), ("NativeProfile/Authentication/UserMethod", "Eap"),
            ("AppTriggerList/0/App/Id", "%PROGRAMFILES%\\press.exe"),
            ("AppTriggerList/1/App/Id", "Orchard.Press_1234567890abc"),
            ("TrafficFilterList/0/App/Id", "SYSTEM"), ("DomainNameInformationList/0/DomainName", ".example.test"),
            ("DomainNameInformationList/1/DomainName", "press.example.test"), ("RouteList/0/Address", "10.0.0.0"),
            ("RouteList/0/PrefixSize", "8"), ("AlwaysOn", "true"),
        ] {
            #expect(tree.answer(.add, path(leaf), value) == .fine, "\(leaf)")
        }
        #expect(tree.get(path("NativeProfile/Servers")) == "vpn1.example.test;One,vpn2.example.test;vpn2.example.test")
        #expect(tree.get(path("AppTriggerList/0/App/Type")) == "FilePath")
        #expect(tree.get(path("AppTriggerList/1/App/Type")) == "PackageFamilyName")
        #expect(tree.get(path("TrafficFilterList/0/App/Type")) == "System")
        #expect(tree.get(path("DomainNameInformationList/0/DomainNameType")) == "Suffix")
        #expect(tree.get(path("DomainNameInformationList/1/DomainNameType")) == "FQDN")
        #expect(tree.get(path("RouteList/0/ExclusionRoute")) == "false")
        #expect(tree.status(.get, path("NativeProfile/L2tpPsk")) == 404)
        #expect(tree.status(.delete, path("RouteList/0")) == 200)
        #expect(tree.get(path("RouteList")) == "")
    }

    @Test("ProfileXML and single nodes do not go together, whichever comes first")
    func mixed() {
        let refused = Answer(500, .invalidArgument, "vpn.mixed")
        var tree = Devices.fresh()
        tree.sendInAtomic(.add, Self.node("a/ProfileXML"), Self.profile(Self.native))
        #expect(tree.answer(.add, Self.node("a/AlwaysOn"), "true") == refused)
        #expect(tree.answer(.replace, Self.node("a/RememberCredentials"), "true") == refused)
        tree.sendInAtomic(.add, Self.node("b/AlwaysOn"), "true")
        #expect(tree.answer(.add, Self.node("b/ProfileXML"), Self.profile(Self.native)) == refused)
        #expect(tree.status(.delete, Self.node("b")) == 200)
        #expect(tree.answer(.add, Self.node("b/ProfileXML"), Self.profile(Self.native)) == .fine)
    }

    @Test(
        "Rows are numbers; one that is left out is told, because published samples do so",
        arguments: ["AppTriggerList", "RouteList", "DomainNameInformationList", "TrafficFilterList"])
    func rows(list: String) {
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.node("a/\(list)/0"), format: "node") == .fine)
        #expect(tree.answer(.add, Self.node("a/\(list)/1"), format: "node") == .fine)
        #expect(tree.answer(.add, Self.node("a/\(list)/3"), format: "node") == Answer(200, nil, "vpn.row-gap"))
        for name in ["one", "-1", "01", "1.5"] {
            #expect(
                tree.answer(.add, Self.node("a/\(list)/\(name)"), format: "node")
                    == Answer(500, .invalidArgument, "vpn.row-id"), "\(name)")
        }
    }

    @Test(
        "Values of single nodes",
        arguments: [
            ("NativeProfile/NativeProtocolType", "WireGuard", Answer(500, .invalidArgument, "value.not-allowed")),
            ("NativeProfile/NativeProtocolType", "Pptp", .fine), ("NativeProfile/NativeProtocolType", "L2tp", .fine),
            ("NativeProfile/RoutingPolicyType", "NoTunnel", Answer(500, .invalidArgument, "value.not-allowed")),
            ("NativeProfile/Authentication/MachineMethod", "Certificate", .fine),
            ("AlwaysOn", "always", Answer(415, .invalidDataType, "value.not-of-format")),
            ("DataEncryption", "Some", Answer(500, .invalidArgument, "value.not-allowed")),
            ("IPv4InterfaceMetric", "0", Answer(500, .invalidArgument, "value.not-allowed")),
            ("RouteList/0/PrefixSize", "wide", Answer(415, .invalidDataType, "value.not-of-format")),
            ("TrafficFilterList/0/Protocol", "256", Answer(500, .invalidArgument, "value.not-allowed")),
            ("TrafficFilterList/0/Protocol", "17", .fine),
            ("TrafficFilterList/0/LocalPortRanges", "10,20-50,100-200", Answer(200, nil, "vpn.port-protocol")),
            ("TrafficFilterList/0/LocalPortRanges", "many", Answer(500, .invalidArgument, "value.not-allowed")),
            ("NativeProfile/Server", "vpn.example.test", Answer(404, .nodeNotFound, "node.unknown")),
        ])
    func values(leaf: String, value: String, answer: Answer) {
        for scope in PartScope.allCases {
            var tree = Devices.fresh()
            #expect(tree.answer(.add, Self.node("a/\(leaf)", scope), value) == answer)
        }
    }

    @Test("Ports mean something with TCP and UDP only")
    func ports() {
        var tree = Devices.fresh()
        for (row, number) in [(0, "6"), (1, "17"), (2, "1")] {
            tree.sendInAtomic(.add, Self.node("a/TrafficFilterList/\(row)/Protocol"), number)
            #expect(
                tree.answer(.add, Self.node("a/TrafficFilterList/\(row)/RemotePortRanges"), "443, 8080-8090")
                    == (number == "1" ? Answer(200, nil, "vpn.port-protocol") : .fine))
        }
    }

    @Test("There is one tunnel of the device; another one waits for its Delete")
    func deviceTunnel() {
        let refused = Answer(500, .invalidArgument, "vpn.device-tunnel")
        let tunnel = Self.profile("<DeviceTunnel>true</DeviceTunnel>", Self.native)
        var tree = Devices.fresh()
        #expect(tree.answer(.add, Self.node("a/DeviceTunnel"), "true") == .fine)
        #expect(tree.answer(.replace, Self.node("a/DeviceTunnel"), "true") == .fine)
        #expect(tree.answer(.add, Self.node("b/DeviceTunnel"), "true") == refused)
        #expect(tree.answer(.add, Self.node("b/DeviceTunnel"), "false") == .fine)
        #expect(tree.answer(.add, Self.node("c/ProfileXML"), tunnel) == refused)
        #expect(tree.status(.delete, Self.node("a")) == 200)
        #expect(tree.answer(.add, Self.node("c/ProfileXML"), tunnel) == .fine)
        #expect(tree.answer(.replace, Self.node("b/DeviceTunnel"), "true") == refused)
    }

    @Test("Wrong order, wrong places: Replace and Get of what is not there answer 404, a profile without a user 405")
    func wrongPlaces() {
        var tree = Devices.fresh()
        #expect(
            tree.answer(.replace, Self.node("a/AlwaysOn"), "true") == Answer(404, .nodeNotFound, "node.parent-missing"))
        #expect(tree.status(.get, Self.node("a/AlwaysOn")) == 404)
        #expect(tree.status(.delete, Self.node("a")) == 404)
        tree.sendInAtomic(.add, Self.node("a"), format: "node")
        #expect(tree.answer(.replace, Self.node("a/AlwaysOn"), "true") == .fine)
        #expect(tree.answer(.replace, Self.node("a/RouteList/0/Address"), "10.0.0.0").rules == ["node.parent-missing"])
        #expect(tree.status(.exec, Self.node("a")) == 405)
        #expect(tree.status(.replace, Self.node("a/RouteList/0/App/Type"), "x") == 404)
        var nobody = Devices.fresh(hasUser: false)
        #expect(nobody.status(.add, Self.node("a/AlwaysOn", .user), "true") == 405)
    }

    @Test("6.4: outside of an Atomic the same is done, with a warning")
    func withoutAtomic() {
        var tree = Devices.fresh()
        let application = tree.send(.add, Self.node("a/ProfileXML"), Self.profile(Self.native))
        #expect(Answer(application) == Answer(200, nil, "atomic.required"))
        #expect(Answer(tree.send(.delete, Self.node("a"))) == .fine)
    }

    @Test(
        "design.md 7: keys and whole documents are secrets",
        arguments: ["ProfileXML", "NativeProfile/L2tpPsk", "APNBinding/Password", "PluginProfile/CustomConfiguration"])
    func secrets(leaf: String) throws {
        #expect(SecretNodes.contains(try TreeURI(Self.node("a/\(leaf)"))))
    }
}
