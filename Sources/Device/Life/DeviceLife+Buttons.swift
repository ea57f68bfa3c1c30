import ESP

/// A user who is really there, and presses what the page offers.
extension DeviceLife {
    /// The buttons, then the links, that the user can press as things stand (esp-behaviour.md 1.2); none on a machine that
    /// is down, and none once nothing can happen any more.
    public var pressableButtons: [PageButton] {
        guard !isFinal, power == .on else { return [] }
        return (page.controls.buttons + page.controls.links).filter(page.controls.offers)
    }

    /// Puts a press of the user on the agenda. `step` carries it out, behind what was due at that instant already, and
    /// looks again whether the page offers the button then.
    ///
    /// A life that stands at an error screen goes on by it, although nothing was due any more.
    ///
    /// - Parameter time: an instant in the past counts as now.
    public mutating func press(_ button: PageButton, at time: DeviceTime) throws(PressRefusal) {
        let time = max(time, now)
        guard !isFinal else { throw PressRefusal(.lifeIsOver, button, at: time) }
        guard power == .on else { throw PressRefusal(.machineIsDown, button, at: time) }
        guard page.controls.offers(button) else { throw PressRefusal(.notOffered, button, at: time) }
        guard time <= script.horizon else { throw PressRefusal(.beyondHorizon, button, at: time) }
        agenda.add(.userPresses(button), at: time)
    }
}
