import Capture
import Enrollment

extension Rule {
    static let responseLength = Rule(
        "enrollment.content-length", .error,
        "A response of the enrolment has no Content-Length, or comes in chunks: Windows does not read it.",
        requirements: ["ENR-02"], reference: "enrollment.md 4",
        check: .enrollmentRecord { linted in
            let record = linted.record
            guard !record.headers.isEmpty, !record.isRedirect else { return [] }
            let hint = "send Content-Length, and no Transfer-Encoding"
            if let coding = record.header("Transfer-Encoding"), coding.lowercased().contains("chunked") {
                return [Breach("the response is sent in chunks", hint: hint)]
            }
            return record.header("Content-Length") == nil
                ? [Breach("the response has no Content-Length", hint: hint)] : []
        })

    static let responseType = Rule(
        "enrollment.content-type", .error, "A response of the enrolment is not of the type application/soap+xml.",
        requirements: ["ENR-03"], reference: "enrollment.md 4",
        check: .enrollmentRecord { linted in
            let record = linted.record
            guard !record.headers.isEmpty, !record.isRedirect, record.mediaType != "application/soap+xml" else {
                return []
            }
            return [
                Breach(
                    "the Content-Type is \(record.mediaType ?? "missing")",
                    hint: "send Content-Type: application/soap+xml; charset=utf-8")
            ]
        })

    static let renewalAnswer = Rule(
        "enrollment.renewal-answer", .error,
        "A renewal is answered by a redirect, or without a new certificate.", requirements: ["REN-01"],
        reference: "enrollment.md 10.1",
        check: .enrollmentRecord { linted in
            guard linted.request.certificateRequest?.type == .renew else { return [] }
            if linted.record.isRedirect {
                return [
                    Breach(
                        "the renewal is redirected, which the client refuses",
                        hint: "answer at the address of the renewal")
                ]
            }
            switch linted.message?.body {
            case .requestSecurityTokenResponse(let collection):
                guard let document = try? collection.provisioningDocument() else { return [] }
                if document.certificates.contains(where: { $0.store == "My" }) { return [] }
                return [
                    Breach(
                        collection.place, "the answer to the renewal has no certificate for the store My",
                        hint: "send the new certificate in CertificateStore/My")
                ]
            // Said with its reason; REN-02 looks at the fault.
            case .fault: return []
            case .discover, .discoverResponse, .getPolicies, .getPoliciesResponse, .requestSecurityToken, .unknown,
                .empty, nil:
                return [Breach("the renewal is answered by something that is no response to it")]
            }
        })
}

extension CaptureRecord {
    var isRedirect: Bool { status.map { (300..<400).contains($0) } ?? false }
}
