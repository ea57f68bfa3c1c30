import DMTree
import Notation

/// How the server wants a question shown (oma-dm.md 2.5, "UI alert extras").
public struct UserAlertOptions: Hashable, Sendable {
    /// `IT`: what may be typed.
    public enum InputType: String, Hashable, Sendable {
        case alphanumeric = "A"
        case numeric = "N"
        /// DDMMYYYY.
        case date = "D"
        /// hhmmss.
        case time = "T"
        /// Digits and `+`, `p`, `w`, `s`.
        case phone = "P"
        case address = "I"

        /// Whether the widget takes a character.
        func takes(_ character: Character) -> Bool {
            switch self {
            case .alphanumeric: true
            case .numeric, .date, .time: character.isASCII && character.isNumber
            case .phone: character.isASCII && (character.isNumber || "+pws".contains(character))
            case .address: character.isASCII && (character.isNumber || character == ".")
            }
        }
    }

    /// `ET`: whether what is typed can be read.
    public enum EchoType: String, Hashable, Sendable {
        case text = "T"
        case password = "P"
    }

    /// `MINDT`: how long it is shown at least, in seconds, above 0.
    public var minimumSeconds: Int?
    /// `MAXDT`: how long to wait for the user, in seconds, above 0.
    public var maximumSeconds: Int?
    /// `DR`: what the widget shows at first.
    public var defaultResponse: String?
    /// `MAXLEN`: the most characters of an input, above 0.
    public var maximumLength: Int?
    public var inputType: InputType
    public var echoType: EchoType

    public init(
        minimumSeconds: Int? = nil, maximumSeconds: Int? = nil, defaultResponse: String? = nil,
        maximumLength: Int? = nil, inputType: InputType = .alphanumeric, echoType: EchoType = .text
    ) {
        self.minimumSeconds = minimumSeconds
        self.maximumSeconds = maximumSeconds
        self.defaultResponse = defaultResponse
        self.maximumLength = maximumLength
        self.inputType = inputType
        self.echoType = echoType
    }

    /// Reads `NAME=value&NAME=value`, URL-encoded. What is not known, or has a value that makes no sense, is passed over
    /// (DM-ALRT-12); of an option that comes twice the last one counts, our choice.
    public init(parsing text: String) {
        self.init()
        for option in text.split(separator: "&") {
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = parts.first?.trimmed else { continue }
            let value = Self.decoded(parts[1].trimmed)
            switch name {
            case "MINDT": minimumSeconds = Self.positive(value) ?? minimumSeconds
            case "MAXDT": maximumSeconds = Self.positive(value) ?? maximumSeconds
            case "DR": defaultResponse = value
            case "MAXLEN": maximumLength = Self.positive(value) ?? maximumLength
            case "IT": inputType = InputType(rawValue: value) ?? inputType
            case "ET": echoType = EchoType(rawValue: value) ?? echoType
            default: continue
            }
        }
    }

    private static func positive(_ text: String) -> Int? {
        guard let number = Int(text), number > 0 else { return nil }
        return number
    }

    private static func decoded(_ text: String) -> String {
        let spaced = text.split(separator: "+", omittingEmptySubsequences: false).joined(separator: " ")
        return PercentCoding.decode(Substring(spaced)) ?? spaced
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmedASCII }
}
