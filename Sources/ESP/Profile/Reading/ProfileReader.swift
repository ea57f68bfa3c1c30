import Notation

/// Reads one profile, property by property.
///
/// ESP-006 has no property in the newer shape. What public exports show: the hidden default profile, which does not
/// block, has `blockDeviceSetupRetryByUser` true, and Intune refuses a blocking list together with it. So device use is
/// blocked when Try again is allowed, or when Reset or Continue anyway is, because both need ESP-006. The older shape
/// says it by `allowDeviceUseBeforeProfileAndAppInstallComplete`, which is accepted in both.
struct ProfileReader {
    /// The object with the settings.
    var settings: PropertyReader
    /// The object with name, priority and assignments: the same one, or the deployment profile round it.
    var frame: PropertyReader
    /// Whether the settings stand inside a deployment profile.
    let isNested: Bool
    private let source: [UInt8]

    init(_ object: ProfileDocument.Object, source: [UInt8]) throws(ProfileError) {
        frame = PropertyReader(object.members, path: object.path, position: object.position)
        self.source = source
        for name in ProfileNames.nested {
            if let nested = try frame.object(name) {
                settings = nested
                isNested = true
                return
            }
        }
        settings = frame
        isNested = false
    }

    /// Whether an object is meant as a profile: it names the type, or has a setting, or holds an object that does.
    static func isProfile(_ members: [String: JSONNode]) -> Bool {
        if members.keys.contains(where: ProfileNames.settings.contains) { return true }
        if ProfileNames.nested.contains(where: { members[$0]?.members != nil }) { return true }
        let type = members["@odata.type"]?.string ?? ""
        return [ProfileNames.newerType, ProfileNames.olderType].contains { type.hasSuffix($0) }
    }

    mutating func read() throws(ProfileError) -> EnrollmentStatusPageProfile.Reading {
        var profile = EnrollmentStatusPageProfile()
        try readHousekeeping(into: &profile)
        profile.showInstallationProgress = try isShown()
        profile.customErrorMessage = try errorMessage()
        profile.allowLogCollectionOnInstallFailure = try setting("allowLogCollectionOnInstallFailure")
        profile.disableUserStatusTrackingAfterFirstUser = try setting("disableUserStatusTrackingAfterFirstUser")
        profile.trackInstallProgressForAutopilotOnly = try setting("trackInstallProgressForAutopilotOnly")
        profile.blockDeviceSetupRetryByUser = try setting("blockDeviceSetupRetryByUser")
        profile.allowDeviceResetOnInstallFailure = try setting("allowDeviceResetOnInstallFailure")
        profile.allowDeviceUseOnInstallFailure = try setting("allowDeviceUseOnInstallFailure")
        profile.selectedMobileAppIds = try selectedApps()
        profile.allowNonBlockingAppInstallation = try settings.bool("allowNonBlockingAppInstallation")
        profile.installQualityUpdates = try settings.bool("installQualityUpdates")
        profile.blocksDeviceUse =
            try settings.bool("allowDeviceUseBeforeProfileAndAppInstallComplete").map { !$0 } ?? isBlocking(profile)
        profile.installProgressTimeoutInMinutes = try timeout(isShown: profile.showInstallationProgress)
        reportLocks(of: profile)
        reportUnknown()
        let findings = (frame.findings + settings.findings).sorted { $0.property < $1.property }
        return EnrollmentStatusPageProfile.Reading(
            profile: profile, findings: findings, unknownProperties: unknownProperties(findings),
            position: frame.position)
    }

    /// A switch, false when it is missing.
    private func setting(_ name: String) throws(ProfileError) -> Bool { try settings.bool(name) ?? false }

    /// Every boolean is false when it is missing, so the newer shape hides the page then and the older one shows it.
    private func isShown() throws(ProfileError) -> Bool {
        if let isShown = try settings.bool("showInstallationProgress") { return isShown }
        if let isHidden = try settings.bool("hideInstallationProgress") { return !isHidden }
        return isNested || settings.members["@odata.type"]?.string?.hasSuffix(ProfileNames.olderType) ?? false
    }

    private func isBlocking(_ profile: EnrollmentStatusPageProfile) -> Bool {
        !profile.blockDeviceSetupRetryByUser || profile.allowDeviceResetOnInstallFailure
            || profile.allowDeviceUseOnInstallFailure
    }

    private mutating func timeout(isShown: Bool) throws(ProfileError) -> Int {
        let name = "installProgressTimeoutInMinutes"
        if try settings.int(name) == 0, !isShown {
            settings.report(.timeoutNotSet, name)
            return EnrollmentStatusPageProfile.defaultTimeout
        }
        return try settings.int(name, in: EnrollmentStatusPageProfile.timeoutRange)
            ?? EnrollmentStatusPageProfile.defaultTimeout
    }

    private mutating func errorMessage() throws(ProfileError) -> String? {
        let name = "customErrorMessage"
        let text = try settings.string(name)
        let allowed = EnrollmentStatusPageProfile.maximumErrorMessageLength
        if let text, text.count > allowed {
            throw settings.error(.tooLong(actual: text.count, allowed: allowed), at: name)
        }
        if let text, !text.unicodeScalars.allSatisfy(Self.isSendable) { settings.report(.unsendableCharacter, name) }
        return text
    }

    /// XML 1.0, production Char.
    private static func isSendable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        case _: true
        }
    }

    private mutating func selectedApps() throws(ProfileError) -> [String] {
        let name = "selectedMobileAppIds"
        let ids = try settings.strings(name)
        let allowed = EnrollmentStatusPageProfile.maximumSelectedApps
        guard ids.count <= allowed else {
            throw settings.error(.tooManyApps(actual: ids.count, allowed: allowed), at: name)
        }
        var seen: Set<String> = []
        for id in ids {
            guard GUID.isBare(id) else { throw settings.error(.notGUID(id), at: name) }
            if !seen.insert(id.lowercased()).inserted { settings.report(.repeatedApp(id), name) }
        }
        return ids
    }

    private mutating func reportUnknown() {
        let own = isNested ? [] : ProfileNames.housekeeping
        settings.reportUnknown(besides: ProfileNames.settings.union(own))
        guard isNested else { return }
        frame.reportUnknown(
            besides: ProfileNames.housekeeping.union(ProfileNames.deployment).union(ProfileNames.nested))
    }

    private func unknownProperties(_ findings: [ProfileFinding]) -> [String: String] {
        var properties: [String: String] = [:]
        for finding in findings where finding.code == .unknownProperty {
            for reader in [frame, settings] where finding.property.hasPrefix(reader.path) {
                let name = String(finding.property.dropFirst(reader.path.count))
                guard let node = reader.members[name] else { continue }
                properties[finding.property] = String(decoding: source[node.range], as: UTF8.self)
            }
        }
        return properties
    }
}
