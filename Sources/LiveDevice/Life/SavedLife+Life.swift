import Device
import DeviceFile

extension SavedLife {
    /// A life as a file keeps it.
    ///
    /// Encoding a life fails only where `DeviceLife.Saved` has taken on a form that `SavedLife` cannot split: its parts are
    /// values without numbers that JSON lacks. That is a defect of ours, which a test of every life would meet, and
    /// going on would lose what the file promises.
    init(of life: DeviceLife<some ManagementServer>) {
        do { try self.init(life.saved) } catch { fatalError("the life cannot be written: \(error)") }
    }
}
