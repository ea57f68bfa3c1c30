/// The part of HKEY_LOCAL_MACHINE that the mirror writes, as a value.
public struct Registry: Hashable, Sendable, Codable {
    /// The name of the hive.
    public static let hive = "HKEY_LOCAL_MACHINE"

    public private(set) var root = RegistryKey(hive)

    public init() {}

    /// The key at a path; nil when there is none.
    public subscript(path: RegistryPath) -> RegistryKey? {
        var key = root
        for name in path.components {
            guard let next = key.subkey(name) else { return nil }
            key = next
        }
        return key
    }

    /// A value of the key at a path. Setting one makes the keys on the way; setting nil removes the value.
    public subscript(path: RegistryPath, name: String) -> RegistryValue? {
        get { self[path]?[name] }
        set {
            guard newValue != nil || self[path] != nil else { return }
            update(path) { $0[name] = newValue }
        }
    }

    /// Makes a key, with the keys on the way; one that is there stays as it is.
    public mutating func create(_ path: RegistryPath) { update(path) { _ in } }

    /// Removes a key with everything below it.
    public mutating func remove(_ path: RegistryPath) { root.remove(path.components[...]) }

    /// Makes a key, with the keys on the way, and changes it.
    mutating func update(_ path: RegistryPath, _ change: (inout RegistryKey) -> Void) {
        root.update(path.components[...], change)
    }

    /// Puts what a closure fills in the place of a key; an empty one removes the key.
    mutating func rebuild(_ path: RegistryPath, _ fill: (inout RegistryKey) -> Void) {
        var key = RegistryKey(path.components.last ?? Self.hive)
        fill(&key)
        if key.values.isEmpty, key.subkeys.isEmpty { return remove(path) }
        update(path) { $0 = key }
    }
}
