import Foundation
import TestSupport
import Testing

/// `espalier esp profile`: the profiles of esp-behaviour.md 1.1 to 1.3 at the command line.
@Suite struct ESPProfileTests {
    private static let folder = Repository.root.appendingPathComponent("SyncML-samples/profiles")
    private static let newer = "newer-shape.json"

    private func profile(_ arguments: [String], input: String? = nil) throws -> Tool.Run {
        try Tool.run(["esp", "profile"] + arguments, input: input.map { Array($0.utf8) }, in: Self.folder)
    }

    private func report(_ arguments: [String], input: String? = nil) throws -> [String: Any] {
        let run = try profile(arguments + ["--format", "json"], input: input)
        return try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    }

    private func rules(_ report: [String: Any]) throws -> [String] {
        try #require(report["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
    }

    private func result(_ report: [String: Any]) throws -> [String: Any] {
        try #require(report["result"] as? [String: Any])
    }

    // MARK: golden files

    /// A call of the tool and the name of its golden files.
    struct Call: CustomStringConvertible, Sendable {
        let name: String
        let arguments: [String]
        var status: Int32 = 0

        var description: String { name }
    }

    static let calls = [
        Call(name: "newer-shape", arguments: [newer]),
        Call(name: "older-shape", arguments: ["older-shape.json", "--device-group", "AUTOPILOT-DEVICES"]),
        Call(name: "hidden-default", arguments: ["hidden-default.json"]),
        Call(
            name: "tenant-device", arguments: ["tenant.json", "--device-group", "kiosks", "--user-group", "executives"]),
        Call(
            name: "tenant-user", arguments: ["tenant.json", "--user-group", "executives", "--provider", "Contoso MDM"]),
        Call(
            name: "tenant-excluded",
            arguments: ["tenant.json", "--device-group", "kiosks", "--device-group", "kiosks-in-test"]),
        Call(
            name: "tenant-technician",
            arguments: ["tenant.json", "--mode", "preProvisioning", "--user-group", "executives"]),
        Call(name: "filtered", arguments: ["filtered.json", "--filters", "filters.json", "--model", "tablet 4"]),
        Call(
            name: "filtered-old-windows",
            arguments: ["filtered.json", "--filters", "filters.json", "--model", "tablet 4", "--windows", "10-22h2"]),
        Call(
            name: "filtered-personal",
            arguments: ["filtered.json", "--filters", "filters.json", "--ownership", "personal", "--no-user"]),
        Call(name: "filters-missing", arguments: ["filtered.json"], status: 1),
        Call(name: "faults", arguments: ["faults.json"], status: 1),
    ]

    @Test("text and JSON are the golden ones", arguments: calls, ["text", "json"])
    func golden(_ call: Call, _ format: String) throws {
        let run = try profile(call.arguments + ["--format", format])
        #expect(run.exitStatus == call.status)
        #expect(run.errors.isEmpty)
        let url = Repository.root.appendingPathComponent(
            "Tests/EndToEndTests/Fixtures/profiles/\(call.name).\(format == "text" ? "txt" : "json")")
        #expect(try GoldenFile(at: url).difference(from: run.output) == nil)
    }

    // MARK: the answers

    @Test("ESP-101, ESP-103: the step and the profile, as the JSON has them")
    func steps() throws {
        let device = try result(report(["tenant.json", "--device-group", "kiosks", "--user-group", "executives"]))
        #expect(device["id"] as? String == "kiosks" && device["step"] as? String == "device")
        let user = try result(report(["tenant.json", "--user-group", "executives"]))
        #expect(user["id"] as? String == "executives" && user["step"] as? String == "user")
        let technician = try report(["tenant.json", "--mode", "preProvisioning", "--user-group", "executives"])
        #expect(try result(technician)["step"] as? String == "default")
        #expect(try rules(technician).contains("profile.needs-device-profile"))
        let alone = try result(report(["tenant.json", "--no-user"]))
        #expect(alone["step"] as? String == "default")
    }

    @Test("ESP-315: the blocking apps of a user-targeted profile by phase")
    func blockingApps() throws {
        let result = try result(report(["tenant.json", "--user-group", "executives"]))
        let apps = try #require(result["blockingApps"] as? [String: [String]])
        #expect(apps["devicePhase"] == ["b7d2c9e4-5a61-47f3-9c08-7e1d2a3b4c22"])
        #expect(apps["accountPhase"] == ["6c1f6a0e-33d5-4e0f-8a4c-2f3a1f0b9d11"])
    }

