extension Quirks {
    /// Every row of esp-behaviour.md 1.6 with its default.
    public static let catalogue: [Quirk] = ID.allCases.map {
        Quirk(id: $0, defaultState: $0.defaultState, summary: $0.summary)
    }
}

extension Quirks.ID {
    /// The "Default" column.
    public var defaultState: Quirks.Default {
        switch self {
        case .esp301, .esp302, .esp303, .esp306, .esp307, .esp308, .esp309, .esp310, .esp311, .esp312, .esp313,
            .esp314, .esp315, .esp316, .esp317, .esp320, .esp324, .esp325:
            .on
        case .esp305: .onForHybridJoin
        case .esp304, .esp318, .esp319, .esp321, .esp322, .esp323, .esp326: .off
        }
    }

    /// The trigger and its outcome in one line.
    public var summary: String {
        switch self {
        case .esp301: "An app restarts the machine itself; after boot only detection runs."
        case .esp302: "A deleted or unassigned profile leaves the device's values as they were."
        case .esp303: "A reboot during device setup loses the stored credentials."
        case .esp304: "OS 1903 or older, added work account: waits until the timeout."
        case .esp305: "Account setup may run the timeout plus 40 minutes."
        case .esp306: "After such a reboot the sign-in screen does not fill in the user name."
        case .esp307: "A user without a licence stays in Identifying until the timeout."
        case .esp308: "AppLocker during the page asks for a reboot that cannot be held back."
        case .esp309: "DeviceLock policies end the automatic sign-in."
        case .esp310: "DeviceLock and a reboot after the credentials: device setup never completes."
        case .esp311: "A device enrolled by Group Policy shows no page."
        case .esp312: "Scripts in the user's context may not run and are never tracked."
        case .esp313: "Microsoft 365 Apps beside a Win32 install never reach their final state."
        case .esp314: "MSI and Win32 installs that overlap fail with 1618."
        case .esp315: "A blocking list in a user-targeted profile is ignored in device setup."
        case .esp316: "Autopilot Reset: required apps are not tracked."
        case .esp317: "After a failed attempt the result stays failed, whatever Try again brings."
        case .esp318: "A wrong device clock breaks attestation or runs into timeouts."
        case .esp319: "A virtual machine that is too small fails at the provider line."
        case .esp320: "Running self-deploying mode again is refused with 0x80180014."
        case .esp321: "Reset after a failed pre-provisioning may break attestation."
        case .esp322: "A LAPS policy waits for the user phase."
        case .esp323: "No user token at account setup, so PrepareMultifactorAuth fails."
        case .esp324: "A provider that never reports its list holds the Apps line beyond the timeout."
        case .esp325: "A device policy of the reboot catalogue brings one reboot, at the end."
        case .esp326: "White page in a hybrid join."
        }
    }
}
