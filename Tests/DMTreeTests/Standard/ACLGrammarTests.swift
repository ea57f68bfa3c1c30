import DMTree
import Foundation
import Testing

/// The grammar of oma-dm.md 3.4.
struct ACLGrammarTests {
    @Test(
        "DM-ACL-09: the grammar is accepted, and emitted in one spelling",
        arguments: [
            ("", ""), ("Get=*", "Get=*"), ("Get=A", "Get=A"), ("Get=A+B", "Get=A+B"), ("Get=B+A", "Get=B+A"),
            ("Replace=A&Add=B", "Add=B&Replace=A"),
            ("Replace=*&Get=*&Exec=*&Delete=*&Add=*", "Add=*&Delete=*&Exec=*&Get=*&Replace=*"),
            ("Get=A+*", "Get=*"), ("Get=*+A+B", "Get=*"), ("Get=A+A", "Get=A"), ("Get=A&Get=B", "Get=A+B"),
            ("Get=com.example.dm-1/2%20x", "Get=com.example.dm-1/2%20x"), ("Get=Ä\u{1F600}", "Get=Ä\u{1F600}"),
        ])
    func accepted(text: String, written: String) throws {
        let acl = try AccessControlList(text)
        #expect(acl.description == written)
        #expect(try AccessControlList(written) == acl)
        let saved = try JSONDecoder().decode([AccessControlList].self, from: JSONEncoder().encode([acl]))
        #expect(saved == [acl])
    }

    @Test(
        "DM-ACL-09: what the grammar does not have is refused with its place",
        arguments: [
            ("Copy=*", .unknownVerb, 0), ("get=*", .unknownVerb, 0), ("Get=*&", .unknownVerb, 6),
            ("&Get=*", .unknownVerb, 0), ("Get=A&&Add=B", .unknownVerb, 6), (" Get=*", .unknownVerb, 0),
            ("=A", .unknownVerb, 0), ("Get", .missingServer, 0), ("Get=", .missingServer, 4),
            ("Add=A&Get=", .missingServer, 10), ("Get=A+", .missingServer, 6), ("Get=+A", .missingServer, 4),
            ("Get=A++B", .missingServer, 6), ("Get=A B", .forbiddenCharacter, 4), ("Get=A=B", .forbiddenCharacter, 4),
            ("Get=B+A*", .forbiddenCharacter, 6), ("Get=**", .forbiddenCharacter, 4),
            ("Get=\u{7}", .forbiddenCharacter, 4), ("Get=A\u{A0}", .forbiddenCharacter, 4),
        ] as [(String, MalformedACL.Code, Int)])
    func refused(text: String, code: MalformedACL.Code, position: Int) {
        #expect(throws: MalformedACL(code: code, position: position)) { try AccessControlList(text) }
    }

    @Test("DM-ACL-09: cut off at every byte, an ACL is read as less or refused, and never as more")
    func truncated() throws {
        let text = "Add=A+B&Delete=*&Get=A+B+C&Replace=Ä"
        let whole = try AccessControlList(text)
        for end in text.unicodeScalars.indices {
            guard let part = try? AccessControlList(String(text[..<end])) else { continue }
            for verb in AccessControlList.Verb.allCases {
                for server in ["A", "B", "C", "D"] where part.allows(verb, server) {
                    #expect(whole.allows(verb, server), "\(text[..<end])")
                }
            }
        }
    }

    @Test("DM-ACL-09: random texts are read or refused, and what is read round-trips", .timeLimit(.minutes(1)))
    func abuse() throws {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["Add", "Get", "Replace", "=", "&", "+", "*", "A", "B", " ", "\u{0}", "é", "Exec=A"]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in pieces.randomElement() ?? "" }
                .joined()
            guard let acl = try? AccessControlList(text) else { continue }
            #expect(try AccessControlList(acl.description) == acl)
        }
        let long = "Get=" + (0..<20_000).map { "s\($0)" }.joined(separator: "+")
        #expect(throws: Never.self) { _ = try AccessControlList("Get=" + String(repeating: "x", count: 1_000_000)) }
        #expect(try AccessControlList(long).allows(.get, "s19999"))
    }

    @Test("3.4: a verb that no entry has is nobody's, and Copy has no entry of its own")
    func rights() throws {
        let acl = try AccessControlList("Add=*&Get=A+B")
        #expect(acl.allows(.add, "anybody"))
        #expect(acl.allows(.get, "A") && acl.allows(.get, "B") && !acl.allows(.get, "C"))
        #expect(!acl.allows(.replace, "A"))
        #expect(AccessControlList.rootDefault.description == "Add=*&Get=*")
    }

    @Test(
        "3.4: an identifier that the grammar has no room for is percent-encoded",
        arguments: [("MS DM Server", "MS%20DM%20Server"), ("a=b+c&d*e", "a%3Db%2Bc%26d%2Ae"), ("plain.id", "plain.id")])
    func identifiers(provider: String, identifier: String) throws {
        #expect(AccessControlList.identifier(of: provider) == identifier)
        #expect(try AccessControlList("Get=\(identifier)").allows(.get, identifier))
    }
}
