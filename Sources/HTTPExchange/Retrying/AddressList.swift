/// The addresses of a management server (windows-csp.md 3.6, enrollment.md 15): the first is tried, then down the list
/// until one answers, and the one that answered is where the next session begins.
public struct AddressList: Hashable, Sendable {
    /// As provisioned.
    public let addresses: [String]
    /// The one that answered last; nil before any did, or once it is no longer in the list.
    public private(set) var working: String?

    /// - Parameter working: the address that was remembered. A list that no longer has it begins at its head.
    public init(_ addresses: [String], working: String? = nil) {
        self.addresses = addresses
        self.working = working.flatMap { addresses.contains($0) ? $0 : nil }
    }

    /// - Parameter list: the value of ManagementServerAddressList, `<url><url>`; the brackets are optional for one address
    ///   (windows-csp.md 3.1). A bracket that is not closed opens no address, and what stands between two addresses is
    ///   passed over.
    public init(provisioned list: String, working: String? = nil) {
        self.init(Self.addresses(in: list), working: working)
    }

    /// In which order they are tried: the one that works, those after it, and round to those before it.
    public var order: [String] {
        guard let working, let index = addresses.firstIndex(of: working) else { return addresses }
        return Array(addresses[index...] + addresses[..<index])
    }

    /// An address answered. One that is not of the list (RespURI leads to such) is not remembered.
    public mutating func answered(_ address: String) {
        if addresses.contains(address) { working = address }
    }

    private static func addresses(in list: String) -> [String] {
        guard list.contains("<") else {
            let only = trimmed(list[...])
            return only.isEmpty ? [] : [only]
        }
        return list.split(separator: "<", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            guard let end = part.firstIndex(of: ">") else { return nil }
            let address = trimmed(part[..<end])
            return address.isEmpty ? nil : address
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
