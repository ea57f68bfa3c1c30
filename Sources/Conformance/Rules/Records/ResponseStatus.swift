import Capture

extension Rule {
    static let responseStatus = Rule(
        "http.status", .error,
        "A server answers a message with another HTTP status than 200. Errors of SyncML stand in a Status; 429 and 503 ask to wait.",
        requirements: ["DM-HTTP-02", "DM-SESS-06"], reference: "oma-dm.md 2.14; windows-csp.md 5.1",
        check: .record { record in
            guard record.direction == .toClient, let status = record.status, status != 200, status != 100 else {
                return []
            }
            let asksToWait = status == 429 || status == 503
            return [
                Breach(
                    "the server answered a message with HTTP \(status)",
                    hint: asksToWait
                        ? "a client of today waits for Retry-After and sends the message again"
                        : "answer 200, and say in a Status what is wrong", severity: asksToWait ? .note : nil)
            ]
        })
}
