import Testing

@testable import Notation

struct QuestionIDTests {
    private enum Colour: String, CaseIterable {
        case red, green
    }

    private enum Question: String, QuestionID {
        case colour = "Q-1"

        var options: [String] { Colour.names }
    }

    @Test("A question and one of its options by their names")
    func named() throws {
        let question = try Question(named: "Q-1")
        #expect(question == .colour && question.options == ["red", "green"])
        let colour: Colour = try question.option("green")
        #expect(colour == .green)
    }

    @Test("Another id, another case of letters, another option", arguments: ["Q-2", "q-1", "", "Q-1 "])
    func refused(id: String) {
        #expect(throws: OptionRefusal.unknown(id)) { try Question(named: id) }
        #expect(throws: OptionRefusal.noOption(id, of: "Q-1", options: ["red", "green"])) {
            let _: Colour = try Question.colour.option(id)
        }
    }
}
