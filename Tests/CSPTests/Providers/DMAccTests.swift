import CSP
import DMTree
import Notation
import Testing

/// DMAcc (windows-csp.md 4.11).
@Suite struct DMAccTests {
    /// An account as a server makes it.
    private static let account = "./SyncML/DMAcc/other"
    private static let microsoft = "\(account)/Ext/Microsoft"

    private static func added(_ windows: String = "11-25h2") -> DeviceTree {
        var tree = Devices.fresh(windows)
        #expect(tree.status(.add, account, format: "node") == 200)
        for (leaf, value) in [
            ("ServerID", "com.example.Manage"), ("AppAddr/1/Addr", "https://other.example.test/dm"),
        ] { #expect(tree.status(.add, "\(account)/\(leaf)", value, format: "chr") == 200) }
        return tree
    }

    private static func withAuthentication() -> DeviceTree {
        var tree = added()
        for (leaf, value) in [
            ("CLCRED/AAuthLevel", "CLCRED"), ("CLCRED/AAuthType", "DIGEST"), ("CLCRED/AAuthName", "dev-7F3A"),
            ("CLCRED/AAuthSecret", "Sr7-secret-01"), ("SRVCRED/AAuthLevel", "SRVCRED"),
            ("SRVCRED/AAuthType", "DIGEST"), ("SRVCRED/AAuthSecret", "cl-secret-77"),
        ] { #expect(tree.status(.add, "\(account)/AppAuth/\(leaf)", value, format: "chr") == 200) }
        let nonce = "\(account)/AppAuth/CLCRED/AAuthData"
        #expect(tree.status(.add, nonce, "EDJUdpi63P4BI0VniavN7w==", format: "bin") == 200)
        return tree
    }

    @Test("An account of a server: it is found by its ServerID, with its address and credentials")
    func life() throws {
        var tree = Self.withAuthentication()
        let account = try #require(DMAccount.find(serverID: "com.example.Manage", in: tree))
        #expect(account.uri == (try TreeURI(Self.account)))
        #expect(account.address(in: tree) == "https://other.example.test/dm")
        #expect(account.preference(in: tree) == nil && !account.resynchronisesNonces(in: tree))
        #expect(
            account.entries(in: tree) == [
                AppAuth(
                    level: .client, type: .digest, name: "dev-7F3A", secret: "Sr7-secret-01",
                    data: "EDJUdpi63P4BI0VniavN7w=="),
                AppAuth(level: .server, type: .digest, name: nil, secret: "cl-secret-77", data: nil),
            ])
        account.keep(nonce: "Tm9uY2U=", level: .server, type: .digest, in: &tree)
        account.keep(nonce: "YWJj", level: .client, type: .digest, in: &tree)
        #expect(account.entries(in: tree).map(\.data) == ["YWJj", "Tm9uY2U="])
        account.keep(nonce: "eHl6", level: .client, type: .basic, in: &tree)
        #expect(account.entries(in: tree).map(\.data) == ["YWJj", "Tm9uY2U="], "there is no such entry")
        #expect(tree.get("\(Self.account)/ServerID") == "com.example.Manage")
        #expect(tree.status(.delete, Self.account) == 200)
        #expect(DMAccount.all(in: tree).isEmpty)
    }

    @Test("ServerID is compared with case")
    func serverIDCase() {
        #expect(DMAccount.find(serverID: "com.example.manage", in: Self.added()) == nil)
    }

    @Test("A w7 account is named with the SHA-256 of its provider id (oma-dm.md 3.7)")
    func name() {
        #expect(
            DMAccount.name(providerID: "MDMServer")
                == "adaca0b46d0d077d290dc6b3610c274ff63ed80ec46b79b9cb45bf394f68e987")
    }

    @Test("DM-AUTH-19: AAuthSecret and AAuthData cannot be read, by themselves or in a list")
    func secrets() throws {
        var tree = Self.withAuthentication()
        for leaf in ["AAuthSecret", "AAuthData"] {
            let application = tree.send(.get, "\(Self.account)/AppAuth/CLCRED/\(leaf)")
            #expect(application.status == 405 && application.error == .commandNotAllowed)
            #expect(application.advised == ["access.verb"])
            #expect(SecretNodes.contains(try TreeURI("\(Self.account)/AppAuth/CLCRED/\(leaf)")))
        }
        let list = tree.send(.get, "\(Self.account)?list=StructData").reading?.entries ?? []
        #expect(!list.isEmpty)
        #expect(!list.contains { ($0.data ?? "").contains("secret") || ($0.data ?? "").contains("EDJU") })
        let account = try #require(DMAccount.find(serverID: "com.example.Manage", in: tree))
        var text = "\(account.entries(in: tree))"
        dump(account.entries(in: tree), to: &text)
        #expect(!text.contains("secret-") && !text.contains("EDJU"))
    }

