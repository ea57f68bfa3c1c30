import CSP
import DMTree
import Enrollment
import SyncML
import XMLStream

extension Rule {
    /// What making the account would tell (`W7Application`), under the same ids.
    static let w7: [Rule] = [
        account(
            "w7.missing", .error,
            "The account has no PROVIDER-ID, no ADDR, or another parm that has to be there is missing."),
        account("w7.app-id", .error, "APPID of no APPLICATION is w7.", ["ENR-21"]),
        account("w7.number", .error, "A parm of the account is no whole number, or a port is none."),
        account(
            "w7.value", .error,
            "A parm of the account has a value that it does not know, such as a CLIENT level that is not DIGEST.",
            ["ENR-22"]),
        account("w7.auth-repeated", .error, "Two APPAUTH of one level.", ["ENR-22"]),
        Rule(
            "w7.auth-missing", .error, "The account has no APPAUTH of one of the two levels.",
            requirements: ["ENR-22"], reference: w7Reference,
            check: .provisioning { linted in
                // Without certificates it is no enrolment of a device: MAM makes such accounts.
                let isDevice = !linted.document.characteristics("CertificateStore").isEmpty
                return linted.w7Breaches("w7.auth-missing").map { $0.weighed(isDevice ? .error : .note) }
            }),
        account("w7.nonce-missing", .error, "No APPAUTH has a nonce; a warning before Windows 11 25H2.", ["ENR-23"]),
        account("w7.nonce", .warning, "AAUTHDATA is not Base64.", ["ENR-23"]),
        Rule(
            "w7.init", .warning, "INIT stands in the account; an error in that of an enterprise.",
            requirements: ["ENR-24"], reference: w7Reference,
            check: .provisioning { linted in
                let refused = linted.w7Breaches("w7.init")
                guard refused.isEmpty else { return refused }
                return linted.document.characteristics("APPLICATION").compactMap { $0.parm("INIT") }.map { parm in
                    Breach(parm.place, "INIT is for operators", hint: "leave it out")
                }
            }),
        account("w7.role", .warning, "ROLE is neither 8 nor 32.", ["ENR-24"]),
        account("w7.case", .warning, "A name that is known in another case; it is ignored.", ["ENR-24"]),
        account("w7.scheme", .warning, "The address of the account is not https."),
        account("w7.certificate-search", .warning, "SSLCLIENTCERTSEARCHCRITERIA has no Subject or no Stores."),
        account("w7.auth-name", .warning, "The APPAUTH of level APPSRV has no AAUTHNAME."),
        account("w7.flag", .warning, "A flag has a value; it counts by being there."),
        account("w7.repeated", .warning, "A parm of the account stands twice; the first one counts."),
        account("w7.unknown", .note, "A parm of the account is not known; it is ignored."),
    ]

    private static let w7Reference = "enrollment.md 8.2; windows-csp.md 4.10"

    private static func account(
        _ id: String, _ severity: Severity, _ summary: String, _ requirements: [String] = []
    ) -> Rule {
        Rule(
            id, severity, summary, requirements: requirements, reference: w7Reference,
            check: .provisioning { $0.w7Breaches(id) })
    }
}

extension LintedProvisioning {
    /// What making the account tells under one id. The answer to a renewal names the account and makes none.
    fileprivate func w7Breaches(_ rule: String) -> [Breach] {
        let applications = document.characteristics("APPLICATION")
        guard !applications.isEmpty, !isRenewal else { return [] }
        var faults: [ProvisioningFault] = []
        do throws(ProvisioningFault) {
            faults = try W7Application.read(document, release: context.schema.release).findings
        } catch { faults = [error] }
        return faults.filter { $0.rule == rule }.map { fault in
            let position = XMLPosition(line: fault.line, column: fault.column, offset: fault.offset)
            return Breach(Place(position), fault.message, hint: fault.hint, severity: Rule.Severity(fault.severity))
        }
    }

    /// Asked for as such, or told by its form: certificates, and an APPLICATION with PROVIDER-ID alone (enrollment.md 10.1).
    private var isRenewal: Bool {
        if request?.type == .renew { return true }
        let applications = document.characteristics("APPLICATION")
        return !document.certificates.isEmpty
            && applications.allSatisfy { $0.parms.map(\.name) == ["PROVIDER-ID"] && $0.characteristics.isEmpty }
    }
}

extension Rule.Severity {
    fileprivate init(_ severity: Advice.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .note
        }
    }
}

extension Breach {
    fileprivate func weighed(_ severity: Rule.Severity) -> Breach {
        var copy = self
        copy.severity = severity
        return copy
    }
}
