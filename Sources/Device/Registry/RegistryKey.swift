/// One key: its values in the order in which they were first written, its subkeys sorted by name.
///
/// Names keep the spelling of their first use and compare without case, as in Windows.
public struct RegistryKey: Hashable, Sendable, Codable {
    /// A named value; the name of the default value is empty.
    public struct Entry: Hashable, Sendable, Codable {
        public let name: String
        public fileprivate(set) var value: RegistryValue
    }

    public let name: String
    public private(set) var values: [Entry] = []
    public private(set) var subkeys: [RegistryKey] = []

    public init(_ name: String) { self.name = name }

    /// The value of a name; setting nil removes it. A control character in a new name is percent-encoded.
    public subscript(name: String) -> RegistryValue? {
        get { place(of: name).map { values[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): values[place].value = value
            case (let place?, nil): values.remove(at: place)
            case (nil, let value?): values.append(Entry(name: Self.safe(name), value: value))
            case (nil, nil): break
            }
        }
    }

    /// The subkey of a name.
    public func subkey(_ name: String) -> RegistryKey? { subkeyPlace(name).map { subkeys[$0] } }

    /// Puts a subkey in the place of the one with its name.
    mutating func replace(_ key: RegistryKey) { subkeys[makeSubkey(key.name)] = key }

    /// Makes the key at the end of a path, with the keys on the way, and changes it.
    mutating func update(_ path: ArraySlice<String>, _ change: (inout RegistryKey) -> Void) {
        guard let name = path.first else { return change(&self) }
        subkeys[makeSubkey(name)].update(path.dropFirst(), change)
    }

    /// Removes the key at the end of a path with everything below it.
    mutating func remove(_ path: ArraySlice<String>) {
        guard let name = path.first, let place = subkeyPlace(name) else { return }
        if path.count > 1 { return subkeys[place].remove(path.dropFirst()) }
        subkeys.remove(at: place)
    }

    private func place(of name: String) -> Int? {
        values.firstIndex { $0.name == name } ?? values.firstIndex { $0.name.lowercased() == name.lowercased() }
    }

    private func subkeyPlace(_ name: String) -> Int? {
        let (place, isThere) = search(name)
        return isThere ? place : nil
    }

    private mutating func makeSubkey(_ name: String) -> Int {
        let (place, isThere) = search(name)
        if !isThere { subkeys.insert(RegistryKey(name), at: place) }
        return place
    }

    /// Where a subkey is, or belongs.
    private func search(_ name: String) -> (place: Int, isThere: Bool) {
        let folded = name.lowercased()
        var (low, high) = (0, subkeys.count)
        while low < high {
            let middle = (low + high) / 2
            let other = subkeys[middle].name.lowercased()
            if other == folded { return (middle, true) }
            if other < folded { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }

    private static func safe(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return name }
        return name.split(separator: "\\", omittingEmptySubsequences: false).map { RegistryPath.safe(String($0)) }
            .joined(separator: "\\")
    }
}
