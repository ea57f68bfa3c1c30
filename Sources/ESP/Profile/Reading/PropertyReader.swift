/// Reads the members of one JSON object by name and type, and collects what is worth a word.
struct PropertyReader {
    let members: [String: JSONNode]
    /// The way to the object, with a point at its end; empty for the whole document.
    let path: String
    let position: TextPosition
    var findings: [ProfileFinding] = []

    init(_ members: [String: JSONNode], path: String, position: TextPosition) {
        self.members = members
        self.path = path
        self.position = position
    }

    /// In the order of their properties.
    var sortedFindings: [ProfileFinding] { findings.sorted { $0.property < $1.property } }

    mutating func report(_ code: ProfileFinding.Code, _ name: String) {
        let position = members[name]?.position ?? position
        findings.append(ProfileFinding(code: code, property: path + name, position: position))
    }

    /// Reports the members that are neither among the names nor OData's own.
    mutating func reportUnknown(besides names: Set<String>) {
        for name in members.keys where !names.contains(name) && !name.contains("@odata.") {
            report(.unknownProperty, name)
        }
    }

    func error(_ code: ProfileError.Code, at name: String) -> ProfileError {
        ProfileError(code: code, property: path + name, position: members[name]?.position ?? position)
    }

    // MARK: types; a null counts as absent

    func bool(_ name: String) throws(ProfileError) -> Bool? {
        switch members[name]?.value {
        case nil, .null: return nil
        case .bool(let value): return value
        case .int, .number, .string, .array, .object: throw error(.wrongType(expected: "a boolean"), at: name)
        }
    }

    func int(_ name: String) throws(ProfileError) -> Int? {
        switch members[name]?.value {
        case nil, .null: return nil
        case .int(let value): return value
        case .bool, .number, .string, .array, .object: throw error(.wrongType(expected: "a whole number"), at: name)
        }
    }

    func int(_ name: String, in allowed: ClosedRange<Int>) throws(ProfileError) -> Int? {
        guard let value = try int(name) else { return nil }
        guard allowed.contains(value) else { throw error(.outOfRange(actual: value, allowed: allowed), at: name) }
        return value
    }

    func string(_ name: String) throws(ProfileError) -> String? {
        switch members[name]?.value {
        case nil, .null: return nil
        case .string(let value): return value
        case .bool, .int, .number, .array, .object: throw error(.wrongType(expected: "a string"), at: name)
        }
    }

    func strings(_ name: String) throws(ProfileError) -> [String] {
        guard let node = members[name], node.value != .null else { return [] }
        let wrongType = error(.wrongType(expected: "an array of strings"), at: name)
        guard let elements = node.elements else { throw wrongType }
        var strings: [String] = []
        for element in elements {
            guard let string = element.string else { throw wrongType }
            strings.append(string)
        }
        return strings
    }

    /// An array of objects, each with a reader of its own.
    func objects(_ name: String) throws(ProfileError) -> [PropertyReader] {
        guard let node = members[name], node.value != .null else { return [] }
        let wrongType = error(.wrongType(expected: "an array of objects"), at: name)
        guard let elements = node.elements else { throw wrongType }
        var readers: [PropertyReader] = []
        for (index, element) in elements.enumerated() {
            guard let members = element.members else { throw wrongType }
            readers.append(PropertyReader(members, path: "\(path)\(name)[\(index)].", position: element.position))
        }
        return readers
    }

    /// A member that is an object.
    func object(_ name: String) throws(ProfileError) -> PropertyReader? {
        guard let node = members[name], node.value != .null else { return nil }
        guard let members = node.members else { throw error(.wrongType(expected: "an object"), at: name) }
        return PropertyReader(members, path: "\(path)\(name).", position: node.position)
    }

    func required<Value>(_ name: String, _ value: Value?) throws(ProfileError) -> Value {
        guard let value else { throw error(.missing, at: name) }
        return value
    }
}
