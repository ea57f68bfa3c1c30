extension EnrollmentStatusPageProfile {
    /// A profile with what was worth a word while it was read.
    public struct Reading: Hashable, Sendable {
        public let profile: EnrollmentStatusPageProfile
        /// In the alphabetical order of their properties.
        public let findings: [ProfileFinding]
    }

    /// Reads a profile from Graph's JSON: a `windows10EnrollmentCompletionPageConfiguration`, or the older
    /// `windowsEnrollmentStatusScreenSettings`, alone or inside a deployment profile (esp-behaviour.md 1.1).
    ///
    /// ESP-006 has no property in the newer shape. What public exports show: the hidden default profile, which does not
    /// block, has `blockDeviceSetupRetryByUser` true, and Intune refuses a blocking list together with it. So device
    /// use is blocked when Try again is allowed, or when Reset or Continue anyway is, because both need ESP-006. The
    /// older shape says it by `allowDeviceUseBeforeProfileAndAppInstallComplete`, which is accepted in both.
    /// - Throws: `ProfileError` for text that is not JSON, for wrong types and for values outside their limits.
    public static func read(json: String) throws(ProfileError) -> Reading {
        guard let document = try JSONValue.parse(json).members else {
            throw ProfileError(code: .noProfile, property: "")
        }
        var reader = ProfileReader(members: try ProfileReader.settings(in: document))
        return try reader.read()
    }
}

/// Reads one settings object, property by property.
private struct ProfileReader {
    let members: [String: JSONValue]
    var findings: [ProfileFinding] = []

    init(members: [String: JSONValue]) { self.members = members }

    /// The object that holds the settings: the document itself or a member of a deployment profile.
    static func settings(in document: [String: JSONValue]) throws(ProfileError) -> [String: JSONValue] {
        for name in ["enrollmentStatusScreenSettings", "windowsEnrollmentStatusScreenSettings"] {
            if let nested = document[name]?.members { return nested }
        }
        guard document.keys.contains(where: { settingNames.contains($0) }) else {
            throw ProfileError(code: .noProfile, property: "")
        }
        return document
    }

    mutating func read() throws(ProfileError) -> EnrollmentStatusPageProfile.Reading {
        var profile = EnrollmentStatusPageProfile()
        try readHousekeeping(into: &profile)
        profile.showInstallationProgress = try isShown()
        profile.customErrorMessage = try errorMessage()
        profile.allowLogCollectionOnInstallFailure = try bool("allowLogCollectionOnInstallFailure") ?? false
        profile.disableUserStatusTrackingAfterFirstUser = try bool("disableUserStatusTrackingAfterFirstUser") ?? false
        profile.trackInstallProgressForAutopilotOnly = try bool("trackInstallProgressForAutopilotOnly") ?? false
        profile.blockDeviceSetupRetryByUser = try bool("blockDeviceSetupRetryByUser") ?? false
        profile.allowDeviceResetOnInstallFailure = try bool("allowDeviceResetOnInstallFailure") ?? false
        profile.allowDeviceUseOnInstallFailure = try bool("allowDeviceUseOnInstallFailure") ?? false
        profile.selectedMobileAppIds = try selectedApps()
        profile.allowNonBlockingAppInstallation = try bool("allowNonBlockingAppInstallation") ?? false
        profile.installQualityUpdates = try bool("installQualityUpdates") ?? false
        profile.blocksDeviceUse =
            try bool("allowDeviceUseBeforeProfileAndAppInstallComplete").map { !$0 } ?? isBlocking(profile)
        profile.installProgressTimeoutInMinutes = try timeout(isShown: profile.showInstallationProgress)
        reportLocked(in: profile)
        for name in members.keys where !Self.isKnown(name) { report(.unknownProperty, name) }
        return EnrollmentStatusPageProfile.Reading(
            profile: profile, findings: findings.sorted { $0.property < $1.property })
    }

    /// Every boolean is false when it is missing, so the newer shape hides the page then and the older one shows it.
    private func isShown() throws(ProfileError) -> Bool {
        if let isShown = try bool("showInstallationProgress") { return isShown }
        if let isHidden = try bool("hideInstallationProgress") { return !isHidden }
        guard case .string(let type) = members["@odata.type"] else { return false }
        return type.hasSuffix("windowsEnrollmentStatusScreenSettings")
    }

    private func isBlocking(_ profile: EnrollmentStatusPageProfile) -> Bool {
        !profile.blockDeviceSetupRetryByUser || profile.allowDeviceResetOnInstallFailure
            || profile.allowDeviceUseOnInstallFailure
    }

