import Foundation
import TestSupport
import Testing

/// `espalier ddf`, on a small description of our own (Fixtures) and on the shipped catalogue.
@Suite struct DDFCommandTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private func ddf(_ arguments: [String], in directory: URL? = nil) throws -> Tool.Run {
        try Tool.run(["ddf"] + arguments, in: directory)
    }

    private func copyFixture(_ name: String, to folder: TemporaryFolder, as path: String) throws {
        try folder.write([UInt8](try Data(contentsOf: Self.fixtures.appendingPathComponent(name))), to: path)
    }

    // MARK: show

    private static let block = "./Device/Vendor/MSFT/DMClient/Provider/x/FirstSyncStatus/BlockInStatusPage"

    /// windows-csp.md 3.1.
    @Test("show: format, access, default, values and builds of a node")
    func show() throws {
        let run = try ddf(["show", Self.block])
        #expect(run.exitStatus == 0)
        let words = run.output.split(whereSeparator: \.isWhitespace)
        for word in ["{ProviderID}", "int", "Get,", "Replace", "Permanent", "0x4", "10.0.17134"] {
            #expect(run.output.contains(word), "\(word) is missing in \(words)")
        }
    }

    @Test("show: JSON")
    func showJSON() throws {
        let run = try ddf(["show", Self.block, "--format", "json"])
        #expect(run.exitStatus == 0)
        let node = try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
        #expect(node["format"] as? String == "int")
        #expect(node["access"] as? [String] == ["Get", "Replace"])
        #expect(node["defaultValue"] as? String == "0")
        #expect(node["versions"] as? [String] == ["10.0.17134"])
    }

    @Test("show: a misspelt name is 1 and names the nearest")
    func showMisspelt() throws {
        let run = try ddf(["show", "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamra"])
        #expect(run.exitStatus == 1)
        #expect(run.errors.contains("./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera"))
        #expect(run.output.isEmpty)
    }

    @Test(
        "show: an address that is no LocURI is 2", arguments: ["/Device", "./Device//Vendor", "./Device/./Vendor", ""])
    func showMalformed(_ uri: String) throws {
        #expect(try ddf(["show", uri]).exitStatus == 2)
    }

    @Test("show: says when the release lacks the node")
    func showRelease() throws {
        let uri = "./Device/Vendor/MSFT/Policy/Config/Experience/ConfigureChatIcon"
        let old = try ddf(["show", uri, "--windows", "10-22h2"]).output
        let new = try ddf(["show", uri]).output
        #expect(old != new)
        #expect(old.contains("22000"))
    }

    // MARK: check

    @Test("check: a good file is 0 and is summed up")
    func checkGood() throws {
        let run = try ddf(["check", "Orchard.xml"], in: Self.fixtures)
        #expect(run.exitStatus == 0)
        #expect(run.output == "Orchard.xml: DDF version 2, 7 nodes in 1 root: nothing odd\n")
    }

    @Test("check: each fault with line, column, rule and address")
    func checkFaults() throws {
        let run = try ddf(["check", "OrchardWithFaults.xml"], in: Self.fixtures)
        #expect(run.exitStatus == 1)
        for rule in ["ddf-unreadable-range", "ddf-default-format", "ddf-unknown-verb", "ddf-duplicate-name"] {
            #expect(run.output.contains("[\(rule)]"))
        }
        for line in run.output.split(separator: "\n").dropLast() {
            let parts = line.split(separator: ":")
            #expect(parts.count > 3 && Int(parts[1]) != nil && Int(parts[2]) != nil)
        }
    }

    @Test("check: warnings alone are 0; errors are 1; no description at all is 2")
    func checkStatuses() throws {
        let folder = try TemporaryFolder()
        let good = try String(contentsOf: Self.fixtures.appendingPathComponent("Orchard.xml"), encoding: .utf8)
        let withSet = good.replacing("<Get /><Replace /></AccessType>", with: "<Get /><Set /></AccessType>")
        try folder.write(withSet, to: "set.xml")
        try folder.write("<MgmtTree><Node>", to: "cut.xml")
        try folder.write(ServerMessage.whole(""), to: "message.xml")
        let set = try ddf(["check", "set.xml"], in: folder.url)
        #expect(set.exitStatus == 0)
        #expect(set.output.contains("warning: "))
        #expect(try ddf(["check", "cut.xml"], in: folder.url).exitStatus == 2)
        #expect(try ddf(["check", "message.xml"], in: folder.url).exitStatus == 2)
        #expect(try ddf(["check", "missing.xml"], in: folder.url).exitStatus == 2)
    }

    @Test("check: several files, the worst counts")
    func checkSeveral() throws {
        let run = try ddf(["check", "Orchard.xml", "OrchardWithFaults.xml"], in: Self.fixtures)
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("Orchard.xml: DDF") && run.output.contains("OrchardWithFaults.xml: DDF"))
    }

    // MARK: compile and --ddf

    @Test("compile: a folder of editions becomes a catalogue, the same twice")
    func compile() throws {
        let folder = try TemporaryFolder()
        try copyFixture("Orchard.xml", to: folder, as: "ddf/v2-feb2025/Orchard.xml")
        for name in ["one.txt", "two.txt", "catalogue.swift"] {
            let run = try ddf(["compile", "ddf", "-o", name], in: folder.url)
            #expect(run.exitStatus == 0)
            #expect(run.output.hasPrefix("\(name): 1 roots"))
        }
        let one = try Data(contentsOf: folder.url.appendingPathComponent("one.txt"))
        #expect(one == (try Data(contentsOf: folder.url.appendingPathComponent("two.txt"))))
        let text = String(decoding: one, as: UTF8.self)
        #expect(text.contains("WateringInterval"))
        // Facts only (design.md section 3).
        #expect(!text.contains("The name of a tree."))
    }

    @Test("compile: a folder without descriptions, and none at all, are 2")
    func compileNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("no description", to: "empty/readme.txt")
        let empty = try ddf(["compile", "empty", "-o", "out.txt"], in: folder.url)
        #expect(empty.exitStatus == 2)
        #expect(empty.errors.contains("empty"))
        #expect(try ddf(["compile", "missing", "-o", "out.txt"], in: folder.url).exitStatus == 2)
        try copyFixture("Orchard.xml", to: folder, as: "ddf/v2-feb2025/Orchard.xml")
        #expect(try ddf(["compile", "ddf", "-o", "no/such/folder/out.txt"], in: folder.url).exitStatus == 2)
    }

    private static let root = "./Device/Vendor/MSFT/Orchard"

    private static let commands = ServerMessage.whole(
        ServerMessage.get("1", root + "/WateringInterval")
            + ServerMessage.replace("2", root + "/WateringInterval", "30")
            + ServerMessage.replace("3", root + "/WateringInterval", "90")
            + ServerMessage.replace("4", root + "/Season", "2")
            + ServerMessage.replace("5", root + "/Trees/pear/Variety", "Conference", format: "chr")
            + ServerMessage.add("6", root + "/Trees/pear/Variety", "Conference", format: "chr")
            + ServerMessage.get("7", root + "/Trees") + ServerMessage.get("8", root + "/Season")
            + ServerMessage.get("9", root + "/WateringInterval"))

    /// windows-csp.md 5.9: "What exists", rows 14, 19 and 13.
    @Test("--ddf: a description of one's own is obeyed by apply")
    func ownDescription() throws {
        let folder = try TemporaryFolder()
        try copyFixture("Orchard.xml", to: folder, as: "ddf/Orchard.xml")
        let applied = try apply(Self.commands, ["--ddf", folder.url.path + "/ddf"])
        #expect(applied.message.statuses == [200, 200, 500, 200, 404, 200, 200, 200, 200])
        #expect(applied.message.results?.map(\.data) == ["15", "pear", "2", "30"])
        let show = try ddf(["show", Self.root + "/Season", "--ddf", folder.url.path + "/ddf"])
        #expect(show.exitStatus == 0)
        #expect(show.output.contains("ZeroOrOne"))
    }

    /// windows-csp.md 5.9 row 8.
    @Test("without --ddf nobody knows the node")
    func withoutDescription() throws {
        #expect(Set(try apply(Self.commands).message.statuses) == [404])
        #expect(try ddf(["show", Self.root + "/Season"]).exitStatus == 1)
    }

    /// windows-csp.md 5.9 row 9.
    @Test("--ddf: the description's own first build counts")
    func ownBuild() throws {
        let folder = try TemporaryFolder()
        try copyFixture("Orchard.xml", to: folder, as: "ddf/Orchard.xml")
        let options = ["--ddf", folder.url.path + "/ddf", "--windows", "10-22h2"]
        let text = ServerMessage.whole(
            ServerMessage.get("1", Self.root + "/WateringInterval")
                + ServerMessage.replace("2", Self.root + "/WateringInterval", "30"))
        #expect(try apply(text, options).message.statuses == [404, 405])
    }

    @Test("--ddf: a folder that is not there is 2, and standard output stays empty")
    func missingFolder() throws {
        let run = try Tool.run(
            ["apply", "-", "--ddf", "/no/such/folder", "--format", "json"], input: Array(Self.commands.utf8))
        #expect(run.exitStatus == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("/no/such/folder"))
    }

    @Test("the catalogue of all descriptions compiles", .enabled(if: SharedData.isPresent))
    func compileShared() throws {
        let folder = try TemporaryFolder()
        let source = try #require(SharedData.data("ddf"))
        let run = try ddf(["compile", source.path, "-o", "catalogue.txt"], in: folder.url)
        #expect(run.exitStatus == 0)
    }
}
