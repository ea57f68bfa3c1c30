import DMSession
import Notation
import ProtocolProfile
import Testing

/// Package 0: format, digest and frame (oma-dm.md 2.13).
@Suite struct NotificationTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var id: String
        var notification: Notification
        var sessionID: String
        var secret: String
        var nonce: Nonce
        var trigger: String
        var digest: String

        var testDescription: String { id }
        var octets: [UInt8] { DigestTests.octets(digest) + DigestTests.octets(trigger) }
    }

    static let vectors = [
        Vector(
            id: "N1",
            notification: Notification(
                version: 11, userInteraction: .background, initiator: .client, sessionID: 0x1234,
                serverID: "com.mgmtsrv.manage"), sessionID: "1234", secret: "srvsecret",
            nonce: Nonce(octets: Array("Nonce".utf8)),
            trigger: "02d0000000 1234 12 636f6d2e6d676d747372762e6d616e616765",
            digest: "6a6229275723a2977fef12fdd324f89d"),
        Vector(
            id: "N2",
            notification: Notification(
                version: 12, userInteraction: .userInteraction, initiator: .server, sessionID: 0x00A5,
                serverID: "contoso"), sessionID: "A5", secret: "p@ss",
            nonce: Nonce(octets: (0...15).map { $0 * 0x11 }), trigger: "0338000000 00a5 07 636f6e746f736f",
            digest: "d7ef4523c7d542fa6fbe27beaea20c95"),
        Vector(
            id: "N3",
            notification: Notification(
                version: 11, userInteraction: .notSpecified, initiator: .server, sessionID: 0xFFFF, serverID: "s1",
                vendorData: [0xDE, 0xAD]), sessionID: "FFFF", secret: "", nonce: Nonce(octets: [0, 0, 0, 0]),
            trigger: "02c8000000 ffff 02 7331 dead", digest: "868bbd05b0ad68a1b38b4298f2c013a8"),
        Vector(
            id: "N4",
            notification: Notification(
                version: 12, userInteraction: .informative, initiator: .server, sessionID: 1,
                serverID: "mdm.example.com"), sessionID: "1", secret: "secret", nonce: Nonce(octets: [0, 0, 0, 0]),
            trigger: "0328000000 0001 0f 6d646d2e6578616d706c652e636f6d", digest: "9c0e6596191591ebe282a0083a834485"),
        Vector(
            id: "N4b",
            notification: Notification(
                version: 12, userInteraction: .informative, initiator: .server, sessionID: 1,
                serverID: "mdm.example.com"), sessionID: "1", secret: "secret",
            nonce: Nonce(octets: Array("0x00000000".utf8)),
            trigger: "0328000000 0001 0f 6d646d2e6578616d706c652e636f6d", digest: "69121cc174da17549db184c6ed1a62ff"),
    ]

    /// UDH and WSP header of DMNOTI's appendix.
    static let frame = DigestTests.octets("06 05 04 0B 84 C0 02 01 06 03 C4 AF 87")

    @Test("Vectors N1 to N4b: read, verified and made again", arguments: vectors)
    func vector(_ vector: Vector) throws {
        let signed = try SignedNotification(parsing: vector.octets)
        #expect(signed.notification == vector.notification && signed.frame == nil)
        #expect(Hexadecimal.text(signed.digest) == vector.digest)
        #expect(signed.notification.sessionIDText == vector.sessionID)
        #expect(signed.verify(secret: vector.secret, nonce: vector.nonce, resynchronises: false) == .stored)
        #expect(vector.notification.signed(secret: vector.secret, nonce: vector.nonce) == vector.octets)
        #expect(!signed.findings.contains { $0.severity != .note })
    }

    @Test("DM-NOTI-01: one flipped bit anywhere, and the digest no longer matches", arguments: vectors)
    func corrupted(_ vector: Vector) {
        for index in vector.octets.indices {
            var octets = vector.octets
            octets[index] ^= 1
            guard let signed = try? SignedNotification(parsing: octets) else { continue }
            #expect(signed.verify(secret: vector.secret, nonce: vector.nonce, resynchronises: true) == nil)
        }
    }

    @Test("DM-NOTI-01: another secret, nonce or server id does not verify", arguments: vectors)
    func wrongSecret(_ vector: Vector) throws {
        let signed = try SignedNotification(parsing: vector.octets)
        #expect(signed.verify(secret: vector.secret + "x", nonce: vector.nonce, resynchronises: true) == nil)
        #expect(signed.verify(secret: vector.secret, nonce: Nonce(octets: [1]), resynchronises: false) == nil)
    }

    @Test(
        "DM-NOTI-02: version 1.1 is accepted, and 1.0 and 1.2 are (A10); others are not",
        arguments: 0...1023)
    func versions(version: Int) throws {
        let octets = try #require(
            Notification(version: version, sessionID: 7, serverID: "s").signed(secret: "x", nonce: .empty))
        guard (10...12).contains(version) else {
            #expect(throws: NotificationRefusal(reason: .version(version), offset: 16)) {
                try SignedNotification(parsing: octets)
            }
            return
        }
        #expect(try SignedNotification(parsing: octets).notification.version == version)
    }

    @Test(
        "DM-HDR-12: SessionID is upper-case hexadecimal without leading zeros",
        arguments: [(0x0010, "10"), (0xABCD, "ABCD"), (1, "1"), (0x00A5, "A5"), (0xFFFF, "FFFF")] as [(UInt16, String)])
    func sessionID(number: UInt16, text: String) {
        #expect(Notification(sessionID: number, serverID: "s").sessionIDText == text)
    }

    @Test("Every ui-mode and initiator goes there and back")
    func modes() throws {
        for mode in Notification.UserInteraction.allCases {
            for initiator in Notification.Initiator.allCases {
                let notification = Notification(
                    userInteraction: mode, initiator: initiator, sessionID: 9, serverID: "s")
                let octets = try #require(notification.signed(secret: "x", nonce: .empty))
                #expect(try SignedNotification(parsing: octets).notification == notification)
            }
        }
    }

    @Test("DM-NOTI-03: future-use bits that are not zero are a finding")
    func futureUse() throws {
        for bits in [1, 0x7FF_FFFF, 0x400_0000] as [UInt32] {
            let notification = Notification(futureUse: bits, sessionID: 9, serverID: "s")
            let signed = try SignedNotification(
                parsing: try #require(notification.signed(secret: "x", nonce: .empty)))
            #expect(signed.notification.futureUse == bits)
            #expect(signed.findings.map(\.rule) == ["notification.future-use"])
        }
    }

    @Test("Fields that do not fit make no notification")
    func unfit() {
        #expect(Notification(sessionID: 0, serverID: "s").trigger == nil)
        #expect(Notification(sessionID: 1, serverID: "").trigger == nil)
        #expect(Notification(sessionID: 1, serverID: String(repeating: "x", count: 256)).trigger == nil)
        #expect(Notification(sessionID: 1, serverID: String(repeating: "x", count: 255)).trigger?.count == 263)
        #expect(Notification(version: 1024, sessionID: 1, serverID: "s").trigger == nil)
        #expect(Notification(version: -1, sessionID: 1, serverID: "s").trigger == nil)
        #expect(Notification(futureUse: 1 << 27, sessionID: 1, serverID: "s").trigger == nil)
    }

    @Test("Wrong contents are refused at their octet")
    func wrongContents() throws {
        let right = Self.vectors[1].octets
        func refusal(_ change: (inout [UInt8]) -> Void) -> NotificationRefusal? {
            var octets = right
            change(&octets)
            do throws(NotificationRefusal) { _ = try SignedNotification(parsing: octets) } catch { return error }
            return nil
        }
        #expect(refusal { $0[22] = 0 } == NotificationRefusal(reason: .sessionIDZero, offset: 21))
        #expect(refusal { $0[23] = 0 } == NotificationRefusal(reason: .serverIDEmpty, offset: 23))
        #expect(
            refusal { $0[23] = 8 } == NotificationRefusal(reason: .truncated(field: .serverID), offset: right.count))
        #expect(refusal { $0[24] = 0xFF } == NotificationRefusal(reason: .serverIDNotText, offset: 24))
        #expect(
            refusal { $0 += [UInt8](repeating: 0, count: 70_000) }
                == NotificationRefusal(reason: .tooLong(limit: 65_535), offset: 65_535))
    }

    @Test("Truncation at every octet is refused, bare and framed; only vendor data may be cut", arguments: vectors)
    func truncated(_ vector: Vector) {
        let end = 16 + 8 + vector.notification.serverID.utf8.count
        for frame in [[], Self.frame] {
            let octets = frame + vector.octets
            for count in 0..<frame.count + end {
                do throws(NotificationRefusal) {
                    _ = try SignedNotification(parsing: Array(octets.prefix(count)))
                    Issue.record("\(count) octets were taken")
                } catch {
                    guard case .truncated = error.reason else {
                        Issue.record("\(count) octets: \(error)")
                        continue
                    }
                    #expect(error.offset == count)
                }
            }
        }
    }

    @Test("Bytes of any kind give a notification or a refusal with a place inside them")
    func abuse() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        for round in 0..<3000 {
            var octets = (0..<(round % 64)).map { _ in next() }
            if round.isMultiple(of: 3) { octets = Self.frame.prefix(round % 14) + octets }
            do throws(NotificationRefusal) {
                let signed = try SignedNotification(parsing: octets)
                #expect(signed.verify(secret: "x", nonce: .empty, resynchronises: true) == nil)
            } catch { #expect((0...octets.count).contains(error.offset)) }
        }
    }

    @Test(
        "DM-NOTI-07: a push to port 2948 with content type 0x44 and application id 0x07 has no finding",
        arguments: vectors)
    func framed(_ vector: Vector) throws {
        let signed = try SignedNotification(parsing: Self.frame + vector.octets)
        #expect(
            signed.frame
                == PushFrame(destinationPort: 2948, contentType: 0x44, applicationID: 0x07, count: Self.frame.count))
        #expect(signed.notification == vector.notification)
        #expect(signed.verify(secret: vector.secret, nonce: vector.nonce, resynchronises: false) == .stored)
        #expect(!signed.findings.contains { $0.rule == "notification.push" })
    }

    @Test(
        "DM-NOTI-07: findings on the frame",
        arguments: [
            // Another port; another content type; another application; no application; no WSP; a textual content type.
            ("06 05 04 0B 85 C0 02 01 06 03 C4 AF 87", 1), ("06 05 04 0B 84 C0 02 01 06 03 C2 AF 87", 1),
            ("06 05 04 0B 84 C0 02 01 06 03 C4 AF 82", 1), ("06 05 04 0B 84 C0 02 01 06 01 C4", 1),
            ("06 05 04 0B 84 C0 02", 2), ("06 05 04 0B 84 C0 02 01 06 04 61 00 AF 87", 1),
            // Without WDP header there is no port to look at.
            ("01 06 03 C4 AF 87", 0), ("07 06 01 C4", 1),
        ])
    func frameFindings(text: String, count: Int) throws {
        let vector = Self.vectors[0]
        let signed = try SignedNotification(parsing: DigestTests.octets(text) + vector.octets)
        #expect(signed.notification == vector.notification)
        #expect(signed.findings.filter { $0.rule == "notification.push" }.count == count)
    }

    @Test("A frame of more than 48 octets is a finding")
    func longFrame() throws {
        let headers: [UInt8] = [0xC4, 0xAF, 0x87] + [UInt8](repeating: 0x80, count: 50)
        let frame: [UInt8] = [0x06, 0x05, 0x04, 0x0B, 0x84, 0xC0, 0x02, 0x01, 0x06, UInt8(headers.count)] + headers
        let signed = try SignedNotification(parsing: frame + Self.vectors[0].octets)
        #expect(signed.findings.map(\.rule) == ["notification.push"])
    }
}
