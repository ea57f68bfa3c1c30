import Device
import ESP
import Foundation
import Scenario
import Testing

@testable import LifePageServer

/// A page that waits for its user, whose buttons are pressed over HTTP: the life does what the reference says.
@Suite("Buttons pressed in the browser", .timeLimit(.minutes(2)))
struct PressingTests {
    /// What a browser sees of a life up to where it rests.
    private struct Course: Sendable {
        /// `type` and the other fields of each event, as JSON text.
        var before: [String] = []
        /// From the press on.
        var after: [String] = []
        var outcome = ""
        var clock = ""
        /// What the page offers at the end.
        var offered = ""

        init(_ events: [PageClient.Event]) {
            let seen = events.filter { ["step", "steps"].contains($0.name) }.flatMap(\.steps)
                .flatMap { $0["events"] as? [[String: Any]] ?? [] }.map(Self.text)
            let press = seen.lastIndex { $0.contains("\"buttonPressed\"") } ?? seen.endIndex
            (before, after) = (Array(seen[..<press]), Array(seen[press...]))
            outcome = events.last { $0.name == "ending" }?.object["outcome"] as? String ?? ""
            clock = events.last { $0.name == "clock" }?.object["state"] as? String ?? ""
            offered = seen.last { $0.contains("\"controls\"") } ?? ""
        }

        private static func text(_ event: [String: Any]) -> String {
            let data = try? JSONSerialization.data(
                withJSONObject: event, options: [.sortedKeys, .withoutEscapingSlashes])
            return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }

        func hasAfterPress(_ parts: String...) -> Bool {
            after.contains { event in parts.allSatisfy { event.contains("\"\($0)\"") } }
        }
    }

    private static func rests(_ event: PageClient.Event) -> Bool {
        event.name == "clock" && ["attended", "over"].contains(event.object["state"] as? String)
    }

    /// Plays to the first rest, presses a button, and plays on to the next one.
    private func pressing(
        _ button: PageButton, in yaml: String = Lives.failing,
        _ check: @escaping @Sendable (_ before: Course, _ after: Course) throws -> Void
    ) async throws {
        try await OpenPage.playing(try Lives.player(yaml)) { page in
            let before = Course(try await page.client.events(page.events, until: Self.rests))
            #expect(before.clock == "attended")
            let answer = try await page.press(button)
            #expect(answer.status == 200, "\(answer.body)")
            try check(before, Course(try await page.client.events(page.events, until: Self.rests)))
        }
    }

    @Test("The error screen offers what the profile allows (ESP-006b, ESP-008), and the life waits there")
    func errorScreen() async throws {
        try await OpenPage.playing(try Lives.player(Lives.failing)) { page in
            let course = Course(try await page.client.events(page.events, until: Self.rests))
            #expect(course.clock == "attended")
            #expect(course.outcome == "failed")
            #expect(course.offered.contains("\"buttons\":[\"reset\",\"tryAgain\"]"))
            #expect(course.offered.contains("\"links\":[\"continueAnyway\",\"viewDiagnostics\"]"))
            for button in [PageButton.signOut, .reseal, .collectLogs] {
                let answer = try await page.press(button)
                #expect(answer.status == 409)
                #expect(answer.body.contains("does not offer"))
            }
            for action in ["play", "pause", "step"] {
                let status = try await page.act("{\"action\":\"\(action)\"}").status
                #expect(status == 409)
            }
            let again = Course(try await page.client.events(page.events, until: Self.rests))
            #expect(again.before == course.before, "nothing happened")
        }
    }

    @Test("ESP-521: Try again clears the error, runs what had failed anew, and the life goes on to success")
    func tryAgain() async throws {
        try await pressing(.tryAgain) { before, after in
            #expect(before.outcome == "failed")
            #expect(after.before == before.before, "no step is lost or doubled")
            #expect(after.hasAfterPress("errorCleared"))
            #expect(after.hasAfterPress("pageState", "S2"))
            #expect(!after.hasAfterPress("line", "DevicePreparation.EspProviderInstallationSubcategory"))
            #expect(after.hasAfterPress("pageState", "S8"))
            #expect(after.clock == "over")
            #expect(after.outcome == "succeeded")
        }
    }

    @Test("ESP-522: Continue anyway leaves the page by S9, and the user signs in")
    func continueAnyway() async throws {
        try await pressing(.continueAnyway) { _, after in
            #expect(after.hasAfterPress("pageState", "S9"))
            #expect(after.hasAfterPress("pollingStarted"))
            #expect(after.hasAfterPress("userSignedIn"))
            #expect(after.outcome == "continued")
        }
    }

    @Test("ESP-007: Reset starts the reset of the system, and the life is over")
    func reset() async throws {
        try await pressing(.reset) { _, after in
            #expect(after.hasAfterPress("pageState", "S10"))
            #expect(after.hasAfterPress("resetStarted"))
            #expect(after.clock == "over")
            #expect(after.outcome == "reset")
        }
    }

    @Test("ESP-524: View diagnostics leaves the error screen as it is, and it can be pressed again")
    func viewDiagnostics() async throws {
        try await pressing(.viewDiagnostics) { before, after in
            #expect(after.hasAfterPress("logsCollected", "Autopilot"))
            #expect(!after.hasAfterPress("pageState"))
            #expect(after.clock == "attended")
            #expect(after.outcome == "failed")
            #expect(after.offered == before.offered)
        }
    }

    @Test("ESP-524: Windows 10 collects the logs instead")
    func collectLogs() async throws {
        try await pressing(.collectLogs, in: "device: {windows: 10-22h2}\n" + Lives.failing) { _, after in
            #expect(after.hasAfterPress("logsCollected", "Autopilot"))
            #expect(after.clock == "attended")
        }
    }

    @Test("ESP-523: an administrator after Autopilot Reset signs out at the end of the account page")
    func signOut() async throws {
        try await pressing(.signOut, in: Lives.signingOut) { before, after in
            #expect(before.offered.contains("\"buttons\":[\"signOut\"]"))
            #expect(before.outcome == "succeeded")
            #expect(after.hasAfterPress("userSignedOut"))
            #expect(after.outcome == "succeeded")
        }
    }

    @Test("A life that the user lets fail again rests again, with another ending")
    func failsAgain() async throws {
        let yaml = Lives.failing.replacing(
            "[{duration: 20s, exitCode: 1603}, {duration: 20s}]", with: "[{duration: 20s, exitCode: 1603}]")
        try await pressing(.tryAgain, in: yaml) { before, after in
            #expect(after.clock == "attended")
            #expect(after.outcome == "failed")
            #expect(after.hasAfterPress("error"))
        }
    }
}
