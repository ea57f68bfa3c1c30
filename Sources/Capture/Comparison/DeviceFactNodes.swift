/// The nodes that tell what a device is and not what a server made of it (windows-csp.md 4.7 to 4.9, 4.15): what a
/// capture knows of them is learned, and two devices differ in them.
public enum DeviceFactNodes {
    /// Names from the root, in lower case, without `Device/Vendor/MSFT`. A star stands for one name.
    private static let table: [[String]] = [
        ["devinfo"],
        ["devdetail"],
        ["devicestatus"],
        ["devicemanageability", "capabilities"],
        ["win32appinventory"],
        ["windowslicensing"],
        ["deviceinstanceservice"],
        ["healthattestation"],
        ["securitypolicy"],
        ["defender", "detections"],
        ["defender", "health"],
        ["update", "installedupdates"],
        ["update", "installableupdates"],
        ["update", "failedupdates"],
        ["update", "pendingrebootupdates"],
        ["update", "lastsuccessfulscantime"],
        ["update", "deferupgrade"],
        ["enterprisemodernappmanagement", "appmanagement", "nonstore"],
        ["enterprisemodernappmanagement", "appmanagement", "system"],
        ["enterprisemodernappmanagement", "appinventoryresults"],
        ["dmclient", "hwdevid"],
        ["dmclient", "provider", "*", "hwdevid"],
        ["dmclient", "provider", "*", "aaddeviceid"],
        ["dmclient", "provider", "*", "aadresourceid"],
        ["dmclient", "provider", "*", "entdevicename"],
        ["dmclient", "provider", "*", "upn"],
        ["dmclient", "provider", "*", "signedentdmid"],
        ["dmclient", "provider", "*", "certrenewtimestamp"],
        ["dmclient", "provider", "*", "push", "channeluri"],
        ["dmclient", "provider", "*", "push", "pfn"],
    ]

    /// What stands below those and is the client's behaviour all the same: versions and limits of the protocol.
    private static let behaviour: [[String]] = [["devinfo", "dmv"], ["devdetail", "lrgobj"], ["devdetail", "uri"]]

    /// Whether a LocURI, as written, addresses such a node. Query and case do not matter.
    public static func contain(_ locURI: String) -> Bool {
        let path = locURI.prefix { $0 != "?" }.lowercased()
        var names = path.split(separator: "/").map(String.init)
        if names.first == "." { names.removeFirst() }
        if let first = names.first, first == "device" || first == "user" { names.removeFirst() }
        if names.first == "vendor", names.count > 1 { names.removeFirst(2) }
        func matches(_ row: [String]) -> Bool {
            row.count <= names.count && zip(row, names).allSatisfy { $0 == "*" || $0 == $1 }
        }
        return table.contains(where: matches) && !behaviour.contains(where: matches)
    }
}
