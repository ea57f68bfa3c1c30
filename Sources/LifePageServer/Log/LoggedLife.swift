import Device
import LifePage
import Scenario

/// Writes a life that is lived into a log, as the page reads it.
public struct LoggedLife<Server: ManagementServer>: LifeWitness, Sendable {
    public let log: TimelineLog
    private var recorder: TimelineRecorder

    /// - Parameters:
    ///   - player: before its first step that is to be told; it has to keep its messages.
    ///   - life: differs for each run: letters and digits.
    ///   - start: what t = 0 is in ISO 8601, where time is real.
    public init(_ player: LifePlayer<Server>, life: String, start: String? = nil) {
        recorder = TimelineRecorder(player, life: life, start: start)
        log = TimelineLog(life: life, head: PageJSON.bytes(recorder.head))
    }

    public mutating func saw(_ events: [DeviceEvent], of player: LifePlayer<Server>) {
        let step = recorder.record(events, player)
        var messages: [Int: [UInt8]] = [:]
        for message in step.messages { messages[message.n] = recorder.body(of: message.n).map { Array($0.utf8) } }
        log.append(step: PageJSON.bytes(step), messages: messages)
    }

    public mutating func sawRest(of player: LifePlayer<Server>) {
        log.set(ending: PageJSON.bytes(recorder.ending(player)))
    }

    public mutating func sawGoingOn() { log.set(ending: Array("null".utf8)) }

    public mutating func letsTimePass() {}

    public func show(_ clock: PageClock) { log.set(clock: PageJSON.bytes(clock)) }
}
