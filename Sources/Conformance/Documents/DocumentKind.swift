import SyncML

/// What a document is, for the linter: a message, or one of the other kinds that people keep beside messages.
public enum DocumentKind: Sendable {
    case message(Message)
    /// SyncML of data synchronisation: address books and calendars, another protocol in the same clothes.
    case dataSynchronisation(Message)
    /// A device description, or a tree in TNDS: `MgmtTree`.
    case deviceDescription
    /// `wap-provisioningdoc`.
    case provisioning
    /// A SOAP envelope of the enrolment.
    case soap
    /// `DevInf` of data synchronisation.
    case deviceInformation
    /// Well-formed as far as it was read, and none of these; the name of its root.
    case other(root: String)
    case refused(MessageRefusal)

    public init(_ bytes: [UInt8]) {
        do throws(MessageRefusal) {
            let message = try Message(parsing: bytes)
            self = message.isDataSynchronisation ? .dataSynchronisation(message) : .message(message)
        } catch {
            self = Self.refused(error, RootName(of: bytes)?.text)
        }
    }

    /// DevInf, and those of its elements that people print alone.
    private static let partsOfDeviceInformation: Set<String> = [
        "DevInf", "CTCap", "DataStore", "DataType", "DevID", "DevTyp", "DisplayName", "DSMem", "Ext", "FilterCap",
        "Filter-Rx", "FwV", "HwV", "Man", "Mod", "OEM", "ParamName", "PropName", "PropParam", "Property", "Rx",
        "Rx-Pref",
        "SupportNumberOfChanges", "SwV", "SyncCap", "Tx", "Tx-Pref",
    ]

    private static func refused(_ refusal: MessageRefusal, _ root: String?) -> DocumentKind {
        switch root {
        case "MgmtTree": .deviceDescription
        // A characteristic alone is a part of one.
        case "wap-provisioningdoc", "characteristic": .provisioning
        case "Envelope": .soap
        // Names in another case are a finding of the enrolment (ENR-13).
        case .some(let root) where root.lowercased() == "envelope": .soap
        case .some(let root) where Self.partsOfDeviceInformation.contains(root): .deviceInformation
        case .some(let root) where refusal.code == .wrongRoot: .other(root: root)
        case .some, nil: .refused(refusal)
        }
    }
}

extension Message {
    /// True for SyncML of data synchronisation: its protocol, commands, alert codes, addresses or kinds of data (oma-dm.md 1.2,
    /// "not used by DM"). A header that says DM is believed: a Put in it is a mistake, which has to be told.
    var isDataSynchronisation: Bool {
        if let proto = header?.verProto {
            if proto.hasPrefix("SyncML/") { return true }
            if proto.hasPrefix("DM/") { return false }
        }
        return allCommands.contains { command in
            switch command {
            case .unknown(let element): ["Sync", "Put", "Map", "Search", "Move"].contains(element.name.local)
            case .alert(let alert): alert.code.map { (100...299).contains($0) } ?? false
            case .status(let status): ["Sync", "Put", "Map", "Search"].contains(status.cmd)
            case .add(let some), .replace(let some), .delete(let some), .get(let some), .copy(let some),
                .exec(let some):
                some.unknown.contains { ["Archive", "SftDel"].contains($0.name.local) }
                    || Self.isDataSynchronisation(some.items, some.meta)
            case .results(let results): Self.isDataSynchronisation(results.items, results.meta)
            case .atomic, .sequence: false
            }
        }
    }

    private static func isDataSynchronisation(_ items: [Item], _ meta: Meta?) -> Bool {
        items.contains { item in
            let address = (item.target ?? item.source)?.locURI ?? ""
            if address.lowercased().contains("devinf1") { return true }
            guard let type = item.effectiveMeta(under: meta)?.type?.lowercased() else { return false }
            return ["text/x-vcard", "text/vcard", "text/x-vcalendar", "text/calendar"].contains(type)
        }
    }
}

/// The local name of a document's first element, found without parsing: a document that was refused has no tree.
struct RootName {
    let text: String

    init?(of bytes: [UInt8]) {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "<") else { return nil }
            if rest.starts(with: "<?".utf8) {
                guard let end = Self.end(of: "?>", in: rest) else { return nil }
                rest = rest[end...]
            } else if rest.starts(with: "<!--".utf8) {
                guard let end = Self.end(of: "-->", in: rest) else { return nil }
                rest = rest[end...]
            } else if rest.starts(with: "<!".utf8) {
                // A DOCTYPE with an internal subset ends behind its bracket.
                let subset = rest.firstIndex(of: UInt8(ascii: "["))
                let close = rest.firstIndex(of: UInt8(ascii: ">"))
                guard let close else { return nil }
                if let subset, subset < close {
                    guard let end = Self.end(of: "]>", in: rest) else { return nil }
                    rest = rest[end...]
                } else {
                    rest = rest[(close + 1)...]
                }
            } else {
                break
            }
        }
        let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let local = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last ?? []
        guard !local.isEmpty else { return nil }
        text = String(decoding: local, as: UTF8.self)
    }

    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        guard bytes.count >= mark.count else { return nil }
        var index = bytes.startIndex
        while index + mark.count <= bytes.endIndex {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                return index + mark.count
            }
            index += 1
        }
        return nil
    }
}
