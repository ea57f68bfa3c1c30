extension Quirks {
    /// Every row of esp-behaviour.md 1.6 with its default.
    public static let catalogue: [Quirk] = [
        row(.esp301, .on, acts: true, "An app restarts the machine itself; after boot only detection runs."),
        row(.esp302, .on, acts: true, "A deleted or unassigned profile leaves the device's values as they were."),
        row(.esp303, .on, acts: true, "A reboot during device setup loses the stored credentials."),
        row(.esp304, .off, acts: false, "OS 1903 or older, added work account: waits until the timeout."),
        row(.esp305, .onForHybridJoin, acts: false, "Account setup may run the timeout plus 40 minutes."),
        row(.esp306, .on, acts: true, "After such a reboot the sign-in screen does not fill in the user name."),
        row(.esp307, .on, acts: true, "A user without a licence stays in Identifying until the timeout."),
        row(.esp308, .on, acts: false, "AppLocker during the page asks for a reboot that cannot be held back."),
        row(.esp309, .on, acts: false, "DeviceLock policies end the automatic sign-in."),
        row(.esp310, .on, acts: false, "DeviceLock and a reboot after the credentials: device setup never completes."),
        row(.esp311, .on, acts: true, "A device enrolled by Group Policy shows no page."),
        row(.esp312, .on, acts: false, "Scripts in the user's context may not run and are never tracked."),
        row(.esp313, .on, acts: true, "Microsoft 365 Apps beside a Win32 install never reach their final state."),
        row(.esp314, .on, acts: false, "MSI and Win32 installs that overlap fail with 1618."),
        row(.esp315, .on, acts: true, "A blocking list in a user-targeted profile is ignored in device setup."),
        row(.esp316, .on, acts: false, "Autopilot Reset: required apps are not tracked."),
        row(.esp317, .on, acts: true, "After a failed attempt the result stays failed, whatever Try again brings."),
        row(.esp318, .off, acts: false, "A wrong device clock breaks attestation or runs into timeouts."),
        row(.esp319, .off, acts: false, "A virtual machine that is too small fails at the provider line."),
        row(.esp320, .on, acts: false, "Running self-deploying mode again is refused with 0x80180014."),
        row(.esp321, .off, acts: false, "Reset after a failed pre-provisioning may break attestation."),
        row(.esp322, .off, acts: false, "A LAPS policy waits for the user phase."),
        row(.esp323, .off, acts: true, "No user token at account setup, so PrepareMultifactorAuth fails."),
        row(.esp324, .on, acts: true, "A provider that never reports its list holds the Apps line beyond the timeout."),
        row(.esp325, .on, acts: true, "A device policy of the reboot catalogue brings one reboot, at the end."),
        row(.esp326, .off, acts: false, "White page in a hybrid join."),
    ]

    private static func row(_ id: ID, _ state: Default, acts: Bool, _ summary: String) -> Quirk {
        Quirk(id: id, defaultState: state, isImplemented: acts, summary: summary)
    }
}
