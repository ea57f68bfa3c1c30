import Notation
import Testing

struct GUIDTests {
    private static let bare = "2b2a6f2f-7A0C-4a6d-9d3b-5d4c6b1f0a11"

    @Test("A GUID, bare and in braces")
    func good() {
        #expect(GUID.isBare(Self.bare) && GUID.isGUID(Self.bare) && GUID.isGUID("{\(Self.bare)}"))
        #expect(!GUID.isBare("{\(Self.bare)}"))
    }

    @Test(
        "What is no GUID",
        arguments: [
            "", "{}", "{2b2a6f2f-7A0C-4a6d-9d3b-5d4c6b1f0a11", "2b2a6f2f-7A0C-4a6d-9d3b-5d4c6b1f0a1",
            "2b2a6f2f7A0C4a6d9d3b5d4c6b1f0a11", "2b2a6f2g-7A0C-4a6d-9d3b-5d4c6b1f0a11",
            "2b2a6f2f-7A0C-4a6d-9d3b-5d4c6b1f\u{FF10}1", "2b2a6f2-f7A0C-4a6d-9d3b-5d4c6b1f0a11",
        ])
    func bad(text: String) {
        #expect(!GUID.isGUID(text) && !GUID.isBare(text))
    }
}