    private func readHousekeeping(into profile: inout EnrollmentStatusPageProfile) throws(ProfileError) {
        profile.id = try string("id")
        profile.displayName = try string("displayName")
        profile.priority = try int("priority")
        let kind = try string("deviceEnrollmentConfigurationType")
        profile.isDefault = kind == "defaultWindows10EnrollmentCompletionPageConfiguration"
    }

    private mutating func timeout(isShown: Bool) throws(ProfileError) -> Int {
        let name = "installProgressTimeoutInMinutes"
        guard let minutes = try int(name) else { return 60 }
        if minutes == 0, !isShown {
            report(.timeoutNotSet, name)
            return 60
        }
        let allowed = EnrollmentStatusPageProfile.timeoutRange
        guard allowed.contains(minutes) else {
            throw ProfileError(code: .outOfRange(actual: minutes, allowed: allowed), property: name)
        }
        return minutes
    }

    private func errorMessage() throws(ProfileError) -> String? {
        let name = "customErrorMessage"
        let text = try string(name)
        let allowed = EnrollmentStatusPageProfile.maximumErrorMessageLength
        if let text, text.count > allowed {
            throw ProfileError(code: .tooLong(actual: text.count, allowed: allowed), property: name)
        }
        return text
    }

    private func selectedApps() throws(ProfileError) -> [String] {
        let name = "selectedMobileAppIds"
        guard let value = members[name], value != .null else { return [] }
        let wrongType = ProfileError(code: .wrongType(expected: "an array of strings"), property: name)
        guard case .array(let entries) = value else { throw wrongType }
        let allowed = EnrollmentStatusPageProfile.maximumSelectedApps
        guard entries.count <= allowed else {
            throw ProfileError(code: .tooManyApps(actual: entries.count, allowed: allowed), property: name)
        }
        var ids: [String] = []
        for entry in entries {
            guard case .string(let id) = entry else { throw wrongType }
            guard Self.isGUID(id) else { throw ProfileError(code: .notGUID(id), property: name) }
            ids.append(id)
        }
        return ids
    }

    /// Settings that another setting locks, and settings that are not played yet.
    private mutating func reportLocked(in profile: EnrollmentStatusPageProfile) {
        if profile.showInstallationProgress, !profile.blocksDeviceUse {
            let reason = "device use is not blocked (ESP-006)"
            if !profile.selectedMobileAppIds.isEmpty {
                report(.hasNoEffect(because: reason), "selectedMobileAppIds")
            }
        }
        if profile.allowNonBlockingAppInstallation { report(.notPlayedYet, "allowNonBlockingAppInstallation") }
        if profile.installQualityUpdates { report(.notPlayedYet, "installQualityUpdates") }
    }

    private mutating func report(_ code: ProfileFinding.Code, _ property: String) {
        findings.append(ProfileFinding(code: code, property: property))
    }

    private func bool(_ name: String) throws(ProfileError) -> Bool? {
        switch members[name] {
        case nil, .null: return nil
        case .bool(let value): return value
        case .int, .number, .string, .array, .object:
            throw ProfileError(code: .wrongType(expected: "a boolean"), property: name)
        }
    }

    private func int(_ name: String) throws(ProfileError) -> Int? {
        switch members[name] {
        case nil, .null: return nil
        case .int(let value): return value
        case .bool, .number, .string, .array, .object:
            throw ProfileError(code: .wrongType(expected: "a whole number"), property: name)
        }
    }

    private func string(_ name: String) throws(ProfileError) -> String? {
        switch members[name] {
        case nil, .null: return nil
        case .string(let value): return value
        case .bool, .int, .number, .array, .object:
            throw ProfileError(code: .wrongType(expected: "a string"), property: name)
        }
    }

    private static func isGUID(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [8, 4, 4, 4, 12]
            && text.allSatisfy { $0 == "-" || ($0.isASCII && $0.isHexDigit) }
    }

    private static func isKnown(_ name: String) -> Bool {
        name.contains("@odata.") || settingNames.contains(name) || housekeepingNames.contains(name)
    }

    private static let settingNames: Set<String> = [
        "showInstallationProgress", "hideInstallationProgress", "installProgressTimeoutInMinutes", "customErrorMessage",
        "allowLogCollectionOnInstallFailure", "disableUserStatusTrackingAfterFirstUser",
        "trackInstallProgressForAutopilotOnly", "blockDeviceSetupRetryByUser", "allowDeviceResetOnInstallFailure",
        "allowDeviceUseOnInstallFailure", "allowDeviceUseBeforeProfileAndAppInstallComplete", "selectedMobileAppIds",
        "allowNonBlockingAppInstallation", "installQualityUpdates",
    ]

    private static let housekeepingNames: Set<String> = [
        "id", "displayName", "description", "createdDateTime", "lastModifiedDateTime", "version", "priority",
        "roleScopeTagIds", "deviceEnrollmentConfigurationType", "assignments",
    ]
}