    @Test("profiles may come in several files, and from standard input")
    func severalFiles() throws {
        let text = try String(contentsOf: Self.folder.appendingPathComponent("older-shape.json"), encoding: .utf8)
        let report = try report([Self.newer, "-", "hidden-default.json"], input: text)
        let profiles = try #require(report["profiles"] as? [[String: Any]])
        #expect(profiles.map { $0["file"] as? String } == [Self.newer, "-", "hidden-default.json"])
        #expect(try result(report)["name"] as? String == "Office laptops")
    }

    @Test("U-02, U-04, U-05: choices answer what a profile leaves open")
    func choices() throws {
        let json =
            #"{"priority":1,"showInstallationProgress":true,"blockDeviceSetupRetryByUser":true,"#
            + #""allowDeviceUseBeforeProfileAndAppInstallComplete":false,"#
            + #""selectedMobileAppIds":["6c1f6a0e-33d5-4e0f-8a4c-2f3a1f0b9d11"],"#
            + ##""assignments":[{"target":{"@odata.type":"#microsoft.graph.allDevicesAssignmentTarget"}}]}"##
        func bits(_ result: [String: Any]) -> String? {
            (result["nodes"] as? [[String: String]])?.first { $0["uri"]?.hasSuffix("BlockInStatusPage") == true }?[
                "value"]
        }
        let usual = try result(report(["-"], input: json))
        #expect(bits(usual) == "2")
        #expect(usual["installsNonBlockingApps"] as? Bool == false)
        #expect(usual["installsQualityUpdates"] as? Bool == false)
        let other = try result(
            report(["-", "--choice", "U-02=asGiven", "--choice", "U-04=all", "--choice", "U-05=on"], input: json))
        #expect(bits(other) == "0")
        #expect(other["installsNonBlockingApps"] as? Bool == true)
        #expect(other["installsQualityUpdates"] as? Bool == true)
    }

    @Test("U-01: what is sent once the first user is done, and on a device without Autopilot")
    func firstUser() throws {
        let usual = try result(report([Self.newer]))
        let later = try #require(usual["nodesAfterFirstUser"] as? [[String: String]])
        #expect(later.map { $0["value"] } == ["true"])
        #expect(later.first?["uri"]?.hasSuffix("/SkipUserStatusPage") == true)
        let always = try result(report([Self.newer, "--choice", "U-01=showAlways"]))
        #expect((always["nodesAfterFirstUser"] as? [Any])?.isEmpty == true)
        let json =
            #"{"priority":1,"showInstallationProgress":true,"trackInstallProgressForAutopilotOnly":true,"#
            + ##""assignments":[{"target":{"@odata.type":"#microsoft.graph.allDevicesAssignmentTarget"}}]}"##
        let without = try result(report(["-", "--no-autopilot"], input: json))
        #expect((without["nodes"] as? [[String: String]])?.map { $0["value"] } == ["true", "true"])
    }

    // MARK: SyncML

    @Test(
        "the SyncBody is accepted by apply with 200 for each command, and the device then holds the values",
        arguments: calls.filter { $0.status == 0 })
    func accepted(_ call: Call) throws {
        let provider = call.arguments.contains("--provider") ? "Contoso MDM" : "MS DM Server"
        let run = try profile(call.arguments + ["--format", "syncml"])
        #expect(run.exitStatus == 0 && run.errors.isEmpty)
        #expect(run.output.hasPrefix("<SyncBody xmlns=\"SYNCML:SYNCML1.2\">") && run.output.hasSuffix("</SyncBody>\n"))
        let applied = try apply(run.output)
        let nodes = try #require(try result(report(call.arguments))["nodes"] as? [[String: String]])
        #expect(applied.message.commands?.map(\.target) == nodes.map { $0["uri"] })
        #expect(applied.message.statuses == nodes.map { _ in 200 })
        #expect(applied.run.exitStatus == 0)
        #expect(nodes.allSatisfy { $0["uri"]?.contains(provider.replacing(" ", with: "%20")) == true })
        let gets = nodes.enumerated().map { ServerMessage.get("\($0 + 1)", $1["uri"] ?? "") }.joined()
        let folder = try TemporaryFolder()
        try folder.write(run.output, to: "profile.xml")
        try folder.write(ServerMessage.whole(gets), to: "get.xml")
        let read = try Tool.run(["apply", "profile.xml", "get.xml", "--format", "json"], in: folder.url).report()
        #expect(read.messages.last?.results?.map(\.data) == nodes.map { $0["value"] })
    }

