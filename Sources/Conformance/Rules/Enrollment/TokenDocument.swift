import Enrollment

extension Rule {
    static let tokenDocument = Rule(
        "enrollment.token", .error,
        "The BinarySecurityToken of a response is missing, or does not decode to a provisioning document.",
        requirements: ["ENR-16"], reference: "enrollment.md 7.2",
        check: .enrollment { linted in
            guard case .requestSecurityTokenResponse(let collection) = linted.message.body else { return [] }
            do throws(EnrollmentFault) {
                _ = try collection.provisioningDocument()
            } catch {
                let token = collection.responses.first?.requestedSecurityToken
                if let token, token.octets == nil, Placeholder.isPlaceholder(token.text) {
                    return [
                        Breach(
                            token.place, "the token is a placeholder; what it stands for is not checked",
                            severity: .note)
                    ]
                }
                switch error.code {
                case .tokenMissing, .tokenNotBase64:
                    return [Breach(Place(error.position), error.message, hint: error.hint)]
                case .empty, .limit, .entity, .malformed, .wrongRoot, .bodyMissing, .attributeMissing, .outOfMemory:
                    return [
                        Breach(
                            token?.place,
                            "the token is no provisioning document: line \(error.position.line): \(error.message)",
                            hint: error.hint)
                    ]
                }
            }
            guard let token = collection.responses.first?.requestedSecurityToken,
                token.type != .provisioningDocument
            else { return [] }
            return [
                Breach(
                    token.place, "the ValueType of the token is \(token.valueType ?? "missing")",
                    hint: "write \(BinarySecurityToken.ValueType.provisioningDocument.rawValue)")
            ]
        })
}
