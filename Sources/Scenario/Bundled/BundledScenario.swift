/// The scenario that ships inside the tool.
public enum BundledScenario {
    /// The YAML text of `user-driven.yaml`.
    public static var text: String { String(decoding: PackageResources.user_driven_yaml, as: UTF8.self) }
}