    @Test("the order of the commands is the server's: Skip nodes, time limit, buttons, logs, text")
    func order() throws {
        let applied = try apply(try profile([Self.newer, "--format", "syncml"]).output)
        let names = applied.message.commands?.map { $0.target?.split(separator: "/").last.map(String.init) }
        #expect(
            names == [
                "SkipDeviceStatusPage", "SkipUserStatusPage", "TimeOutUntilSyncFailure", "BlockInStatusPage",
                "AllowCollectLogsButton", "CustomErrorText",
            ])
    }

    // MARK: exit status (design.md section 6)

    @Test(
        "2: what is no JSON, and what holds no profile, with file, line and column",
        arguments: [
            ("{\n  \"a\": ]", "-:2:8: error: "), ("", "-:1:1: error: "), ("{\"a\":1}", "-:1:1: error: "),
            ("true", "-:1:1: error: "), (#"{"value":[{"displayName":"no settings"}]}"#, "-:1:1: error: "),
        ])
    func malformed(_ text: String, _ place: String) throws {
        let run = try profile(["-"], input: text)
        #expect(run.exitStatus == 2)
        #expect(run.output.contains(place))
        let report = try report(["-"], input: text)
        #expect(report["result"] is NSNull)
        let files = try #require(report["files"] as? [[String: Any]])
        #expect(files.first?["wellFormed"] as? Bool == false)
        let syncml = try profile(["-", "--format", "syncml"], input: text)
        #expect(syncml.output.isEmpty && syncml.errors.contains(place) && syncml.exitStatus == 2)
    }

    @Test("2: a bomb of 200,000 arrays, with the limit")
    func bomb() throws {
        let run = try profile(["-"], input: String(repeating: "[", count: 200_000))
        #expect(run.exitStatus == 2)
        #expect(
            run.output.contains("-:1:65: error: The document is not JSON: arrays and objects are nested deeper than 64")
        )
    }

    @Test("2: bytes that are no text; a file of Windows PowerShell, in UTF-16, is read")
    func encodings() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOf: Self.folder.appendingPathComponent(Self.newer), encoding: .utf8)
        try folder.write([0x7B, 0xFF, 0x7D], to: "bad.json")
        try folder.write([0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian))), to: "little.json")
        try folder.write([0xFE, 0xFF] + Array(try #require(text.data(using: .utf16BigEndian))), to: "big.json")
        try folder.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "mark.json")
        #expect(try Tool.run(["esp", "profile", "bad.json"], in: folder.url).exitStatus == 2)
        let plain = try profile([Self.newer, "--format", "syncml"]).output
        for name in ["little.json", "big.json", "mark.json"] {
            let run = try Tool.run(["esp", "profile", name, "--format", "syncml"], in: folder.url)
            #expect(run.output == plain && run.exitStatus == 0)
        }
    }

    @Test("2: a file that is not there")
    func missingFile() throws {
        for arguments in [["no-such.json"], [Self.newer, "--filters", "no-such.json"]] {
            let run = try profile(arguments)
            #expect(run.exitStatus == 2)
            #expect(run.errors.contains("no-such.json: No such file or directory"))
            #expect(run.output.isEmpty)
        }
    }

    @Test(
        "1: a profile or filter with a fault, or profiles that do not go together; no answer is given then",
        arguments: [
            (#"{"showInstallationProgress":1}"#, "profile.wrong-type"),
            (#"{"showInstallationProgress":true,"installProgressTimeoutInMinutes":1441}"#, "profile.out-of-range"),
            (
                #"[{"priority":1,"showInstallationProgress":true},{"priority":1,"showInstallationProgress":true}]"#,
                "profile.same-priority"
            ),
        ])
    func faults(_ text: String, _ rule: String) throws {
        let run = try profile(["-"], input: text)
        #expect(run.exitStatus == 1 && run.output.contains("[\(rule)]"))
        let report = try report(["-"], input: text)
        #expect(report["result"] is NSNull)
        #expect(try rules(report) == [rule])
        #expect(try profile(["-", "--format", "syncml"], input: text).output.isEmpty)
    }

    @Test("ESP-121: 101 blocking apps are refused at the command line")
    func tooManyApps() throws {
        let ids = (0..<101).map { "\"11111111-1111-4111-8111-\(100_000_000_000 + $0)\"" }.joined(separator: ",")
        let text = #"{"showInstallationProgress":true,"selectedMobileAppIds":[\#(ids)]}"#
        let run = try profile(["-"], input: text)
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("101 apps; at most 100"))
    }

    @Test("ESP-104: a filter whose rule cannot be read is 1, with the column in the rule")
    func badRule() throws {
        let folder = try TemporaryFolder()
        try folder.write(#"[{"id":"f","rule":"(device.model -eq \"x\""}]"#, to: "filters.json")
        let run = try profile(["filtered.json", "--filters", folder.url.path + "/filters.json"])
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("filters.json:1:19: error: Property [0].rule cannot be read: column 22"))
    }

    @Test("0: warnings and notes do not count")
    func warnings() throws {
        let run = try profile(["tenant.json"])
        #expect(run.exitStatus == 0 && run.output.contains("warning: "))
    }

    @Test(
        "64: wrong usage, with a word on what is right",
        arguments: [
            ([], "<file>"), ([newer, "--mode", "devicePreparation"], "preProvisioning"),
            ([newer, "--no-user", "--user-group", "g"], "exclude each other"),
            ([newer, "--no-autopilot", "--mode", "selfDeploying"], "Autopilot"),
            ([newer, "--choice", "U-02"], "U-01=showAlways"),
            ([newer, "--choice", "U-99=x"], "U-01, U-02, U-04, U-05"),
            ([newer, "--choice", "U-06=timesOut"], "U-01, U-02, U-04, U-05"),
            ([newer, "--choice", "U-02=maybe"], "keepWhenAlone or asGiven"), ([newer, "--windows", "12"], "11-25h2"),
            ([newer, "--format", "xml"], "syncml"),
            ([newer, "--login", "none"], "no effect"), ([newer, "--phase", "oobe"], "no effect"),
            ([newer, "--provider", ""], "--provider"),
        ])
    func usage(_ arguments: [String], _ word: String) throws {
        let run = try profile(arguments)
        #expect(run.exitStatus == 64)
        #expect(run.errors.contains(word))
    }

    @Test("names that would steer a terminal are shown as replacement characters")
    func terminal() throws {
        let text = #"{"displayName":"\u001b[31mred","priority":1,"showInstallationProgress":true,"\u001bodd":1}"#
        let run = try profile(["-"], input: text)
        #expect(run.output.contains("\u{FFFD}") && !run.output.contains("\u{1B}"))
    }

    @Test("a sample cut off anywhere is 2, and never ends the tool", arguments: [0, 1, 100, 333, 1000, 2000])
    func cuts(_ length: Int) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent("tenant.json")))
        let run = try Tool.run(["esp", "profile", "-"], input: Array(bytes.prefix(length)))
        #expect(run.exitStatus == 2)
    }

    @Test("two runs are the same byte for byte")
    func deterministic() throws {
        for format in ["text", "json", "syncml"] {
            let runs = try (0..<2).map { _ in try profile(["tenant.json", "--format", format]) }
            #expect(runs[0].outputBytes == runs[1].outputBytes)
        }
    }
}

/// docs/profiles.md shows what the tool prints, and not what it printed once.
@Suite struct ProfileDocumentationTests {
    @Test("every call in docs/profiles.md prints what stands below it")
    func calls() throws {
        let url = Repository.root.appendingPathComponent("docs/profiles.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        var count = 0
        for block in text.components(separatedBy: "```\n$ espalier ").dropFirst() {
            let lines = try #require(block.components(separatedBy: "\n```").first).components(separatedBy: "\n")
            let call = try #require(lines.first)
            let run = try Tool.run(call.split(separator: " ").map(String.init))
            #expect(run.output == lines.dropFirst().map { $0 + "\n" }.joined(), "\(call)")
            count += 1
        }
        #expect(count >= 2)
    }
}
