import CSP
import DMTree
import ESP
import Notation

/// `Enrollments\{GUID}` and its `FirstSync` (ESP-601).
extension RegistryMirror {
    /// How a value of FirstSync is made of a node.
    private enum Form {
        /// 0 or 0xFFFFFFFF.
        case skip
        case flag
        case number
        case text

        func value(of text: String) -> RegistryValue? {
            switch self {
            case .skip: .dword(text == "true" ? 0xFFFF_FFFF : 0)
            case .flag: .flag(text == "true")
            case .number: Int32(text).map { .dword(UInt32(bitPattern: $0)) }
            case .text: text.isEmpty ? nil : .string(text)
            }
        }
    }

    /// The values of both scopes: the node's name, the value's, and its form.
    private static let values: [(node: String, name: String, form: Form)] = [
        ("AllowCollectLogsButton", "AllowCollectLogsButton", .flag),
        ("CustomErrorText", "CustomErrorText", .text),
        ("ServerHasFinishedProvisioning", "IsServerProvisioningDone", .flag),
        ("IsSyncDone", "IsSyncDone", .flag),
        ("WasDeviceSuccessfullyProvisioned", "ProvisioningStatus", .number),
    ]

    private static let deviceValues: [(node: String, name: String, form: Form)] =
        [
            ("SkipDeviceStatusPage", "SkipDeviceStatusPage", .skip),
            ("SkipUserStatusPage", "SkipUserStatusPage", .skip),
            ("BlockInStatusPage", "BlockInStatusPage", .number),
            ("TimeOutUntilSyncFailure", "SyncFailureTimeout", .number),
        ] + values

    /// 6, as the enrolments have that the page belongs to.
    private static let enrollmentType: UInt32 = 6

    private var enrollment: RegistryPath { .enrollments.child(facts.enrollmentID) }

    /// The FirstSync of the device, or of the user whose account page is or was up.
    private func firstSync(_ scope: PhaseScope) -> RegistryPath? {
        let device = enrollment.child("FirstSync")
        switch scope {
        case .device: return device
        case .user: return mirroredUser.map(device.child)
        }
    }

    /// 1 for an enrolment that is whole, 3 after a renewal that failed, although sessions go on (OBS-018; enrollment.md
    /// 10.1). A renewal that succeeds makes it 1 again (our choice).
    private mutating func mirrorEnrollmentState(_ tree: DeviceTree) {
        switch CertificateRenewal.ofEnrolment?.status(in: tree) {
        case nil, .inProgress: break
        case .notStarted, .succeeded: state.registry[enrollment, "EnrollmentState"] = .dword(1)
        case .failed: state.registry[enrollment, "EnrollmentState"] = .dword(3)
        }
    }

    /// The account is gone once the device has left management, and the key with it.
    mutating func mirrorFirstSync(_ tree: DeviceTree) {
        guard tree.exists("./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(facts.providerID))") else {
            return state.registry.remove(enrollment)
        }
        state.registry[enrollment, "ProviderID"] = .string(facts.providerID)
        mirrorEnrollmentState(tree)
        state.registry[enrollment, "EnrollmentType"] = .dword(Self.enrollmentType)
        mirror(.device, Self.deviceValues, tree)
        mirror(.user, Self.values, tree)
    }

    private mutating func mirror(
        _ scope: PhaseScope, _ values: [(node: String, name: String, form: Form)], _ tree: DeviceTree
    ) {
        guard let path = firstSync(scope) else { return }
        state.registry.update(path) { key in
            for (node, name, form) in values {
                let uri = NodeURI.firstSyncStatus(node, in: scope, providerID: facts.providerID)
                key[name] = tree.value(uri).flatMap { form.value(of: $0) }
            }
        }
    }

    /// A value that the page writes to the user's half: the user may sign out in the same step, and take the tree along
    /// (ESP-523).
    mutating func mirror(written uri: String, _ value: String) {
        guard let path = firstSync(.user), uri.hasPrefix("./User/"),
            let entry = Self.values.first(where: { uri.hasSuffix("/FirstSyncStatus/\($0.node)") })
        else { return }
        state.registry.update(path) { $0[entry.name] = entry.form.value(of: value) }
    }

    /// The states between which the device page goes on; from any other it begins anew (ESP-706).
    private static let devicePage = Set(
        [PageState.preparing, .deviceSetup, .rebooting, .deviceError].map(\.rawValue))

    mutating func entered(_ pageState: PageState, _ time: DeviceTime) {
        let goesOn = Self.devicePage.contains(state.pageState)
        state.pageState = pageState.rawValue
        if pageState == .preparing, !goesOn { pageBegan(time) }
        if pageState == .accountSetup, let sid = state.userSID { accountPageBegan(sid) }
    }

    /// Timestamp: eight bytes, the lowest first.
    private mutating func pageBegan(_ time: DeviceTime) {
        state.pageHasBegun = true
        guard let path = firstSync(.device) else { return }
        let fileTime = facts.localTime.fileTime(time)
        let bytes = (UInt64(0)..<8).map { UInt8(truncatingIfNeeded: fileTime >> ($0 * 8)) }
        state.registry[path, "Timestamp"] = .binary(bytes)
    }

    /// The user's subkey says by its presence that an account page is or was up.
    private mutating func accountPageBegan(_ sid: String) {
        state.accountUsers.insert(sid)
        if let path = firstSync(.user) { state.registry.create(path) }
    }

    mutating func record(_ seconds: Int64, of line: TrackedLine, _ scope: PhaseScope) {
        guard let path = firstSync(scope) else { return }
        state.registry[path, line.durationName] = .dword(UInt32(clamping: seconds))
    }
}
