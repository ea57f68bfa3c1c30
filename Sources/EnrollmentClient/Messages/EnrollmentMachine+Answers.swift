import Enrollment
import HTTPExchange
import XMLStream

/// Reading an answer of any of the three services (enrollment.md 4, 9.1).
extension EnrollmentMachine {
    /// The message of a response. The body is looked at before the status: a fault comes with 200 or 500.
    ///
    /// - Throws: for a fault, for another status, and for what Windows does not read.
    mutating func read(
        _ response: HTTPResponse, to request: SentRequest, at step: EnrollmentStep
    ) throws(EnrollmentFailure) -> EnrollmentMessage {
        guard !(300..<400).contains(response.status) else {
            if request.service.url.scheme == .https,
                let target = response.headers["Location"].flatMap(request.service.url.resolving),
                target.scheme == .http
            {
                throw .insecureRedirect(to: target, at: step)
            }
            throw .redirected(response.status, at: step)
        }
        switch response.framing {
        case .contentLength: break
        case .chunked, .close:
            guard configuration.toleratesChunks else { throw .notFramed(response.framing, at: step) }
            remark(
                "ENR-02", step,
                AnswerDefect(
                    nil, "the response has no Content-Length", hint: "send Content-Length, and no Transfer-Encoding"))
        }
        guard !response.body.isEmpty else {
            throw response.status == 200 ? .emptyAnswer(at: step) : .httpStatus(response.status, at: step)
        }
        let message: EnrollmentMessage
        do throws(EnrollmentFault) {
            let tolerates = step == .getPolicies && configuration.toleratesMissingBlank
            message = try EnrollmentMessage(
                parsing: response.body, tolerance: tolerates ? .missingBlank : .none)
        } catch {
            throw response.status == 200 ? .malformed(error, at: step) : .httpStatus(response.status, at: step)
        }
        if case .fault(let fault) = message.body { throw EnrollmentFailure(fault, at: step) }
        guard response.status == 200 else { throw .httpStatus(response.status, at: step) }
        look(at: message, response, messageID: request.messageID, step)
        return message
    }

    /// Deviations that nothing depends on.
    private mutating func look(
        at message: EnrollmentMessage, _ response: HTTPResponse, messageID: String, _ step: EnrollmentStep
    ) {
        if response.headers.mediaType != "application/soap+xml" {
            remark(
                "ENR-03", step,
                AnswerDefect(
                    nil, "the Content-Type is \(response.headers.mediaType ?? "missing")",
                    hint: "send Content-Type: application/soap+xml; charset=utf-8"))
        }
        if let defect = message.actionDefect { remark("ENR-04", step, defect) }
        if let defect = message.relatesToDefect(messageID: messageID) { remark("ENR-05", step, defect) }
        for deviation in message.remarks.list {
            switch deviation.code {
            case .xml: break
            case .soapNamespace(let namespace):
                remark(
                    "ENR-13", step,
                    AnswerDefect(
                        Place(deviation.position), "the Envelope is in \(namespace ?? "no namespace")",
                        hint: "use the namespace of SOAP 1.2"))
            case .nameCase(let found, let expected):
                remark(
                    "ENR-13", step,
                    AnswerDefect(
                        Place(deviation.position), "the element is called \(found)", hint: "write \(expected)"))
            case .missingBlank(let element):
                remark(
                    "ENR-13", step,
                    AnswerDefect(
                        Place(deviation.position), "\(element) runs into an attribute",
                        hint: "put a blank before xsi:nil"))
            }
        }
    }

    mutating func remark(_ requirement: String, _ step: EnrollmentStep, _ defect: AnswerDefect) {
        remarks.append(
            AnswerRemark(
                requirement, at: step, message: defect.message, hint: defect.hint, position: defect.place.position))
    }
}
