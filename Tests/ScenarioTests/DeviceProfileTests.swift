import DDF
import Device
import Foundation
import Testing

@testable import Scenario

/// Device profiles: what each key does, what is said of a wrong one, and the ready ones.
@Suite struct DeviceProfileTests {
    private func read(_ yaml: String) throws -> DeviceProfile {
        try DeviceProfileReader.read(yaml, release: .standard)
    }

    private func refusal(_ yaml: String) -> ScenarioError? {
        do throws(ScenarioError) {
            _ = try DeviceProfileReader.read(yaml, release: .standard)
            return nil
        } catch { return error }
    }

    @Test("The ready profile \"desktop\" says everything that holds when nothing is said")
    func desktop() throws {
        #expect(try read(ReadyDeviceProfile.desktop.text) == DeviceProfile(release: .standard))
        #expect(try read("name: Nothing") == DeviceProfile(release: .standard))
    }

    @Test("Every ready profile is read, and they are different devices")
    func ready() throws {
        let profiles = try ReadyDeviceProfile.allCases.map { try read($0.text) }
        #expect(Set(profiles.map(\.deviceID)).count == profiles.count)
        #expect(Set(profiles.map(\.deviceName)).count == profiles.count)
        #expect(profiles.map(\.isSecuredCore) == [false, true, false, false])
        #expect(profiles.map { $0.cellular != nil } == [false, false, true, false])
        #expect(profiles.map { $0.battery != nil } == [false, true, true, false])
        #expect(profiles.map { $0.security.tpm != nil } == [true, true, true, false])
        #expect(ReadyDeviceProfile(name: "LAPTOP") == .laptop && ReadyDeviceProfile(name: "phone") == nil)
    }

    @Test("The values of the release stay the release's")
    func release() throws {
        let release = try #require(WindowsRelease("10-22h2", edition: .pro))
        let profile = try DeviceProfileReader.read("device: {name: PC-1}", release: release)
        #expect(profile.softwareVersion == "10.0.19045.1")
        #expect(profile.editionName == "Professional" && profile.platform == "Windows 10 Pro")
    }

