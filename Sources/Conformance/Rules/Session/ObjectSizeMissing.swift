extension Rule {
    static let objectSizeMissing = Rule(
        "object.size-missing", .warning, "The first chunk of a large object has no Size.",
        requirements: ["DM-LOB-10"], reference: "oma-dm.md 2.9 rule 3",
        check: .session { session in
            session.objectBreaches { finding in
                guard finding.fault == .sizeMissing else { return nil }
                return Breach(
                    finding,
                    "the first chunk has no Size, so the client cannot tell whether the object arrives whole",
                    hint: "put the size of the whole object into the Meta of the first chunk")
            }
        })
}
