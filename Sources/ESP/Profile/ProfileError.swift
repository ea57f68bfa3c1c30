/// Why a profile or a filter was refused. It is the administrator's, so this is never a defect of ours.
public struct ProfileError: Error, Hashable, Sendable {
    /// The kinds of refusal.
    public enum Code: Hashable, Sendable {
        /// The bytes are no text in an encoding that is read.
        case notText
        /// The text is not JSON.
        case notJSON(JSONFault)
        /// The document holds no object of either shape.
        case noProfile
        /// One profile was asked for, and the document holds more.
        case severalProfiles(Int)
        /// The document is neither an object nor a list of objects.
        case noObject
        /// The property is missing.
        case missing
        /// The property has a value of another type.
        case wrongType(expected: String)
        /// The number lies outside its range (U-03).
        case outOfRange(actual: Int, allowed: ClosedRange<Int>)
        /// The text has more characters than allowed (ESP-003).
        case tooLong(actual: Int, allowed: Int)
        /// The blocking list has more apps than allowed (ESP-121).
        case tooManyApps(actual: Int, allowed: Int)
        /// A blocking app's id is no GUID.
        case notGUID(String)
        /// The text is none of the words that the property has.
        case unknownWord(String, known: [String])
        /// A filter's rule cannot be read (ESP-104).
        case badRule(FilterRuleError)
    }

    public let code: Code
    /// The JSON property with the way to it, such as `assignments[0].target`; empty for the whole document.
    public let property: String
    /// Where in the document.
    public let position: TextPosition

    public init(code: Code, property: String = "", position: TextPosition) {
        self.code = code
        self.property = property
        self.position = position
    }
}

extension ProfileError: CustomStringConvertible {
    /// A sentence that names the property, without the position.
    public var description: String {
        let place = property.isEmpty ? "The document" : "Property \(property)"
        return switch code {
        case .notText: "\(place) is neither UTF-8 nor UTF-16 with a byte order mark."
        case .notJSON(let fault): "\(place) is not JSON: \(fault)."
        case .noProfile: "\(place) holds no Enrollment Status Page settings."
        case .severalProfiles(let count): "\(place) holds \(count) profiles where one is expected."
        case .noObject: "\(place) is neither an object nor a list of objects."
        case .missing: "\(place) is missing."
        case .wrongType(let expected): "\(place) has another type than \(expected)."
        case .outOfRange(let actual, let allowed):
            "\(place) is \(actual), which lies outside \(allowed.lowerBound) to \(allowed.upperBound)."
        case .tooLong(let actual, let allowed): "\(place) has \(actual) characters; at most \(allowed) are allowed."
        case .tooManyApps(let actual, let allowed): "\(place) names \(actual) apps; at most \(allowed) are allowed."
        case .notGUID(let text): "\(place) names the app \"\(text)\", which is no GUID."
        case .unknownWord(let word, let known): "\(place) is \"\(word)\"; expected \(known.joined(separator: " or "))."
        case .badRule(let error): "\(place) cannot be read: \(error)."
        }
    }
}

extension ProfileError {
    /// Whether the document as a whole cannot be used, in place of one profile or filter in it.
    public var concernsDocument: Bool {
        switch code {
        case .notText, .notJSON, .noProfile, .severalProfiles, .noObject: true
        case .missing, .wrongType, .outOfRange, .tooLong, .tooManyApps, .notGUID, .unknownWord, .badRule: false
        }
    }

    /// The stable id (docs/rules.md).
    public var rule: String {
        switch code {
        case .notText, .notJSON: "profile.not-json"
        case .noProfile, .noObject: "profile.none"
        case .severalProfiles: "profile.several"
        case .missing: "profile.missing"
        case .wrongType: "profile.wrong-type"
        case .outOfRange: "profile.out-of-range"
        case .tooLong: "profile.too-long"
        case .tooManyApps: "profile.too-many-apps"
        case .notGUID: "profile.not-guid"
        case .unknownWord: "profile.unknown-word"
        case .badRule: "profile.bad-rule"
        }
    }

    /// The id or section of esp-behaviour.md.
    public var reference: String {
        switch code {
        case .notText, .notJSON, .noProfile, .noObject, .severalProfiles, .missing, .wrongType, .unknownWord:
            "esp-behaviour.md 1.1"
        case .outOfRange: "ESP-002"
        case .tooLong: "ESP-003"
        case .tooManyApps: "ESP-121"
        case .notGUID: "ESP-009"
        case .badRule: "ESP-104"
        }
    }
}
