import CSP

/// What a device is: every fact that no server sets. `docs/device-profiles.md` has the keys of its file.
public typealias DeviceProfile = DeviceFacts
