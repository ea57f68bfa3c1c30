import CSP
import DMSession
import DMTree
import ESP
import Notation

/// Renewals of the enrolment's certificate: those that the server starts with RenewNow, and those that the device starts by
/// itself, without a session (windows-csp.md 3.9; enrollment.md 10.1, 10.2).
///
/// What a server does with a client whose certificate has ended is the server's, and sessions go on from the device's
/// side (our choice; the references say only that nothing renews it automatically any more).
extension DeviceLife {
    /// A session may have moved the window. The first one plans the first attempt: before it there is no certificate.
    mutating func followRenewalWindow() {
        guard enrolment == .active else { return }
        let window = RenewalWindow(in: tree)
        guard window != certificate.window else { return }
        certificate.window = window
        planRenewal()
    }

    private mutating func planRenewal() {
        guard certificate.window != nil, !certificate.hasEnded else { return }
        agenda.cancel(.renewalIsDue)
        agenda.cancel(.certificateEnds)
        agenda.add(.certificateEnds, at: max(now, certificate.ends))
        if let due = certificate.nextAttempt(now: now) { agenda.add(.renewalIsDue, at: due) }
    }

    /// The device tries by itself. One that the server started is not disturbed; the device looks again after the
    /// interval.
    mutating func renewalIsDue() {
        guard enrolment == .active, !certificate.hasEnded, now < certificate.ends else { return }
        let renewal = CertificateRenewal.ofEnrolment
        let isFirst = certificate.lastAttempt == nil
        certificate.lastAttempt = now
        planRenewal()
        guard let renewal, renewal.status(in: tree) != .inProgress else { return }
        if isFirst, !CertificateRenewal.hasDeviceID(in: tree) { diagnostics.append(Self.noDeviceID(renewal)) }
        renewal.start(in: &tree)
        startRenewal(renewal.renew)
    }

    mutating func startRenewal(_ renew: TreeURI) {
        noteRenewal(renew)
        schedule(.renewalEnds, of: renew, afterSeconds: script.renewal.seconds)
    }

    mutating func renewalEnded(_ renew: TreeURI) {
        let renewal = CertificateRenewal(renew: renew)
        switch server.renewCertificate(tree: tree, now: now) {
        case .succeeded(let thumbprint, let ends, let changed)?:
            if let changed { tree = changed }
            renewal.succeed(thumbprint: thumbprint, in: &tree)
            certificate.renew(until: ends)
            planRenewal()
        case .failed(let error)?:
            certificate.failures += 1
            renewal.fail(error: error, in: &tree)
        case nil: renewAsScripted(renewal, renew)
        }
        noteRenewal(renew)
        trackedNodeChanged()
    }

    private mutating func renewAsScripted(_ renewal: CertificateRenewal, _ renew: TreeURI) {
        if let error = script.renewal.error(afterFailures: certificate.failures) {
            certificate.failures += 1
            renewal.fail(error: error, in: &tree)
        } else {
            // A renewed certificate has another thumbprint than the one before, so the instant is part of it.
            renewal.succeed(
                thumbprint: script.renewal.thumbprint
                    ?? Self.thumbprint("\(renew.canonical) \(script.localTime.text(now))"), in: &tree)
            certificate.renew(until: now.adding(seconds: script.renewal.validitySeconds))
            planRenewal()
        }
    }

    /// The certificate ends and was not renewed.
    mutating func certificateEnds() {
        guard enrolment == .active, !certificate.hasEnded, now >= certificate.ends else { return }
        certificate.hasEnded = true
        agenda.cancel(.renewalIsDue)
        note(.certificateExpired)
    }

    /// True for what lies a year ahead of every life. A script that says when the certificate ends wants to see what
    /// becomes of it, once.
    func isIdleRenewal(_ item: Agenda.Item) -> Bool {
        guard item == .renewalIsDue || item == .certificateEnds else { return false }
        return script.renewal.expiresAfterSeconds == nil || certificate.wasRenewed || certificate.hasEnded
    }

    private mutating func noteRenewal(_ renew: TreeURI) {
        note(
            .certificate(
                uri: renew.canonical, status: CertificateRenewal(renew: renew).status(in: tree).rawValue))
    }

    private static func noDeviceID(_ renewal: CertificateRenewal) -> Diagnostic {
        Diagnostic(
            rule: "renew.no-device-id", severity: .warning, target: renewal.renew.canonical,
            message:
                "the device renews its certificate, and EntDMID was never set, so the server cannot know it afterwards",
            hint: "set DMClient/Provider/{ProviderID}/EntDMID at enrolment", reference: "windows-csp.md 3.9")
    }
}
