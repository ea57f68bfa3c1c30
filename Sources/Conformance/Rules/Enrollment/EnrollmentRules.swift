import Capture
import Enrollment

extension Rule {
    /// Rules on the documents of the enrolment (enrollment.md 16): what one of them, or a request with its answer, can show.
    static let enrollment: [Rule] =
        [
            envelopeMalformed, missingBlank, soapNameCase, soapNamespace, soapAction, relatesTo, authPolicy, serviceURL,
            authenticationURL, enrollmentVersion, policySchema, hashReference, tokenDocument, faultSubcode,
            faultErrorType, renewalRefusal, responseLength, responseType, renewalAnswer,
        ] + provisioning + w7

    /// Rules on provisioning documents.
    static let provisioning: [Rule] = [
        provisioningMalformed, certificateUnreadable, thumbprintMismatch, clientCertificate, certificateContext,
        certificateChain, certificateLifetime, providerMismatch, digestNonce, pollSchedule, pollLoad, renewalParms,
        parmDatatype, provisioningPlaceholder,
    ]
}

/// Texts that stand for something which was left out: published samples are full of them.
enum Placeholder {
    private static let marks = ["…", "...", "{{", "${", "<", "["]
    private static let words = ["insert", "placeholder", "sample", "encoded", "goes here"]

    static func isPlaceholder(_ text: String) -> Bool {
        if marks.contains(where: { text.contains($0) }) || Redaction.isPlaceholder(text) { return true }
        let text = text.lowercased()
        return words.contains { text.contains($0) }
    }
}
