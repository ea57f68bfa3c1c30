extension Rule {
    /// Rules on a session as a whole: what is seen only when messages of both sides stand side by side.
    static let sessions: [Rule] = [
        sessionIDConstant, msgIDOrder, msgIDRepeated, sessionAddresses, respURIFollowed, serverUnanswered,
        statusMissing, statusRepeated, statusUnexpected, statusCommand, statusOrder, statusForStatus, statusForResults,
        statusReferences, alertStatus, resultsRefused, earlyCommands, nextMessage, afterAbort, abortAnswer,
        messageTooLarge, neverQuiet, objectSizeMissing, objectSizeRepeated, objectSizeMismatch, objectInterrupted,
        objectComplete, objectAddressing, objectTooLarge, macMissing,
    ]

    /// Rules on all sessions of a device together.
    static let devices: [Rule] = [neverCorrected, nonceRepeated, digestReplayed, releaseUnacknowledged, releaseMissing]
}
