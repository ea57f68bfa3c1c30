/// The elements of a device description that carry facts, by local name: the core elements stand in no namespace although
/// the schema gives them one (windows-csp.md 6.6 pitfall 1).
enum DDFElement: String {
    case mgmtTree = "MgmtTree"
    case node = "Node"
    case nodeName = "NodeName"
    case path = "Path"
    case properties = "DFProperties"

    case accessType = "AccessType"
    case defaultValue = "DefaultValue"
    case description = "Description"
    case format = "DFFormat"
    case occurrence = "Occurrence"
    case scope = "Scope"
    case title = "DFTitle"
    case type = "DFType"
    case caseSense = "CaseSense"
    case mime = "MIME"

    case applicability = "Applicability"
    case osBuildVersion = "OsBuildVersion"
    case cspVersion = "CspVersion"
    case editionAllowList = "EditionAllowList"
    case requiresAzureAD = "RequiresAzureAd"
    case dynamicNodeNaming = "DynamicNodeNaming"
    case allowedValues = "AllowedValues"
    case `enum` = "Enum"
    case value = "Value"
    case list = "List"
    case admxBackedValues = "AdmxBacked"
    case rebootBehavior = "RebootBehavior"
    case conflictResolution = "ConflictResolution"
    case deprecated = "Deprecated"
    case atomicRequired = "AtomicRequired"

    case supportedValues = "SupportedValues"
    case supportedValue = "SupportedValue"
    case minValue = "MinValue"
    case maxValue = "MaxValue"
    case separator = "SubStringSeparatorChar"
    case admxBacked = "ADMXBacked"
    case xmlSchema = "XMLSchema"

    /// Known elements that carry nothing we keep: prose, group policy names, and facts of platforms that are gone.
    static let passedOver: Set<String> = [
        "VerDTD", "Man", "Mod", "Diagnostics", "DDFName", "ReplaceBehavior", "GpMapping", "CommonErrorResults",
        "DependencyBehavior", "ValueDescription", "RTProperties", "ADMXCategory", "ADMXPolicyName", "ADMXMapped",
        "ADMXMappedElement", "GPDBMappedCategory", "GPDBMappedName", "GPRegistryMappedCategory",
        "GPRegistryMappedName", "NotSupportedOnPlatform", "MaxLength", "RWAccess", "StartOSVerison",
    ]

    /// The elements that only the second version of the format has.
    static let ofVersion2: Set<String> = [
        "Diagnostics", "Applicability", "DynamicNodeNaming", "AllowedValues", "GpMapping", "ReplaceBehavior",
        "RebootBehavior", "CommonErrorResults", "Deprecated", "DependencyBehavior", "AtomicRequired",
    ]
}
