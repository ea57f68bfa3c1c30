import Notation
import ProtocolProfile
import Testing

/// The switches of oma-dm.md 8.
@Suite struct AmbiguitiesTests {
    @Test("Every row has at least two options and takes each of them by name", arguments: Ambiguities.ID.allCases)
    func options(id: Ambiguities.ID) throws {
        #expect(Set(id.options).count == id.options.count && id.options.count >= 2)
        var ambiguities = Ambiguities(.windows)
        for option in id.options {
            try ambiguities.set(id.rawValue, to: option)
            #expect(ambiguities.option(of: id) == option)
        }
    }

    @Test("The section has 35 rows") func count() {
        #expect(Ambiguities.ID.allCases.map(\.rawValue) == (1...35).map { "A\($0)" })
    }

    @Test("Unknown rows and options are told apart") func refusals() {
        var ambiguities = Ambiguities(.oma)
        #expect(throws: OptionRefusal.unknown("A36")) { try ambiguities.set("A36", to: "text") }
        #expect(throws: OptionRefusal.noOption("maybe", of: "A7", options: Ambiguities.ID.a7.options)) {
            try ambiguities.set("A7", to: "maybe")
        }
        #expect(ambiguities == Ambiguities(.oma))
    }

    @Test("The profiles differ where section 8 says so: A12, A13, A21, A27, A28") func profiles() {
        let differing = Ambiguities.ID.allCases.filter {
            Ambiguities(.windows).option(of: $0) != Ambiguities(.oma).option(of: $0)
        }
        #expect(differing == [.a12, .a13, .a21, .a27, .a28])
    }
}
