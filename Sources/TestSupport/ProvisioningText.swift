/// A provisioning document of a good enrolment, of which samples change one thing.
public struct ProvisioningText: Sendable {
    public var root = SampleCertificate.root.characteristic
    /// What stands below My.
    public var mine = "<characteristic type=\"User\">\(SampleCertificate.device.characteristic)</characteristic>"
    public var renewal = parm("RenewPeriod", "60", "integer") + parm("RetryInterval", "4", "integer")
    public var account = Self.account()
    public var client = Self.auth(level: "CLIENT", nonce: "Y2xpZW50LW5vbmNlLTAwMQ==")
    public var server = Self.auth(level: "APPSRV", name: "dev-7F3A", nonce: "EDJUdpi63P4BI0VniavN7w==")
    public var provider = "ExampleMDM"
    public var poll = parm("NumberOfFirstRetries", "5", "integer")

    public init() {}

    public static func account(id: String = "w7", role: String = "32", more: String = "") -> String {
        parm("APPID", id) + parm("PROVIDER-ID", "ExampleMDM") + parm("ADDR", "https://mdm.example/dm")
            + parm("ROLE", role) + more
    }

    public static func auth(level: String, type: String = "DIGEST", name: String? = nil, nonce: String?) -> String {
        let content =
            parm("AAUTHLEVEL", level) + parm("AAUTHTYPE", type) + (name.map { parm("AAUTHNAME", $0) } ?? "")
            + parm("AAUTHSECRET", "s") + (nonce.map { parm("AAUTHDATA", $0) } ?? "")
        return "<characteristic type=\"APPAUTH\">\(content)</characteristic>"
    }

    public func with(_ path: WritableKeyPath<ProvisioningText, String>, _ value: String) -> String {
        var copy = self
        copy[keyPath: path] = value
        return copy.text
    }

    public var text: String {
        """
        <wap-provisioningdoc version="1.1"><characteristic type="CertificateStore">\
        <characteristic type="Root"><characteristic type="System">\(root)</characteristic></characteristic>\
        <characteristic type="My">\(mine)<characteristic type="WSTEP"><characteristic type="Renew">\(renewal)\
        </characteristic></characteristic></characteristic></characteristic>\
        <characteristic type="APPLICATION">\(account)\(client)\(server)</characteristic>\
        <characteristic type="DMClient"><characteristic type="Provider"><characteristic type="\(provider)">\
        <characteristic type="Poll">\(poll)</characteristic></characteristic></characteristic></characteristic>\
        </wap-provisioningdoc>
        """
    }
}

public func parm(_ name: String, _ value: String? = nil, _ datatype: String? = nil) -> String {
    let value = value.map { " value=\"\($0)\"" } ?? ""
    return "<parm name=\"\(name)\"\(value)\(datatype.map { " datatype=\"\($0)\"" } ?? "")/>"
}
