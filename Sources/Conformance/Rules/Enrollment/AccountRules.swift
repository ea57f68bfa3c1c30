import CSP
import Enrollment
import Notation

extension Rule {
    static let providerMismatch = Rule(
        "provisioning.provider", .error, "PROVIDER-ID of the account is not the provider below DMClient.",
        requirements: ["ENR-21"], reference: "enrollment.md 8.2, 8.3",
        check: .provisioning { linted in
            guard
                let application = linted.document.characteristics("APPLICATION").first(where: {
                    $0.parm("APPID")?.value == "w7"
                }), let id = application.parm("PROVIDER-ID"), let value = id.value
            else { return [] }
            return linted.document.providers.compactMap { $0.providerDefect(account: value) }.map { Breach($0) }
        })

    static let digestNonce = Rule(
        "provisioning.digest-nonce", .warning, "An APPAUTH of type DIGEST has no AAUTHDATA.",
        requirements: ["ENR-23"], reference: "enrollment.md 8.2",
        check: .provisioning { linted in
            let entries = linted.document.characteristics("APPLICATION").flatMap { $0.characteristics("APPAUTH") }
            // None at all is told by w7.nonce-missing.
            guard entries.contains(where: { !($0.parm("AAUTHDATA")?.value ?? "").isEmpty }) else { return [] }
            return entries.filter {
                $0.parm("AAUTHTYPE")?.value == "DIGEST" && ($0.parm("AAUTHDATA")?.value ?? "").isEmpty
            }.map { entry in
                Breach(
                    entry.place, "the APPAUTH of level \(entry.parm("AAUTHLEVEL")?.value ?? "?") has no nonce",
                    hint: "add AAUTHDATA with 16 octets or more in Base64")
            }
        })

    static let parmDatatype = Rule(
        "provisioning.datatype", .warning,
        "The datatype of a parm is none of string, integer and boolean, or its value is not of it. An error for the parms of renewal.",
        reference: "enrollment.md 8",
        check: .provisioning { linted in
            var breaches = (linted.document.renewal?.renewalDatatypeDefects ?? []).map { defect in
                Breach(defect.place, defect.message, hint: defect.hint, severity: .error)
            }
            for parm in linted.document.characteristics.flatMap(\.allParms) {
                guard let datatype = parm.datatype else { continue }
                let value = parm.value ?? ""
                let fits =
                    switch datatype {
                    case "string": true
                    case "integer": Int(value) != nil
                    case "boolean": ["true", "false", "1", "0"].contains(value.lowercased())
                    default: false
                    }
                if !fits {
                    breaches.append(
                        Breach(
                            parm.place, "\(parm.name) has the datatype \(datatype), and its value is none",
                            hint: "write string, integer or boolean, and a value of it"))
                }
            }
            return breaches
        })

    static let provisioningPlaceholder = Rule(
        "provisioning.placeholder", .note,
        "A certificate or its node's name is a placeholder; what it stands for is not checked.",
        reference: "enrollment.md 8.1",
        check: .provisioning { linted in
            linted.document.certificates.compactMap { entry in
                guard let parm = entry.encodedCertificate, let value = parm.value, entry.facts == nil,
                    Placeholder.isPlaceholder(value)
                else { return nil }
                return Breach(parm.place, "the certificate is a placeholder")
            }
        })
}

extension ProvisioningDocument.Characteristic {
    /// Those of all characteristics below, too.
    var allParms: [ProvisioningDocument.Parm] { parms + characteristics.flatMap(\.allParms) }
}
