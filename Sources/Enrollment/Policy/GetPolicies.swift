import XMLStream

/// The question for the rules of certificates (enrollment.md 6).
public struct GetPolicies: Hashable, Sendable {
    public var lastUpdate: TextElement?
    public var preferredLanguage: TextElement?
    /// Of newer builds.
    public var tpmManufacturer: TextElement?
    /// Of newer builds.
    public var tpmFirmwareVersion: TextElement?
    public var requestFilter: TextElement?

    /// As every Windows client asks: all nil.
    public init(
        lastUpdate: TextElement? = .null, preferredLanguage: TextElement? = .null,
        tpmManufacturer: TextElement? = nil, tpmFirmwareVersion: TextElement? = nil,
        requestFilter: TextElement? = .null
    ) {
        self.lastUpdate = lastUpdate
        self.preferredLanguage = preferredLanguage
        self.tpmManufacturer = tpmManufacturer
        self.tpmFirmwareVersion = tpmFirmwareVersion
        self.requestFilter = requestFilter
    }
}

extension GetPolicies {
    init(_ element: Element) {
        let client = element["client"]
        self.init(
            lastUpdate: client?.text("lastUpdate"), preferredLanguage: client?.text("preferredLanguage"),
            tpmManufacturer: client?.text("TPMManufacturer"), tpmFirmwareVersion: client?.text("TPMFirmwareVersion"),
            requestFilter: element.text("requestFilter"))
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("GetPolicies", namespace: Namespace.policy)
        writer.start("client")
        writer.leaf("lastUpdate", lastUpdate)
        writer.leaf("preferredLanguage", preferredLanguage)
        writer.leaf("TPMManufacturer", tpmManufacturer)
        writer.leaf("TPMFirmwareVersion", tpmFirmwareVersion)
        writer.end("client")
        writer.leaf("requestFilter", requestFilter)
        writer.end("GetPolicies")
    }
}
