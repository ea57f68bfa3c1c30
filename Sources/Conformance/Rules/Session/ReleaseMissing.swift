extension Rule {
    static let releaseMissing = Rule(
        "esp.release-missing", .warning,
        "FirstSyncStatus or EnrollmentStatusTracking was set up, and ServerHasFinishedProvisioning never sent.",
        reference: "esp-behaviour.md ESP-534, ESP-512",
        check: .device { device in
            FirstSyncRelease.Scope.allCases.compactMap { scope in
                guard let release = device.releases[scope], !release.isReleased, release.failure == nil,
                    release.isSetUp || (release.isShown && (scope == .device || release.sawUser))
                else { return nil }
                let write = release.lastSetUp
                return Breach(
                    at: write?.origin ?? .none, place: write?.place, target: write?.target,
                    "the page of the \(scope.rawValue) scope was set up, and ServerHasFinishedProvisioning was never sent: it waits until it times out",
                    hint:
                        "send ServerHasFinishedProvisioning = true in the \(scope.rawValue) scope, unless the capture ends too early"
                )
            }
        })
}
