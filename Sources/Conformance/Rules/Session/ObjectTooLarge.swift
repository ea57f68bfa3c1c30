extension Rule {
    static let objectTooLarge = Rule(
        "object.too-large", .error, "An object beyond the MaxObjSize of the other side (413).",
        requirements: ["DM-LOB-11"], reference: "oma-dm.md 2.9 rule 9",
        check: .session { session in
            session.objectBreaches { finding in
                guard case .tooLarge(let bytes, let limit) = finding.fault else { return nil }
                return Breach(
                    finding, "the object has \(bytes) bytes and the other side takes \(limit); it is answered 413",
                    hint: "keep to the MaxObjSize of the header")
            }
        })
}