    @Test("Each key sets its fact")
    func keys() throws {
        let profile = try read(
            """
            device: {name: PC, id: I, entraID: E, hardwareID: H, hardwareHash: T0hB, manufacturer: M, model: X, serialNumber: S,
              systemSKU: K, domain: d.test}
            hardware: {bios: B, smbios: C, processor: arm64, memory: 1024, storage: 2048, freeStorage: 7, resolution: 800x600}
            windows: {version: 10.0.26200.1, platform: P, edition: T, sMode: true, language: de-DE, largeObjects: true}
            network: [{mac: "aa:bb:cc:dd:ee:ff", kind: unknown, connected: false, ipv4: 192.0.2.1, ipv6: "::1",
              subnetMask: 255.0.0.0, dnsSuffix: x.test}]
            cellular: {radioVersion: R, volte: false, sims: [{imei: "490154203237518", imsi: "001010123456789",
              iccid: "8900100000000000000", phoneNumber: "1", operator: O, roaming: true, roamingCompliant: false}]}
            battery: {status: 2, remaining: 90m}
            """)
        #expect(
            [profile.deviceName, profile.deviceID, profile.entraDeviceID, profile.hardwareID] == ["PC", "I", "E", "H"])
        #expect([profile.manufacturer, profile.model, profile.serialNumber] == ["M", "X", "S"])
        #expect(profile.hardwareHash == "T0hB" && profile.systemSKU == "K" && profile.domainName == "d.test")
        #expect(profile.biosVersion == "B" && profile.smbiosVersion == "C" && profile.processor == .arm64)
        #expect(profile.totalRAM == 1024 && profile.totalStorage == 2048 && profile.freeStorage == 7)
        #expect(profile.resolution == "800x600" && profile.softwareVersion == "10.0.26200.1")
        #expect(profile.platform == "P" && profile.editionName == "T" && profile.isInSMode)
        #expect(profile.language == "de-DE" && profile.announcesLargeObjects)
        #expect(
            profile.networkAdapters == [
                .init(
                    macAddress: "AABBCCDDEEFF", kind: .unknown, isConnected: false, ipv4: "192.0.2.1", ipv6: "::1",
                    subnetMask: "255.0.0.0", dnsSuffix: "x.test")
            ])
        #expect(
            profile.cellular
                == .init(
                    radioVersion: "R", isVoLTEOn: false,
                    identities: [
                        .init(
                            imei: "490154203237518", imsi: "001010123456789", iccid: "8900100000000000000",
                            phoneNumber: "1", commercializationOperator: "O", isRoaming: true, isRoamingCompliant: false
                        )
                    ]))
        #expect(profile.battery == .init(status: 2, remainingSeconds: 5400))
    }

    @Test("The keys of security, programs and packages")
    func protectionAndSoftware() throws {
        let profile = try read(
            """
            security: {securedCore: true, secureBoot: unsupported, encrypted: true,
              tpm: {specification: "1.2", manufacturerID: "1", manufacturer: A, manufacturerVersion: "2"},
              antivirus: {status: paused, signatures: outdated}, antispyware: {status: poor, signatures: notApplicable},
              firewall: disabled, uac: 2, bootDMAProtection: true, certificateAttestation: <a/>,
              deviceGuard: {missing: [hyperV], virtualizationBasedSecurity: other, credentialGuard: notLicensed,
                codeIntegrity: running, systemGuard: restartRequired}}
            programs: [{name: N, publisher: P, version: "2", language: "1033", productCode: "{1}", packageCode: "{2}"}, {name: O}]
            packages: [{package: A.B_1_x64_~_p, source: AppStore, publisher: CN=P, installed: "2026", status: tampered,
              requiresReinstall: true, provisioned: false, stub: true}, {package: A.C_1_x64__p}]
            """)
        let security = profile.security
        #expect(profile.isSecuredCore && security.secureBoot == .unsupported && security.isEncrypted)
        #expect(security.tpm?.specificationVersion == "1.2" && security.tpm?.manufacturer == "A")
        #expect(security.antivirus.status == .paused && security.antivirus.signatures == .outdated)
        #expect(security.antispyware.status == .poor && security.antispyware.signatures == .notApplicable)
        #expect(security.firewall == .disabled && security.uac == 2 && security.hasBootDMAProtection)
        #expect(security.certificateAttestation == "<a/>" && security.deviceGuard.missing == [.hyperV])
        #expect(security.deviceGuard.virtualizationBasedSecurity == .other)
        #expect(security.deviceGuard.credentialGuard == .notLicensed && security.deviceGuard.codeIntegrity == .running)
        #expect(security.deviceGuard.systemGuard == .restartRequired)
        #expect(
            profile.programs == [
                .init(
                    name: "N", publisher: "P", version: "2", language: "1033",
                    origin: .msi(productCode: "{1}", packageCode: "{2}")),
                .init(name: "O", publisher: "", version: "1.0", origin: .uninstallKey("O")),
            ])
        #expect(profile.packages.map(\.kind) == [.bundle, .main])
        #expect(profile.packages.map(\.origin) == [.appStore, .nonStore])
        #expect(profile.packages[0].status == .tampered && profile.packages[0].requiresReinstall)
        #expect(!profile.packages[0].isProvisioned && profile.packages[0].isStub)
        #expect(profile.packages[1].publisher == "CN=p" && profile.packages[1].isProvisioned)
    }

    @Test("What a device can be without")
    func without() throws {
        let profile = try read(
            "{battery: none, cellular: none, network: [], programs: [], packages: [], security: {tpm: none}, hardware: {resolution: none}}"
        )
        #expect(profile.battery == nil && profile.cellular == nil && profile.security.tpm == nil)
        #expect(profile.networkAdapters.isEmpty && profile.programs.isEmpty && profile.packages.isEmpty)
        #expect(profile.resolution == nil)
        #expect(try read("battery: {remaining: mains}").battery == .init())
    }

    @Test(
        "Wrong values: line, column and what helps",
        arguments: [
            ("", "1:1: the device profile is empty"), ("[1]", "1:1: the device profile has to be"),
            ("device: {nmae: X}", "1:10: \"nmae\" is no key of device; did you mean \"name\"?"),
            ("colour: red", "1:1: \"colour\" is no key of the device profile; the keys are name, about"),
            ("device: {name: \" \"}", "1:16: device.name is blank"),
            ("device: {hardwareHash: \"a b\"}", "1:24: device.hardwareHash is no base64"),
            ("hardware: {processor: mips}", "1:23: hardware.processor is \"mips\"; expected one of x86, x64"),
            ("hardware: {memory: 5}", "1:20: hardware.memory has to be a whole number"),
            ("hardware: {storage: 2048, freeStorage: 4096}", "1:40: hardware.freeStorage is more than the 2048 MB"),
            ("hardware: {resolution: big}", "1:24: \"big\" is no resolution"),
            ("windows: {version: eleven}", "1:20: \"eleven\" is no version"),
            ("windows: {sMode: maybe}", "1:18: windows.sMode has to be true or false"),
            ("network: {mac: 1}", "1:10: the device profile.network has to be a list"),
            ("network: [{kind: wired}]", "1:11: network has no \"mac\""),
            ("network: [{mac: \"12\"}]", "1:17: \"12\" is no MAC address"),
            (
                "network:\n  - {mac: \"00005E005301\"}\n  - {mac: \"00-00-5e-00-53-01\"}",
                "3:11: another card of network has the address 00005E005301"
            ),
            ("network: [{mac: \"00005E005301\", ipv4: 1.2.3}]", "1:39: \"1.2.3\" is no IPv4 address"),
            ("cellular: {sims: [{imsi: \"001010123456789\"}]}", "1:19: cellular.sims has no \"imei\""),
            ("cellular: {sims: [{imei: \"12\"}]}", "1:26: \"12\" is no IMEI; write 14 to 16 digits, in quotes"),
            ("battery: {remaining: soon}", "1:22: battery.remaining is \"soon\""),
            ("security: {tpm: {version: 2}}", "1:18: \"version\" is no key of security.tpm"),
            ("security: {deviceGuard: {missing: [sound]}}", "1:36: security.deviceGuard.missing is \"sound\""),
            ("programs: [{publisher: P}]", "1:12: programs has no \"name\""),
            ("programs: [{name: N, productCode: \"1\"}]", "1:35: \"1\" is no product code"),
            ("programs: [{name: N, packageCode: \"{1}\"}]", "1:35: programs has a packageCode without"),
            ("programs: [{name: N, productCode: \"{1}\", key: K}]", "1:47: the key of an MSI product"),
            ("programs: [{name: N}, {name: n}]", "1:23: another entry of programs has the key \"n\""),
            ("packages: [{package: App}]", "1:22: \"App\" is no full name of a package"),
            (
                "packages: [{package: A.B_1_x64__p}, {package: a.b_1_x64__p}]",
                "1:47: packages lists \"a.b_1_x64__p\" twice"
            ),
            ("name: [", "is no YAML"),
        ])
    func wrong(yaml: String, message: String) throws {
        let error = try #require(refusal(yaml))
        #expect("\(error)".contains(message))
    }

    @Test("A profile that is cut off anywhere is refused with its place, or is the beginning of one")
    func truncation() {
        let text = Array(ReadyDeviceProfile.tablet.text.utf8)
        for length in stride(from: 0, to: text.count, by: 7) {
            if let error = refusal(String(decoding: text.prefix(length), as: UTF8.self)) {
                #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty)
            }
        }
    }

    @Test("device.profile of a scenario: a ready one by its name, or one in place; keys beside it win")
    func scenario() throws {
        let laptop = try ScenarioReader.read("device: {profile: Laptop, model: Other}").script.device.profile
        #expect(laptop.isSecuredCore && laptop.deviceName == "LAPTOP-EMU0002" && laptop.model == "Other")
        let own = try ScenarioReader.read("device: {profile: {device: {name: PC-7}, security: {uac: 1}}}")
        #expect(own.script.device.profile.deviceName == "PC-7" && own.script.device.profile.security.uac == 1)
        for (yaml, message) in [
            ("device: {profile: labtop}", "1:19: device.profile is \"labtop\"; did you mean \"laptop\"?"),
            ("device: {profile: {colour: 1}}", "1:20: \"colour\" is no key of device.profile"),
        ] {
            #expect(throws: ScenarioError.self) { try ScenarioReader.read(yaml) }
            do { _ = try ScenarioReader.read(yaml) } catch { #expect("\(error)".contains(message)) }
        }
    }

    @Test("A profile beside the scenario takes the place of its own; what is wrong with it is told")
    func beside() throws {
        let text = "device: {profile: laptop, model: Other}"
        let scenario = try ScenarioReader.read(text, deviceProfile: ReadyDeviceProfile.tablet.text)
        #expect(scenario.script.device.profile.deviceName == "TABLET-EMU0003")
        #expect(scenario.script.device.profile.model == "Other")
        #expect(
            try ScenarioReader.read("name: x", deviceProfile: "device: {name: PC-9}").script.device.profile.deviceName
                == "PC-9")
        do {
            _ = try ScenarioReader.read("name: x", deviceProfile: "colour: 1")
            Issue.record("accepted")
        } catch { #expect("\(error)".contains("the device profile beside it, 1:1: \"colour\" is no key")) }
    }

    @Test("A life that was saved goes on as the same device")
    func saved() throws {
        let tablet = ReadyDeviceProfile.tablet.text
        let scenario = try ScenarioReader.read("name: x", deviceProfile: tablet)
        let saved = ScenarioPlayer(scenario).saved(scenario: "name: x", switches: [], deviceProfile: tablet)
        let text = try JSONEncoder().encode(saved)
        let player = try ScenarioPlayer(JSONDecoder().decode(SavedScenario.self, from: text))
        #expect(player.scenario.script.device.profile.deviceName == "TABLET-EMU0003")
    }

    @Test("docs/device-profiles.md names every key")
    func documented() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/device-profiles.md"), encoding: .utf8)
        let subjects = [
            "qqqqqqqqqq: 1", "device: {qqqqqqqqqq: 1}", "hardware: {qqqqqqqqqq: 1}", "windows: {qqqqqqqqqq: 1}",
            "network: [{qqqqqqqqqq: 1}]", "cellular: {qqqqqqqqqq: 1}", "cellular: {sims: [{qqqqqqqqqq: 1}]}",
            "battery: {qqqqqqqqqq: 1}", "security: {qqqqqqqqqq: 1}", "security: {tpm: {qqqqqqqqqq: 1}}",
            "security: {antivirus: {qqqqqqqqqq: 1}}", "security: {deviceGuard: {qqqqqqqqqq: 1}}",
            "programs: [{qqqqqqqqqq: 1}]", "packages: [{qqqqqqqqqq: 1}]",
        ]
        for subject in subjects {
            let hint = try #require(refusal(subject)?.hint)
            for key in hint.dropFirst("the keys are ".count).split(separator: ", ") {
                #expect(text.contains("`\(key)`"), "\(key) of \(subject)")
            }
        }
        for profile in ReadyDeviceProfile.allCases { #expect(text.contains("`\(profile.rawValue)`")) }
    }
}
