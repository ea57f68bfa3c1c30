import TestSupport
import Testing

/// `--protocol` and `--choice A…` of apply and run, and the scenario keys of the same meaning.
@Suite struct ProtocolOptionTests {
    private static let life = """
        name: One app
        apps: [{name: A, kind: msi, productCode: "{22222222-1111-4111-8111-111111111111}"}]

        """

    @Test(
        "64, and what is possible, for unknown dialects, rows and options",
        arguments: [
            (["--protocol", "posix"], "'windows' and 'oma'"), (["--choice", "A36=text"], "A1 to A35"),
            (["--choice", "A7=perhaps"], "A7 takes answered or obeyed"), (["--choice", "A7"], "A7=obeyed"),
            (["--choice", "U-11=absent"], "U-03, U-08 and A1 to A35"),
        ])
    func refused(arguments: [String], text: String) throws {
        let run = try Tool.run(["apply", "SyncML-samples/get-variants.xml"] + arguments)
        #expect(run.exitStatus == 64)
        #expect(run.errors.contains(text))
    }

    @Test("A question of the standard has no bearing on a profile and is refused there")
    func foreign() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "profile.json")
        let run = try Tool.run(["esp", "profile", "profile.json", "--choice", "A7=obeyed"], in: folder.url)
        #expect(run.exitStatus == 64)
        #expect(!run.errors.contains("A1 to A35"))
    }

    @Test("A scenario takes protocol and A rows; a wrong one is refused with its place")
    func scenario() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.life + "choices: {A7: obeyed}\n", to: "good.yaml")
        #expect(try Tool.run(["run", "good.yaml", "--choice", "A30=unsent"], in: folder.url).exitStatus == 0)
        try folder.write(Self.life + "protocol: syncml\n", to: "dialect.yaml")
        let dialect = try Tool.run(["run", "dialect.yaml"], in: folder.url)
        #expect(dialect.exitStatus == 2)
        #expect(dialect.errors.contains("dialect.yaml:3:11") && dialect.errors.contains("windows or oma"))
        try folder.write(Self.life + "choices: {A40: obeyed}\n", to: "row.yaml")
        let row = try Tool.run(["run", "row.yaml"], in: folder.url)
        #expect(row.exitStatus == 2 && row.errors.contains("there is no open question \"A40\""))
    }
}
