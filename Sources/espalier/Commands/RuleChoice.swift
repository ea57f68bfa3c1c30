import ArgumentParser
import Conformance

/// The rules that `--rule` and `--ignore` leave.
struct RuleChoice {
    let rules: [Rule]

    /// - Throws: a usage error for a word that no rule has.
    init(only: [String], without: [String]) throws {
        for word in only + without where !Rule.all.contains(where: { Self.fits($0, word) }) {
            throw ValidationError("\(word): no such rule. `espalier lint --list` names them all.")
        }
        rules = Rule.all.filter { rule in
            (only.isEmpty || only.contains { Self.fits(rule, $0) }) && !without.contains { Self.fits(rule, $0) }
        }
    }

    /// `atomic.get` and `atomic` both fit `atomic.get`.
    private static func fits(_ rule: Rule, _ word: String) -> Bool {
        rule.id == word || rule.id.hasPrefix(word + ".")
    }
}
