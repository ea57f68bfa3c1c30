import Device
import ESP
import Testing

@testable import Scenario

/// What is said of a life in which OMA-DM installs.
struct InstallationTests {
    @Test("Each app with its kind, its Status and what the page makes of it")
    func report() throws {
        let apps = try #require(try ScenarioFiles.play("office-fails").report()["apps"] as? [[String: Any]])
        #expect(apps.map { $0["name"] as? String } == ["Office", "Visio"])
        #expect(apps.map { $0["kind"] as? String } == ["office", "office"])
        #expect(apps.map { $0["status"] as? Int } == [0, 17003])
        #expect(apps.map { $0["state"] as? Int } == [3, 4])
        let modern = try #require(try ScenarioFiles.play("store-not-blocking").report()["apps"] as? [[String: Any]])
        #expect(modern.map { $0["kind"] as? String } == ["msi", "store", "office"])
        #expect(
            modern.map { $0["id"] as? String }.dropLast() == [
                "{A0000000-0000-4000-8000-000000000001}", "Contoso.Portal_8wekyb3d8bbwe",
            ])
        #expect(modern.map { $0["tracked"] as? Bool } == [true, false, false])
        #expect(modern.map { $0["status"] as? Int } == [70, 2, 0])
    }

    @Test(
        "Why a life failed is said with the name of what is missing",
        arguments: [
            ("uwp-never", "Suite failed to install"),
            ("esp-313-on", "Office did not reach the final state in time"), ("msi-times-out", "Tool failed to install"),
            ("office-fails", "Visio failed to install"),
        ])
    func diagnosis(name: String, reason: String) throws {
        let messages = try ScenarioFiles.play(name).messages
        #expect(messages.contains { $0.contains(reason) }, "\(messages)")
    }

    @Test("For people: kind, name and word; why Office failed")
    func text() throws {
        func lines(_ name: String) throws -> [String] {
            var text = LifeText()
            let events = try ScenarioFiles.play(name).events
            return (text.lines(events) + text.flush()).map(\.text)
        }
        let office = try lines("office-fails")
        #expect(office.contains("00:00      Office Visio: failed (17003: another installation is running)"))
        #expect(office.contains("01:00      Office Office: failed (17002: the installation could not be completed)"))
        #expect(try lines("uwp").contains("00:40      UWP app Suite: installed"))
        #expect(try lines("store").contains("00:25      Store app Portal: installed"))
        let certificates = try lines("pfx-fails")
        #expect(certificates.contains("00:08      certificate mail: import failed with 86"))
        #expect(certificates.contains("02:10      certificate wifi_1: failed"))
        #expect(try lines("pfx").contains("00:08      certificate mail: imported"))
    }

    @Test("untouched: an app of any kind", arguments: ["Suite", "Contoso.Suite_8wekyb3d8bbwe"])
    func untouched(app: String) throws {
        let life = try PlayedLife(
            yaml: """
                apps: [{name: Suite, kind: uwp, packageFamilyName: Contoso.Suite_8wekyb3d8bbwe}]
                expect: [{untouched: \(app)}]
                """)
        #expect(life.player.ending.expectations.map(\.passed) == [false])
    }

    @Test(
        "U-17: with early failure the line of a failed certificate ends at once with its code",
        arguments: [
            ("{id: c, duration: 10s, fails: 0x80094800}", "0x80094800"),
            ("{id: c, kind: pfx, duration: 10s, fails: 86, tracked: true}", "0x80070056"),
        ])
    func earlyFailure(certificate: String, code: String) throws {
        var scenario = try ScenarioReader.read(
            """
            profile: {showInstallationProgress: true}
            certificates: [\(certificate)]
            expect:
              - {from: "00:10", line: DeviceSetup.Certificates, state: failed, text: "\(code)"}
              - {outcome: failed}
            """)
        scenario.script.page.choices.earlyFailure = .allLines
        #expect(PlayedLife(scenario).failures == [])
    }

    @Test(
        "U-21: the server lists a PFX certificate by choice, or as the scenario says",
        arguments: [
            (Choices.PFXTracking.clientOnly, "", ""), (.serverSends, "", "c"), (.serverSends, ", tracked: false", ""),
            (.clientOnly, ", tracked: true", "c"),
        ])
    func pfxTracking(choice: Choices.PFXTracking, tracked: String, listed: String) throws {
        var scenario = try ScenarioReader.read(
            "{profile: {showInstallationProgress: true}, certificates: [{id: c, kind: pfx\(tracked)}]}")
        scenario.script.page.choices.pfxTracking = choice
        let list = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ExpectedPFXCerts"
        let value = PlayedLife(scenario).player.life.tree.value(list)
        #expect(
            value == (listed.isEmpty ? "" : "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/\(listed)"))
    }

    @Test(
        "design.md 7: keys, passwords and certificates are not in the report",
        arguments: [
            (
                "./Device/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/x/PFXCertPassword", "pear-apple-quince"
            ), ("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/x/Install/Challenge", "pear-apple-quince"),
            (
                "./Vendor/MSFT/WiFi/Profile/x/WlanXml",
                "<WLANProfile><name>x</name><SSIDConfig/><MSM><security><sharedKey><keyMaterial>pear-apple-quince"
                    + "</keyMaterial></sharedKey></security></MSM></WLANProfile>"
            ),
            (
                "./User/Vendor/MSFT/VPNv2/x/ProfileXML",
                "<VPNProfile><NativeProfile><Servers>a</Servers><Authentication><UserMethod>Eap</UserMethod>"
                    + "</Authentication><L2tpPsk>pear-apple-quince</L2tpPsk></NativeProfile></VPNProfile>"
            ),
        ])
    func secrets(node: String, data: String) throws {
        let life = try PlayedLife(
            yaml: """
                server: {sends: [{at: "05:00", commands: [{add: \(node), data: "\(data)", expect: 200}]}]}
                expect: [{at: end, node: \(node), value: something else}]
                """)
        let results = life.player.results.filter { !$0.passed }
        #expect(results.map(\.found) == ["another value, which is not shown"])
        #expect(life.player.life.tree.value(node) == data)
        #expect(!(try life.json()).contains("pear-apple-quince"))
    }
}
