import Capture

extension Rule {
    static let requestMethod = Rule(
        "http.method", .error, "A message of device management in a request that is no POST.",
        requirements: ["DM-HTTP-01"], reference: "oma-dm.md 2.14",
        check: .record { record in
            guard record.direction == .toServer, let method = record.method, method.uppercased() != "POST" else {
                return []
            }
            return [
                Breach(
                    "the message came with \(method), and HTTP carries SyncML with POST only",
                    hint: "send the message as the body of a POST")
            ]
        })
}
