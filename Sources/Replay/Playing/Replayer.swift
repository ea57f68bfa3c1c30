import Capture
import SyncML

/// Plays the server's side of a capture to our client, and compares what it says with what the recorded client said.
///
/// Pure: the same capture and options give the same report. Each device of the capture has a tree of its own, which lives
/// through all of its sessions.
public struct Replayer: Sendable {
    public let options: ReplayOptions

    public init(_ options: ReplayOptions = ReplayOptions()) { self.options = options }

    public func replay(_ recording: Recording) -> ReplayReport {
        var report = ReplayReport(recording)
        for recorded in recording.devices {
            var device = PlayedDevice(recorded, options: options)
            for (index, session) in recorded.sessions.enumerated() {
                var replay = SessionReplay(session, number: report.sessions.count + 1, device: &device)
                replay.play(&device, isFollowed: index + 1 < recorded.sessions.count)
                report.sessions.append(replay.replayed)
                report.notes += replay.notes
            }
            report.learned += device.learned
            report.notes += device.notes
        }
        return report
    }
}

extension ReplayReport {
    init(_ recording: Recording) {
        notes = recording.notes
        isReadable = recording.isReadable
    }
}
