/// What a client looks at in a GetPoliciesResponse (enrollment.md 6.2).
extension GetPoliciesResponse {
    /// ENR-12: a policy of certificates has another policySchema than 3, or none; or there is no policy.
    public var schemaDefects: [AnswerDefect] {
        guard !policies.isEmpty else {
            return [
                AnswerDefect(place, "the response has no policy", hint: "send one policy with policySchema 3")
            ]
        }
        return policies.compactMap { policy in
            guard let schema = policy.policySchema, !schema.value.isEmpty else {
                return AnswerDefect(policy.place, "the policy has no policySchema", hint: "write 3")
            }
            return schema.value == "3"
                ? nil : AnswerDefect(schema.place, "policySchema is \(schema.value)", hint: "write 3")
        }
    }

    /// ENR-12: hashAlgorithmOIDReference is the number of no oID of group 1.
    public var hashReferenceDefects: [AnswerDefect] {
        policies.compactMap { policy in
            guard let reference = policy.hashAlgorithmOIDReference, reference.hasText else { return nil }
            guard let found = objectIdentifier(reference) else {
                return AnswerDefect(
                    reference.place, "no oID has the oIDReferenceID \(reference.value)",
                    hint: "add the oID of the hash algorithm, or write xsi:nil")
            }
            guard let group = found.group, group.value != "1" else { return nil }
            return AnswerDefect(
                reference.place, "the oID \(reference.value) is of group \(group.value), not of group 1",
                hint: "refer to a hash algorithm")
        }
    }
}
