/// Something in a profile or a filter that was accepted and is worth a word.
public struct ProfileFinding: Hashable, Sendable {
    /// How much it matters. An error makes the answer doubtful.
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case error, warning, note
    }

    /// Why a setting is locked (esp-behaviour.md 1.2, "Unlocked by").
    public enum Lock: Hashable, Sendable, Codable {
        /// ESP-001 No.
        case pageIsHidden
        /// ESP-006 No.
        case deviceUseIsNotBlocked
        /// ESP-009 All.
        case allAppsBlock
    }

    /// The kinds of finding.
    public enum Code: Hashable, Sendable {
        /// Neither shape has this property; it has no effect.
        case unknownProperty
        /// Another setting locks this one, so it has no effect.
        case locked(by: Lock)
        /// The hidden default profile of a tenant exports a timeout of 0; the default of 60 stands in.
        case timeoutNotSet
        /// A profile that is not the default has no priority, and comes after those that have one.
        case priorityNotSet
        /// The default profile has assignments. It reaches everybody anyway, so they change nothing.
        case defaultIsAssigned
        /// An assignment has a target of a kind that ESP profiles do not have, and is left out.
        case unknownTarget(String)
        /// A blocking app stands in the list twice.
        case repeatedApp(String)
        /// The text holds characters that XML cannot carry; the device gets U+FFFD in their place.
        case unsendableCharacter
        /// The export is cut into pages, and this is not the last one.
        case listGoesOn
    }

    public let code: Code
    /// The JSON property with the way to it.
    public let property: String
    /// Where in the document.
    public let position: TextPosition
}

extension ProfileFinding {
    public var severity: Severity {
        switch code {
        case .unknownProperty, .locked, .defaultIsAssigned, .unknownTarget, .repeatedApp,
            .unsendableCharacter:
            .warning
        case .listGoesOn: .error
        case .timeoutNotSet, .priorityNotSet: .note
        }
    }

    /// The stable id (docs/rules.md).
    public var rule: String {
        switch code {
        case .unknownProperty: "profile.unknown-property"
        case .locked: "profile.locked"
        case .timeoutNotSet: "profile.timeout-not-set"
        case .priorityNotSet: "profile.priority-not-set"
        case .defaultIsAssigned: "profile.default-assigned"
        case .unknownTarget: "profile.unknown-target"
        case .repeatedApp: "profile.repeated-app"
        case .unsendableCharacter: "profile.unsendable-character"
        case .listGoesOn: "profile.list-goes-on"
        }
    }

    /// The section of esp-behaviour.md.
    public var reference: String {
        switch code {
        case .unknownProperty, .timeoutNotSet, .listGoesOn: "esp-behaviour.md 1.1"
        case .locked: "esp-behaviour.md 1.2"
        case .priorityNotSet: "ESP-102"
        case .defaultIsAssigned: "ESP-101"
        case .unknownTarget: "esp-behaviour.md 1.3"
        case .repeatedApp: "ESP-009"
        case .unsendableCharacter: "ESP-003"
        }
    }
}

extension ProfileFinding.Code: CustomStringConvertible {
    /// The sentence that follows the property's name.
    public var description: String {
        switch self {
        case .unknownProperty: "is not known and has no effect"
        case .locked(let lock): "has no effect, because \(lock)"
        case .timeoutNotSet: "is 0, which stands for the default of 60 minutes"
        case .priorityNotSet: "is missing, so the profile comes after those that have one"
        case .defaultIsAssigned: "has no effect, because the default profile reaches everybody"
        case .unknownTarget(let type):
            "has a target of the type \"\(type)\", which ESP profiles do not have; it is left out"
        case .repeatedApp(let id): "names the app \(id) twice"
        case .unsendableCharacter: "holds a control character, which XML cannot carry; the device gets U+FFFD for it"
        case .listGoesOn: "says that the list goes on, so profiles may be missing"
        }
    }
}

extension ProfileFinding.Lock: CustomStringConvertible {
    public var description: String {
        switch self {
        case .pageIsHidden: "the page is hidden (ESP-001)"
        case .deviceUseIsNotBlocked: "device use is not blocked (ESP-006)"
        case .allAppsBlock: "no blocking apps are selected (ESP-009)"
        }
    }
}
