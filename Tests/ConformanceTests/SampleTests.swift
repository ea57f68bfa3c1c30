import Conformance
import Testing

/// Every rule with messages that break it and messages that do not.
struct SampleTests {
    /// Rules that no message can break: ours to tell of a capture, of the encoder, or of a lack of memory.
    private static let withoutSample: Set<String> = [
        // Four million tags in one message; SyncMLTests/LimitTests has it with a smaller limit.
        "message.too-many-events",
        // A root that is not SyncML is told as what it is: document.other and its like.
        "message.wrong-root", "message.out-of-memory", "wbxml.lost",
    ]

    @Test("A failing sample breaks its rule, and no other than its companions", arguments: RuleSample.all)
    func failing(_ sample: RuleSample) {
        let broken = sample.fail.brokenRules(sample.context)
        #expect(broken.contains(sample.rule))
        let others = broken.subtracting(sample.companions).subtracting([sample.rule])
        #expect(others.sorted() == [])
    }

    @Test("A passing sample does not break its rule, nor another", arguments: RuleSample.all)
    func passing(_ sample: RuleSample) {
        let broken = sample.pass.brokenRules(sample.context)
        #expect(broken.subtracting(sample.companions.subtracting([sample.rule])).sorted() == [])
    }

    @Test("No rule lacks its samples, and no sample is of a rule that is not there")
    func complete() {
        let sampled = Set(RuleSample.all.map(\.rule))
        let rules = Set(Rule.all.filter { !$0.id.hasPrefix("capture.") }.map(\.id))
        #expect(rules.subtracting(sampled).subtracting(Self.withoutSample).sorted() == [])
        #expect(sampled.subtracting(rules).sorted() == [])
    }

    @Test("Ids are unique, and made of lower-case words")
    func ids() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
        for rule in Rule.all {
            // `apply` has one id without a dot.
            #expect(
                rule.id == "observed" || rule.id.wholeMatch(of: /[a-z0-9-]+\.[a-z0-9-]+/) != nil, "\(rule.id)")
            #expect(rule.summary.hasSuffix("."), "\(rule.id)")
            #expect(!rule.reference.isEmpty, "\(rule.id)")
        }
    }
}
