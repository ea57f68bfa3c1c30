import Device
import Scenario

/// Who is told what a conductor's life does, as it does it.
public protocol LifeWitness<Server> {
    associatedtype Server: ManagementServer

    /// One step was lived; without events when nothing was to be seen of it.
    mutating func saw(_ events: [DeviceEvent], of player: LifePlayer<Server>)

    /// The life came to rest: it is over, or goes on only by its user. Told again when it went on and came to rest again.
    mutating func saw(_ ending: LifeEnding, of player: LifePlayer<Server>)
}
