import Device
import Foundation
import LifePage
import Scenario
import Testing

/// A life that was played to its end and recorded.
struct RecordedLife {
    private(set) var player: ScenarioPlayer
    private(set) var events: [[DeviceEvent]] = []
    private(set) var recorder: TimelineRecorder
    private(set) var steps: [TimelineStep] = []

    init(yaml: String = BundledScenario.text) throws {
        self.init(player: ScenarioPlayer(try ScenarioReader.read(yaml), keepsMessages: true))
    }

    /// - Parameter most: how many steps are played.
    init(player: ScenarioPlayer, most: Int = .max) {
        self.player = player
        recorder = TimelineRecorder(player, life: "test")
        play(most: most)
    }

    mutating func play(most: Int = .max) {
        for _ in 0..<most {
            guard let new = player.step() else { return }
            events.append(new)
            steps.append(recorder.record(new, player))
        }
    }

    var timeline: Timeline { Timeline(head: recorder.head, steps: steps, ending: recorder.ending(player)) }

    var messages: [TimelineMessage] { steps.flatMap(\.messages) }

    /// Everything as JSON, with the XML of the messages.
    func json() throws -> String {
        let document = try PageDocument(report: timeline, body: recorder.body(of:))
        return try ReportData(document).text
    }
}

/// What a report holds.
struct ReportData {
    var text: String

    init(_ document: PageDocument) throws {
        let html = String(decoding: document.bytes, as: UTF8.self)
        let start = try #require(html.firstRange(of: "<script type=\"application/json\" id=\"life\">"))
        let end = try #require(html[start.upperBound...].firstRange(of: "</script>"))
        text = String(html[start.upperBound..<end.lowerBound])
    }

    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
