import Capture
import Enrollment
import SyncML
import XMLStream

extension Linter {
    /// What is wrong with a document of the enrolment, in document order.
    ///
    /// - Parameters:
    ///   - request: what it answers, when that was recorded.
    ///   - time: when it was sent, in seconds since 1970.
    public func findings(
        in document: EnrollmentDocument, request: EnrollmentMessage? = nil, time: Int? = nil, file: String
    ) -> [LintFinding] {
        switch document {
        case .refused(let fault, let form):
            let rule = form == .message ? Rule.envelopeMalformed : .provisioningMalformed
            let breach = Breach(Place(fault.position), fault.message, hint: fault.hint)
            return finding(rule, breach, file: file).map { [$0] } ?? []
        case .message(let message):
            return findings(in: LintedEnrollment(message, request: request), time: time, file)
        case .provisioning(let document):
            let linted = LintedProvisioning(
                document, request: request?.certificateRequest, time: time, context: context)
            return findings(in: linted, file)
        }
    }

    /// What is wrong with the HTTP round the answer to a request of the enrolment.
    public func findings(in linted: LintedEnrollmentRecord, file: String) -> [LintFinding] {
        rules.flatMap { rule -> [LintFinding] in
            guard case .enrollmentRecord(let check) = rule.check else { return [] }
            return check(linted).map { LintFinding($0, of: rule, file: file) }
        }
    }

    private func findings(in linted: LintedEnrollment, time: Int?, _ file: String) -> [LintFinding] {
        switch linted.message.body {
        case .unknown, .empty:
            return notChecked(.enrolmentEnvelope, "this is a SOAP envelope, and none of the enrolment", file)
        case .discover, .discoverResponse, .getPolicies, .getPoliciesResponse, .requestSecurityToken,
            .requestSecurityTokenResponse, .fault:
            break
        }
        var findings = remarks(linted.message.remarks.list, file)
        for rule in rules {
            guard case .enrollment(let check) = rule.check else { continue }
            findings += check(linted).map { LintFinding($0, of: rule, file: file) }
        }
        if case .requestSecurityTokenResponse(let collection) = linted.message.body,
            let token = collection.responses.first?.requestedSecurityToken,
            let bytes = token.octets, let document = try? ProvisioningDocument(parsing: bytes)
        {
            let inner = LintedProvisioning(
                document, request: linted.certificateRequest, time: time, context: context)
            findings += self.findings(in: inner, file).map { $0.moved(to: token.place) }
        }
        return findings.inDocumentOrder()
    }

    private func findings(in linted: LintedProvisioning, _ file: String) -> [LintFinding] {
        guard linted.document.isEnrollment else {
            return notChecked(
                .provisioningDocument,
                "this provisioning document brings no account and no certificates: it is not of the enrolment", file)
        }
        var findings = remarks(linted.document.remarks.list, file)
        for rule in rules {
            guard case .provisioning(let check) = rule.check else { continue }
            findings += check(linted).map { LintFinding($0, of: rule, file: file) }
        }
        return findings.inDocumentOrder()
    }

    private func notChecked(_ rule: Rule, _ message: String, _ file: String) -> [LintFinding] {
        finding(rule, Breach(message), file: file).map { [$0] } ?? []
    }

    /// What reading told. Rules of the XML parser are those of messages.
    private func remarks(_ remarks: [EnrollmentRemark], _ file: String) -> [LintFinding] {
        remarks.compactMap { remark in
            let (rule, message, hint) = remark.told
            guard let rule else { return nil }
            return finding(rule, Breach(Place(remark.position), message, hint: hint), file: file)
        }
    }
}

extension EnrollmentRemark {
    fileprivate var told: (rule: Rule?, message: String, hint: String) {
        switch code {
        case .xml(.byteOrderMark):
            (Rule.parsing("xml.byte-order-mark"), "the document begins with a byte order mark", "")
        case .xml(.transcoded(let encoding)):
            (Rule.parsing("xml.transcoded"), "the document is in \(encoding)", "send UTF-8")
        case .xml(.encodingLabel(let declared, let actual)):
            (
                Rule.parsing("xml.encoding-label"), "the declaration says \(declared), and the bytes are \(actual)",
                "declare \(actual)"
            )
        case .xml(.documentType):
            (Rule.parsing("xml.document-type"), "a DOCTYPE stands before the root", "leave it out")
        case .xml(.unboundPrefix(let prefix)):
            (Rule.parsing("xml.unbound-prefix"), "no xmlns declaration binds the prefix \(prefix)", "declare it")
        case .xml(.leadingWhitespace):
            (Rule.parsing("xml.leading-white-space"), "white space stands before the XML declaration", "remove it")
        case .soapNamespace(let namespace):
            (
                Rule.soapNamespace, "the Envelope is in \(namespace.map { "the namespace \($0)" } ?? "no namespace")",
                "write \(Namespace.soap)"
            )
        case .nameCase(let found, let expected):
            (Rule.soapNameCase, "\(found) is written \(expected)", "names of XML are compared with case")
        case .missingBlank(let element):
            (
                Rule.missingBlank,
                "the blank between \(element) and xsi:nil is missing, so the document is not well-formed",
                "write <\(element) xsi:nil=\"true\"/>"
            )
        }
    }
}

extension Rule {
    /// A rule of the parser, by its id.
    fileprivate static func parsing(_ id: String) -> Rule? { reading.first { $0.id == id } }
}

extension LintFinding {
    /// The same for a document inside a token: the place in the file is the token's.
    fileprivate func moved(to place: Place) -> LintFinding {
        var copy = self
        if let position { copy.message += " (line \(position.line) of the provisioning document in the token)" }
        copy.position = place.position
        return copy
    }
}
