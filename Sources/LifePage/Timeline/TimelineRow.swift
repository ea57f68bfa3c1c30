/// One command of a message with one address, and what came of it.
public struct TimelineRow: Hashable, Encodable, Sendable {
    /// The CmdID.
    public var id: String?
    /// `Replace`, `Alert 1201`, `Status` and so on.
    public var name: String
    /// How many containers stand round it.
    public var depth: Int
    /// The address as written; `Replace 1/6` for a Status: the command that it answers.
    public var target: String?
    /// The same address as nodes have it, for comparison.
    public var uri: String?
    public var format: String?
    /// At most `mostDataCharacters`; a secret is replaced.
    public var data: String?
    /// How many characters there were, where data was cut.
    public var dataLength: Int?
    /// The answer to a command, or the code of a Status.
    public var status: String?
    /// The HRESULT behind it.
    public var originalError: String?
    /// What decided, such as `windows-csp.md 5.9 row 12`.
    public var rule: String?
    /// In the message, from 1.
    public var line: Int?

    /// What a row shows of its data.
    public static let mostDataCharacters = 200

    public init(
        id: String? = nil, name: String, depth: Int = 0, target: String? = nil, uri: String? = nil,
        format: String? = nil, data: String? = nil, dataLength: Int? = nil, status: String? = nil,
        originalError: String? = nil, rule: String? = nil, line: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.depth = depth
        self.target = target
        self.uri = uri
        self.format = format
        self.data = data
        self.dataLength = dataLength
        self.status = status
        self.originalError = originalError
        self.rule = rule
        self.line = line
    }

    private enum Key: String, CodingKey {
        case id, name, depth, target, uri, format, data, dataLength, status, originalError, rule, line
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(depth, forKey: .depth)
        try container.encode(target, forKey: .target)
        try container.encode(uri, forKey: .uri)
        try container.encode(format, forKey: .format)
        try container.encode(data, forKey: .data)
        try container.encodeIfPresent(dataLength, forKey: .dataLength)
        try container.encode(status, forKey: .status)
        try container.encode(originalError, forKey: .originalError)
        try container.encode(rule, forKey: .rule)
        try container.encode(line, forKey: .line)
    }
}

/// A status that came for a command of an earlier message: `[message, row, status, original error or null]`.
public struct TimelineAnswer: Hashable, Encodable, Sendable {
    /// The `n` of the message.
    public var message: Int
    /// Of the message's rows, from 0; -1 for its SyncHdr.
    public var row: Int
    public var status: String
    public var originalError: String?

    public init(message: Int, row: Int, status: String, originalError: String? = nil) {
        self.message = message
        self.row = row
        self.status = status
        self.originalError = originalError
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(message)
        try container.encode(row)
        try container.encode(status)
        try container.encode(originalError)
    }
}
