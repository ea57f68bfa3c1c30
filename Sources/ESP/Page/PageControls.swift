import Notation

/// A button or link of the page.
public enum PageButton: String, Hashable, Sendable, Codable, CaseIterable {
    case reset
    case tryAgain
    case continueAnyway
    /// In place of Continue anyway on the account page of an administrator (ESP-523).
    case signOut
    /// Ends the technician's part of pre-provisioning (ESP-704).
    case reseal
    /// Windows 10: collects the logs.
    case collectLogs
    /// Windows 11: opens the diagnostics page.
    case viewDiagnostics
}

/// The buttons and links that the page offers at one instant (esp-behaviour.md 1.2, button matrix).
public struct PageControls: Hashable, Sendable, Codable {
    public var buttons: [PageButton] = []
    public var links: [PageButton] = []
    /// Shown but not to be pressed: Reset after it was pressed.
    public var disabled: Set<PageButton> = []

    public init(buttons: [PageButton] = [], links: [PageButton] = [], disabled: Set<PageButton> = []) {
        self.buttons = buttons
        self.links = links
        self.disabled = disabled
    }

    /// Whether the user can press it.
    public func offers(_ button: PageButton) -> Bool {
        (buttons.contains(button) || links.contains(button)) && !disabled.contains(button)
    }

    /// While work is going on: a way out only when the profile does not block and device preparation has succeeded.
    ///
    /// - Parameter exit: the way out: Continue anyway, or Sign out (ESP-523); nil where there is none (ESP-704).
    static func duringWork(
        _ block: BlockInStatusPage, preparationSucceeded: Bool, exit: PageButton?
    ) -> PageControls {
        guard let exit, !block.isBlocking, preparationSucceeded else { return PageControls() }
        return PageControls(buttons: [exit])
    }

    /// On the error screen. Without blocking nothing is added: the Continue anyway that was there stays.
    static func onError(
        _ block: BlockInStatusPage, preparationSucceeded: Bool, exit: PageButton?, logs: PageButton?
    ) -> PageControls {
        var controls = duringWork(block, preparationSucceeded: preparationSucceeded, exit: exit)
        if block.contains(.reset) { controls.buttons.append(.reset) }
        if block.contains(.tryAgain) { controls.buttons.append(.tryAgain) }
        if let exit, block.contains(.continueAnyway) { controls.links.append(exit) }
        if let logs { controls.links.append(logs) }
        return controls
    }
}

/// The error screen.
public struct ErrorScreen: Hashable, Sendable, Codable {
    /// The code of the failure that ended the category; nil when nothing named one.
    public let code: HRESULT?
    /// CustomErrorText, or the built-in text.
    public let text: String

    /// Shown when the server set no text; in our own words (ESP-003).
    public static let defaultText = "Setup did not finish. Try again, or ask your organization's support for help."

    /// The same on the result page of the technician; in our own words (ESP-704).
    public static let timeoutText = "Setup did not finish in the time that your organization allows."
}