    @Test(
        "What a node that was never set gives: its default, or 404 where it needs an Add",
        arguments: [
            ("AppID", "w7"), ("AppAddr/1/AddrType", "URI"), ("Ext/Microsoft/ConnRetryFreq", nil),
            ("Ext/Microsoft/InitialBackOffTime", nil), ("Ext/Microsoft/MaxBackOffTime", nil),
            ("Ext/Microsoft/UseNonceResync", nil), ("AAuthPref", nil), ("Name", nil),
        ] as [(String, String?)])
    func defaults(leaf: String, value: String?) {
        var tree = Self.added()
        #expect(tree.get("\(Self.account)/\(leaf)") == value)
        if value == nil { #expect(tree.status(.get, "\(Self.account)/\(leaf)") == 404) }
    }

    @Test(
        "Right values",
        arguments: [
            ("AAuthPref", "DIGEST", "chr"), ("AAuthPref", "BASIC", "chr"), ("AppAddr/1/AddrType", "IPv4", "chr"),
            ("AppAddr/1/Port/1/PortNbr", "443", "chr"), ("Ext/Microsoft/ProtoVer", "1.1", "chr"),
            ("Ext/Microsoft/DefaultEncoding", "application/vnd.syncml.dm+wbxml", "chr"),
            ("Ext/Microsoft/UseNonceResync", "1", "bool"), ("Ext/Microsoft/BackCompatRetryDisabled", "0", "bool"),
            ("Ext/Microsoft/ConnRetryFreq", "6", "int"), ("Name", "Other", "chr"),
        ])
    func rightValues(leaf: String, value: String, format: String) {
        var tree = Self.added()
        #expect(tree.status(.add, "\(Self.account)/\(leaf)", value, format: format) == 200)
        #expect(tree.get("\(Self.account)/\(leaf)") == value)
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var leaf: String
        var value: String?
        var format: String?
        var status: Int
        var error: HRESULT
        var rule: String

        init(_ leaf: String, _ value: String?, _ format: String?, _ status: Int, _ error: HRESULT, _ rule: String) {
            (self.leaf, self.value, self.format) = (leaf, value, format)
            (self.status, self.error, self.rule) = (status, error, rule)
        }

        var testDescription: String { "\(leaf) = \(value ?? "nothing") as \(format ?? "nothing")" }
    }

    @Test(
        "Wrong values and formats leave the tree as it was",
        arguments: [
            Wrong("AAuthPref", "HMAC", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("AAuthPref", "DIGEST", "node", 415, .invalidDataType, "format.mismatch"),
            Wrong("AppID", "w2", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("AppAddr/1/AddrType", "IPv6", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("AppAuth/x/AAuthLevel", "APPSRV", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("AppAuth/x/AAuthType", "HTTP-BASIC", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("AppAuth/x/AAuthData", "YWJj", "chr", 415, .invalidDataType, "format.mismatch"),
            Wrong("Ext/Microsoft/ProtoVer", "1.3", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("Ext/Microsoft/DefaultEncoding", "text/xml", "chr", 500, .invalidArgument, "value.not-allowed"),
            Wrong("Ext/Microsoft/UseNonceResync", "maybe", "bool", 415, .invalidDataType, "value.not-of-format"),
            Wrong("Ext/Microsoft/UseNonceResync", "1", "int", 415, .invalidDataType, "format.mismatch"),
            Wrong("Ext/Microsoft/ConnRetryFreq", "often", "int", 415, .invalidDataType, "value.not-of-format"),
            Wrong("Ext/Microsoft/Role", "8", "int", 405, .commandNotAllowed, "access.add"),
            Wrong("Ext/Microsoft/Nonsense", "8", "int", 404, .nodeNotFound, "node.unknown"),
        ])
    func wrongValues(wrong: Wrong) {
        var tree = Self.added()
        let before = tree.storedLeaves.map(\.uri)
        let application = tree.send(.add, "\(Self.account)/\(wrong.leaf)", wrong.value, format: wrong.format)
        #expect(application.status == wrong.status && application.error == wrong.error)
        #expect(application.advised == [wrong.rule] && application.effects.isEmpty)
        #expect(tree.storedLeaves.map(\.uri) == before)
    }

    @Test("A server proves itself with DIGEST only, whichever of level and type is written last")
    func serverType() {
        for (first, second) in [
            (("AAuthLevel", "SRVCRED"), ("AAuthType", "BASIC")), (("AAuthType", "BASIC"), ("AAuthLevel", "SRVCRED")),
        ] {
            var tree = Self.added()
            let entry = "\(Self.account)/AppAuth/x"
            #expect(tree.status(.add, "\(entry)/\(first.0)", first.1) == 200)
            let application = tree.send(.add, "\(entry)/\(second.0)", second.1)
            #expect(application.status == 500 && application.error == .invalidArgument)
            #expect(application.advised == ["dmacc.server-type"])
            #expect(tree.get("\(entry)/\(second.0)") == nil)
        }
        var tree = Self.added()
        let entry = "\(Self.account)/AppAuth/x"
        #expect(tree.status(.add, "\(entry)/AAuthLevel", "CLCRED") == 200)
        #expect(tree.status(.add, "\(entry)/AAuthType", "BASIC") == 200, "a client may")
    }

    @Test("Enumerators count in any case, as the table takes them")
    func enumeratorCase() throws {
        var tree = Self.added()
        let entry = "\(Self.account)/AppAuth/x"
        #expect(tree.status(.add, "\(entry)/AAuthLevel", "srvcred") == 200)
        #expect(tree.status(.add, "\(entry)/AAuthType", "basic") == 500)
        #expect(tree.status(.add, "\(entry)/AAuthType", "Digest") == 200)
        let account = try #require(DMAccount.find(serverID: "com.example.Manage", in: tree))
        #expect(account.entries(in: tree).map(\.level) == [.server])
        account.keep(nonce: "YWJj", level: .server, type: .digest, in: &tree)
        #expect(account.entries(in: tree).map(\.data) == ["YWJj"])
    }

    @Test("A nonce that is not Base64 is stored, with a warning")
    func oddNonce() {
        var tree = Self.withAuthentication()
        let application = tree.send(.replace, "\(Self.account)/AppAuth/CLCRED/AAuthData", "nonce", format: "b64")
        #expect(application.status == 200 && application.advised == ["dmacc.nonce"])
    }

    @Test(
        "5.9 row 14: a Replace needs its node",
        arguments: ["Name", "AAuthPref", "AppAuth/CLCRED/AAuthName", "Ext/Microsoft/InitiateSession"])
    func replaceOfAbsent(leaf: String) {
        var tree = Self.added()
        let application = tree.send(.replace, "\(Self.account)/\(leaf)", "BASIC")
        #expect(application.status == 404 && application.error == .nodeNotFound && application.effects.isEmpty)
        #expect(application.advised == ["node.replace-absent"])
    }

    @Test("Adding twice is 418; what is not listed as deletable stays")
    func existing() {
        var tree = Self.withAuthentication()
        #expect(tree.status(.add, Self.account, format: "node") == 418)
        #expect(tree.status(.add, "\(Self.account)/ServerID", "x") == 418)
        #expect(tree.status(.replace, "\(Self.account)/ServerID", "x") == 200)
        for node in ["ServerID", "AppAuth", "AppAuth/CLCRED", "AppAddr/1/Addr"] {
            #expect(tree.status(.delete, "\(Self.account)/\(node)") == 405)
        }
        #expect(tree.status(.exec, "\(Self.account)/ServerID") == 405)
    }

    @Test("An Add below an account that is not there makes it (5.9 row 13)")
    func missingParent() {
        var tree = Devices.fresh()
        #expect(tree.status(.add, "\(Self.account)/ServerID", "x") == 200)
        #expect(tree.get("./SyncML/DMAcc") == "other")
        #expect(tree.status(.get, "./SyncML/DMAcc/absent/ServerID") == 404)
    }

    @Test("There is no DMAcc for a user or below Vendor")
    func wrongScope() {
        var tree = Self.added()
        #expect(tree.status(.get, "./User/SyncML/DMAcc") == 404)
        #expect(tree.status(.get, "./User/Vendor/MSFT/DMAcc") == 404)
        #expect(tree.status(.get, "./Device/Vendor/MSFT/DMAcc") == 404)
        #expect(tree.status(.get, "./Device/SyncML/DMAcc") == 404)
    }

    @Test("Adding InitiateSession starts a session with the account's server; a Replace starts one more")
    func initiateSession() {
        var tree = Self.added()
        let node = "\(Self.microsoft)/InitiateSession"
        let first = tree.send(.add, node, format: "null")
        #expect(first.status == 200 && first.effects == [.initiateSession(serverID: "com.example.Manage")])
        let again = tree.send(.add, node, format: "null")
        #expect(again.status == 418 && again.effects.isEmpty)
        let replace = tree.send(.replace, node, format: "null")
        #expect(replace.status == 200 && replace.effects == first.effects)
        #expect(tree.status(.get, node) == 405)
    }

    @Test("An account without ServerID starts nothing; before 1703 there is no InitiateSession")
    func initiateNothing() {
        var tree = Devices.fresh()
        let node = "\(Self.microsoft)/InitiateSession"
        let early = tree.send(.add, node, format: "null")
        #expect(early.status == 200 && early.effects.isEmpty)
        tree = Self.added("10.0.14393.0")
        let old = tree.send(.add, node, format: "null")
        #expect(old.status == 405 && old.effects.isEmpty)
    }
}
