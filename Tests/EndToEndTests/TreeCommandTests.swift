import Foundation
import TestSupport
import Testing

/// `espalier tree` as a user runs it.
struct TreeCommandTests {
    private static let account = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server"

    private func object(_ run: Tool.Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    }

    @Test("get: address, format and value, one line for each node; either spelling of the scope")
    func get() throws {
        let sample = try SampleDevice()
        let run = try Tool.run([
            "tree", "get", "./DevInfo/Lang", "\(Self.account)/UPN", "./Vendor/MSFT/DMClient/Provider",
            "./DevInfo/DevId",
            "--device", sample.path,
        ])
        #expect(run.exitStatus == 0, "\(run.errors)")
        #expect(
            run.output == """
                ./DevInfo/Lang (chr): en-US
                \(Self.account)/UPN (chr): ada@example.test
                ./Vendor/MSFT/DMClient/Provider (node)
                ./DevInfo/DevId (chr): 7F3A0000000000000000000000000001

                """)
    }

    @Test("get --format json: every key there")
    func json() throws {
        let sample = try SampleDevice()
        let run = try Tool.run(
            ["tree", "get", "./DevInfo/Lang", "./DevInfo/Long", "--device", sample.path, "--format", "json"])
        #expect(run.exitStatus == 1)
        let report = try object(run)
        #expect(report["schemaVersion"] as? Int == 1)
        let node = try #require((report["nodes"] as? [[String: Any]])?.first)
        #expect(node["uri"] as? String == "./DevInfo/Lang")
        #expect(node["format"] as? String == "chr")
        #expect(node["value"] as? String == "en-US")
        #expect(node["hidden"] as? Bool == false)
        #expect(node["type"] is NSNull)
        #expect(node.keys.contains("writer"))
        let missing = try #require((report["missing"] as? [[String: Any]])?.first)
        #expect(missing["uri"] as? String == "./DevInfo/Long")
        #expect((missing["hint"] as? String)?.contains("did you mean ./DevInfo/Lang?") == true)
    }

    @Test(
        "1: a node that is not there, with the nearest one that is",
        arguments: [
            ("./DevInfo/Lag", "the nearest node that is there is ./DevInfo; did you mean ./DevInfo/Lang?"),
            (
                "./Device/Vendor/MSFT/DMCliant/Provider",
                "the nearest node that is there is ./Device/Vendor/MSFT; did you mean ./Device/Vendor/MSFT/DMClient/Provider?"
            ),
            (
                "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Servr/UPN",
                "is ./Device/Vendor/MSFT/DMClient/Provider; did you mean \(account)/UPN?"
            ),
            ("./Device/Vendor/MSFT/DMClient/Provider/Other", "is ./Device/Vendor/MSFT/DMClient/Provider, with "),
        ])
    func absent(uri: String, hint: String) throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["tree", "get", uri, "./DevInfo/Man", "--device", sample.path])
        #expect(run.exitStatus == 1)
        #expect(run.output.contains("./DevInfo/Man (chr): "))
        #expect(run.errors.contains(hint), "\(run.errors)")
    }

    @Test("2: no address, and one with a query", arguments: ["/DevInfo", "./DevInfo/", "", "./DevInfo?list=Struct"])
    func malformed(uri: String) throws {
        let sample = try SampleDevice()
        let run = try Tool.run(["tree", "get", uri, "--device", sample.path])
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("hint: "))
    }

    @Test("list: the children of a node; --recursive all below it, from the root, too")
    func list() throws {
        let sample = try SampleDevice()
        let children = try Tool.run(["tree", "list", "./DevInfo", "--device", sample.path])
        #expect(children.exitStatus == 0)
        let lines = children.output.split(separator: "\n")
        #expect(lines.contains("./DevInfo/Lang (chr): en-US"))
        #expect(lines.allSatisfy { $0.hasPrefix("./DevInfo/") })
        let top = try Tool.run(["tree", "list", ".", "--device", sample.path])
        #expect(top.output.contains("./Device (node)\n"))
        #expect(top.output.contains("./DevInfo (node)\n"))
        let all = try Tool.run(["tree", "list", ".", "--device", sample.path, "--recursive"])
        #expect(all.output.contains("./DevInfo/Lang (chr): en-US\n"))
        #expect(all.output.contains("\(Self.account)/UPN (chr): ada@example.test\n"))
        let leaf = try Tool.run(["tree", "list", "./DevInfo/Lang", "--device", sample.path])
        #expect(leaf.output == "./DevInfo/Lang (chr): en-US\n")
        #expect(try Tool.run(["tree", "list", "./DevInfo/No", "--device", sample.path]).exitStatus == 1)
    }

    @Test("What no server can read is hidden unless it is asked for")
    func hidden() throws {
        let sample = try SampleDevice()
        let all = try Tool.run(["tree", "list", ".", "--device", sample.path, "--recursive"])
        for secret in SampleDevice.secrets { #expect(!all.output.contains(secret)) }
        #expect(all.output.contains("hidden, no server can read it; --reveal shows it"))
        let revealed = try Tool.run(["tree", "list", ".", "--device", sample.path, "--recursive", "--reveal"])
        #expect(revealed.output.contains("Sr7-secret-01"))
    }

    @Test("1: a device that has no tree yet")
    func noTree() throws {
        let sample = try SampleDevice(lives: false)
        let run = try Tool.run(["tree", "get", "./DevInfo/Lang", "--device", sample.path])
        #expect(run.exitStatus == 1)
        #expect(run.errors.contains("this device has no tree yet"))
    }
}
