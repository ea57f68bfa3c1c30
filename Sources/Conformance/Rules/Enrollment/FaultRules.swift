import Enrollment

extension Rule {
    static let faultSubcode = Rule(
        "enrollment.fault-subcode", .warning,
        "A fault has no subcode of the list. Without a known ErrorType Windows shows 0x80180008.",
        requirements: ["ENR-28"], reference: "enrollment.md 9.1",
        check: .enrollment { linted in
            guard case .fault(let fault) = linted.message.body, fault.kind == nil else { return [] }
            let known = SOAPFault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            let found = fault.subcodes.first
            return [
                Breach(
                    found?.place ?? fault.place,
                    found.map { "the subcode is \"\($0.value)\"" } ?? "the fault has no subcode",
                    hint: "write one of \(known)")
            ]
        })

    static let faultErrorType = Rule(
        "enrollment.fault-error-type", .warning, "The detail of a fault has an ErrorType that is none of the list.",
        requirements: ["ENR-28"], reference: "enrollment.md 9.1",
        check: .enrollment { linted in
            guard case .fault(let fault) = linted.message.body, let detail = fault.detail, detail.error == nil
            else { return [] }
            let known = DeviceEnrollmentServiceError.ErrorType.allCases.map(\.rawValue).joined(separator: ", ")
            return [
                Breach(
                    detail.errorType?.place ?? detail.place,
                    detail.errorType.map { "the ErrorType is \"\($0.value)\"" } ?? "the detail has no ErrorType",
                    hint: "write one of \(known), or leave the detail out")
            ]
        })

    static let renewalRefusal = Rule(
        "enrollment.renewal-refusal", .warning, "A renewal is refused with another fault than NotEligibleToRenew.",
        requirements: ["REN-02"], reference: "enrollment.md 9.1, 10.1",
        check: .enrollment { linted in
            guard linted.certificateRequest?.type == .renew, case .fault(let fault) = linted.message.body else {
                return []
            }
            switch fault.detail?.error {
            case .notEligibleToRenew, .inMaintenance: return []
            case .deviceCapReached, .deviceNotSupported, .notSupported, .userLicense, .invalidEnrollmentData,
                .customServerError, nil:
                return [
                    Breach(
                        fault.detail?.errorType?.place ?? fault.place,
                        "the renewal is refused, and the detail does not say NotEligibleToRenew",
                        hint: "write the ErrorType NotEligibleToRenew, so that the client enrols again")
                ]
            }
        })
}
