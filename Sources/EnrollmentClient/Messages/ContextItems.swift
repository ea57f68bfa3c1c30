import Enrollment

/// The context of a request for a certificate: the items of the build, in its order, that have a value (enrollment.md 7.1).
struct ContextItems {
    private(set) var list: [ContextItem] = []

    /// - Parameter advertised: EnrollmentVersion of Discover; nil without.
    init(_ configuration: EnrollmentConfiguration, advertised: String?) {
        let build = configuration.build
        let names = configuration.renewal == nil ? build.contextItems : build.renewalItems
        let proof = RequestProof(build, configuration.circumstances.attestation, advertised: advertised)
        for name in names {
            for value in Self.values(of: name, configuration, proof) { list.append(ContextItem(name, value)) }
        }
    }

    /// MAC has one value for each adapter.
    private static func values(
        of name: ContextItem.Name, _ configuration: EnrollmentConfiguration, _ proof: RequestProof
    ) -> [String] {
        name == .mac
            ? configuration.device.macAddresses : value(of: name, configuration, proof).map { [$0] } ?? []
    }

    /// nil for an item that this device, or this enrolment, does not have.
    private static func value(
        of name: ContextItem.Name, _ configuration: EnrollmentConfiguration, _ proof: RequestProof
    ) -> String? {
        let device = configuration.device
        let circumstances = configuration.circumstances
        let autopilot = circumstances.autopilot
        let text = { (flag: Bool) in configuration.build.booleans.text(flag) }
        func filled(_ value: String) -> String? { value.isEmpty ? nil : value }
        switch name {
        case .uxInitiated: return text(circumstances.isStartedByUser)
        case .hardwareDeviceID: return device.hardwareDeviceID
        case .locale: return device.locale
        case .targetedUserLoggedIn: return text(circumstances.isUserLoggedIn)
        case .osEdition: return String(device.osEdition)
        case .deviceName: return device.deviceName
        case .mac: return device.macAddresses.first
        case .imei: return device.imei
        case .deviceID: return device.deviceID
        case .enrollmentType: return circumstances.enrollmentType.rawValue
        case .deviceType: return device.deviceType
        case .osVersion: return device.osVersion
        case .applicationVersion: return device.applicationVersion
        case .notInOobe: return text(!configuration.build.reportsOobeAlways && !circumstances.isInOobe)
        case .enrollmentData: return circumstances.enrollmentData
        case .domainName: return device.domainName
        case .externalManagementAgentHint: return circumstances.externalManagementAgentHint
        case .bootstrapDomainJoin: return circumstances.expectsDomainJoin.map(text)
        case .bulkAADJ: return circumstances.isBulkEntraJoin ? text(true) : nil
        case .zeroTouchProvisioning:
            if case .online(let id) = autopilot?.registration { return id }
            return nil
        case .offlineAutopilotEnrollmentCorrelator:
            if case .offline(let correlator) = autopilot?.registration { return correlator }
            return nil
        case .plugAndForget: return circumstances.plugAndForget.map(text)
        case .whiteGlove: return autopilot?.isPreProvisioning == true ? text(true) : nil
        case .whiteGloveHybridJoin: return autopilot?.joinsHybrid == true ? text(true) : nil
        case .emmDeviceID: return proof.requestVersion == nil ? nil : circumstances.entDMID
        case .manufacturer: return filled(device.manufacturer)
        case .deviceModel: return filled(device.model)
        case .serialNumber: return filled(device.serialNumber)
        case .requestVersion, .aikPub, .aikAttestationClaim, .azureAttestationBlob, .attestationStatus,
            .attestationStatusHResult, .azureAttestationCorrelationVector:
            return proof.value(of: name)
        // Material of Entra's own attestation, which nothing here makes.
        case .aikCert, .aadAIKAttestationClaim, .aadPub: return nil
        }
    }
}

/// RequestVersion and attestation, by what the server advertised (enrollment.md 4.3).
struct RequestProof {
    private(set) var requestVersion: String?
    private var material: Circumstances.AttestationMaterial?
    private var status: BuildProfile.VersionRule.Status?

    init(_ build: BuildProfile, _ material: Circumstances.AttestationMaterial?, advertised: String?) {
        switch build.versionRule {
        case .none: return
        case .advertised:
            requestVersion = advertised ?? build.requestVersion
            self.material = material
        case .observed(let rows, let other):
            if let row = advertised.flatMap({ rows[$0] }) {
                requestVersion = row.requestVersion
                self.material = row.sendsAIK ? material : nil
                status = row.status
            } else if let advertised, Self.major(advertised) >= 5 {
                requestVersion = advertised
                self.material = material
                status = material == nil && Self.major(advertised) >= 7 ? other.status : nil
            } else {
                requestVersion = other.requestVersion
                status = other.status
            }
        }
        // Azure attestation came with 6.0.
        if case .azure = self.material, Self.major(requestVersion ?? "") < 6 { self.material = nil }
    }

    private static func major(_ version: String) -> Int { Int(version.prefix { $0 != "." }) ?? 0 }

    func value(of name: ContextItem.Name) -> String? {
        switch (name, material) {
        case (.requestVersion, _): requestVersion
        case (.aikPub, .aik(let key, _)): key
        case (.aikAttestationClaim, .aik(_, let claim)): claim
        case (.azureAttestationBlob, .azure(let blob, _)): blob
        case (.azureAttestationCorrelationVector, .azure(_, let vector)): vector
        case (.attestationStatus, _): status?.text
        case (.attestationStatusHResult, _): status?.hresult
        default: nil
        }
    }
}
