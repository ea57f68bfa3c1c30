import Foundation
import TestSupport
import Testing

/// `espalier run`: what it refuses, and lives that are saved and resumed.
@Suite struct RunOptionTests {
    private static let life = """
        name: Two apps
        profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
        agent: {productCode: "{11111111-1111-4111-8111-111111111111}"}
        apps: [{name: A, duration: 50s, reboot: soft}, {name: U, scope: user, exitCode: 1603}]
        certificates: [{id: c_1, pending: 2}]
        server: {lists: "01:05"}
        user: {presses: [{onError: 10s, button: continueAnyway}]}
        """

    private func events(_ run: Tool.Run) throws -> [NSDictionary] {
        let report = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
        return try #require(report?["events"] as? [NSDictionary])
    }

    @Test(
        "A life that was stopped and resumed goes on event for event",
        arguments: ["00:00", "00:15", "01:02", "01:30", "02:20", "03:10", "09:00"])
    func resume(stop: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.life, to: "life.yaml")
        let whole = try events(Tool.run(["run", "life.yaml", "--format", "json"], in: folder.url))
        let first = try Tool.run(
            ["run", "life.yaml", "--format", "json", "--stop-at", stop, "--save", "saved.json"], in: folder.url)
        #expect(first.errors.isEmpty)
        let rest = try Tool.run(["run", "--resume", "saved.json", "--format", "json"], in: folder.url)
        #expect(try events(first) + events(rest) == whole)
    }

    @Test("A life that was stopped is not judged: what it had not come to yet is no failure")
    func stopped() throws {
        let run = try Tool.run(["run", "--stop-at", "01:05"])
        #expect(run.exitStatus == 0)
        let text = run.output
        #expect(text.contains("A user-driven Autopilot device: stopped at 01:05"))
        #expect(text.contains("of 10 expectations met so far; the others are not judged"))
        for word in ["hung", "failed", "expected "] { #expect(!text.contains(word), "\(word)") }
    }

    @Test(
        "A damaged or foreign file: exit status 2 and what it is not", arguments: ["", "{}", "[1]", "name: x", "CUT"])
    func damaged(text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.life, to: "life.yaml")
        _ = try Tool.run(["run", "life.yaml", "--stop-at", "01:00", "--save", "saved.json"], in: folder.url)
        let saved = try String(contentsOf: folder.url.appendingPathComponent("saved.json"), encoding: .utf8)
        try folder.write(text == "CUT" ? String(saved.prefix(saved.count / 2)) : text, to: "bad.json")
        let run = try Tool.run(["run", "--resume", "bad.json"], in: folder.url)
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("bad.json: this is no life that this version of espalier saved"))
    }

    @Test(
        "64: options that do not go together",
        arguments: [
            ["run", "--save", "x.json"], ["run", "life.yaml", "--resume", "x.json"],
            ["run", "--resume", "x.json", "--choice", "U-11=absent"], ["run", "--stop-at", "soon"],
            ["run", "--choice", "U-99=a"], ["run", "--choice", "U-11"], ["run", "--quirk", "ESP-399=on"],
        ])
    func usage(arguments: [String]) throws { #expect(try Tool.run(arguments).exitStatus == 64) }

    @Test(
        "2: a scenario that is refused, with file, line, column and what helps",
        arguments: [
            ("apps: [{name: A, assigned: no, tracked: yes}]\nagent: {starts: 0}", "bad.yaml:1:41: app 1 is tracked"),
            ("machine:\n  - {at: 1m, do: powerOff}\n  - {at: 2m, do: restart}", "bad.yaml:3:18: a device that is off"),
            ("agent: {starts: -5s}", "bad.yaml:1:17: agent.starts is \"-5s\"; write a length of time"),
            ("quirks: {ESP-399: on}", "bad.yaml:1:10: there is no quirk \"ESP-399\"; "),
        ])
    func refused(yaml: String, words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(yaml, to: "bad.yaml")
        let run = try Tool.run(["run", "bad.yaml"], in: folder.url)
        #expect(run.exitStatus == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("--device-profile: a ready profile by its name, or a file; a saved life goes on as that device")
    func deviceProfile() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.life, to: "life.yaml")
        try folder.write("device: {id: D-17, name: PC-17}\n", to: "mine.yaml")
        for (profile, id) in [("mine.yaml", "D-17"), ("Laptop", "7C1E93B05F2D4A689D3F42C9EA051737")] {
            let options = ["life.yaml", "--device-profile", profile, "--format", "json"]
            let run = try Tool.run(
                ["run"] + options + ["--stop-at", "01:10", "--save", "saved.json", "--save-messages", "messages"],
                in: folder.url)
            #expect(run.errors.isEmpty)
            let folder2 = folder.url.appendingPathComponent("messages")
            let first = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder2.path).sorted().first)
            let message = try String(contentsOf: folder2.appendingPathComponent(first), encoding: .utf8)
            #expect(message.contains("<LocURI>\(id)</LocURI>"))
            let rest = try Tool.run(["run", "--resume", "saved.json", "--format", "json"], in: folder.url)
            #expect(try events(run) + events(rest) == events(Tool.run(["run"] + options, in: folder.url)))
        }
    }

    @Test("apply answers with the facts of the profile")
    func applyProfile() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "<Get><CmdID>1</CmdID><Item><Target><LocURI>./DevDetail/Ext/Microsoft/MobileID</LocURI></Target></Item></Get>",
            to: "get.xml")
        let tablet = try Tool.run(["apply", "get.xml", "--device-profile", "tablet"], in: folder.url)
        #expect(tablet.exitStatus == 0 && tablet.output.contains("001010123456789"))
        #expect(try Tool.run(["apply", "get.xml"], in: folder.url).exitStatus == 1)
    }

    @Test(
        "A device profile that is refused or is not there: exit status 2, and where",
        arguments: [
            ("bad.yaml", "1:10: \"nmae\" is no key of device; did you mean \"name\"?"),
            ("missing.yaml", "the ready device profiles are desktop, laptop, tablet, kiosk"),
        ])
    func wrongProfile(profile: String, words: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("device: {nmae: X}", to: "bad.yaml")
        try folder.write("<Get/>", to: "get.xml")
        for verb in [["apply", "get.xml"], ["run"]] {
            let run = try Tool.run(verb + ["--device-profile", profile], in: folder.url)
            #expect(run.exitStatus == 2 && run.output.isEmpty)
            #expect(run.errors.contains(words) && run.errors.contains(profile), "\(run.errors)")
        }
        #expect(try Tool.run(["run", "--resume", "x.json", "--device-profile", "laptop"]).exitStatus == 64)
    }
}
