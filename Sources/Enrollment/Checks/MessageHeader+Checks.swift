extension EnrollmentMessage {
    /// ENR-04: the Action is missing, or not that of the body (enrollment.md 4.2, 6, 7.2).
    public var actionDefect: AnswerDefect? {
        guard let expected = body.action else { return nil }
        guard let action = header.action else {
            return AnswerDefect(nil, "the header has no Action", hint: "write \(expected)")
        }
        guard action.value != expected else { return nil }
        return AnswerDefect(action.place, "the Action is \(action.value)", hint: "write \(expected)")
    }

    /// ENR-05: RelatesTo is not the MessageID of the request (enrollment.md 4.2).
    public func relatesToDefect(messageID expected: String) -> AnswerDefect? {
        let hint = "write the MessageID of the request, \(expected)"
        guard let relatesTo = header.relatesTo else {
            return AnswerDefect(nil, "the header has no RelatesTo", hint: hint)
        }
        guard relatesTo.value != expected else { return nil }
        return AnswerDefect(relatesTo.place, "RelatesTo is \(relatesTo.value)", hint: hint)
    }
}
