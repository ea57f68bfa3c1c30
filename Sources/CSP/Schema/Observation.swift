import DDF
import DMTree

/// A row of `data/observations` as an overlay on the catalogue: what a real device was seen to answer.
///
/// A row says only what was seen, for the release, edition and situation it was seen on; outside that the catalogue
/// speaks. Only rows that are one answer to one command, or one value of one node, stand here. The others (OBS-001 to
/// 003, 011, 013 to 022) are behaviour, and the test that bears the row's id names the code that obeys it.
struct Observation: Sendable {
    /// What was seen.
    enum Answer: Hashable, Sendable {
        /// The status of the command; asked before the descriptions.
        case status(Int)
        /// The value of a node that nobody set; becomes the description's default, so a value in the tree wins.
        case initialValue(String)
    }

    var id: String
    /// Empty: any build.
    var builds: [Int] = []
    /// The revision of the build, where the answer names it; nil: any.
    var revision: Int?
    /// The edition's name; nil: any. `iotcore` (SKU 0x7B) is not one that Espalier plays; its row never matches and is
    /// kept for the record.
    var edition: String?
    var verb: Verb
    /// Which of the equal spellings was seen; nil: any.
    var spelling: TreeURI.Spelling?
    /// Lower-case canonical names.
    var path: [String]
    /// True when the row holds for everything below the path too.
    var includesDescendants = false
    var answer: Answer
    /// The public report.
    var source: String

    /// Whether the row was seen on a Windows like this one.
    func holds(on release: WindowsRelease) -> Bool {
        guard builds.isEmpty || builds.contains(release.build) else { return false }
        if let edition, edition != release.edition.rawValue { return false }
        if let revision, let played = release.revision, played != revision { return false }
        return true
    }

    /// Whether the row speaks of this command.
    func matches(_ verb: Verb, _ uri: TreeURI) -> Bool {
        guard verb == self.verb, uri.query == nil, spelling.map({ $0 == uri.spelling }) ?? true else { return false }
        return includesDescendants ? uri.keys.starts(with: path) : uri.keys == path
    }
}

extension Observation {
    private static let captures = "deploymenttheory/go-microsoft-dm captures"
    private static let conformanceNotes = "deploymenttheory/go-microsoft-dm host conformance notes"
    private static let declaredConfiguration = ["vendor", "msft", "declaredconfiguration"]

    static let rows: [Observation] = [
        Observation(
            id: "OBS-004", builds: [19044], edition: "pro", verb: .replace,
            path: ["device", "vendor", "msft", "policy", "config", "experience", "donotsyncbrowsersettings"],
            answer: .status(405), source: "MicrosoftDocs/windows-itpro-docs pull request 11648"),
        Observation(
            id: "OBS-005", builds: [17763, 18363], verb: .add, spelling: .device,
            path: ["device", "vendor", "msft", "nodecache"], includesDescendants: true, answer: .status(405),
            source: "MicrosoftDocs/windows-itpro-docs issue 6448"),
        Observation(
            id: "OBS-006", builds: [17115], edition: "pro", verb: .exec,
            path: ["device", "vendor", "msft", "remotewipe", "automaticredeployment", "doautomaticredeployment"],
            answer: .status(405), source: "MicrosoftDocs/windows-itpro-docs issue 558"),
        Observation(
            id: "OBS-007", edition: "iotcore", verb: .replace,
            path: ["device", "vendor", "msft", "policy", "config", "update", "branchreadinesslevel"],
            answer: .status(405), source: "ms-iot/iot-core-azure-dm-client issue 84"),
        Observation(
            id: "OBS-008", builds: [26200], edition: "enterprise", verb: .get, path: ["devdetail", "lrgobj"],
            answer: .initialValue("false"), source: captures),
        Observation(
            id: "OBS-009", builds: [26200], edition: "enterprise", verb: .get, path: ["devdetail", "uri", "maxseglen"],
            answer: .initialValue("0"), source: captures),
        Observation(
            id: "OBS-010", builds: [26200], revision: 9278, edition: "enterprise", verb: .get,
            path: ["devdetail", "swv"],
            answer: .initialValue("10.0.26200.9278"), source: captures),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get,
            path: ["device"] + declaredConfiguration + ["managementserviceconfiguration", "refreshinterval"],
            answer: .status(406), source: conformanceNotes),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get,
            path: ["device"] + declaredConfiguration + ["host", "bulktemplate"], includesDescendants: true,
            answer: .status(406), source: conformanceNotes),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get, path: ["user"] + declaredConfiguration,
            answer: .status(406), source: conformanceNotes),
    ]
}
