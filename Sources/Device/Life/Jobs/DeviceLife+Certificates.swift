import CSP
import DMTree
import ESP

/// SCEP enrolments and PFX imports (windows-csp.md 4.3). None of them sends an alert: the server reads Status.
extension DeviceLife {
    mutating func startEnrolment(_ certificate: TreeURI) {
        jobs.enrolments.removeAll { $0.certificate == certificate }
        jobs.enrolments.append(
            JobState.Enrolment(certificate: certificate, course: SCEPCourse(certificate: certificate, in: tree)))
        noteCertificate(certificate, SCEPEnrollment.Status.pending.rawValue)
        schedule(.scepAnswered, of: certificate, afterSeconds: enrolment(certificate).seconds)
    }

    mutating func enrolmentAnswered(_ certificate: TreeURI) {
        guard let index = jobs.enrolments.firstIndex(where: { $0.certificate == certificate }) else { return }
        guard tree.isStored(certificate) else {
            jobs.enrolments.remove(at: index)
            return
        }
        let behaviour = enrolment(certificate)
        let answer: SCEPCourse.Answer =
            jobs.enrolments[index].answers < behaviour.pendingAnswers
            ? .pending : behaviour.error.map { .refused($0) } ?? .issued
        jobs.enrolments[index].answers += 1
        let enrollment = SCEPEnrollment(certificate: certificate)
        switch jobs.enrolments[index].course.handle(answer) {
        case .wait(let minutes):
            schedule(.scepAnswered, of: certificate, afterSeconds: Int64(minutes) * 60)
            return
        case .fail(let error):
            enrollment.fail(error: error, in: &tree)
            noteCertificate(certificate, SCEPEnrollment.Status.failed.rawValue)
        case .succeed:
            let servers = tree.storedValue(certificate.child("Install").child("ServerURL")) ?? ""
            enrollment.succeed(
                thumbprint: behaviour.thumbprint ?? Self.thumbprint(certificate.canonical),
                server: servers.split(separator: ";").first.map(String.init) ?? "", in: &tree)
            noteCertificate(certificate, SCEPEnrollment.Status.success.rawValue)
        }
        jobs.enrolments.remove(at: index)
        trackedNodeChanged()
    }

    mutating func startImport(_ certificate: TreeURI) {
        schedule(.pfxImported, of: certificate, afterSeconds: pfx(certificate).seconds)
    }

    mutating func importEnded(_ certificate: TreeURI) {
        guard tree.isStored(certificate) else { return }
        let pfx = PFXImport(certificate: certificate)
        if let error = pfx.verdict(in: tree).error ?? self.pfx(certificate).error {
            pfx.fail(error, in: &tree)
            noteCertificate(certificate, Int(error))
        } else {
            pfx.succeed(
                thumbprint: self.pfx(certificate).thumbprint ?? Self.thumbprint(certificate.canonical), in: &tree)
            noteCertificate(certificate, 0)
        }
        trackedNodeChanged()
    }

    private func enrolment(_ certificate: TreeURI) -> LifeScript.Certificate {
        script.certificates[certificate.segments.last ?? ""] ?? LifeScript.Certificate()
    }

    private func pfx(_ certificate: TreeURI) -> LifeScript.PFX {
        script.pfxCertificates[certificate.segments.last ?? ""] ?? LifeScript.PFX()
    }

    private mutating func noteCertificate(_ certificate: TreeURI, _ status: Int) {
        note(.certificate(uri: certificate.canonical, status: status))
    }

    /// Forty hexadecimal digits that depend on the node only: no certificate exists, and a life has no randomness.
    static func thumbprint(_ text: String) -> String {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        var digits = ""
        for round in 0..<3 {
            for byte in text.utf8 { state = (state ^ UInt64(byte) ^ UInt64(round)) &* 0x0000_0100_0000_01B3 }
            let part = String(state, radix: 16, uppercase: true)
            digits += String(repeating: "0", count: 16 - part.count) + part
        }
        return String(digits.prefix(40))
    }
}
