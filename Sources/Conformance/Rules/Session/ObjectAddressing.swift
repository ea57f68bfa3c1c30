extension Rule {
    static let objectAddressing = Rule(
        "object.addressing", .warning, "A later chunk does not repeat the address and the Meta of the first.",
        requirements: ["DM-LOB-14"], reference: "oma-dm.md 2.9 rule 5",
        check: .session { session in
            session.objectBreaches { finding in
                guard finding.fault == .addressing else { return nil }
                return Breach(
                    finding, "a later chunk does not repeat the address and the Meta of the first",
                    hint: "repeat Target, Format and Type in each chunk, without Size")
            }
        })
}
