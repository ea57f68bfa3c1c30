import Device
import Testing

@testable import Scenario

/// No scenario file, however broken, stops the tool otherwise than with an error that has a place.
struct FuzzTests {
    private func read(_ text: String) -> ScenarioError? {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(text)
            return nil
        } catch { return error }
    }

    private func hasPlace(_ error: ScenarioError, in text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        return (1...lines + 1).contains(error.line) && error.column >= 1 && !error.message.isEmpty
    }

    @Test("Each prefix of the bundled scenario reads, or is refused with its place")
    func prefixes() {
        let text = BundledScenario.text
        for end in text.indices {
            let prefix = String(text[..<end])
            if let error = read(prefix) { #expect(hasPlace(error, in: prefix), "\(error)") }
        }
    }

    /// One scenario with every section.
    private static let everything = """
        name: All
        device: {mode: preProvisioning, join: hybrid, blob: 1m, registration: {after: 2m}, attestation: {duration: 5s},
          turnedOn: 5m, preAssignedUser: true, clockError: 1m}
        profiles: [{displayName: P, priority: 1, showInstallationProgress: true, installQualityUpdates: true}]
        agent: {productCode: "{1}", download: 5s, install: 5s}
        scripts: [{name: S, context: user, exitCode: 1}]
        apps:
          - {name: A, attempts: [{exitCode: 1618}, {detected: false}], retryCodes: [1618], installer: msi}
          - {name: B, scope: user, users: [u@x], dependencies: [A], context: user}
          - {name: M, kind: msi, productCode: "{2}", retries: 1}
          - {name: U, kind: uwp, packageFamilyName: C.R_8}
          - {name: O, kind: office}
        policies: [{uri: ./Device/Vendor/MSFT/Policy/Config/A/B, data: "1", tracked: true}]
        wifi: [{ssid: W, arrives: never}]
        vpn: [{name: V, fails: 0x80070005}]
        certificates: [{id: c, pending: 2}, {id: p, kind: pfx, tracked: true}]
        server:
          lists: 1m
          release: {user: never}
          mistakes: [misspeltNodes, {wrongProvider: X}]
          sends: [{at: 2m, commands: [{get: ./a, expect: 404}]}]
          faults: [{at: 3m, for: 1m, kind: garbage}]
        users: [{upn: u@x}, {at: 20m, licensed: false}]
        user: {groups: [G], presses: [{onOffer: 5s, button: reseal}]}
        machine: [{at: 90s, do: powerOff}, {at: 95s, do: powerOn}]
        quirks: {ESP-303: off}
        choices: {U-11: absent}
        until: 2h
        expect: [{after: 1m, at: 2m, line: DeviceSetup.Apps, text: x}, {app: A, state: error}]
        """

    @Test("A scenario with every section reads; cut off at any byte it reads, or is refused with its place")
    func everySection() {
        #expect(read(Self.everything) == nil)
        let bytes = Array(Self.everything.utf8)
        for end in bytes.indices {
            let prefix = String(decoding: bytes[..<end], as: UTF8.self)
            if let error = read(prefix) { #expect(hasPlace(error, in: prefix), "\(error)") }
        }
    }

    @Test("Keys taken out of a scenario with every section, always the same ones")
    func deletions() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<300 {
            var lines = Self.everything.split(separator: "\n").map(String.init)
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                lines.remove(at: Int((state >> 33) % UInt64(lines.count)))
            }
            let text = lines.joined(separator: "\n")
            if let error = read(text) { #expect(hasPlace(error, in: text), "\(error)") }
        }
    }

    @Test("Each key misspelt is refused in its line with the right key as hint")
    func misspeltKeys() throws {
        let text = BundledScenario.text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let profile = try #require(lines.firstIndex(of: "profile:"))
        var tried = 0
        for (number, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " || $0 == "-" }
            guard !bare.hasPrefix("#"), !bare.hasPrefix("{"), let colon = bare.firstIndex(of: ":"),
                number <= profile || number > profile + 11
            else { continue }
            let key = String(bare[..<colon])
            guard key.allSatisfy(\.isLetter), key.count > 3 else { continue }
            var letters = Array(key)
            letters.swapAt(1, 2)
            guard String(letters) != key else { continue }
            var changed = lines
            changed[number] = line.replacing("\(key):", with: "\(String(letters)):", maxReplacements: 1)
            let error = try #require(read(changed.joined(separator: "\n")), "\(String(letters)) was read")
            #expect(error.line == number + 1, "\(error)")
            #expect(error.hint.contains("\"\(key)\""), "\(error)")
            tried += 1
        }
        #expect(tried > 20)
    }

    @Test("Characters changed at random places, always the same ones")
    func mutations() {
        let original = Array(BundledScenario.text.unicodeScalars)
        let replacements: [Unicode.Scalar] = [
            "\0", "\t", ":", "-", "{", "]", "\"", "9", "&", "*", "!", "%", "\u{F000}", "é", "\n", "#", "|",
        ]
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<500 {
            var scalars = original
            for _ in 0...next(3) { scalars[next(scalars.count)] = replacements[next(replacements.count)] }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            if let error = read(text) { #expect(hasPlace(error, in: text), "\(error)") }
        }
    }

    @Test(
        "Nesting and size are bounded",
        arguments: [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
            String(repeating: "- ", count: 100_000) + "x",
            "a: &a [1]\n" + String(repeating: "x", count: 300_000), String(repeating: "? ", count: 50_000),
        ])
    func bounded(text: String) { #expect(read(text) != nil) }

    @Test("Aliases that multiply are refused")
    func aliases() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 8).joined(separator: ", "))]\n"
        }
        #expect(read(text) != nil)
    }

    @Test("Lives with strange but legal numbers are lived to their end")
    func strangeLives() throws {
        for yaml in [
            "apps: [{name: A, duration: 0, exitCode: -1}]\nagent: {starts: 0, register: 0}\nprofile: {showInstallationProgress: true}\nuser: {signsIn: 0}",
            "apps: [{name: A, retryCodes: [5], exitCode: 5, duration: 1h}]\nagent: {starts: 0}\nprofile: {showInstallationProgress: true}\nuntil: 3h",
            "device: {restart: 0}\napps: [{name: A, reboot: hard, duration: 0}]\nagent: {starts: 0}\nprofile: {showInstallationProgress: true}",
            "device: {restart: 8000h}\napps: [{name: A, reboot: soft, duration: 0}]\nagent: {starts: 0}\nprofile: {showInstallationProgress: true}",
            "server: {plan: false}\nuser: {presses: [{at: 0, button: reset}]}\nuntil: 8000h",
        ] {
            let life = try PlayedLife(yaml: yaml)
            #expect(!life.events.isEmpty)
        }
    }
}
