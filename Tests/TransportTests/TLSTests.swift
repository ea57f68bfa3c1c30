import HTTPExchange
import NIOConcurrencyHelpers
import NIOSSL
import Testing
import Transport
import X509

@Suite("TLS")
struct TLSTests {
    private static let ok: [Puppet.Step] = [
        .readRequest, .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"), .readRequest,
        .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nagain"), .silence,
    ]

    /// The fault of one exchange with a server of that certificate.
    private func fault(
        _ issued: TestAuthority.Issued, trusting roots: TrustRoots, host: String = "localhost",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ExchangeFault {
        try await Harness.run(
            [Self.ok], scheme: .https, host: host, tls: try issued.server(), .init(trustRoots: roots)
        ) { harness in
            let fault = try await harness.fault(sourceLocation: sourceLocation)
            #expect(harness.puppet.seen.requests.isEmpty, "nothing of a request before trust")
            return fault
        }
    }

    @Test(
        "DM-HTTP-04: TLS 1.2 and TLS 1.3 are spoken, and a connection is used again",
        arguments: [TLSVersion.tlsv12, .tlsv13], ["localhost", "127.0.0.1"])
    func versions(version: TLSVersion, host: String) async throws {
        let authority = try TestAuthority()
        let server = try authority.issue().server(lowest: version, highest: version)
        try await Harness.run(
            [Self.ok], scheme: .https, host: host, tls: server, .init(trustRoots: try authority.trustRoots)
        ) { harness in
            let first = try await harness.get()
            #expect(first.response.body == Array("hello".utf8))
            #expect(first.timing.nanoseconds[.handshake] ?? 0 > 0)
            let second = try await harness.get()
            #expect(second.response.body == Array("again".utf8))
            #expect(second.timing.nanoseconds[.handshake] == nil)
            #expect(harness.puppet.seen.connections == 1)
        }
    }

    @Test("RFC 6066 3: SNI carries the name of the URL, and never an address", arguments: ["localhost", "127.0.0.1"])
    func serverName(host: String) async throws {
        let authority = try TestAuthority()
        let names = NIOLockedValueBox<[String?]>([])
        let server = try authority.issue().server { name in names.withLockedValue { $0.append(name) } }
        try await Harness.run(
            [Self.ok], scheme: .https, host: host, tls: server, .init(trustRoots: try authority.trustRoots)
        ) { harness in
            _ = try await harness.get()
            #expect(names.withLockedValue { $0 } == [host == "localhost" ? "localhost" : nil])
        }
    }

    @Test("Two sides without a common version: tlsFailed with the alert")
    func noCommonVersion() async throws {
        let authority = try TestAuthority()
        var configuration = HTTPSTransport.Configuration(trustRoots: try authority.trustRoots)
        configuration.tlsVersions = .init(from: .tls13, to: .tls13)
        let server = try authority.issue().server(lowest: .tlsv12, highest: .tlsv12)
        try await Harness.run([Self.ok], scheme: .https, host: "localhost", tls: server, configuration) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .tlsFailed)
            #expect(fault.phase == .handshake)
            #expect(fault.message.contains("protocol version"), "\(fault)")
        }
    }

    @Test("DM-HTTP-04: a server of TLS 1.1 and older is refused")
    func tooOld() async throws {
        let authority = try TestAuthority()
        let server = try authority.issue().server(lowest: .tlsv1, highest: .tlsv11)
        try await Harness.run(
            [Self.ok], scheme: .https, host: "localhost", tls: server, .init(trustRoots: try authority.trustRoots)
        ) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .tlsFailed)
        }
    }

    // MARK: The server's certificate (enrollment.md 9.2 tells these apart)

    @Test("0x80180012: a server whose root is not trusted is certificateUntrusted")
    func untrusted() async throws {
        let fault = try await fault(
            try TestAuthority("Somebody Else").issue(), trusting: try TestAuthority().trustRoots)
        #expect(fault.code == .certificateUntrusted)
        #expect(fault.phase == .handshake)
        #expect(fault.message.contains("Somebody Else"))
        #expect(!fault.isOfConnection)
    }

    @Test("0x80180012: without trust roots nobody is trusted")
    func noRoots() async throws {
        #expect(try await fault(try TestAuthority().issue(), trusting: .none).code == .certificateUntrusted)
    }

    @Test("0x80180012: a self-signed certificate is certificateUntrusted and called self-signed")
    func selfSigned() async throws {
        let fault = try await fault(try TestAuthority.selfSigned(), trusting: try TestAuthority().trustRoots)
        #expect(fault.code == .certificateUntrusted)
        #expect(fault.message.contains("self-signed"))
    }

    @Test("A self-signed certificate that is a trust root itself is good")
    func selfSignedRoot() async throws {
        let issued = try TestAuthority.selfSigned()
        let roots = try TrustRoots(der: [issued.certificate])
        try await Harness.run(
            [Self.ok], scheme: .https, host: "localhost", tls: try issued.server(), .init(trustRoots: roots)
        ) { harness in
            let response = try await harness.get().response
            #expect(response.status == 200)
        }
    }

    @Test(
        "0x8018000D: a certificate that is over, or not yet begun, is certificateOutOfDate",
        arguments: [(-7200.0, -3600.0), (3600, 7200)])
    func outOfDate(from: Double, to: Double) async throws {
        let authority = try TestAuthority()
        let fault = try await fault(try authority.issue(from: from, to: to), trusting: try authority.trustRoots)
        #expect(fault.code == .certificateOutOfDate)
    }

    @Test("0x80180012: a certificate of another name is certificateNameMismatch and the text has its names")
    func wrongName() async throws {
        let authority = try TestAuthority()
        let issued = try authority.issue(names: [.dnsName("mdm.example.test"), .dnsName("*.example.test")])
        let fault = try await fault(issued, trusting: try authority.trustRoots)
        #expect(fault.code == .certificateNameMismatch)
        #expect(fault.message.contains("mdm.example.test, *.example.test"))
    }

    @Test("0x80180012: an address is looked for among the addresses of the certificate")
    func wrongAddress() async throws {
        let authority = try TestAuthority()
        let issued = try authority.issue(names: [.dnsName("localhost"), .dnsName("127.0.0.1")])
        let fault = try await fault(issued, trusting: try authority.trustRoots, host: "127.0.0.1")
        #expect(fault.code == .certificateNameMismatch)
    }

    @Test("0x80180012: a certificate made for clients only is certificateUntrusted")
    func wrongPurpose() async throws {
        let authority = try TestAuthority()
        let issued = try authority.issue(purpose: [.clientAuth])
        #expect(try await fault(issued, trusting: try authority.trustRoots).code == .certificateUntrusted)
    }

    @Test("The gravest of several faults is told: trust before date before name")
    func severalFaults() async throws {
        let authority = try TestAuthority()
        let all = try TestAuthority("Somebody Else").issue(names: [.dnsName("other")], from: -7200, to: -3600)
        #expect(try await fault(all, trusting: try authority.trustRoots).code == .certificateUntrusted)
        let two = try authority.issue(names: [.dnsName("other")], from: -7200, to: -3600)
        #expect(try await fault(two, trusting: try authority.trustRoots).code == .certificateOutOfDate)
    }

    @Test("insecure takes them all, and only when it was asked for")
    func insecure() async throws {
        let authority = try TestAuthority("Somebody Else")
        for issued in [
            try TestAuthority.selfSigned(), try authority.issue(names: [.dnsName("other")], from: -7200, to: -3600),
        ] {
            var configuration = HTTPSTransport.Configuration(trustRoots: .none)
            #expect(!configuration.insecure)
            configuration.insecure = true
            try await Harness.run(
                [Self.ok], scheme: .https, host: "localhost", tls: try issued.server(), configuration
            ) { harness in
                let response = try await harness.get().response
                #expect(response.status == 200)
            }
        }
    }

    // MARK: The client's certificate

    @Test(
        "enrollment.md 14.3: the client certificate is shown to a server that asks for it",
        arguments: [TLSVersion.tlsv12, .tlsv13])
    func clientCertificate(version: TLSVersion) async throws {
        let authority = try TestAuthority()
        let client = try authority.issue("device", names: [.dnsName("device")], purpose: [.clientAuth])
        let server = try authority.issue().server(
            lowest: version, highest: version, clients: [try authority.rootDER])
        let configuration = HTTPSTransport.Configuration(
            trustRoots: try authority.trustRoots, identity: try client.identity)
        try await Harness.run([Self.ok], scheme: .https, host: "localhost", tls: server, configuration) { harness in
            let response = try await harness.get().response
            #expect(response.status == 200)
        }
    }

    @Test(
        "A server that demands a client certificate and gets none: tlsFailed with its alert",
        arguments: [TLSVersion.tlsv12, .tlsv13])
    func missingClientCertificate(version: TLSVersion) async throws {
        let authority = try TestAuthority()
        let server = try authority.issue().server(
            lowest: version, highest: version, clients: [try authority.rootDER])
        try await Harness.run(
            [Self.ok], scheme: .https, host: "localhost", tls: server, .init(trustRoots: try authority.trustRoots)
        ) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .tlsFailed)
            #expect(fault.message.contains("alert"), "\(fault)")
            #expect(fault.hint.contains("client certificate"))
            #expect(harness.puppet.seen.requests.isEmpty)
        }
    }

    @Test(
        "A client certificate of a stranger: tlsFailed with the server's alert",
        arguments: [TLSVersion.tlsv12, .tlsv13])
    func wrongClientCertificate(version: TLSVersion) async throws {
        let authority = try TestAuthority()
        let stranger = try TestAuthority("Somebody Else").issue("device", purpose: [.clientAuth])
        let server = try authority.issue().server(
            lowest: version, highest: version, clients: [try authority.rootDER])
        let configuration = HTTPSTransport.Configuration(
            trustRoots: try authority.trustRoots, identity: try stranger.identity)
        try await Harness.run([Self.ok], scheme: .https, host: "localhost", tls: server, configuration) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .tlsFailed)
            #expect(fault.message.contains("alert"), "\(fault)")
        }
    }

    // MARK: What is no TLS

    @Test("A server that speaks plain HTTP on its port: tlsFailed, with a hint")
    func plainServer() async throws {
        try await Harness.run(
            [[.write("HTTP/1.1 400 Bad Request\r\n\r\n"), .silence]], scheme: .https,
            .init(trustRoots: .none)
        ) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .tlsFailed)
            #expect(fault.hint.contains("plain HTTP"))
        }
    }

    @Test("RFC 9112 8: over TLS a body until the end of the connection needs TLS's farewell")
    func truncation() async throws {
        let authority = try TestAuthority()
        let configuration = HTTPSTransport.Configuration(trustRoots: try authority.trustRoots)
        let response = Puppet.Step.write("HTTP/1.1 200 OK\r\n\r\nhello")
        let server = try authority.issue().server()
        try await Harness.run(
            [[.readRequest, response, .close]], scheme: .https, host: "localhost", tls: server, configuration
        ) { harness in
            let response = try await harness.get().response
            #expect(response.body == Array("hello".utf8))
        }
        try await Harness.run(
            [[.readRequest, response, .cut]], scheme: .https, host: "localhost", tls: server, configuration
        ) { harness in
            let fault = try await harness.fault()
            #expect(fault.code == .connectionLost)
        }
    }
}
