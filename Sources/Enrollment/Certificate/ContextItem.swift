import XMLStream

/// One fact about the device in a request for a certificate (enrollment.md 7.1).
public struct ContextItem: Hashable, Sendable {
    public var name: String
    public var value: String
    public var place: Place

    public init(_ name: Name, _ value: String) {
        self.init(name: name.rawValue, value: value)
    }

    public init(name: String, value: String, place: Place = Place()) {
        self.name = name
        self.value = value
        self.place = place
    }

    /// The catalogue.
    public enum Name: String, Hashable, Sendable, CaseIterable {
        case uxInitiated = "UXInitiated"
        case hardwareDeviceID = "HWDevID"
        case locale = "Locale"
        case targetedUserLoggedIn = "TargetedUserLoggedIn"
        case osEdition = "OSEdition"
        case deviceName = "DeviceName"
        case mac = "MAC"
        case imei = "IMEI"
        case deviceID = "DeviceID"
        case enrollmentType = "EnrollmentType"
        case deviceType = "DeviceType"
        case osVersion = "OSVersion"
        case applicationVersion = "ApplicationVersion"
        case notInOobe = "NotInOobe"
        case enrollmentData = "EnrollmentData"
        case domainName = "DomainName"
        case externalManagementAgentHint = "ExternalMgmtAgentHint"
        case bootstrapDomainJoin = "BootstrapDomainJoin"
        case bulkAADJ = "BulkAADJ"
        case zeroTouchProvisioning = "ZeroTouchProvisioning"
        case offlineAutopilotEnrollmentCorrelator = "OfflineAutoPilotEnrollmentCorrelator"
        case plugAndForget = "PlugandForget"
        case whiteGlove = "WhiteGlove"
        case whiteGloveHybridJoin = "WhiteGloveHybridJoin"
        case emmDeviceID = "EmmDeviceId"
        case requestVersion = "RequestVersion"
        case aikPub = "AIKPub"
        case aikAttestationClaim = "AIKAttestationClaim"
        case aikCert = "AIKCert"
        case aadAIKAttestationClaim = "AadAIKAttestationClaim"
        case aadPub = "AADPub"
        case azureAttestationBlob = "AzureAttestationBlob"
        case attestationStatus = "AttestationStatus"
        case attestationStatusHResult = "AttestationStatusHResult"
        case azureAttestationCorrelationVector = "AzureAttestationCorrelationVector"
        case manufacturer = "Manufacturer"
        case deviceModel = "DeviceModel"
        case serialNumber = "SerialNumber"
    }
}

extension ContextItem {
    init(_ element: Element) {
        self.init(
            name: element.attribute("Name") ?? "", value: element["Value"]?.trimmedText ?? "", place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("ac:ContextItem")
        writer.attribute("Name", name)
        writer.leaf("ac:Value", TextElement(value))
        writer.end("ac:ContextItem")
    }
}
