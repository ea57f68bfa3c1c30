import Device
import Foundation
import TestSupport
import Testing

/// `espalier run --registry`.
@Suite struct RegistryOptionTests {
    private static let settings = RegistryPath(#"SOFTWARE\Microsoft\Provisioning\AutopilotSettings"#)

    private static let failing = """
        name: One app fails
        profile: {showInstallationProgress: true, allowDeviceUseOnInstallFailure: true}
        agent: {starts: 10s}
        apps: [{name: A, exitCode: 1603}]
        """

    @Test("the file holds the registry of the life")
    func file() throws {
        let folder = try TemporaryFolder()
        let run = try Tool.run(["run", "--registry", "life.reg"], in: folder.url)
        #expect(run.exitStatus == 0)
        #expect(run.output.contains("Device setup: Complete"))
        let bytes = [UInt8](try Data(contentsOf: folder.url.appendingPathComponent("life.reg")))
        let registry = try RegFileReader.read(bytes)
        #expect(registry[Self.settings, "Global.ShowContinueAnywayButton"] == .string("true"))
    }

    @Test("the file is written also when the life fails")
    func failure() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.failing, to: "failing.yaml")
        let run = try Tool.run(["run", "failing.yaml", "--format", "json", "--registry", "life.reg"], in: folder.url)
        #expect(run.exitStatus == 1)
        let bytes = [UInt8](try Data(contentsOf: folder.url.appendingPathComponent("life.reg")))
        guard case .string(let json)? = try RegFileReader.read(bytes)[Self.settings, "DeviceSetupCategory.Status"]
        else {
            Issue.record("no category JSON")
            return
        }
        #expect(json.contains("(0x80070643)"))
    }

    @Test("- is standard output, which then holds the file and nothing else")
    func standardOutput() throws {
        let run = try Tool.run(["run", "--registry", "-"])
        #expect(run.exitStatus == 0)
        #expect(try RegFileReader.read(run.outputBytes)[Self.settings] != nil)
    }

    @Test("two documents cannot share standard output")
    func conflict() throws {
        #expect(try Tool.run(["run", "--registry", "-", "--format", "json"]).exitStatus == 64)
    }

    @Test("a file that cannot be written: exit status 2 and its name")
    func unwritable() throws {
        let run = try Tool.run(["run", "--registry", "/nowhere/life.reg"])
        #expect(run.exitStatus == 2)
        #expect(run.errors.contains("/nowhere/life.reg"))
    }
}
