extension CategoryBoard.Entry {
    /// The registry value that holds the category, in `AutopilotSettings` (ESP-604).
    public var settingName: String { "\(category.rawValue).Status" }

    /// The category as JSON in the default variant of U-15.
    public var json: String { json(.prefixed) }

    /// The category as JSON in one of the variants that builds of Windows have (U-15).
    public func json(_ form: Choices.CategoryJSON) -> String {
        switch form {
        case .prefixed: prefixedObjects
        case .legacyFlat: flatStrings
        }
    }

    /// Prefixed names, each with an object. Silent steps carry their state as text, once they have started.
    private var prefixedObjects: String {
        var members = ["\"categoryState\":\(Self.quoted(state.rawValue))"]
        for line in lines {
            var object = "\"subcategoryState\":\(Self.quoted(line.state.rawValue))"
            if line.kind.label != nil || line.state != .notStarted {
                object += ",\"subcategoryStatusText\":\(Self.quoted(line.english))"
            }
            members.append("\(Self.quoted(Subcategory(category, line.kind).id)):{\(object)}")
        }
        members.append("\"categoryStatusText\":\(Self.quoted(state.english))")
        return "{\(members.joined(separator: ","))}"
    }

    /// Names without prefix, each with its text; in place of the category's state whether it succeeded, once that is
    /// final.
    private var flatStrings: String {
        var members = lines.map { "\(Self.quoted($0.kind.rawValue)):\(Self.quoted($0.english))" }
        if let hasSucceeded = state.finalSuccess { members.insert("\"categorySucceeded\":\(hasSucceeded)", at: 0) }
        members.append("\"categoryStatusText\":\(Self.quoted(state.english))")
        return "{\(members.joined(separator: ","))}"
    }

    /// A JSON string. The texts are our own, so only the two characters that JSON reserves need an escape.
    private static func quoted(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: String(character)
            }
        }
        return "\"\(escaped.joined())\""
    }
}

extension CategoryState {
    /// Whether the category succeeded; nil while it has not ended.
    fileprivate var finalSuccess: Bool? {
        switch self {
        case .succeeded: true
        case .failed, .cancelled, .failedFromPreviousCategory: false
        case .notStarted, .inProgress, .rebootRequiredAndTryAgain: nil
        }
    }
}
