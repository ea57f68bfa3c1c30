import ESP

/// The body of a command: `{"action":"speed","speed":60}`.
struct ActionInput: Decodable {
    /// What is wrong with it, in one sentence.
    struct Fault: Error, Hashable {
        var message: String
        var hint: String
    }

    private enum Key: String, CodingKey {
        case action, speed, button
    }

    /// What the command gives as its speed.
    private enum Speed: Hashable {
        case absent, null
        case number(Double)
    }

    private let action: String
    private let speed: Speed
    private let button: String?

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        action = try container.decode(String.self, forKey: .action)
        if !container.contains(.speed) {
            speed = .absent
        } else if let number = try container.decodeIfPresent(Double.self, forKey: .speed) {
            speed = .number(number)
        } else {
            speed = .null
        }
        button = try container.decodeIfPresent(String.self, forKey: .button)
    }

    static func command(_ bytes: [UInt8]) throws(Fault) -> ConductorCommand {
        guard let input = PageJSON.value(ActionInput.self, of: bytes) else {
            throw Fault(
                message: "The body is no command in JSON.", hint: "Send an object such as {\"action\":\"play\"}.")
        }
        return try input.command()
    }

    private func command() throws(Fault) -> ConductorCommand {
        switch action {
        case "play": return .play
        case "pause": return .pause
        case "step": return .step
        case "speed":
            switch speed {
            case .absent:
                throw Fault(
                    message: "The command has no speed.", hint: "Give a number, or null for as fast as it can.")
            case .null: return .speed(.unlimited)
            case .number(let factor):
                guard let speed = PlaySpeed(factor: factor) else {
                    throw Fault(
                        message: "The speed is out of range.",
                        hint: "Give a number above 0 and up to \(Int(PlaySpeed.highest)), or null.")
                }
                return .speed(speed)
            }
        case "press":
            guard let button = button.flatMap(PageButton.init(rawValue:)) else {
                throw Fault(
                    message: "The command names no button of the page.",
                    hint: "Buttons are \(PageButton.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return .press(button)
        default:
            throw Fault(
                message: "There is no such action.", hint: "Actions are play, pause, step, speed and press.")
        }
    }
}
