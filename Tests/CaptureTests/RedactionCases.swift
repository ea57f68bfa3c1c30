import Capture

/// Secrets that are not the Data of a plain LocURI.
extension RedactionTests {
    static let addressed: [Case] = [
        // A push channel is an address that whoever knows it may send to (windows-csp.md 3.6).
        Case(
            rule: "redact.token", secret: "https://wns.example/?t=AwYAAABoq",
            body: item(
                "./Vendor/MSFT/DMClient/Provider/P/Push/ChannelURI", "https://wns.example/?t=AwYAAABoq",
                address: "Source")),
        Case(
            rule: "redact.token", secret: "sAs+signature=",
            body: item(
                "./Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/{1}/DownloadInstall",
                "&lt;MsiInstallJob id=\"1\"&gt;&lt;Product&gt;&lt;ContentURL&gt;https://blob.example/a.msi?sv=2&amp;amp;sig=sAs%2Bsignature%3D&amp;amp;se=9&lt;/ContentURL&gt;&lt;/Product&gt;&lt;/MsiInstallJob&gt;"
            )),
        Case(
            rule: "redact.token", secret: "opaque-implicit",
            headers: [HTTPField("Location", "https://x/cb#state=1&access_token=opaque-implicit")]),
        Case(
            rule: "redact.nonce", secret: "attest-nonce-1",
            body: item("./Vendor/MSFT/HealthAttestation/Nonce", "attest-nonce-1")),
        Case(
            rule: "redact.key", secret: "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE",
            body: item(
                "./Vendor/MSFT/WindowsLicensing/UpgradeEditionWithProductKey", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")),
        Case(
            rule: "redact.password", secret: "declared-pw",
            body: item(
                "./Device/Vendor/MSFT/DeclaredConfiguration/Host/Complete/Documents/1/Document",
                "&lt;DSC&gt;&lt;Value name=\"Password\"&gt;declared-pw&lt;/Value&gt;&lt;/DSC&gt;")),
        Case(
            rule: "redact.password", secret: "tnds-secret",
            body: item(
                "./SyncML/DMAcc/x",
                "<![CDATA[<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node><NodeName>AppAuth</NodeName><Node><NodeName>a</NodeName><Node><NodeName>AAuthSecret</NodeName><Value>tnds-secret</Value></Node></Node></Node></MgmtTree>]]>"
            )),
        Case(
            rule: "redact.device", secret: "ent-dm-id-78",
            body: provisioned("<parm name=\"EntDMID\" value=\"ent-dm-id-78\" datatype=\"string\"/>")),
        Case(
            rule: "redact.device", secret: "356938035643809",
            body: item("./Vendor/MSFT/DeviceStatus/CellularIdentities/356938035643809/RoamingStatus", "false")),
        Case(
            rule: "redact.device", secret: "356938035643809",
            body: item("./Vendor/MSFT/DeviceStatus/CellularIdentities/356938035643809?list=StructData", "")),
        Case(
            rule: "redact.address", secret: "192.168.7.33",
            body: item(
                "./Vendor/MSFT/DeviceStatus/NetworkIdentifiers/00-00-5E-00-53-01/IPAddressV4", "192.168.7.33",
                address: "Source")),
        Case(
            rule: "redact.user", secret: "kiosk-anna",
            body: item("./Device/Vendor/MSFT/Accounts/Users/kiosk-anna/LocalUserGroup", "2")),
        Case(
            rule: "redact.machine", secret: "ada-laptop",
            body: provisioned("<parm name=\"EntDeviceName\" value=\"ada-laptop\" datatype=\"string\"/>")),
        Case(
            rule: "redact.serial", secret: "PF3ABCDE",
            body: item("./DevDetail/Ext/Microsoft/SMBIOSSerialNumber?prop=Type", "PF3ABCDE", address: "Source")),
    ]

    private static func provisioned(_ parm: String) -> String {
        "<wap-provisioningdoc version=\"1.1\"><characteristic type=\"DMClient\"><characteristic type=\"Provider\"><characteristic type=\"P\">\(parm)</characteristic></characteristic></characteristic></wap-provisioningdoc>"
    }
}
