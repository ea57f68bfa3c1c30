import Device
import Foundation
import Testing

@testable import Scenario

/// docs/scenarios.md says what the reader does.
struct DocumentTests {
    private static let text: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("docs/scenarios.md"), encoding: .utf8)) ?? ""
    }()

    /// The YAML blocks of the document, in order.
    static let blocks: [String] = {
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```yaml" {
                block = []
            } else if line == "```", let lines = block {
                blocks.append(lines.joined(separator: "\n") + "\n")
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }()

    @Test("Each example is read, played, and meets its expectations", arguments: blocks)
    func example(yaml: String) throws {
        let life = try PlayedLife(yaml: yaml)
        #expect(!life.player.ending.expectations.isEmpty)
        #expect(life.failures == [])
        #expect(life.player.scenario.notes.isEmpty)
    }

    @Test("There are five examples") func count() { #expect(Self.blocks.count == 5) }

    /// What the reader offers for a key that is far from any other.
    private func keys(_ yaml: String) throws -> [String] {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(yaml)
            return []
        } catch {
            let list = try #require(error.hint.split(separator: "keys are ").last?.split(separator: "one of ").last)
            return list.split(separator: ", ").map(String.init)
        }
    }

    @Test(
        "Every key of the reader is documented",
        arguments: [
            "qqqqqqqqqq: 1", "device: {qqqqqqqqqq: 1}", "agent: {qqqqqqqqqq: 1}", "apps: [{qqqqqqqqqq: 1}]",
            "policies: [{qqqqqqqqqq: 1}]",
            "wifi: [{qqqqqqqqqq: 1}]", "vpn: [{qqqqqqqqqq: 1}]", "certificates: [{qqqqqqqqqq: 1}]",
            "server: {qqqqqqqqqq: 1}",
            "server: {sends: [{qqqqqqqqqq: 1}]}", "server: {sends: [{at: 1, commands: [{qqqqqqqqqq: 1}]}]}",
            "server: {faults: [{qqqqqqqqqq: 1}]}", "server: {release: {qqqqqqqqqq: 1}}",
            "server: {profileChanges: [{qqqqqqqqqq: 1}]}", "server: {mistakes: [qqqqqqqqqq]}", "user: {qqqqqqqqqq: 1}",
            "user: {presses: [{qqqqqqqqqq: 1}]}", "user: {answers: [{qqqqqqqqqq: 1}]}", "user: {answers: [qqqqqqqqqq]}",
            "sessions: [{qqqqqqqqqq: 1}]", "server: {respURI: [{qqqqqqqqqq: 1}]}",
            "server: {authentication: {qqqqqqqqqq: 1}}",
            "server: {authentication: {type: md5, mistakes: [qqqqqqqqqq]}}",
            "protocol: oma\nserver: {notifications: [{qqqqqqqqqq: 1}]}",
            "protocol: oma\nserver: {notifications: [{at: 1, mistake: qqqqqqqqqq}]}", "drift: [{qqqqqqqqqq: 1}]",
            "expect: [{qqqqqqqqqq: 1}]", "apps: [{name: A, attempts: [{qqqqqqqqqq: 1}]}]",
            "apps: [{name: A, kind: msi, productCode: \"{B}\", attempts: [{qqqqqqqqqq: 1}]}]",
            "apps: [{name: A, kind: store, packageFamilyName: B_c, attempts: [{qqqqqqqqqq: 1}]}]",
            "apps: [{name: A, kind: office, attempts: [{qqqqqqqqqq: 1}]}]",
        ])
    func keysAreDocumented(yaml: String) throws {
        let keys = try keys(yaml)
        #expect(!keys.isEmpty)
        for key in keys { #expect(Self.text.contains("`\(key)`") || Self.text.contains("`\(key): "), "\(key)") }
    }

    @Test("Every type of event is documented", arguments: DeviceEvent.names)
    func events(name: String) { #expect(Self.text.contains("`\(name)`")) }
}
