import Device
import Scenario

/// Who is told what a conductor's life does, as it does it.
public protocol LifeWitness<Server> {
    associatedtype Server: ManagementServer

    /// One step was lived; without events when nothing was to be seen of it.
    mutating func saw(_ events: [DeviceEvent], of player: LifePlayer<Server>)

    /// The life came to rest: it is over, or goes on only by its user.
    ///
    /// - Parameter player: as it is when nothing happens any more, its expectations judged.
    mutating func sawRest(of player: LifePlayer<Server>)

    /// A life that had come to rest goes on, because its user pressed something.
    mutating func sawGoingOn()

    /// Everything that is due was lived, and time is let pass.
    mutating func letsTimePass()
}
