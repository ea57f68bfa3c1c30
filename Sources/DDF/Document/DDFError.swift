import XMLStream

/// Why a file is no device description at all. Two errors are equal when their codes are equal.
///
/// What is merely odd in a description that can be read is a `DDFFault`.
public struct DDFError: Error, Sendable {
    /// The kinds of refusal.
    public enum Code: Hashable, Sendable {
        /// Not well-formed XML, or over a limit of the parser.
        case xml(XMLError.Code)
        /// The root element is not `MgmtTree`.
        case notADeviceDescription
        /// No `Node` below `MgmtTree`.
        case noNodes
        /// A root node without `Path`, so that nothing below it has an address.
        case noPath
    }

    public var code: Code
    /// The file's name, as given to `DDFDocument`.
    public var name: String
    public var position: XMLPosition
    /// What was found and what was expected, without the position.
    public var reason: String

    public init(code: Code, name: String, position: XMLPosition, reason: String) {
        self.code = code
        self.name = name
        self.position = position
        self.reason = reason
    }
}

extension DDFError: Equatable {
    public static func == (left: DDFError, right: DDFError) -> Bool { left.code == right.code }
}

extension DDFError: CustomStringConvertible {
    public var description: String { "\(name):\(position): \(reason)" }
}
