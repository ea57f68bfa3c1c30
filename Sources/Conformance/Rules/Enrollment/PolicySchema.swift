extension Rule {
    static let policySchema = Rule(
        "enrollment.policy-schema", .error, "A policy of certificates has another policySchema than 3, or none.",
        requirements: ["ENR-12"], reference: "enrollment.md 6.2",
        check: .enrollment { linted in
            guard case .getPoliciesResponse(let response) = linted.message.body else { return [] }
            guard !response.policies.isEmpty else {
                return [
                    Breach(response.place, "the response has no policy", hint: "send one policy with policySchema 3")
                ]
            }
            return response.policies.compactMap { policy in
                guard let schema = policy.policySchema, !schema.value.isEmpty else {
                    return Breach(policy.place, "the policy has no policySchema", hint: "write 3")
                }
                return schema.value == "3"
                    ? nil : Breach(schema.place, "policySchema is \(schema.value)", hint: "write 3")
            }
        })

    static let hashReference = Rule(
        "enrollment.hash-reference", .error, "hashAlgorithmOIDReference is the number of no oID of group 1.",
        requirements: ["ENR-12"], reference: "enrollment.md 6.2",
        check: .enrollment { linted in
            guard case .getPoliciesResponse(let response) = linted.message.body else { return [] }
            return response.policies.compactMap { policy in
                guard let reference = policy.hashAlgorithmOIDReference, !reference.isNil, !reference.value.isEmpty
                else { return nil }
                guard let found = response.objectIdentifier(reference) else {
                    return Breach(
                        reference.place, "no oID has the oIDReferenceID \(reference.value)",
                        hint: "add the oID of the hash algorithm, or write xsi:nil")
                }
                guard let group = found.group, group.value != "1" else { return nil }
                return Breach(
                    reference.place, "the oID \(reference.value) is of group \(group.value), not of group 1",
                    hint: "refer to a hash algorithm")
            }
        })
}
