import CSP
import DMTree
import Device
import ESP
import Notation
import Yams

/// How the jobs end that CSPs start beside installs and certificates.
extension ScenarioBuild {
    static let jobKeys = [
        "wipe", "autopilotReset", "healthVerification", "attestation", "documents", "linkedEnrolment", "recovery",
        "updateScan", "updates", "archive", "reapply",
    ]

    mutating func readJobs() throws(ScenarioError) {
        guard let node = fields["jobs"] else { return }
        let jobs = try Fields(node, path: "jobs", keys: Self.jobKeys)
        if let node = jobs["wipe"] { script.jobs.wipe = try Self.wipe(node) }
        if let node = jobs["autopilotReset"] { script.jobs.autopilotReset = try Self.autopilotReset(node) }
        if let node = jobs["healthVerification"] {
            script.jobs.healthVerification = try Self.attestation(node, "jobs.healthVerification", "certificate")
        }
        if let node = jobs["attestation"] {
            script.jobs.attestation = try Self.attestation(node, "jobs.attestation", "report")
        }
        for node in try jobs.list("documents") { try readDocument(node) }
        if let seconds = try jobs.secondsOrNever("reapply") {
            guard seconds != 0 else { throw jobs.error("reapply", "jobs.reapply is no time at all", "write never") }
            script.jobs.reapplySeconds = seconds
        }
        if let node = jobs["updates"] { try readUpdates(node) }
        if let node = jobs["archive"] { try readArchive(node) }
        if let node = jobs["linkedEnrolment"] {
            let linked = try Fields(node, path: "jobs.linkedEnrolment", keys: ["duration", "fails", "unenrolFails"])
            if let seconds = try linked.seconds("duration") { script.jobs.linkedEnrolment.seconds = seconds }
            script.jobs.linkedEnrolment.error = try Self.failure(linked)
            script.jobs.linkedEnrolment.unenrolError = try Self.failure(linked, "unenrolFails")
        }
        if let node = jobs["updateScan"] {
            let scan = try Fields(node, path: "jobs.updateScan", keys: ["duration", "fails"])
            if let seconds = try scan.seconds("duration") { script.jobs.updateScan.seconds = seconds }
            script.jobs.updateScan.error = try Self.failure(scan)
        }
        if let node = jobs["recovery"] {
            let recovery = try Fields(node, path: "jobs.recovery", keys: ["duration", "status"])
            if let seconds = try recovery.seconds("duration") { script.jobs.recovery.seconds = seconds }
            if let number = try recovery.int("status", in: 2...8),
                let status = CertificateRecovery.Status(rawValue: number)
            {
                script.jobs.recovery.status = status
            }
        }
    }

    /// A document of declared configuration, by its id.
    private mutating func readDocument(_ node: Node) throws(ScenarioError) {
        let fields = try Fields(
            node, path: "jobs.documents", keys: ["id", "duration", "fails", "infrastructureFails"])
        let id = try fields.requireName("id").filter { $0 != "{" && $0 != "}" }.lowercased()
        guard script.jobs.documents[id] == nil else { throw fields.error("id", "another document has this id") }
        var document = LifeScript.Document()
        if let seconds = try fields.seconds("duration") { document.seconds = seconds }
        let error = try Self.failure(fields)
        let infrastructure = try Self.failure(fields, "infrastructureFails")
        if let error { document.outcome = .failed(error) }
        if let infrastructure {
            guard error == nil else {
                throw fields.error(
                    "infrastructureFails", "jobs.documents has fails and infrastructureFails", "write one of them")
            }
            document.outcome = .infrastructureFailed(infrastructure)
        }
        script.jobs.documents[id] = document
    }

    private static func wipe(_ node: Node) throws(ScenarioError) -> LifeScript.Wipe {
        let fields = try Fields(node, path: "jobs.wipe", keys: ["after", "fails", "times", "retry"])
        var wipe = LifeScript.Wipe()
        wipe.seconds = try fields.seconds("after") ?? 0
        wipe.error = try failure(fields)
        wipe.failures = try fields.int("times", in: 1...1000)
        if let seconds = try fields.seconds("retry") { wipe.retrySeconds = max(1, seconds) }
        for key in ["times", "retry"] where fields[key] != nil && wipe.error == nil {
            throw fields.error(
                key, "jobs.wipe.\(key) stands without fails", "say why the wipe fails: fails: 0x80070005")
        }
        return wipe
    }

    private static func autopilotReset(_ node: Node) throws(ScenarioError) -> LifeScript.AutopilotReset {
        let fields = try Fields(
            node, path: "jobs.autopilotReset", keys: ["restart", "duration", "fails", "failsAtExec", "needsPower"])
        var reset = LifeScript.AutopilotReset()
        if let seconds = try fields.seconds("restart") { reset.restartsAfterSeconds = seconds }
        if let seconds = try fields.seconds("duration") { reset.seconds = seconds }
        let reasons = ["fails", "failsAtExec", "needsPower"].filter { fields[$0] != nil }
        guard reasons.count < 2 else {
            throw fields.error(
                reasons[1], "jobs.autopilotReset has \(reasons.joined(separator: " and "))", "write one of them")
        }
        if let error = try failure(fields) {
            reset.outcome = .fails(error)
        } else if let error = try failure(fields, "failsAtExec") {
            reset.outcome = .failsAtExec(error)
        } else if try fields.bool("needsPower") == true {
            reset.outcome = .needsPower
        }
        return reset
    }

    private static func attestation(
        _ node: Node, _ path: String, _ report: String
    ) throws(ScenarioError) -> LifeScript.Attestation {
        let fields = try Fields(node, path: path, keys: ["duration", "fails", "message", report])
        var outcome = LifeScript.Attestation()
        if let seconds = try fields.seconds("duration") { outcome.seconds = seconds }
        outcome.error = try failure(fields)
        outcome.errorMessage = try fields.text("message")
        outcome.report = try fields.text(report)
        if outcome.error == nil, fields["message"] != nil {
            throw fields.error("message", "\(path).message stands without fails", "add fails: 0x80070005")
        }
        if outcome.error != nil, fields[report] != nil {
            throw fields.error(report, "\(path) fails and has a \(report), too", "take one of them out")
        }
        return outcome
    }

    /// An HRESULT that is no success.
    static func failure(_ fields: Fields, _ key: String = "fails") throws(ScenarioError) -> HRESULT? {
        let code = try fields.hresult(key)
        guard code?.rawValue != 0 else { throw fields.error(key, "\(fields.path).\(key) is 0, which is success") }
        return code
    }
}
