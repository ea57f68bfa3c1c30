import Device
import ESP
import Foundation
import ReferenceServer
import Testing

@testable import Scenario

/// A life can be saved and loaded between any two messages, so the server's half of it can.
struct ServerProgressTests {
    /// Answers the client's messages of a life again, with the server's progress taken through JSON before each.
    private func replay(_ name: String, savingAt isSaved: (Int) -> Bool) throws -> (answers: [[UInt8]], texts: [String])
    {
        let life = try ScenarioFiles.play(name)
        let scenario = life.player.scenario
        var server = scenario.server
        var answers: [[UInt8]] = []
        var texts: [String] = []
        for (index, saved) in life.player.life.messages.enumerated() where saved.direction == .client {
            if isSaved(index) {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys]
                let data = try encoder.encode(server.progress)
                let loaded = try JSONDecoder().decode(ReferenceServer.Progress.self, from: data)
                #expect(loaded == server.progress)
                #expect(try encoder.encode(loaded) == data)
                texts.append(String(decoding: data, as: UTF8.self))
                server = scenario.server
                server.progress = loaded
            }
            if let answer = server.answer(saved.bytes, now: saved.time) { answers.append(answer) }
        }
        #expect(server.answers.count == life.player.life.server.answers.count)
        return (answers, texts)
    }

    @Test(
        "Save and load before every message gives the same bytes as the life itself",
        arguments: [
            "sc-01", "sc-11-first-user", "sc-12", "server-releases-user-late", "server-states-for-agent",
        ])
    func everyMessage(name: String) throws {
        let life = try ScenarioFiles.play(name)
        let expected = life.player.life.messages.filter { $0.direction == .server }.map(\.bytes)
        #expect(try replay(name) { _ in true }.answers == expected)
        #expect(try replay(name) { _ in false }.answers == expected)
    }

    @Test("Commands that wait for their answer are saved as the SyncML that went out")
    func text() throws {
        let texts = try replay("sc-01") { _ in true }.texts
        #expect(texts.contains { $0.contains("<Replace><CmdID>") && $0.contains("SkipDeviceStatusPage<\\/LocURI>") })
    }

    @Test("What is no command is refused when it is loaded", arguments: ["", "hello", "<SyncBody/>"])
    func broken(text: String) throws {
        let json = try #require(try replay("sc-01") { $0 == 2 }.texts.first)
        let first = try #require(json.range(of: "\"saved\":\""))
        let end = try #require(json[first.upperBound...].range(of: "<\\/SyncBody>\""))
        let wrong = json.replacingCharacters(in: first.upperBound..<end.upperBound, with: "\(text)\"")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ReferenceServer.Progress.self, from: Data(wrong.utf8))
        }
    }
}
