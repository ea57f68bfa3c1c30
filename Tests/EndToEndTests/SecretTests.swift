import TestSupport
import Testing

/// design.md section 7: secrets never reach a report unredacted. What a server reads back with a Get is on the wire, and so in the
/// report; what it writes is not repeated.
@Suite struct SecretTests {
    private static let secrets = [
        (
            "./Vendor/MSFT/WiFi/Profile/Orchard/WlanXml",
            "&lt;WLANProfile&gt;&lt;name&gt;Orchard&lt;/name&gt;&lt;SSIDConfig/&gt;&lt;MSM&gt;&lt;security&gt;&lt;sharedKey&gt;"
                + "&lt;keyMaterial&gt;pear-apple-quince&lt;/keyMaterial&gt;&lt;/sharedKey&gt;&lt;/security&gt;&lt;/MSM&gt;"
                + "&lt;/WLANProfile&gt;"
        ),
        ("./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/x/PFXCertPassword", "pear-apple-quince"),
        ("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/x/Install/Challenge", "pear-apple-quince"),
        ("./SyncML/DMAcc/x/AppAuth/CLCRED/AAuthSecret", "pear-apple-quince"),
    ]

    @Test("a key, password or challenge that is written is not printed", arguments: secrets)
    func written(_ uri: String, _ value: String) throws {
        let text = ServerMessage.whole(ServerMessage.add("1", uri, value, format: "chr"))
        for format in ["text", "json", "syncml"] {
            let run = try Tool.run(["apply", "-", "--format", format], input: Array(text.utf8))
            #expect(run.exitStatus == 0)
            #expect(!run.output.contains("pear-apple-quince") && !run.errors.contains("pear-apple-quince"))
        }
    }

    @Test("a refused value is not repeated in a diagnostic", arguments: secrets)
    func diagnostics(_ uri: String, _ value: String) throws {
        let text = ServerMessage.whole(ServerMessage.add("1", uri, value, format: "bin"))
        let messages = try apply(text).message.diagnostics ?? []
        #expect(!messages.contains { ($0.message + $0.hint).contains("pear-apple-quince") })
    }
}
