import Testing

@testable import LifePageServer

@Suite("Token of the page")
struct PageTokenTests {
    @Test("two tokens differ, and each matches itself alone")
    func differ() {
        var generator = SystemRandomNumberGenerator()
        let (one, other) = (PageToken(using: &generator), PageToken(using: &generator))
        #expect(one != other)
        #expect(one.matches(one.text))
        #expect(!one.matches(other.text))
        #expect(!one.matches(""))
        #expect(!one.matches(one.text + "a"))
        #expect(!one.matches(one.text.dropLast()))
    }

    @Test("a token says nothing of itself in a log")
    func isSecret() {
        var generator = SystemRandomNumberGenerator()
        let token = PageToken(using: &generator)
        #expect(!"\(token)".contains(token.text))
    }
}
