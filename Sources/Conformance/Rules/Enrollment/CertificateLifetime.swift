import CSP
import Enrollment

extension Rule {
    static let certificateLifetime = Rule(
        "provisioning.lifetime", .warning,
        "The certificate lives no longer than RenewPeriod, is not valid when it comes, or is due for renewal at once.",
        requirements: ["ENR-20"], reference: "enrollment.md 10.2",
        check: .provisioning { linted in
            let parm = linted.document.renewal?.renewPeriod
            // 42 days when nothing is said.
            let days = parm?.value.flatMap { Int($0) } ?? 42
            return linted.certificates.filter { $0.entry.store == "My" }.compactMap { entry, facts in
                let lifetime = (facts.notAfter - facts.notBefore) / 86_400
                guard lifetime > days else {
                    return Breach(
                        parm?.place ?? entry.place,
                        "the certificate lives \(lifetime) days, and renewal begins \(days) days before its end",
                        hint: "issue it for longer, or lower RenewPeriod")
                }
                guard let time = linted.time else { return nil }
                if time >= facts.notAfter {
                    return Breach(entry.place, "the certificate had expired when it came", severity: .error)
                }
                if time < facts.notBefore {
                    return Breach(entry.place, "the certificate was not valid yet when it came", severity: .error)
                }
                guard facts.notAfter - time <= days * 86_400 else { return nil }
                return Breach(
                    entry.place, "renewal is due at once: the certificate ends within \(days) days",
                    hint: "begin its validity at the enrolment")
            }
        })

    static let renewalParms = Rule(
        "provisioning.renewal", .warning,
        "A value of My/WSTEP/Renew is outside its range: RenewPeriod 1 to 1000 days, RetryInterval at most that, an https address.",
        reference: "enrollment.md 8.1, 10.1",
        check: .provisioning { linted in
            guard let renewal = linted.document.renewal else { return [] }
            var breaches: [Breach] = []
            let period = renewal.renewPeriod
            let days = period?.value.flatMap { Int($0) }
            if let period, days.map({ !(1...1000).contains($0) }) ?? true {
                breaches.append(
                    Breach(
                        period.place, "\(period.name) is \"\(period.value ?? "")\"",
                        hint: "write days from 1 to 1000"))
            }
            if let retry = renewal.parm("RetryInterval") {
                let interval = retry.value.flatMap { Int($0) }
                if interval.map({ !(1...max(1, days ?? 42)).contains($0) }) ?? true {
                    breaches.append(
                        Breach(
                            retry.place, "RetryInterval is \"\(retry.value ?? "")\"",
                            hint: "write days from 1 to the renewal period"))
                }
            }
            if let address = renewal.parm("ServerURL"), !ServiceURLCheck.isSecure(address.value ?? "") {
                breaches.append(
                    Breach(address.place, "ServerURL is no https address", hint: "write an absolute https address"))
            }
            if let support = renewal.parm("ROBOSupport"), support.value?.lowercased() == "false" {
                breaches.append(
                    Breach(
                        support.place, "ROBOSupport is false, which Windows does not look at",
                        hint: "renewal happens all the same", severity: .note))
            }
            return breaches
        })
}
