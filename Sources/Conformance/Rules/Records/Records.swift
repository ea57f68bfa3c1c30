extension Rule {
    /// Rules on HTTP round the messages of a capture.
    static let records: [Rule] = [requestMethod, contentType, responseStatus]
}
