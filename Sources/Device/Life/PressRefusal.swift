import ESP

/// Why the user cannot press a button of the page at some instant.
public struct PressRefusal: Error, Hashable, Sendable {
    /// The kinds of reason. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Nothing happens on this device any more, whatever its user does.
        case lifeIsOver
        /// It is shut down, or restarts.
        case machineIsDown
        /// The page does not show the button, or shows it disabled.
        case notOffered
        /// The script ends before.
        case beyondHorizon
    }

    public var code: Code
    public var button: PageButton
    /// The instant that was asked for.
    public var time: DeviceTime

    public init(_ code: Code, _ button: PageButton, at time: DeviceTime) {
        self.code = code
        self.button = button
        self.time = time
    }
}

extension PressRefusal: CustomStringConvertible {
    /// One sentence.
    public var description: String {
        switch code {
        case .lifeIsOver: "The life is over."
        case .machineIsDown: "The device is shut down or restarts."
        case .notOffered: "The page does not offer the button \"\(button.rawValue)\" at \(time)."
        case .beyondHorizon: "The life is cut off before \(time)."
        }
    }

    /// What to do, or empty.
    public var hint: String {
        switch code {
        case .lifeIsOver: "Run the scenario again."
        case .machineIsDown: "Wait until it is up again."
        case .notOffered: "Press one that it offers, or wait until it offers this one."
        case .beyondHorizon: "Give the scenario a later \"until\"."
        }
    }
}
