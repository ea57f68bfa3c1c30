import Device
import LifePage
import Scenario

/// A life as it is lived, for `--report`.
struct LifeRecording: Sendable {
    private var recorder: TimelineRecorder
    private var steps: [TimelineStep] = []

    /// - Parameter player: before its first step; its messages have to be kept.
    init(_ player: LifePlayer<some ManagementServer>) {
        var generator = SystemRandomNumberGenerator()
        recorder = TimelineRecorder(
            player, life: String(UInt64.random(in: .min ... .max, using: &generator), radix: 36))
    }

    mutating func record(_ events: [DeviceEvent], _ player: LifePlayer<some ManagementServer>) {
        steps.append(recorder.record(events, player))
    }

    /// The life so far as one page.
    func document(_ player: LifePlayer<some ManagementServer>) throws -> [UInt8] {
        // A life that was stopped has not ended, so there is nothing to judge.
        let ending = player.isOver ? recorder.ending(player) : nil
        let timeline = Timeline(head: recorder.head, steps: steps, ending: ending)
        return try PageDocument(report: timeline, body: recorder.body(of:)).bytes
    }
}
