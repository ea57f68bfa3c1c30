extension Rule {
    static let objectInterrupted = Rule(
        "object.interrupted", .error,
        "Something else came before the last chunk of an object, or the chunk never came.",
        requirements: ["DM-LOB-06", "DM-LOB-08", "DM-LOB-09"], reference: "oma-dm.md 2.9 rule 8",
        check: .session { session in
            session.objectBreaches { finding in
                switch finding.fault {
                case .interrupted(let by):
                    Breach(
                        finding, "\(by) came before the last chunk of \(finding.target ?? "the object")",
                        hint: "send all chunks in one message after the other, with nothing between")
                case .unfinished:
                    Breach(
                        finding, "MoreData announces a chunk of \(finding.target ?? "the object") that never came",
                        hint: "leave MoreData out of the last chunk, or give the object up with Alert 1225")
                case .sizeMissing, .sizeRepeated, .sizeMismatch, .complete, .addressing, .tooLarge: nil
                }
            }
        })
}
