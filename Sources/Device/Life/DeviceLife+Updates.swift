import DMTree
import ESP

/// Quality updates at the last page of OOBE (ESP-011, 7.6).
extension DeviceLife {
    /// Windows 11 22H2, the first release that installs them there.
    private static var firstBuild: Int { 22621 }

    /// Whether the updates are installed and only the restart is missing.
    var isUpdating: Bool { updateStage == .installing && !agenda.holds(.qualityUpdate(.installEnds)) }

    mutating func startUpdating() {
        guard script.device.release.build >= Self.firstBuild else {
            note(.qualityUpdates(.nothingToInstall))
            finishUpdates(isRestarted: false)
            return
        }
        guard !updatesAreDeferred else {
            note(.qualityUpdates(.deferred))
            finishUpdates(isRestarted: false)
            return
        }
        updateStage = .scanning
        note(.qualityUpdates(.scanning))
        agenda.add(.qualityUpdate(.scanEnds), at: now.adding(seconds: script.qualityUpdates.scanSeconds))
    }

    /// Deferral and pause policies that were delivered earlier are honoured (7.6).
    private var updatesAreDeferred: Bool {
        let area = "./Device/Vendor/MSFT/Policy/Config/Update"
        let days = tree.value("\(area)/DeferQualityUpdatesPeriodInDays").flatMap { Int($0) } ?? 0
        return days > 0 || tree.value("\(area)/PauseQualityUpdates") == "1"
    }

    mutating func goOnUpdating(_ step: QualityUpdateStep) {
        switch step {
        case .scanEnds:
            guard let seconds = script.qualityUpdates.installSeconds else {
                note(.qualityUpdates(.nothingToInstall))
                finishUpdates(isRestarted: false)
                return
            }
            updateStage = .installing
            note(.qualityUpdates(.installing))
            agenda.add(.qualityUpdate(.installEnds), at: now.adding(seconds: seconds))
        case .installEnds:
            guard script.qualityUpdates.restarts, script.restartSeconds != nil else {
                finishUpdates(isRestarted: false)
                return
            }
            note(.qualityUpdates(.restarting))
            requestRestart()
        }
    }

    mutating func finishUpdates(isRestarted: Bool) {
        if updateStage != nil { note(.qualityUpdates(.finished)) }
        updateStage = nil
        settle(page: page.qualityUpdatesEnded(isRestarted: isRestarted))
    }
}
