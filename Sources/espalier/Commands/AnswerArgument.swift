import ArgumentParser
import DMSession

/// What the user answers to one question of the server, as `--answer` takes it.
struct AnswerArgument: ExpressibleByArgument {
    let reply: UserScript.Reply

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts.first, parts.dropFirst().first) {
        case ("accept", nil): reply = .accept
        case ("reject", nil): reply = .reject
        case ("cancel", nil): reply = .cancel
        case ("silence", nil): reply = .silence
        case ("text", let text?): reply = .text(String(text))
        case ("choices", let list?):
            let numbers = list.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            let valid = numbers.compactMap { $0 }.filter { $0 > 0 }
            guard valid.count == numbers.count else { return nil }
            reply = .choices(valid)
        default: return nil
        }
    }
}
