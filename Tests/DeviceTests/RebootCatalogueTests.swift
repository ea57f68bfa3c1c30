import DMTree
import ESP
import Testing

/// What a device hands over from its tree to the page's rules.
struct RebootCatalogueTests {
    @Test(
        "ESP-325, esp-behaviour.md 3.3: the nodes that need a restart, in every spelling",
        arguments: [
            "./Device/Vendor/MSFT/Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity",
            "./Vendor/MSFT/Policy/Config/deviceguard/enablevirtualizationbasedsecurity",
            "./Device/Vendor/MSFT/Accounts/Domain/ComputerName",
            "./Device/Vendor/MSFT/Policy/Config/DmaGuard/DeviceEnumerationPolicy",
            "./Device/Vendor/MSFT/Policy/Config/ExploitGuard/ExploitProtectionSettings",
            "./Device/Vendor/MSFT/Policy/Config/Update/ManagePreviewBuilds",
            "./Device/Vendor/MSFT/Policy/Config/ServiceControlManager/SvchostProcessMitigation",
        ])
    func contained(uri: String) throws { #expect(RebootCatalogue.contains(try TreeURI(uri).keys)) }

    @Test(
        "Other nodes need none",
        arguments: [
            "./Device/Vendor/MSFT/Policy/Config/DeviceGuard",
            "./Device/Vendor/MSFT/Policy/Config/Experience/AllowCortana", "./DevInfo/DevId",
        ])
    func other(uri: String) throws { #expect(!RebootCatalogue.contains(try TreeURI(uri).keys)) }

    @Test("ESP-403: the count is trusted; one beyond 32 bits is no count, and no sum of them overflows")
    func counts() {
        let entries = ExpectedList.msiAppPackages.entries(
            in: "./a;3\u{F000}./b;9223372036854775807\u{F000}./c;2147483647")
        #expect(entries.map(\.count) == [3, 1, 2_147_483_647])
    }
}
