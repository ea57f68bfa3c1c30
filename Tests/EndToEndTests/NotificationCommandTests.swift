import Foundation
import TestSupport
import Testing

/// `espalier notification`, on the vectors of oma-dm.md 2.13.
@Suite struct NotificationCommandTests {
    private static let n1 =
        "6a6229275723a2977fef12fdd324f89d 02d0000000 1234 12 636f6d2e6d676d747372762e6d616e616765"
    private static let n4b = "69121cc174da17549db184c6ed1a62ff0328000000" + "00010f6d646d2e6578616d706c652e636f6d"
    private static let right = ["--server-id", "com.mgmtsrv.manage", "--password", "srvsecret", "--nonce", "Tm9uY2U="]

    private func run(_ input: String, _ options: [String] = []) throws -> Tool.Run {
        try Tool.run(["notification", input] + options)
    }

    private func json(_ input: String, _ options: [String] = []) throws -> (exit: Int32?, object: [String: Any]) {
        let run = try run(input, options + ["--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(run.outputBytes))
        return (run.exitStatus, try #require(object as? [String: Any]))
    }

    @Test("A right digest is verified; neither secret nor nonce is printed")
    func verified() throws {
        for format in ["text", "json"] {
            let run = try run(Self.n1, Self.right + ["--format", format])
            #expect(run.exitStatus == 0 && run.output.contains("verified") && run.output.contains("1234"))
            #expect(!run.output.contains("srvsecret") && !run.output.contains("Tm9uY2U="))
        }
    }

    @Test("Every field stands in the JSON")
    func fields() throws {
        let (exit, object) = try json(Self.n1)
        #expect(exit == 0 && object["schemaVersion"] as? Int == 1 && object["wellFormed"] as? Bool == true)
        #expect(object["verification"] as? String == "notVerified")
        let fields = try #require(object["notification"] as? [String: Any])
        #expect(fields["version"] as? String == "1.1" && fields["sessionID"] as? String == "1234")
        #expect(fields["serverID"] as? String == "com.mgmtsrv.manage")
        #expect(fields["userInteraction"] as? String == "background" && fields["initiator"] as? String == "client")
        #expect(fields["futureUse"] as? Int == 0 && fields["vendorData"] as? String == "")
        #expect(fields["digest"] as? String == "6a6229275723a2977fef12fdd324f89d")
    }

    @Test(
        "A wrong digest, or another server id, exits with 1",
        arguments: [
            (["--password", "guess", "--nonce", "Tm9uY2U="], "notification.digest"),
            (["--password", "srvsecret"], "notification.digest"),
            (["--server-id", "other"], "notification.server-unknown"),
        ])
    func wrong(options: [String], rule: String) throws {
        let (exit, object) = try json(Self.n1, options)
        #expect(exit == 1)
        let diagnostics = try #require(object["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["rule"] as? String } == [rule])
    }

    @Test("--resync tries the special nonce")
    func resynchronised() throws {
        #expect(try json(Self.n4b, ["--password", "secret"]).exit == 1)
        let (exit, object) = try json(Self.n4b, ["--password", "secret", "--resync"])
        #expect(exit == 0 && object["verification"] as? String == "resynchronised")
    }

    @Test("A file and standard input are read as octets")
    func file() throws {
        let digits = Self.n1.filter { !$0.isWhitespace }
        let octets = stride(from: 0, to: digits.count, by: 2).compactMap { offset -> UInt8? in
            let start = digits.index(digits.startIndex, offsetBy: offset)
            return UInt8(digits[start..<digits.index(start, offsetBy: 2)], radix: 16)
        }
        let piped = try Tool.run(["notification", "-"] + Self.right, input: octets)
        #expect(piped.exitStatus == 0 && piped.output.contains("verified"))
    }

    @Test(
        "What is no notification exits with 2 and says where",
        arguments: ["00", "6a6229275723a2977fef12fdd324f89d", "/nowhere/at/all"])
    func malformed(input: String) throws {
        let run = try run(input)
        #expect(run.exitStatus == 2 && run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test("Malformed input has its octet in the JSON")
    func malformedJSON() throws {
        let (exit, object) = try json("6a62")
        #expect(exit == 2 && object["wellFormed"] as? Bool == false)
        #expect((object["error"] as? [String: Any])?["offset"] as? Int == 2)
    }

    @Test("Options that have no effect are wrong usage")
    func usage() throws {
        #expect(try run(Self.n1, ["--nonce", "Tm9uY2U="]).exitStatus == 64)
        #expect(try run(Self.n1, ["--resync"]).exitStatus == 64)
        #expect(try run(Self.n1, ["--password", "x", "--nonce", "*"]).exitStatus == 64)
    }
}
