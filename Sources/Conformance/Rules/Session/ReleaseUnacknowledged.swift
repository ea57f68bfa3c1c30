extension Rule {
    static let releaseUnacknowledged = Rule(
        "esp.release-unacknowledged", .error,
        "ServerHasFinishedProvisioning was refused, or never answered, and not sent again with success.",
        reference: "esp-behaviour.md ESP-404, ESP-401b; ESP-534",
        check: .device { device in
            FirstSyncRelease.Scope.allCases.compactMap { scope in
                guard let release = device.releases[scope], !release.isReleased, let (code, write) = release.failure
                else { return nil }
                return Breach(
                    at: write.origin, place: write.place, commandID: write.commandID, target: write.target,
                    code.map {
                        "the device answered \($0) to ServerHasFinishedProvisioning of the \(scope.rawValue) scope, so the page waits until it times out"
                    } ?? "no Status ever came for ServerHasFinishedProvisioning of the \(scope.rawValue) scope",
                    hint: code == nil
                        ? "the session ended before the device answered: send it again in the next one"
                        : scope == .user
                            ? "add the provider below ./User first, in a session whose LoginStatus is \"user\", and send it again"
                            : "mend the command and send it again")
            }
        })
}
