import LifePageServer
import Testing

@Suite("Token of the page")
struct PageTokenTests {
    @Test("two tokens differ")
    func differ() {
        var generator = SystemRandomNumberGenerator()
        #expect(PageToken(using: &generator) != PageToken(using: &generator))
    }
}
