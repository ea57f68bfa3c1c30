/// Where a reader finds the document behind a reference such as "oma-dm.md 2.9; MS-MDM 2.2.4.1".
enum ReferenceLink {
    /// The public documents that our reference files restate, and that references name.
    private static let documents: [(name: String, address: String)] = [
        (
            "MS-MDM",
            "https://learn.microsoft.com/openspecs/windows_protocols/ms-mdm/33769a92-ac31-47ef-ae7b-dc8501f7104f"
        ),
        (
            "MS-MDE2",
            "https://learn.microsoft.com/openspecs/windows_protocols/ms-mde2/4d7eadd5-3951-4f1c-8159-c39e07cbe692"
        ),
        ("oma-dm.md", "https://www.openmobilealliance.org/release/DM/V1_2_1-20080617-A/"),
        (
            "windows-csp.md",
            "https://learn.microsoft.com/windows/client-management/mdm/configuration-service-provider-ddf"
        ),
        (
            "enrollment.md",
            "https://learn.microsoft.com/openspecs/windows_protocols/ms-mde2/4d7eadd5-3951-4f1c-8159-c39e07cbe692"
        ),
        (
            "esp-behaviour.md",
            "https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/understand-troubleshoot-esp"
        ),
    ]

    /// The address of the first document that the reference names; nil for what is our own choice.
    static func address(of reference: String) -> String? {
        for part in reference.split(separator: ";") {
            let words = part.split(separator: " ", maxSplits: 1)
            if let document = documents.first(where: { words.first.map(String.init) == $0.name }) {
                return document.address
            }
        }
        return nil
    }
}
