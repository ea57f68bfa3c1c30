import Enrollment

extension Rule {
    static let policySchema = Rule(
        "enrollment.policy-schema", .error, "A policy of certificates has another policySchema than 3, or none.",
        requirements: ["ENR-12"], reference: "enrollment.md 6.2",
        check: .enrollment { linted in
            guard case .getPoliciesResponse(let response) = linted.message.body else { return [] }
            return response.schemaDefects.map { Breach($0) }
        })

    static let hashReference = Rule(
        "enrollment.hash-reference", .error, "hashAlgorithmOIDReference is the number of no oID of group 1.",
        requirements: ["ENR-12"], reference: "enrollment.md 6.2",
        check: .enrollment { linted in
            guard case .getPoliciesResponse(let response) = linted.message.body else { return [] }
            return response.hashReferenceDefects.map { Breach($0) }
        })
}
