import ESP

/// How a conducted life stands. Instants are the device's; those of the real clock count from any beginning.
public enum ConductorState: Hashable, Sendable {
    /// Nobody looks at the page yet.
    case waiting(at: DeviceTime)
    /// Time stands.
    case paused(at: DeviceTime)
    /// Time runs from an instant that fell on one of the real clock.
    case playing(from: DeviceTime, since: Duration)
    /// Nothing is due any more, or not before the scenario's horizon, and the page offers something to press. Time stands.
    ///
    /// - Parameter goesOn: whether time runs again after the press; it does not for somebody who paused.
    case attended(at: DeviceTime, goesOn: Bool)
    case over(at: DeviceTime)
}
