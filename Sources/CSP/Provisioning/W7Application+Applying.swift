import DMTree
import Notation

extension W7Application {
    /// Makes the account in the tree, in place of one that the provider may have had, and gives the DMClient provider its
    /// server address (windows-csp.md 4.11, 3.1; oma-dm.md 3.7).
    ///
    /// The nodes are written as the client does. Only what the document states is written: the rest has its default.
    public func apply(to tree: inout DeviceTree) {
        let root = "./SyncML/DMAcc/\(DMAccount.name(providerID: providerID))"
        tree.removeLocally(root)
        func set(_ path: String, _ value: String?) {
            if let value { tree.setLocally("\(root)/\(path)", value: value) }
        }
        set("AppID", "w7")
        set("ServerID", providerID)
        set("Name", name)
        for (index, address) in addresses.enumerated() {
            // "Named 1 for w7 accounts" (4.11); further ones go on counting, which is our choice.
            let node = "AppAddr/\(index + 1)"
            set("\(node)/Addr", address.address)
            set("\(node)/AddrType", address.type)
            for (index, port) in address.ports.enumerated() { set("\(node)/Port/\(index + 1)/PortNbr", String(port)) }
        }
        for entry in [client, server].compactMap({ $0 }) {
            let node = "AppAuth/\(entry.level.rawValue)"
            set("\(node)/AAuthLevel", entry.level.rawValue)
            set("\(node)/AAuthType", entry.type.rawValue)
            set("\(node)/AAuthName", entry.name)
            set("\(node)/AAuthSecret", entry.secret)
            set("\(node)/AAuthData", entry.data)
        }
        let microsoft = "Ext/Microsoft"
        // The roles of w7 and of DMAcc are numbered differently and no page maps them: the number goes over as it is.
        set("\(microsoft)/Role", String(role ?? Self.mobileOperator))
        set("\(microsoft)/ProtoVer", protocolVersion?.rawValue)
        set("\(microsoft)/DefaultEncoding", defaultEncoding?.rawValue)
        set("\(microsoft)/UseHwDevID", usesHardwareDeviceID ? "1" : nil)
        set("\(microsoft)/ConnRetryFreq", connectionRetries.map { String($0) })
        set("\(microsoft)/InitialBackOffTime", initialBackOffTime.map { String($0) })
        set("\(microsoft)/MaxBackOffTime", maxBackOffTime.map { String($0) })
        set("\(microsoft)/BackCompatRetryDisabled", isBackCompatRetryDisabled ? "1" : nil)
        set("\(microsoft)/SSLCLIENTCERTSEARCHCRITERIA", certificateSearch)
        if let address = addresses.first {
            let provider = "./Device/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(providerID))"
            tree.setLocally("\(provider)/ManagementServiceAddress", value: address.address)
        }
    }
}
