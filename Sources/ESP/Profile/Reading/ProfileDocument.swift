/// A JSON file of profiles, as Graph exports them: one object, an array of them, or `{"value": […]}`.
public struct ProfileDocument: Hashable, Sendable {
    /// What one object of the file is.
    public enum Entry: Hashable, Sendable {
        case profile(EnrollmentStatusPageProfile.Reading)
        /// A profile with a fault, and its name where it has one.
        case refused(ProfileError, name: String?)
        /// An enrolment configuration of another kind, which Graph lists beside the profiles.
        case other(type: String, name: String?)
    }

    public let entries: [Entry]
    /// Findings on the file as a whole.
    public let findings: [ProfileFinding]

    /// Reads a file. A fault in one profile does not keep the others from being read.
    /// - Throws: `ProfileError` for text that is no JSON, and for a document without any profile.
    public init(json: String) throws(ProfileError) {
        let (source, root) = try Self.parse(json)
        let objects = try Self.objects(in: root)
        entries = try objects.map { object throws(ProfileError) in try Self.entry(object, source: source) }
        guard objects.isEmpty || entries.contains(where: \.isProfile) else {
            throw ProfileError(code: .noProfile, property: "", position: root.position)
        }
        findings =
            root.members?["@odata.nextLink"].map {
                [ProfileFinding(code: .listGoesOn, property: "@odata.nextLink", position: $0.position)]
            } ?? []
    }

    // MARK: shapes

    /// An object of the file with the way to it.
    struct Object {
        let members: [String: JSONNode]
        let path: String
        let position: TextPosition
    }

    static func parse(_ json: String) throws(ProfileError) -> (source: [UInt8], root: JSONNode) {
        do throws(JSONError) { return try JSONParser.parse(json) } catch {
            throw ProfileError(code: .notJSON(error.fault), property: "", position: error.position)
        }
    }

    static func objects(in root: JSONNode) throws(ProfileError) -> [Object] {
        let (list, name) = root.members.map { ($0["value"]?.elements, "value") } ?? (root.elements, "")
        guard let list else {
            guard let members = root.members else {
                throw ProfileError(code: .noObject, property: "", position: root.position)
            }
            return [Object(members: members, path: "", position: root.position)]
        }
        var objects: [Object] = []
        for (index, element) in list.enumerated() {
            let path = "\(name)[\(index)]"
            guard let members = element.members else {
                throw ProfileError(code: .wrongType(expected: "an object"), property: path, position: element.position)
            }
            objects.append(Object(members: members, path: path + ".", position: element.position))
        }
        return objects
    }

    private static func entry(_ object: Object, source: [UInt8]) throws(ProfileError) -> Entry {
        let name = object.members["displayName"]?.string ?? object.members["id"]?.string
        guard ProfileReader.isProfile(object.members) else {
            let type = object.members["@odata.type"]?.string ?? "an object without @odata.type"
            return .other(type: type, name: name)
        }
        do throws(ProfileError) {
            var reader = try ProfileReader(object, source: source)
            return .profile(try reader.read())
        } catch {
            return .refused(error, name: name)
        }
    }
}

extension ProfileDocument.Entry {
    fileprivate var isProfile: Bool {
        switch self {
        case .profile, .refused: true
        case .other: false
        }
    }
}

extension EnrollmentStatusPageProfile {
    /// A profile with what was worth a word while it was read.
    public struct Reading: Hashable, Sendable {
        public let profile: EnrollmentStatusPageProfile
        /// In the alphabetical order of their properties.
        public let findings: [ProfileFinding]
        /// The properties that are not understood, each with its JSON as it stood in the document.
        public let unknownProperties: [String: String]
        /// Where the profile begins.
        public let position: TextPosition
    }

    /// Reads a document that holds one profile (esp-behaviour.md 1.1).
    /// - Throws: `ProfileError` for text that is not JSON, for wrong types, for values outside their limits, and when
    ///   there is not exactly one profile.
    public static func read(json: String) throws(ProfileError) -> Reading {
        let readings = try readAll(json: json)
        guard let reading = readings.first, readings.count == 1 else {
            let code = readings.isEmpty ? ProfileError.Code.noProfile : .severalProfiles(readings.count)
            throw ProfileError(code: code, property: "", position: TextPosition(line: 1, column: 1))
        }
        return reading
    }

    /// Reads every profile of a document: one object, an array, or `{"value": […]}`. Enrolment configurations of
    /// another kind are passed over.
    /// - Throws: `ProfileError` for the first fault.
    public static func readAll(json: String) throws(ProfileError) -> [Reading] {
        var readings: [Reading] = []
        for entry in try ProfileDocument(json: json).entries {
            switch entry {
            case .profile(let reading): readings.append(reading)
            case .refused(let error, _): throw error
            case .other: break
            }
        }
        return readings
    }
}
