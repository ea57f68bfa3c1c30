import Capture
import Device
import Scenario

/// What `espalier run --save-messages` saves of a life, as a capture.
enum LifeCapture {
    static func records(yaml: String = BundledScenario.text) throws -> [CaptureRecord] {
        var player = ScenarioPlayer(try ScenarioReader.read(yaml), keepsMessages: true)
        _ = player.playToEnd()
        return player.life.messages.enumerated().map { index, message in
            CaptureRecord(
                direction: message.direction == .client ? .toServer : .toClient, body: message.bytes,
                origin: CaptureOrigin(file: "\(index + 1)-\(message.direction.rawValue).xml"))
        }
    }
}
