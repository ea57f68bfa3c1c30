extension RedactionRule {
    /// Every rule, in the order of docs/captures.md. A place that two rules name belongs to the first.
    public static let all: [RedactionRule] = [
        token, credential, nonce, signature, key, password, serial, deviceID, macAddress, user, machine, domain,
    ]

    /// enrollment.md 5 and 14.3; windows-csp.md 5.4.
    static let token = RedactionRule(
        id: "redact.token", kind: "token", summary: "Tokens of a user or a device, and cookies.",
        places: [
            .header("Authorization"), .header("Proxy-Authorization"), .header("DeviceToken"), .header("Cookie"),
            .header("Set-Cookie"), .header("X-Api-Key"), .node("Push/ChannelURI"),
            .alert("com.microsoft/MDM/AADUserToken"), .element("wresult"),
            .query("access_token"), .query("id_token"), .query("token"), .query("code"), .query("sig"),
            .query("refresh_token"), .query("client_secret"), .query("wresult"),
            .element("access_token"), .element("id_token"), .element("refresh_token"), .element("SasUrl"),
            .pattern(.jsonWebToken),
        ])

    /// oma-dm.md 2.3 to 2.5; WS-Security's UsernameToken (enrollment.md 6).
    static let credential = RedactionRule(
        id: "redact.credential", kind: "credential", summary: "The Data of a Cred.",
        places: [.child("Data", of: "Cred")])

    /// oma-dm.md 2.4: a nonce with a captured digest lets a weak secret be guessed.
    static let nonce = RedactionRule(
        id: "redact.nonce", kind: "nonce", summary: "Nonces, in messages and in accounts.",
        places: [
            .element("NextNonce"), .parameter("AAUTHDATA"), .node("AppAuth/*/AAuthData"),
            .child("Nonce", of: "UsernameToken"), .node("HealthAttestation/Nonce"),
        ])

    /// oma-dm.md 2.6; enrollment.md 14.3.
    static let signature = RedactionRule(
        id: "redact.mac", kind: "mac", summary: "Message authentication codes and signatures in HTTP headers.",
        places: [
            .headerParameter("mac", of: "x-syncml-hmac"), .header("MDM-Signature"), .header("MS-Signature"),
        ])

    /// windows-csp.md 4: WiFi, VPNv2, ClientCertificateInstall, CertificateStore.
    static let key = RedactionRule(
        id: "redact.key", kind: "key",
        summary: "Keys: of wireless networks and tunnels, PFX files, and the values of certificate stores.",
        places: [
            .element("keyMaterial"), .element("L2tpPsk"), .element("PreSharedKey"), .element("SharedSecret"),
            .node("PFXCertInstall/*/PFXCertBlob"), .node("L2tpPsk"), .node("EncodedCertificate"),
            .parameter("EncodedCertificate"), .node("PreSharedKey"), .parameter("PrivateKey"), .element("PrivateKey"),
            .node("WindowsLicensing/UpgradeEditionWithProductKey"), .node("WindowsLicensing/ChangeProductKey"),
            .node("WindowsAdvancedThreatProtection/Onboarding"), .node("WindowsAdvancedThreatProtection/Offboarding"),
            .node("AllJoynManagement/Credentials/*/Key"), .node("eUICCs/*/Profiles/*/MatchingID"),
        ])

    static let password = RedactionRule(
        id: "redact.password", kind: "password",
        summary: "Passwords and challenges, in messages, accounts and profiles.",
        places: [
            .element("Password"), .element("password"), .element("Passphrase"), .element("Secret"),
            .parameter("AAUTHSECRET"), .parameter("AUTHSECRET"), .node("AUTHSECRET"),
            .node("AppAuth/*/AAuthSecret"), .node("PFXCertInstall/*/PFXCertPassword"),
            .node("SCEP/*/Install/Challenge"), .node("Password"), .node("OfflineDomainJoin/Blob"),
        ])

    /// windows-csp.md 4.9 (DevDetail).
    static let serial = RedactionRule(
        id: "redact.serial", kind: "serial", summary: "Serial numbers and the hardware hash of the device.",
        places: [
            .node("SMBIOSSerialNumber"), .node("DeviceHardwareData"), .contextItem("SerialNumber"),
            .node("SerialNumber"), .element("SerialNumber"),
        ])

    /// enrollment.md 2.2 and 7.1.
    static let deviceID = RedactionRule(
        id: "redact.device", kind: "device", summary: "Identifiers of the device.",
        places: [
            .deviceAddress, .node("DevInfo/DevId"), .node("HWDevID"), .node("EntDMID"), .node("SignedEntDMID"),
            .node("PublisherDeviceID"), .node("ExchangeID"), .node("AADDeviceID"), .contextItem("DeviceID"),
            .contextItem("HWDevID"),
            .contextItem("AADID"), .contextItem("ZTDID"), .header("client-request-id"),
            .contextItem("EmmDeviceId"), .contextItem("IMEI"), .segment("CellularIdentities/*"),
            .node("CellularIdentities/*/IMSI"), .node("CellularIdentities/*/PhoneNumber"), .node("ICCID"),
            .segment("eUICCs/*/Profiles/*"), .node("Ext/Microsoft/MobileID"),
        ])

    static let macAddress = RedactionRule(
        id: "redact.address", kind: "address", summary: "MAC addresses, in values and in LocURIs, and IP addresses.",
        places: [
            .contextItem("MAC"), .node("WLANMACAddress"), .node("WlanIPv4Address"), .node("WlanIPv6Address"),
            .node("NetworkIdentifiers/*/IPAddressV4"), .node("NetworkIdentifiers/*/IPAddressV6"),
            .header("X-Forwarded-For"), .header("X-Real-IP"),
            .pattern(.macAddress),
        ])

    static let user = RedactionRule(
        id: "redact.user", kind: "user", summary: "Users: UPNs, account names, security identifiers.",
        places: [
            .node("UPN"), .node("EnrollmentUserUPN"), .parameter("AAUTHNAME"), .node("AUTHNAME"),
            .segment("Accounts/Users/*"),
            .node("AppAuth/*/AAuthName"),
            .child("LocName", of: "Source"), .child("LocName", of: "Target"), .element("Username"),
            .query("login_hint"),
            .query("upn"), .query("username"), .element("UserName"), .element("EmailAddress"),
            .headerParameter("username", of: "x-syncml-hmac"), .contextItem("UserPrincipalName"),
            .pattern(.email), .pattern(.securityIdentifier),
        ])

    static let machine = RedactionRule(
        id: "redact.machine", kind: "machine", summary: "Names of the device.",
        places: [
            .node("Ext/Microsoft/DeviceName"), .node("DNSComputerName"), .node("EntDeviceName"),
            .node("Domain/ComputerName"),
            .contextItem("DeviceName"), .element("ComputerName"),
        ])

    /// The DomainName of a VPN profile is none of these: it names servers that are reached.
    static let domain = RedactionRule(
        id: "redact.domain", kind: "domain", summary: "Names of domains that the device belongs to.",
        places: [.node("DomainName"), .contextItem("DomainName"), .element("JoinedDomain")])
}
