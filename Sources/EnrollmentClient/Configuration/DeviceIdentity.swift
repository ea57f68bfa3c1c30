/// What a device tells of itself while it enrols: the identity that it keeps for its whole life (enrollment.md 2, 7.1).
public struct DeviceIdentity: Hashable, Sendable {
    /// 32 upper-case hexadecimal digits.
    public var deviceID: String
    /// 64 hexadecimal digits.
    public var hardwareDeviceID: String
    /// `AA-BB-CC-DD-EE-FF`, one for each adapter; duplicates happen.
    public var macAddresses: [String]
    /// Of a device with a modem.
    public var imei: String?
    /// NetBIOS style.
    public var deviceName: String
    /// `en-US`.
    public var locale: String
    /// The number of the SKU.
    public var osEdition: Int
    /// Four numbers with dots.
    public var osVersion: String
    /// Four numbers with dots; may differ from `osVersion` in the last.
    public var applicationVersion: String
    /// `CIMClient_Windows`; phones have others.
    public var deviceType: String
    public var manufacturer: String
    public var model: String
    public var serialNumber: String
    /// FQDN of the Active Directory domain, when joined.
    public var domainName: String?
    /// What newer builds tell with GetPolicies; nil leaves it out.
    public var tpm: TPM?

    public struct TPM: Hashable, Sendable {
        public var manufacturer: String
        public var firmwareVersion: String

        public init(manufacturer: String, firmwareVersion: String) {
            self.manufacturer = manufacturer
            self.firmwareVersion = firmwareVersion
        }
    }

    public init(
        deviceID: String, hardwareDeviceID: String, macAddresses: [String], imei: String? = nil, deviceName: String,
        locale: String = "en-US", osEdition: Int = 4, osVersion: String, applicationVersion: String? = nil,
        deviceType: String = "CIMClient_Windows", manufacturer: String = "", model: String = "",
        serialNumber: String = "", domainName: String? = nil, tpm: TPM? = nil
    ) {
        self.deviceID = deviceID
        self.hardwareDeviceID = hardwareDeviceID
        self.macAddresses = macAddresses
        self.imei = imei
        self.deviceName = deviceName
        self.locale = locale
        self.osEdition = osEdition
        self.osVersion = osVersion
        self.applicationVersion = applicationVersion ?? osVersion
        self.deviceType = deviceType
        self.manufacturer = manufacturer
        self.model = model
        self.serialNumber = serialNumber
        self.domainName = domainName
        self.tpm = tpm
    }
}
