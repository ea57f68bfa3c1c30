extension Rule {
    static let objectSizeMismatch = Rule(
        "object.size-mismatch", .error, "The chunks do not add up to Size (424).", requirements: ["DM-LOB-05"],
        reference: "oma-dm.md 2.9 rule 7",
        check: .session { session in
            session.objectBreaches { finding in
                guard case .sizeMismatch(let bytes, let size) = finding.fault else { return nil }
                return Breach(
                    finding,
                    "the chunks have \(bytes) bytes together and Size says \(size); the object is answered 424",
                    hint: "send every chunk, and the size of the data as it travels")
            }
        })
}
