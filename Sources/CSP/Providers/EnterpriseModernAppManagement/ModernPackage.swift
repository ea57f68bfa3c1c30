/// A package of a Store or UWP app by its full name, `Name_Version_Architecture_ResourceID_PublisherID`.
public struct ModernPackage: Hashable, Sendable {
    public let fullName: String
    public let name: String
    public let version: String
    public let architecture: String
    /// Empty for the app itself, `~` for a bundle.
    public let resourceID: String
    public let publisherID: String

    /// `Name_PublisherID`, what AppInstallation and AppManagement call the app.
    public var familyName: String { "\(name)_\(publisherID)" }

    /// - Returns: nil for a text that is no full name.
    public init?(fullName: String) {
        let parts = fullName.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, [parts[0], parts[1], parts[2], parts[4]].allSatisfy({ !$0.isEmpty }) else { return nil }
        self.fullName = fullName
        (name, version, architecture, resourceID, publisherID) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    }

    /// A first version for 64 bits, for an app of which the family name is all that is known. A text that is no family
    /// name stands for the name, without a publisher.
    public init(familyName: String) {
        let parts = familyName.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        name = parts.count > 1 ? parts.dropLast().joined(separator: "_") : familyName
        publisherID = parts.count > 1 ? parts[parts.count - 1] : ""
        (version, architecture, resourceID) = ("1.0.0.0", "x64", "")
        fullName = "\(name)_\(version)_\(architecture)__\(publisherID)"
    }
}
