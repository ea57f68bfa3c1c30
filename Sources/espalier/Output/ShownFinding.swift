import DMTree
import ESP

/// A finding on profiles as both outputs show it.
struct ShownFinding: Encodable {
    let rule: String
    let severity: ProfileFinding.Severity
    var file: String?
    var position: TextPosition?
    /// The name of the profile or filter.
    var profile: String?
    var property: String?
    let message: String
    let hint: String
    let reference: String

    init(
        rule: String, severity: ProfileFinding.Severity, file: String? = nil, position: TextPosition? = nil,
        profile: String? = nil, property: String? = nil, message: String, hint: String = "", reference: String
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.hint = hint
        self.reference = reference
        self.file = file
        self.position = position
        self.profile = profile
        self.property = property
    }

    init(_ finding: ProfileFinding, file: String, profile: String?) {
        let name = finding.property.split(separator: ".").last.map(String.init) ?? finding.property
        let near =
            finding.code == .unknownProperty
            ? NameDistance.nearest(to: name, among: EnrollmentStatusPageProfile.propertyNames) : nil
        self.init(
            rule: finding.rule, severity: finding.severity, file: file, position: finding.position, profile: profile,
            property: finding.property, message: "property \(finding.property) \(finding.code)",
            hint: near.map { "did you mean \($0)?" } ?? "", reference: finding.reference)
    }

    init(_ error: ProfileError, file: String, profile: String?) {
        self.init(
            rule: error.rule, severity: .error, file: file, position: error.position, profile: profile,
            property: error.property.isEmpty ? nil : error.property, message: error.description,
            reference: error.reference)
    }

    /// - Parameter source: where the later of the two profiles stands.
    init(_ conflict: ProfileSet.Refusal, source: ProfileIntake.Source?) {
        self.init(
            rule: conflict.rule, severity: .error, file: source?.file, position: source?.position,
            profile: conflict.laterProfile, message: conflict.description, reference: conflict.reference)
    }

    init(_ finding: ResolutionFinding) {
        var hint = ""
        if case .filterUnknown = finding.code { hint = "give the tenant's filters by --filters" }
        self.init(
            rule: finding.rule, severity: finding.severity, profile: finding.profile, message: finding.description,
            hint: hint, reference: finding.reference)
    }

    /// The finding in one line, with its place.
    var line: String {
        let place = [file, position.map { "\($0.line)" }, position.map { "\($0.column)" }].compactMap { $0 }
        let start = place.isEmpty ? "" : place.joined(separator: ":") + ": "
        let name = profile.map { "\"\($0)\": " } ?? ""
        return "\(start)\(severity.rawValue): \(name)\(message) [\(rule)]"
    }

    private enum CodingKeys: String, CodingKey {
        case rule, severity, file, line, column, profile, property, message, hint, reference
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(severity, forKey: .severity)
        try container.encode(file, forKey: .file)
        try container.encode(position?.line, forKey: .line)
        try container.encode(position?.column, forKey: .column)
        try container.encode(profile, forKey: .profile)
        try container.encode(property, forKey: .property)
        try container.encode(message, forKey: .message)
        try container.encode(hint, forKey: .hint)
        try container.encode(reference, forKey: .reference)
    }
}
