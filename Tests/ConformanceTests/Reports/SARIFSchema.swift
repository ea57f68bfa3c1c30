import Foundation

/// The rules of the JSON schema of SARIF 2.1.0 (OASIS, errata 01) for the objects that we write, as a table of our own.
///
/// It is stricter than the schema: a property that the schema has and we do not write is a fault here, too, so that a new
/// one is looked up before it is used.
enum SARIFSchema {
    indirect enum Kind: Sendable {
        case string
        /// An absolute URI.
        case uri
        case uriReference
        case integer(least: Int)
        case boolean
        case one(of: [String])
        case object(String)
        case array(of: Kind, isUnique: Bool)
        case strings
        case bag
    }

    static let required: [String: [String]] = [
        "log": ["version", "runs"], "run": ["tool"], "tool": ["driver"], "toolComponent": ["name"],
        "reportingDescriptor": ["id"], "multiformatMessageString": ["text"], "result": ["message"],
        "invocation": ["executionSuccessful"], "notification": ["message"], "suppression": ["kind"],
        // The schema's anyOf: a message has a text or an id, and we write texts.
        "message": ["text"],
    ]

    static let level = Kind.one(of: ["none", "note", "warning", "error"])

    static let properties: [String: [String: Kind]] = [
        "log": ["$schema": .uri, "version": .one(of: ["2.1.0"]), "runs": .array(of: .object("run"), isUnique: false)],
        "run": [
            "tool": .object("tool"), "invocations": .array(of: .object("invocation"), isUnique: false),
            "artifacts": .array(of: .object("artifact"), isUnique: true),
            "results": .array(of: .object("result"), isUnique: false),
            "columnKind": .one(of: ["utf16CodeUnits", "unicodeCodePoints"]),
        ],
        "tool": ["driver": .object("toolComponent")],
        "toolComponent": [
            "name": .string, "version": .string, "semanticVersion": .string,
            "rules": .array(of: .object("reportingDescriptor"), isUnique: true),
        ],
        "reportingDescriptor": [
            "id": .string, "shortDescription": .object("multiformatMessageString"),
            "fullDescription": .object("multiformatMessageString"), "help": .object("multiformatMessageString"),
            "helpUri": .uri, "defaultConfiguration": .object("reportingConfiguration"), "properties": .bag,
        ],
        "reportingConfiguration": ["level": level], "multiformatMessageString": ["text": .string],
        "message": ["text": .string],
        "invocation": [
            "executionSuccessful": .boolean, "exitCode": .integer(least: .min),
            "toolExecutionNotifications": .array(of: .object("notification"), isUnique: false),
        ],
        "notification": [
            "level": level, "message": .object("message"), "locations": .array(of: .object("location"), isUnique: true),
        ],
        "artifact": [
            "location": .object("artifactLocation"), "length": .integer(least: -1),
            "roles": .array(of: .one(of: ["analysisTarget"]), isUnique: true),
        ],
        "artifactLocation": ["uri": .uriReference, "index": .integer(least: -1)],
        "location": ["physicalLocation": .object("physicalLocation")],
        "physicalLocation": ["artifactLocation": .object("artifactLocation"), "region": .object("region")],
        "region": [
            "startLine": .integer(least: 1), "startColumn": .integer(least: 1), "byteOffset": .integer(least: -1),
            "byteLength": .integer(least: 0), "snippet": .object("artifactContent"),
        ],
        "artifactContent": ["text": .string],
        "result": [
            "ruleId": .string, "ruleIndex": .integer(least: -1), "level": level, "message": .object("message"),
            "locations": .array(of: .object("location"), isUnique: false), "partialFingerprints": .strings,
            "suppressions": .array(of: .object("suppression"), isUnique: true), "properties": .bag,
        ],
        "suppression": [
            "kind": .one(of: ["inSource", "external"]), "status": .one(of: ["accepted", "underReview", "rejected"]),
            "justification": .string,
        ],
    ]

    /// What of a document the schema does not take, each with its place.
    static func faults(_ text: String) throws -> [String] {
        check(try JSONSerialization.jsonObject(with: Data(text.utf8)), .object("log"), at: "")
    }

    private static func check(_ value: Any, _ kind: Kind, at place: String) -> [String] {
        switch kind {
        case .string: return value is String ? [] : ["\(place) is no string"]
        case .uri: return (value as? String).map { isURI($0, isAbsolute: true) } == true ? [] : ["\(place) is no URI"]
        case .uriReference:
            return (value as? String).map { isURI($0, isAbsolute: false) } == true
                ? [] : ["\(place) is no URI reference"]
        case .integer(let least):
            guard let number = value as? Int, !isBoolean(value) else { return ["\(place) is no integer"] }
            return number >= least ? [] : ["\(place) is less than \(least)"]
        case .boolean: return isBoolean(value) ? [] : ["\(place) is no boolean"]
        case .one(let allowed): return allowed.contains(value as? String ?? "") ? [] : ["\(place) is not allowed"]
        case .strings: return value is [String: String] ? [] : ["\(place) has a value that is no string"]
        case .bag: return value is [String: Any] ? [] : ["\(place) is no object"]
        case .array(let kind, let isUnique):
            guard let values = value as? [Any] else { return ["\(place) is no array"] }
            let faults = values.enumerated().flatMap { check($0.element, kind, at: "\(place)[\($0.offset)]") }
            guard isUnique else { return faults }
            let objects = Set(values.map { NSDictionary(object: $0, forKey: "value" as NSString) })
            return faults + (objects.count == values.count ? [] : ["\(place) has two alike"])
        case .object(let name): return checkObject(value, name, at: place)
        }
    }

    private static func checkObject(_ value: Any, _ name: String, at place: String) -> [String] {
        guard let object = value as? [String: Any], let known = properties[name] else {
            return ["\(place) is no \(name)"]
        }
        let missing = (required[name] ?? []).filter { object[$0] == nil }.map { "\(place) has no \($0)" }
        return missing
            + object.sorted { $0.key < $1.key }.flatMap { key, value in
                known[key].map { check(value, $0, at: "\(place)/\(key)") } ?? ["\(place) has an unknown \(key)"]
            }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }

    /// The characters of RFC 3986 alone, percent signs with two digits behind them.
    private static func isURI(_ text: String, isAbsolute: Bool) -> Bool {
        let pattern = /(?:[A-Za-z0-9\-._~:\/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*/
        guard (try? pattern.wholeMatch(in: text)) != nil else { return false }
        let scheme = /[A-Za-z][A-Za-z0-9+.\-]*:.*/
        let firstSegment = text.prefix { $0 != "/" }
        return isAbsolute
            ? (try? scheme.wholeMatch(in: text)) != nil : text.hasPrefix("file:") || !firstSegment.contains(":")
    }
}
