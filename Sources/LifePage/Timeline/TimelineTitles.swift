import ESP
import Scenario

/// What the buttons and states of the page are called, by their names in events.
public enum TimelineTitles {
    public static var buttons: [String: String] {
        Dictionary(uniqueKeysWithValues: PageButton.allCases.map { ($0.rawValue, LifeText.title($0)) })
    }

    public static var pageStates: [String: String] {
        Dictionary(uniqueKeysWithValues: PageState.allCases.map { ($0.rawValue, title($0)) })
    }

    /// The states of the reference (esp-behaviour.md 2) in our own words.
    private static func title(_ state: PageState) -> String {
        switch state {
        case .idle: "Before the page"
        case .preparing: "Device preparation"
        case .deviceSetup: "Device setup"
        case .rebooting: "Restarting"
        case .deviceError: "Device error"
        case .deviceExit: "Leaving the device page"
        case .between: "Sign-in"
        case .betweenWithPrompt: "Sign-in with prompt"
        case .accountSetup: "Account setup"
        case .accountError: "Account error"
        case .done: "Done"
        case .continued: "Continued"
        case .reset: "Reset"
        case .technicianSuccess: "Technician success"
        case .technicianFailure: "Technician failure"
        case .skipped: "Skipped"
        }
    }
}
