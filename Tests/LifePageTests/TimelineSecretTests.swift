import LifePage
import Scenario
import Testing

/// design.md section 7: passwords, keys, tokens and nonces are for nobody's eyes; neither on the page nor in a report.
@Suite struct TimelineSecretTests {
    private static let word = "pear-apple-quince"

    private static let wlan =
        "<WLANProfile><name>Orchard</name><SSIDConfig/><MSM><security><sharedKey><keyMaterial>\(word)</keyMaterial>"
        + "</sharedKey></security></MSM></WLANProfile>"

    private static let writes = [
        ("./Vendor/MSFT/WiFi/Profile/Orchard/WlanXml", wlan),
        ("./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/x/PFXCertPassword", word),
        ("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/x/Install/Challenge", word),
        ("./SyncML/DMAcc/x/AppAuth/CLCRED/AAuthSecret", word),
        ("./Device/Vendor/MSFT/VPNv2/Tunnel/NativeProfile/L2tpPsk", word),
        ("./Device/Vendor/MSFT/VPNv2/Tunnel/PluginProfile/CustomConfiguration", "<a>\(word)</a>"),
        (
            "./Device/Vendor/MSFT/VPNv2/Other/ProfileXML",
            "<VPNProfile><NativeProfile><L2tpPsk>\(word)</L2tpPsk></NativeProfile></VPNProfile>"
        ),
    ]

    private static func scenario(_ uri: String, _ value: String) -> String {
        let quoted = value.replacing("\"", with: "\\\"")
        return """
            profile: {showInstallationProgress: true}
            server:
              sends:
                - at: 10s
                  commands:
                    - {add: "\(uri)", format: chr, data: "\(quoted)"}
            """
    }

    @Test("what the server writes to a secret node stands nowhere in the timeline", arguments: writes)
    func written(_ uri: String, _ value: String) throws {
        let life = try RecordedLife(yaml: Self.scenario(uri, value))
        let sent = try #require(
            life.player.life.messages.last { String(decoding: $0.bytes, as: UTF8.self).contains(Self.word) })
        #expect(sent.direction == .server)
        let json = try life.json()
        #expect(!json.contains(Self.word))
        let row = try #require(life.messages.flatMap(\.rows).first { $0.target == uri })
        #expect(row.data == "(not shown)")
    }

    @Test("what an expectation says of a secret node, and what was found instead, stand nowhere")
    func expected() throws {
        let uri = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/x/PFXCertPassword"
        let life = try RecordedLife(
            yaml: Self.scenario(uri, Self.word) + """

                expect:
                  - {at: end, node: "\(uri)", value: guessed-quince}
                  - {at: end, node: "\(uri)", value: \(Self.word)}
                """)
        let expectations = try #require(life.timeline.ending?.expectations)
        #expect(expectations.map(\.passed) == [false, true])
        #expect(expectations.allSatisfy { $0.text.contains("PFXCertPassword") && $0.text.contains("(not shown)") })
        #expect(expectations.first?.found == "(not shown)")
        let json = try life.json()
        #expect(!json.contains(Self.word))
        #expect(!json.contains("guessed-quince"))
    }

    @Test("what the user types where nobody may read along stands nowhere", arguments: [word, "47 & 11"])
    func typed(_ answer: String) throws {
        func yaml(_ options: String) -> String {
            """
            protocol: oma
            profile: {showInstallationProgress: true}
            user:
              answers: [{text: "\(answer)"}]
            server:
              sends:
                - at: "03:00"
                  commands:
                    - {alert: 1102, options: "\(options)", text: Which?, returns: "\(answer)"}
            """
        }
        let sent = answer.replacing("&", with: "&amp;")
        let open = try RecordedLife(yaml: yaml("MAXDT=60"))
        #expect(open.messages.indices.contains { open.recorder.body(of: $0)?.contains(sent) == true })
        let life = try RecordedLife(yaml: yaml("MAXDT=60&ET=P"))
        #expect(life.player.life.messages.contains { String(decoding: $0.bytes, as: UTF8.self).contains(sent) })
        let json = try life.json()
        #expect(!json.contains(answer))
        #expect(!json.contains(sent))
    }

    @Test("a secret node is shown as one that has a value")
    func node() throws {
        let uri = "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/x/PFXCertPassword"
        let life = try RecordedLife(yaml: Self.scenario(uri, Self.word))
        let node = life.steps.flatMap(\.nodes).compactMap { change in
            if case .set(let node) = change, node.uri == uri { node } else { nil }
        }.first
        #expect(node?.isSecret == true)
        #expect(node?.value == nil)
    }

    @Test("credentials and nonces of sessions that prove themselves are not in the timeline")
    func credentials() throws {
        let life = try RecordedLife(
            yaml: """
                profile: {showInstallationProgress: true}
                server:
                  authentication: {type: md5}
                """)
        let json = try life.json()
        for saved in life.player.life.messages {
            let text = String(decoding: saved.bytes, as: UTF8.self)
            for element in ["NextNonce", "Data"] {
                guard element != "Data" || text.contains("<Cred>") else { continue }
                for part in text.split(separator: "<\(element)").dropFirst() {
                    guard let start = part.firstIndex(of: ">"), let end = part.firstIndex(of: "<"), start < end else {
                        continue
                    }
                    let secret = part[part.index(after: start)..<end]
                    guard secret.hasSuffix("==") else { continue }
                    #expect(!json.contains(secret), "\(element)")
                }
            }
        }
    }

    @Test("the token of the user who signs in is not in the timeline, and that one was sent is")
    func token() throws {
        let life = try RecordedLife()
        let tokens = life.player.life.script.users.compactMap(\.token)
        #expect(!tokens.isEmpty)
        let sent = life.player.life.messages.map { String(decoding: $0.bytes, as: UTF8.self) }
        let json = try life.json()
        for token in tokens {
            #expect(sent.contains { $0.contains(token) })
            #expect(!json.contains(token))
        }
        #expect(json.contains("com.microsoft/MDM/AADUserToken"))
    }

    @Test("names of user, device and machine stay: it is the user's own device")
    func names() throws {
        let life = try RecordedLife()
        let json = try life.json()
        #expect(json.contains("DESKTOP-"))
        #expect(json.contains("ada@example.test"))
        let nodes = life.recorder.head.nodes
        #expect(nodes.first { $0.uri.hasSuffix("/DevId") }?.value?.isEmpty == false)
    }
}
