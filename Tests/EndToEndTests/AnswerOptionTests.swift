import TestSupport
import Testing

/// `apply --answer`: the user who answers alerts 1100 to 1104 (oma-dm.md 2.5).
@Suite struct AnswerOptionTests {
    private static func question(_ code: Int, _ items: [String]) -> String {
        "<Alert><CmdID>2</CmdID><Data>\(code)</Data>"
            + items.map { "<Item><Data>\($0)</Data></Item>" }.joined() + "</Alert>"
    }

    private func run(_ commands: String, _ arguments: [String]) throws -> Tool.Run {
        let folder = try TemporaryFolder()
        try folder.write(commands, to: "question.xml")
        return try Tool.run(["apply", "question.xml"] + arguments, in: folder.url)
    }

    @Test(
        "Each answer goes to one question, in order",
        arguments: [
            (1100, ["", "Hello"], "accept", "200"), (1101, ["", "Go?"], "reject", "304"),
            (1101, ["", "Go?"], "cancel", "214"), (1101, ["", "Go?"], "silence", "408"),
            (1102, ["", "Where?"], "text=Room 12", "200, Room 12"),
            (1103, ["", "Which?", "A", "B"], "choices=2", "200, 2"),
            (1104, ["", "Which?", "A", "B", "C"], "choices=1,3", "200, 1, 3"),
        ])
    func answered(code: Int, items: [String], answer: String, shown: String) throws {
        let run = try run(Self.question(code, items), ["--protocol", "oma", "--answer", answer])
        #expect(run.output.contains("the user was asked \"\(items[1])\": \(shown)"), "\(run.output)")
    }

    @Test("Without an answer nobody can be asked: 406, in both dialects")
    func nobody() throws {
        for dialect in ["windows", "oma"] {
            let run = try run(Self.question(1101, ["", "Go?"]), ["--protocol", dialect])
            #expect(run.output.contains("406") && !run.output.contains("the user was asked"))
        }
    }

    @Test(
        "64 for an answer that is none, and for one to Windows, which never asks",
        arguments: [
            (["--protocol", "oma", "--answer", "perhaps"], "perhaps"),
            (["--protocol", "oma", "--answer", "choices=0"], "choices=0"),
            (["--protocol", "oma", "--answer", "choices=1,,2"], "choices=1,,2"),
            (["--protocol", "oma", "--answer", "accept=1"], "accept=1"), (["--answer", "accept"], "--protocol oma"),
        ])
    func refused(arguments: [String], text: String) throws {
        let run = try run(Self.question(1101, ["", "Go?"]), arguments)
        #expect(run.exitStatus == 64 && run.errors.contains(text), "\(run.errors)")
    }

    @Test("What was typed as a password is not shown")
    func password() throws {
        let run = try run(
            Self.question(1102, ["ET=P", "Password?"]), ["--protocol", "oma", "--answer", "text=Sesame-77"])
        #expect(run.output.contains("(hidden)") && !run.output.contains("Sesame-77"))
    }
}
