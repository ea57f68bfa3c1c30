/// Why a profile was refused. The profile is the administrator's, so this is never a defect of ours.
public struct ProfileError: Error, Hashable, Sendable {
    /// The kinds of refusal.
    public enum Code: Hashable, Sendable {
        /// The text is not JSON; `detail` is what the decoder says.
        case notJSON(detail: String)
        /// The document holds no object of either shape.
        case noProfile
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
    }

    public let code: Code
    /// The JSON property, empty for the whole document.
    public let property: String
}

extension ProfileError: CustomStringConvertible {
    public var description: String {
        let place = property.isEmpty ? "The profile" : "Property \(property)"
        return switch code {
        case .notJSON(let detail): "\(place) is not JSON: \(detail)"
        case .noProfile: "\(place) holds no Enrollment Status Page settings."
        case .wrongType(let expected): "\(place) has another type than \(expected)."
        case .outOfRange(let actual, let allowed):
            "\(place) is \(actual), which lies outside \(allowed.lowerBound) to \(allowed.upperBound)."
        case .tooLong(let actual, let allowed): "\(place) has \(actual) characters; at most \(allowed) are allowed."
        case .tooManyApps(let actual, let allowed): "\(place) names \(actual) apps; at most \(allowed) are allowed."
        case .notGUID(let text): "\(place) names the app \"\(text)\", which is no GUID."
        }
    }
}

/// Something in a profile that was accepted and is worth a word.
public struct ProfileFinding: Hashable, Sendable {
    /// The kinds of finding.
    public enum Code: Hashable, Sendable {
        /// Neither shape has this property; it has no effect.
        case unknownProperty
        /// The setting is locked because the page is hidden or device use is not blocked (esp-behaviour.md 1.2,
        /// "Unlocked by").
        case hasNoEffect(because: String)
        /// The hidden default profile of a tenant exports a timeout of 0; the default of 60 stands in.
        case timeoutNotSet
        /// The setting is read and kept, but its behaviour is not played yet.
        case notPlayedYet
    }

    public let code: Code
    /// The JSON property.
    public let property: String
}
