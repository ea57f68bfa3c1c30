import DDF
import DMTree

/// A row of `data/observations` that the decision table consults before the descriptions: what a real device was seen to answer.
///
/// A row says only what was seen, for the release, edition and situation it was seen on; outside that the catalogue speaks. Rows that
/// are behaviour and not one answer (OBS-001 to 003, 011, 013 to 021) are obeyed by the code that their test names.
struct Observation: Sendable {
    var id: String
    /// Empty: any build.
    var builds: [Int] = []
    /// The edition's name; nil: any. `iotcore` (SKU 0x7B) is not one that Espalier plays; its row never matches and is kept for the record.
    var edition: String?
    var verb: Verb
    /// Which of the equal spellings was seen; nil: any.
    var spelling: TreeURI.Spelling?
    /// Lower-case canonical path; a last segment `*` matches everything below.
    var path: String
    var answer: Observed.Answer
    /// The public report.
    var source: String

    func matches(_ verb: Verb, _ uri: TreeURI, _ release: WindowsRelease) -> Bool {
        guard verb == self.verb, builds.isEmpty || builds.contains(release.build) else { return false }
        if let edition, edition != release.edition.rawValue { return false }
        if let spelling, spelling != uri.spelling { return false }
        guard uri.query == nil else { return false }
        let wanted = path.split(separator: "/")
        if wanted.last == "*" {
            return uri.keys.count >= wanted.count - 1
                && zip(wanted.dropLast(), uri.keys).allSatisfy { $0.0 == $0.1 }
        }
        return uri.keys.count == wanted.count && zip(wanted, uri.keys).allSatisfy { $0.0 == $0.1 }
    }

    static let rows: [Observation] = [
        Observation(
            id: "OBS-004", builds: [19044], edition: "pro", verb: .replace,
            path: "device/vendor/msft/policy/config/experience/donotsyncbrowsersettings", answer: .status(405),
            source: "MicrosoftDocs/windows-itpro-docs pull request 11648"),
        Observation(
            id: "OBS-005", builds: [17763, 18363], verb: .add, spelling: .device,
            path: "device/vendor/msft/nodecache/*", answer: .status(405),
            source: "MicrosoftDocs/windows-itpro-docs issue 6448"),
        Observation(
            id: "OBS-006", builds: [17115], edition: "pro", verb: .exec,
            path: "device/vendor/msft/remotewipe/automaticredeployment/doautomaticredeployment", answer: .status(405),
            source: "MicrosoftDocs/windows-itpro-docs issue 558"),
        Observation(
            id: "OBS-007", edition: "iotcore", verb: .replace,
            path: "device/vendor/msft/policy/config/update/branchreadinesslevel", answer: .status(405),
            source: "ms-iot/iot-core-azure-dm-client issue 84"),
        Observation(
            id: "OBS-008", builds: [26200], edition: "enterprise", verb: .get, path: "devdetail/lrgobj",
            answer: .value("false"), source: "deploymenttheory/go-microsoft-dm captures"),
        Observation(
            id: "OBS-009", builds: [26200], edition: "enterprise", verb: .get, path: "devdetail/uri/maxseglen",
            answer: .value("0"), source: "deploymenttheory/go-microsoft-dm captures"),
        Observation(
            id: "OBS-010", builds: [26200], edition: "enterprise", verb: .get, path: "devdetail/swv",
            answer: .value("10.0.26200.9278"), source: "deploymenttheory/go-microsoft-dm captures"),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get,
            path: "device/vendor/msft/declaredconfiguration/managementserviceconfiguration/refreshinterval",
            answer: .status(406), source: "deploymenttheory/go-microsoft-dm host conformance notes"),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get,
            path: "device/vendor/msft/declaredconfiguration/host/bulktemplate/*", answer: .status(406),
            source: "deploymenttheory/go-microsoft-dm host conformance notes"),
        Observation(
            id: "OBS-012", builds: [26200], edition: "enterprise", verb: .get,
            path: "user/vendor/msft/declaredconfiguration", answer: .status(406),
            source: "deploymenttheory/go-microsoft-dm host conformance notes"),
    ]
}
