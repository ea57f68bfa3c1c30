import Notation
import XMLStream

/// Why a document of the enrolment was refused: the peer's mistake, with its place and what to do.
public struct EnrollmentFault: Error, Hashable, Sendable {
    /// The kinds of refusal. Raw values are stable.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// No element at all.
        case empty
        /// More bytes, depth, tags or text than `XMLLimits.enrollment`.
        case limit
        /// An entity declaration, or an entity that XML does not predefine.
        case entity
        /// Another breach of XML's rules, a character that XML forbids, or bytes in another encoding than they claim.
        case malformed
        /// Well-formed as far as it was read, and another document.
        case wrongRoot
        /// An Envelope without a Body.
        case bodyMissing
        /// A characteristic without a type, or a parm without a name.
        case attributeMissing
        /// A response without a BinarySecurityToken.
        case tokenMissing
        /// A token that is no Base64.
        case tokenNotBase64
        /// Ours, not the peer's: no memory for the parser.
        case outOfMemory
    }

    public var code: Code
    public var position: XMLPosition
    /// One sentence: what was found, and what was expected.
    public var message: String
    /// What to do, or empty.
    public var hint: String

    public init(code: Code, position: XMLPosition, message: String, hint: String = "") {
        self.code = code
        self.position = position
        self.message = message
        self.hint = hint
    }

    /// What Windows shows: an empty answer has a code of its own, another that cannot be read is a format error
    /// (enrollment.md 6.2, 9.2).
    public var hresult: HRESULT { HRESULT(code == .empty ? 0x8018_0029 : 0x8018_0001) }
}

extension EnrollmentFault: CustomStringConvertible {
    public var description: String { "\(position): \(message)" }
}

/// All sentences of refusals.
extension EnrollmentFault {
    init(_ error: XMLError) {
        let code: Code =
            switch error.code {
            case .empty: .empty
            case .documentTooLarge, .tooDeep, .tooManyEvents, .textTooLong: .limit
            case .entity: .entity
            case .encoding, .forbiddenCharacter, .notWellFormed: .malformed
            case .outOfMemory: .outOfMemory
            }
        self.init(code: code, position: error.position, message: error.reason)
    }

    static func wrongRoot(_ name: String, expected: String, at position: XMLPosition) -> EnrollmentFault {
        EnrollmentFault(
            code: .wrongRoot, position: position, message: "the root is \(name), not \(expected)",
            hint: name.lowercased() == "html" ? "the server answered with a web page" : "send one \(expected)")
    }

    static func bodyMissing(at place: Place) -> EnrollmentFault {
        EnrollmentFault(
            code: .bodyMissing, position: place.position ?? .start, message: "the Envelope has no Body",
            hint: "put the answer into a Body")
    }

    static func attributeMissing(_ attribute: String, of element: String, at position: XMLPosition) -> EnrollmentFault {
        EnrollmentFault(
            code: .attributeMissing, position: position, message: "a \(element) has no \(attribute)",
            hint: "give every \(element) its \(attribute)")
    }

    static func tokenMissing(at place: Place) -> EnrollmentFault {
        EnrollmentFault(
            code: .tokenMissing, position: place.position ?? .start,
            message: "the response has no BinarySecurityToken",
            hint: "send the provisioning document in RequestedSecurityToken/BinarySecurityToken")
    }

    static func tokenNotBase64(at place: Place) -> EnrollmentFault {
        EnrollmentFault(
            code: .tokenNotBase64, position: place.position ?? .start, message: "the BinarySecurityToken is no Base64",
            hint: "encode the provisioning document in UTF-8 as Base64")
    }
}

extension XMLLimits {
    /// The limits of a document of the enrolment: 2 MiB, 48 levels, 100,000 events, texts of 1 MiB, 64 attributes,
    /// 64 namespaces. The largest that was seen has 10 KB; a PFX or a chain of certificates may make it ten times that.
    public static let enrollment = XMLLimits(
        documentBytes: 2 << 20, depth: 48, events: 100_000, textBytes: 1 << 20, attributes: 64, namespaces: 64)
}
