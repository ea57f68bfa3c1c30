import ESP
import Notation

/// `IntuneManagementExtension\Win32Apps`: what the agent records of its apps (ESP-603).
extension RegistryMirror {
    /// What is known of one app.
    struct AppRecord: Hashable, Sendable, Codable {
        /// ComplianceState, by the table of esp-behaviour.md 3.4.
        var compliance = 0
        /// The HRESULT of the last state.
        var code: UInt32?
        var enforcement: EnforcementState?
        var exitCode: Int32?
    }

    /// Intent and DesiredState: every app of a life is required, to be present.
    private static let required: UInt32 = 3
    private static let present = 2

    mutating func recordApp(_ id: String, _ appState: TrackedAppState, _ code: HRESULT?, _ time: DeviceTime) {
        change(id, time) { record in
            record.code = code?.rawValue
            record.compliance =
                switch appState {
                case .notInstalled: 0
                // Detection ran and did not find it.
                case .inProgress: 2
                case .completed: 1
                case .error: code == .notDetected ? 2 : 4
                }
        }
    }

    mutating func recordEnforcement(
        _ id: String, _ enforcement: EnforcementState, _ exitCode: Int32?, _ time: DeviceTime
    ) {
        change(id, time) { record in
            record.enforcement = enforcement
            if let exitCode { record.exitCode = exitCode }
        }
    }

    private mutating func change(_ id: String, _ time: DeviceTime, _ change: (inout AppRecord) -> Void) {
        guard let app = facts.apps.first(where: { $0.id == id }) else { return }
        let sid = app.scope == .user ? state.userSID : nil
        let name = "\(id)_\(app.version)"
        let owner = sid.map(RegistryFacts.objectID) ?? "00000000-0000-0000-0000-000000000000"
        let place = "\(owner)\\\(name)"
        var record = state.apps[place] ?? AppRecord()
        change(&record)
        state.apps[place] = record
        let path = RegistryPath.win32Apps.child(owner).child(name)
        state.registry.update(path) { key in
            key["ExitCode"] = record.exitCode.map { .dword(UInt32(bitPattern: $0)) }
            key["Intent"] = .dword(Self.required)
            key["LastUpdatedTimeUtc"] = .string(facts.localTime.text(time))
        }
        // Where the agent has not said what failed, the state's code is the only one.
        let code = record.code.map { String(Int32(bitPattern: $0)) } ?? "null"
        write(
            #"{"ComplianceState":\#(record.compliance),"DesiredState":\#(Self.present),"ErrorCode":\#(code)}"#,
            "ComplianceStateMessage", path)
        if let enforcement = record.enforcement {
            write(
                #"{"EnforcementState":\#(enforcement.rawValue),"ErrorCode":\#(code)}"#, "EnforcementStateMessage", path)
        }
    }

    /// A message is the value of a subkey of its own name.
    private mutating func write(_ message: String, _ name: String, _ path: RegistryPath) {
        state.registry[path.child(name), name] = .string(message)
    }
}
