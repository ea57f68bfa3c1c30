/// The names that Graph gives to the properties of a profile and of what may hold one (esp-behaviour.md 1.1).
enum ProfileNames {
    /// The settings of both shapes.
    static let settings: Set<String> = [
        "showInstallationProgress", "hideInstallationProgress", "installProgressTimeoutInMinutes", "customErrorMessage",
        "allowLogCollectionOnInstallFailure", "disableUserStatusTrackingAfterFirstUser",
        "trackInstallProgressForAutopilotOnly", "blockDeviceSetupRetryByUser", "allowDeviceResetOnInstallFailure",
        "allowDeviceUseOnInstallFailure", "allowDeviceUseBeforeProfileAndAppInstallComplete", "selectedMobileAppIds",
        "allowNonBlockingAppInstallation", "installQualityUpdates",
    ]

    /// What every enrolment configuration has.
    static let housekeeping: Set<String> = [
        "id", "displayName", "description", "createdDateTime", "lastModifiedDateTime", "version", "priority",
        "roleScopeTagIds", "deviceEnrollmentConfigurationType", "assignments",
    ]

    /// The members of an Autopilot deployment profile that are no business of the page.
    static let deployment: Set<String> = [
        "language", "locale", "outOfBoxExperienceSettings", "outOfBoxExperienceSetting", "extractHardwareHash",
        "hardwareHashExtractionEnabled", "deviceNameTemplate", "deviceType", "enableWhiteGlove",
        "preprovisioningAllowed", "managementServiceAppId", "assignedDevices",
        "hybridAzureADJoinSkipConnectivityCheck",
    ]

    /// The members of a deployment profile that hold the older shape.
    static let nested = ["enrollmentStatusScreenSettings", "windowsEnrollmentStatusScreenSettings"]

    static let newerType = "windows10EnrollmentCompletionPageConfiguration"
    static let olderType = "windowsEnrollmentStatusScreenSettings"
    static let defaultType = "defaultWindows10EnrollmentCompletionPageConfiguration"
}

extension EnrollmentStatusPageProfile {
    /// Every property name that is understood, for hints on those that are not.
    public static let propertyNames = ProfileNames.settings.union(ProfileNames.housekeeping).sorted()
}
