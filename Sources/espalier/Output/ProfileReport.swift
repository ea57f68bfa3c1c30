import DDF
import ESP

/// The JSON of `espalier esp profile --format json`. Names and shape are a contract: new keys may come, none may go.
struct ProfileReport: Encodable {
    struct Device: Encodable {
        let windows: String
        let osVersion: String
        let edition: String
        @OrNull var operatingSystemSKU: String?
        @OrNull var manufacturer: String?
        @OrNull var model: String?
        let deviceOwnership: String
        @OrNull var enrollmentProfileName: String?
        let groups: [String]
    }

    struct User: Encodable {
        let groups: [String]
    }

    struct File: Encodable {
        struct Fault: Encodable {
            let line: Int
            let column: Int
            let message: String
        }

        let file: String
        let wellFormed: Bool
        @OrNull var error: Fault?
    }

    struct Profile: Encodable {
        struct Judgement: Encodable {
            let assignment: ReportedAssignment
            let outcome: String
            let reason: String
        }

        @OrNull var file: String?
        @OrNull var line: Int?
        @OrNull var id: String?
        let name: String
        @OrNull var priority: Int?
        let isDefault: Bool
        let verdict: String
        let reason: String
        let assignments: [Judgement]
    }

    let schemaVersion = 1
    let device: Device
    @OrNull var user: User?
    let mode: String
    let files: [File]
    /// The strongest first; empty when there is no result.
    let profiles: [Profile]
    @OrNull var result: ProfileResult?
    let findings: [ShownFinding]

    init(windows: WindowsRelease, subject: ProfileSubject, intake: ProfileIntake, result: ProfileResult?) {
        let device = subject.device
        self.device = Device(
            windows: windows.name, osVersion: device.osVersion, edition: windows.edition.rawValue,
            operatingSystemSKU: device.operatingSystemSKU, manufacturer: device.manufacturer, model: device.model,
            deviceOwnership: device.ownership.rawValue, enrollmentProfileName: device.enrollmentProfileName,
            groups: device.groups)
        user = subject.userGroups.map(User.init)
        mode = subject.mode.rawValue
        files = intake.files.map { file in
            File(
                file: file.name, wellFormed: file.fault == nil,
                error: file.fault.map {
                    File.Fault(line: $0.position.line, column: $0.position.column, message: $0.description)
                })
        }
        let sources = intake.sourcesByProfile
        profiles = (result?.resolution.candidates ?? []).map { candidate in
            let source = sources[candidate.profile]
            return Profile(
                file: source?.file, line: source?.position.line, id: candidate.profile.id,
                name: candidate.profile.name, priority: candidate.profile.priority,
                isDefault: candidate.profile.isDefault, verdict: candidate.verdict.name,
                reason: candidate.verdict.description,
                assignments: candidate.assignments.map {
                    Profile.Judgement(
                        assignment: ReportedAssignment($0.assignment), outcome: $0.outcome.name,
                        reason: $0.outcome.description)
                })
        }
        self.result = result
        findings = intake.findings
    }
}

/// An assignment, with the words that Graph has for it where it has any.
struct ReportedAssignment: Encodable {
    let target: String
    @OrNull var groupId: String?
    @OrNull var filterId: String?
    @OrNull var filterType: String?
    /// The assignment for people.
    let text: String

    init(_ assignment: ProfileAssignment) {
        target = assignment.target.name
        groupId = assignment.groupID
        filterId = assignment.filter?.id
        filterType = assignment.filter?.mode.rawValue
        text = assignment.description
    }
}
