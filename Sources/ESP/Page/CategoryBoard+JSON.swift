extension CategoryBoard.Entry {
    /// The registry value that holds the category, in `AutopilotSettings` (ESP-604).
    public var settingName: String { "\(category.rawValue).Status" }

    /// The category as JSON with prefixed objects, the default variant of U-15.
    ///
    /// Silent steps carry their state as text, once they have started.
    public var json: String {
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
