import Foundation
import TestSupport
import Testing

@testable import ESP

/// RFC 8259, and what a hostile document may not do.
struct ProfileJSONTests {
    private func fault(_ text: String) -> (fault: JSONFault, line: Int, column: Int)? {
        do throws(JSONError) {
            _ = try JSONParser.parse(text)
            return nil
        } catch {
            return (error.fault, error.position.line, error.position.column)
        }
    }

    @Test(
        "Every kind of value is read",
        arguments: [
            ("null", JSONNode.Value.null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .int(0)),
            ("-7", .int(-7)), ("60.0", .int(60)), ("6e1", .int(60)), ("1.5", .number), ("1e400", .number),
            ("99999999999999999999", .number), ("9223372036854775807", .int(.max)), (#""""#, .string("")),
            (#""\u00e4\n\"\\\/\b\f\r\t""#, .string("ä\n\"\\/\u{08}\u{0C}\r\t")),
            (#""\ud83d\ude00""#, .string("😀")), ("[]", .array([])), ("{ }", .object([:])), ("\u{FEFF}1", .int(1)),
        ])
    func values(text: String, expected: JSONNode.Value) throws {
        #expect(try JSONParser.parse(text).root.value == expected)
    }

    @Test(
        "What is no JSON is refused with line and column",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("{\n  \"a\": tru\n}", 2, 8), ("[1,]", 1, 4), ("{\"a\" 1}", 1, 6),
            ("{\"ä\":1,\n\"b\"}", 2, 4), ("01", 1, 2), ("1.", 1, 3), ("-", 1, 2), ("1e", 1, 3), ("\"a\nb\"", 1, 3),
            ("\"\\x\"", 1, 2), ("\"\\ud83d\"", 1, 2), ("\"\\udc00\"", 1, 2), ("\"\\u12g4\"", 1, 6), ("\"a", 1, 3),
            ("1 2", 1, 3), ("'a'", 1, 1), ("{a:1}", 1, 2), ("{\"a\":1,\"a\":2}", 1, 8), ("nul", 1, 1), ("\u{0}", 1, 1),
        ])
    func refused(text: String, line: Int, column: Int) throws {
        let found = try #require(fault(text))
        #expect(found.line == line && found.column == column)
        #expect(!found.fault.description.isEmpty)
    }

    @Test("The faults name what they found")
    func words() {
        #expect(fault("{\"a\":1,\"a\":2}")?.fault == .repeatedName("a"))
        #expect(fault("[1 2]")?.fault == .unexpected(found: "\"2\"", expected: "a comma or a closing bracket"))
        #expect(fault("{")?.fault == .endOfDocument(expected: "a name in quotes"))
        #expect(fault("[] x")?.fault == .textAfterEnd)
    }

    @Test("64 arrays inside each other are read, 65 are refused; a bomb of a million does not crash")
    func depth() {
        func nested(_ count: Int) -> String {
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        #expect(fault(nested(64)) == nil)
        #expect(fault(nested(65))?.fault == .tooDeep(allowed: 64))
        #expect(fault(nested(1_000_000))?.fault == .tooDeep(allowed: 64))
        #expect(fault(String(repeating: "{\"a\":", count: 100_000))?.fault == .tooDeep(allowed: 64))
    }

    @Test("A sample that is cut off at any byte is refused as no JSON, with a place inside of it")
    func truncation() throws {
        let url = Repository.root.appendingPathComponent("SyncML-samples/profiles/tenant.json")
        let bytes = [UInt8](try Data(contentsOf: url))
        let lines = bytes.count { $0 == UInt8(ascii: "\n") }
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
        for length in 0...end {
            let error = #expect(throws: ProfileError.self) {
                try ProfileDocument(json: String(decoding: bytes.prefix(length), as: UTF8.self))
            }
            guard case .notJSON? = error?.code, let position = error?.position, position.line <= lines else {
                Issue.record("cut after \(length) bytes: \(String(describing: error))")
                return
            }
        }
        #expect(throws: Never.self) { try ProfileDocument(json: String(decoding: bytes, as: UTF8.self)) }
    }

    @Test(
        "A sample with any one byte replaced is read or refused, and never crashes", arguments: ["\"", "{", "9", "\\"])
    func damage(character: String) throws {
        let url = Repository.root.appendingPathComponent("SyncML-samples/profiles/filtered.json")
        let bytes = [UInt8](try Data(contentsOf: url))
        let byte = try #require(character.utf8.first)
        var refused = 0
        for index in bytes.indices where bytes[index] > 0x20 {
            var damaged = bytes
            damaged[index] = byte
            do throws(ProfileError) {
                _ = try ProfileDocument(json: String(decoding: damaged, as: UTF8.self))
            } catch {
                refused += 1
                #expect(!error.description.isEmpty)
            }
        }
        #expect(refused > 100)
    }
}
