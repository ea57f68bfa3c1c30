extension Rule {
    static let objectSizeRepeated = Rule(
        "object.size-repeated", .warning, "A later chunk states Size again.", requirements: ["DM-LOB-10"],
        reference: "oma-dm.md 2.9 rule 3",
        check: .session { session in
            session.objectBreaches { finding in
                guard finding.fault == .sizeRepeated else { return nil }
                return Breach(
                    finding, "a later chunk states Size again", hint: "state Size in the first chunk only")
            }
        })
}
