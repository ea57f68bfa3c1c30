import CSP
import DMTree

extension DeviceLife {
    /// Package 1 tells the server of nodes that changed since it was last there (DMSessionActions, windows-csp.md 4.15).
    /// An alert that a broken session left behind is told anew.
    mutating func queueCheckinAlerts() {
        pendingAlerts.removeAll { $0.type == CheckinAlert.type }
        for alert in CheckinAlert.raise(in: &tree) {
            pendingAlerts.append(alert)
            note(.alertQueued(alert))
        }
    }

    /// A session that came to its end has told everything, and what the server wrote in it is nothing new to it.
    mutating func rememberCheckinNodes() { CheckinAlert.remember(in: &tree) }
}
