import CSP
import Device
import ESP
import Notation
import ReferenceServer
import Testing

@testable import Scenario

/// What a scenario says of apps that OMA-DM installs, of network profiles and of certificates.
struct InstallationReaderTests {
    private func refusal(_ yaml: String) -> ScenarioError? {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(yaml)
            return nil
        } catch {
            return error
        }
    }

    @Test("kind msi: runs in order, and what the server writes into the job")
    func packages() throws {
        let scenario = try ScenarioReader.read(
            """
            apps:
              - name: Tool
                kind: msi
                productCode: "{AB}"
                version: 2.0
                retries: 3
                retryInterval: 1
                timeout: 7
                attempts: [{download: 1m, downloadFails: 0x80072ee7}, {duration: 9s, exitCode: 1603}, {}]
              - {name: Plain, kind: msi, productCode: "{CD}", scope: user}
            """)
        let package = try #require(scenario.assignments?.packages.first)
        #expect(package.version == "2.0")
        #expect(package.enforcement.retryCount == 3)
        #expect(package.enforcement.retryInterval == 1)
        #expect(package.enforcement.timeout == 7)
        #expect(
            scenario.script.packages["{ab}"]?.attempts == [
                .init(downloadSeconds: 60, downloadError: HRESULT(0x8007_2EE7)),
                .init(installSeconds: 9, exitCode: 1603), .init(),
            ])
        let plain = try #require(scenario.assignments?.packages.last)
        #expect(plain.enforcement.retryCount == 0 && plain.enforcement.retryInterval == 5)
        #expect(plain.enforcement.timeout == 60)
        #expect(scenario.script.packages["{cd}"]?.attempts == [.init(downloadSeconds: 5, installSeconds: 20)])
    }

    @Test("kinds uwp and store")
    func modernApps() throws {
        let scenario = try ScenarioReader.read(
            """
            apps:
              - {name: A, id: 7, kind: uwp, packageFullName: C.A_2.0.0.0_x86__p, count: 3, duration: 4s, fails: 0x80073cf3}
              - {name: B, kind: uwp, scope: user, packageFamilyName: C.B_p, source: AppStore, url: https://x.test/b}
              - {name: S, kind: store, packageFamilyName: C.S_p, productId: 9N, attempts: [{fails: 0x80073d02}, {duration: 1m}]}
            """)
        let apps = try #require(scenario.assignments?.modernApps)
        #expect(apps.map(\.packageFamilyName) == ["C.A_p", "C.B_p", "C.S_p"])
        #expect(apps.map(\.packageFullName) == ["C.A_2.0.0.0_x86__p", "C.B_1.0.0.0_x64__p", "C.S_1.0.0.0_x64__p"])
        #expect(apps.map(\.source) == ["nonStore", "AppStore", "AppStore"])
        #expect(apps.map(\.count) == [3, 1, 1])
        #expect(apps.map(\.scope) == [.device, .user, .device])
        #expect(
            apps.map(\.origin) == [
                .hosted(url: "https://mdm.example.test/packages/7.appx"), .hosted(url: "https://x.test/b"),
                .store(productID: "9N"),
            ])
        #expect(scenario.script.modernApps["c.a_p"]?.attempts == [.init(seconds: 4, error: HRESULT(0x8007_3CF3))])
        #expect(scenario.script.modernApps["c.b_p"]?.attempts == [.init(seconds: 30)])
        #expect(
            scenario.script.modernApps["c.s_p"]?.attempts == [
                .init(error: HRESULT(0x8007_3D02)), .init(seconds: 60),
            ])
    }

    @Test("kind office, and the installer of a Win32 app")
    func office() throws {
        let scenario = try ScenarioReader.read(
            """
            agent: {starts: 30s}
            apps:
              - {name: O, id: ABC, kind: office, download: 1s, duration: 2s, exitCode: 0x80004005}
              - {name: P, id: p, kind: office}
              - {name: W, installer: msi}
              - {name: X}
            """)
        #expect(scenario.assignments?.offices == [.init(id: "ABC", name: "O"), .init(id: "p", name: "P")])
        #expect(
            scenario.script.offices["abc"]?.attempts == [
                .init(downloadSeconds: 1, installSeconds: 2, exitCode: -2_147_467_259)
            ])
        #expect(
            scenario.script.offices["p"]?.attempts == [.init(downloadSeconds: 10, installSeconds: 120, exitCode: 0)])
        #expect(scenario.script.apps.map(\.installer) == [.msi, .exe])
    }

    @Test("What becomes of a renewal, and the thumbprints of certificates")
    func renewal() throws {
        let thumbprint = "0123456789abcdef0123456789abcdef01234567"
        let scenario = try ScenarioReader.read(
            """
            certificates:
              - {id: s, thumbprint: "\(thumbprint)"}
              - {id: p, kind: pfx, thumbprint: "\(thumbprint)"}
            renewal: {duration: 90s, fails: 0x80180016, thumbprint: "\(thumbprint)"}
            """)
        #expect(scenario.script.certificates["s"]?.thumbprint == thumbprint.uppercased())
        #expect(scenario.script.pfxCertificates["p"]?.thumbprint == thumbprint.uppercased())
        #expect(
            scenario.script.renewal
                == .init(seconds: 90, error: HRESULT(0x8018_0016), thumbprint: thumbprint.uppercased()))
        #expect(try ScenarioReader.read("name: x").script.renewal == .init())
        let certificate = try ScenarioReader.read(
            "renewal: {fails: 0x80180016, times: 2, expires: 90d, validity: 2h}"
        ).script.renewal
        #expect(
            certificate
                == .init(
                    error: HRESULT(0x8018_0016), failures: 2, expiresAfterSeconds: 90 * 86_400, validitySeconds: 7200))
    }

    @Test("Re-application of documents, and programs that change what a document has set")
    func reapplication() throws {
        let script = try ScenarioReader.read(
            """
            jobs: {reapply: 1h}
            drift: [{at: 5m, document: "{0A1B2C3D-0000-4000-8000-0123456789AB}", setting: v, value: "3"}]
            """
        ).script
        #expect(script.jobs.reapplySeconds == 3600 && script.drifts.isEmpty)
        #expect(
            script.settingDrifts == [
                .init(time: .seconds(300), document: "0a1b2c3d-0000-4000-8000-0123456789ab", setting: "v", value: "3")
            ])
        #expect(try ScenarioReader.read("jobs: {reapply: never}").script.jobs.reapplySeconds == nil)
        #expect(try ScenarioReader.read("name: x").script.jobs.reapplySeconds == 14_400)
    }

    @Test("Network profiles and certificates")
    func resources() throws {
        let scenario = try ScenarioReader.read(
            """
            wifi: [{ssid: A}, {ssid: B, arrives: never}, {ssid: C, fails: 0x80342002}]
            vpn: [{name: V}, {name: W x, scope: user, arrives: never}]
            certificates:
              - {id: s, pending: 2, retries: 4, retryDelay: 5, duration: 6s}
              - {id: p, kind: pfx, scope: user, duration: 7s, fails: 86, tracked: true}
              - {id: q, kind: pfx}
            """)
        #expect(scenario.script.wifiFaults == ["B": .neverArrives, "C": .fails(HRESULT(0x8034_2002))])
        #expect(scenario.script.vpnFaults == ["W x": .neverArrives])
        #expect(scenario.assignments?.vpn == [.init(name: "V"), .init(name: "W x", scope: .user)])
        let scep = try #require(scenario.assignments?.certificates.first)
        #expect(scep.retryCount == 4 && scep.retryDelay == 5)
        #expect(scenario.script.certificates["s"] == .init(seconds: 6, pendingAnswers: 2))
        #expect(
            scenario.assignments?.pfxCertificates == [.init(id: "p", scope: .user, isTracked: true), .init(id: "q")])
        #expect(scenario.script.pfxCertificates == ["p": .init(seconds: 7, error: 86), "q": .init(seconds: 3)])
    }

    @Test(
        "A wrong value is an error at its place that says what helps",
        arguments: [
            ("apps: [{name: A, kind: msix}]", "msi"), ("apps: [{name: A, retries: 3}]", "kind: msi"),
            ("apps: [{name: A, kind: office, scope: user}]", "scope"),
            ("apps: [{name: A, kind: uwp, productCode: \"{x}\"}]", "a UWP app and has no productCode"),
            ("apps: [{name: A, kind: store, fails: 1, url: x, packageFamilyName: a_b}]", "no url"),
            ("apps: [{name: A, kind: msi, productCode: \"{x}\", upgradeCode: y}]", "no upgrade code"),
            ("apps: [{name: A, kind: msi, productCode: \"{x}\", retries: 101}]", "0 to 100"),
            ("apps: [{name: A, kind: msi, productCode: \"{x}\", downloadFails: soon}]", "HRESULT"),
            ("apps: [{name: A, kind: msi, productCode: \"{x}\", attempts: []}]", "empty"),
            ("apps: [{name: A, kind: msi, productCode: \"{x}\", download: 1, attempts: [{}]}]", "attempts"),
            ("apps: [{name: A, kind: uwp}]", "packageFamilyName"),
            ("apps: [{name: A, kind: uwp, packageFamilyName: Contoso}]", "publisher"),
            ("apps: [{name: A, kind: uwp, packageFullName: Contoso_1.0}]", "full name"),
            ("apps: [{name: A, kind: uwp, packageFullName: A_1_x64__p, packageFamilyName: B_p}]", "A_p"),
            ("apps: [{name: A, kind: uwp, packageFamilyName: a_b, count: 0}]", "1 to 1000"),
            ("apps: [{name: A, kind: uwp, packageFamilyName: a_b, source: Stor}]", "AppStore"),
            (
                "apps: [{name: A, kind: uwp, packageFamilyName: a_b}, {name: B, kind: store, packageFamilyName: A_B}]",
                "another app"
            ),
            ("apps: [{name: A, kind: office, exitCode: 997}]", "997"),
            ("apps: [{name: A, installer: appx}]", "exe"),
            ("wifi: [{ssid: a, arrives: later}]", "never"), ("wifi: [{ssid: a, arrives: never, fails: 1}]", "too"),
            ("vpn: [{scope: user}]", "name"), ("vpn: [{name: a/b}]", "\"/\""),
            ("certificates: [{id: a, kind: pfx, subject: x}]", "set kind: scep"),
            ("certificates: [{id: a, tracked: true}]", "set kind: pfx"),
            ("certificates: [{id: a, kind: pfx, fails: 0}]", "success"),
            ("certificates: [{id: a, thumbprint: \"12\"}]", "forty hexadecimal digits"),
            ("renewal: {fails: soon}", "HRESULT"), ("renewal: {failed: 0x80180016}", "fails"),
            ("renewal: {thumbprint: x}", "forty hexadecimal digits"), ("renewal: {times: 2}", "without fails"),
            ("renewal: {fails: 0x80180016, times: 0}", "times"), ("renewal: {expires: 0}", "no time"),
            ("jobs: {reapply: 0}", "no time"), ("drift: [{at: 1, setting: v, value: x}]", "without document"),
            ("drift: [{at: 1, node: ./DevInfo/Man, document: a, setting: v, value: x}]", "one of them"),
            ("drift: [{at: 1, document: a, value: x}]", "setting"),
            ("renewal: {validity: 0s}", "no time"), ("renewal: {expires: 367d}", "length of time"),
            ("certificates: [{id: a, retries: 31}]", "0 to 30"), ("certificates: [{id: a, kind: p12}]", "scep"),
            ("{server: {plan: false}, vpn: [{name: a}]}", "vpn"),
        ])
    func wrongValue(yaml: String, word: String) throws {
        let error = try #require(refusal(yaml))
        #expect(error.line == 1)
        #expect(error.column >= 1)
        #expect(error.description.contains(word), "\(error)")
    }
}
