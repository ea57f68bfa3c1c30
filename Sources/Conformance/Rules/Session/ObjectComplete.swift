extension Rule {
    static let objectComplete = Rule(
        "object.complete", .warning, "MoreData behind the last byte of an object, or in an object of one message.",
        requirements: ["DM-LOB-08"], reference: "oma-dm.md 2.9 rule 2",
        check: .session { session in
            session.objectBreaches { finding in
                guard case .complete(let bytes, let size) = finding.fault else { return nil }
                return Breach(
                    finding,
                    "MoreData stands behind byte \(bytes) of an object of \(size): the last or only chunk never has it",
                    hint: "leave MoreData out of the last chunk")
            }
        })
}
