import Foundation
import HTTPExchange
import NIOPosix
import Testing
import Transport

@Suite("Faults of reaching a server, cancellation, and the end of a transport")
struct TransportLifecycleTests {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"

    @Test("0x80180010: nobody listens: connectionRefused", arguments: ["127.0.0.1", "localhost", "::1"])
    func refused(host: String) async throws {
        let puppet = try await Puppet([[.close]])
        try await puppet.close()
        let transport = try HTTPSTransport(.init(trustRoots: .none))
        await #expect {
            _ = try await transport.exchange(HTTPRequest(.get, HTTPURL(scheme: .https, host: host, port: puppet.port)))
        } throws: { error in
            guard let fault = error as? ExchangeFault else { return false }
            return fault.code == .connectionRefused && fault.phase == .connecting && fault.isOfConnection
                && fault.message.contains("\(puppet.port)") && !fault.hint.isEmpty
        }
        await transport.close()
    }

    @Test("0x80180010: a name without an address: nameNotFound")
    func nameNotFound() async throws {
        // RFC 6761, section 6.4: never exists. The dots at the front make it invalid to the resolver itself, so that no
        // name server is asked.
        let transport = try HTTPSTransport(.init(trustRoots: .none))
        await #expect {
            _ = try await transport.exchange(HTTPRequest(.get, HTTPURL(scheme: .https, host: "..invalid")))
        } throws: { error in
            guard let fault = error as? ExchangeFault else { return false }
            return fault.code == .nameNotFound && fault.phase == .resolving && fault.message.contains("..invalid")
        }
        await transport.close()
    }

    @Test("0x80180010: an address that never answers: timeout while connecting")
    func connectTimeout() async throws {
        // A listener whose queue is full takes no connection and refuses none.
        let full = try FullListener()
        var configuration = HTTPSTransport.Configuration(trustRoots: .none)
        configuration.limits.connect = .milliseconds(300)
        let transport = try HTTPSTransport(configuration)
        let start = ContinuousClock.now
        await #expect {
            _ = try await transport.exchange(
                HTTPRequest(.get, HTTPURL(scheme: .http, host: "127.0.0.1", port: full.port)))
        } throws: { error in
            guard let fault = error as? ExchangeFault else { return false }
            return fault.code == .timeout && fault.phase == .connecting
        }
        #expect(ContinuousClock.now - start < .seconds(25))
        await transport.close()
        full.close()
    }

    @Test("A cancelled task ends its exchange and the connection", arguments: [HTTPURL.Scheme.http, .https])
    func cancellation(scheme: HTTPURL.Scheme) async throws {
        try await Harness.run([[.silence]], scheme: scheme) { harness in
            let task = Task { try await harness.get() }
            while harness.puppet.seen.connections == 0 { try await Task.sleep(for: .milliseconds(1)) }
            let start = ContinuousClock.now
            task.cancel()
            let result = await task.result
            #expect(throws: ExchangeFault.self) { try result.get() }
            if case .failure(let error) = result { #expect((error as? ExchangeFault)?.code == .cancelled) }
            #expect(ContinuousClock.now - start < .seconds(10))
            for _ in 1...300 where harness.puppet.seen.ended == 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(harness.puppet.seen.ended == 1)
        }
    }

    @Test("A task that is cancelled after its exchange does not end the connection under the next one's hands")
    func cancelledAfter() async throws {
        let steps: [Puppet.Step] = [.readRequest, .write(Self.ok)]
        try await Harness.run([Array(repeating: steps, count: 200).flatMap { $0 } + [.silence]]) { harness in
            for _ in 1...100 {
                let task = Task { try await harness.get() }
                // Comes before, in or after the exchange, as it happens.
                async let cancelling: Void = task.cancel()
                let next = try await harness.get()
                #expect(next.response.status == 200)
                await cancelling
                _ = await task.result
            }
        }
    }

    @Test("A task that is cancelled before it begins sends nothing")
    func cancelledBefore() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]]) { harness in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return await #expect(throws: ExchangeFault.self) { _ = try await harness.get() }
            }
            task.cancel()
            #expect(await task.value?.code == .cancelled)
            #expect(harness.puppet.seen.requests.isEmpty)
        }
    }

    @Test("close ends exchanges and unused connections, and everything after it is refused")
    func close() async throws {
        try await Harness.run([[.readRequest, .write(Self.ok), .silence], [.silence]]) { harness in
            _ = try await harness.get()
            let busy = HTTPURL(scheme: .http, host: "127.0.0.1", port: harness.puppet.port, path: "/2")
            async let first = fault { try await harness.transport.exchange(HTTPRequest(.get, busy)) }
            while harness.puppet.seen.requests.count < 1 { try await Task.sleep(for: .milliseconds(1)) }
            try await Task.sleep(for: .milliseconds(50))
            await harness.transport.close()
            #expect(await first?.code == .cancelled)
            #expect(await fault { try await harness.get() }?.code == .cancelled)
            // Once more is no harm.
            await harness.transport.close()
            for _ in 1...300 where harness.puppet.seen.ended < harness.puppet.seen.connections {
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(harness.puppet.seen.ended == harness.puppet.seen.connections)
        }
    }

    @Test("A transport that is let go of leaves no connection")
    func letGo() async throws {
        let puppet = try await Puppet([[.readRequest, .write(Self.ok), .silence]])
        let url = HTTPURL(scheme: .http, host: "127.0.0.1", port: puppet.port)
        do {
            let transport = try HTTPSTransport(.init(trustRoots: .none))
            _ = try await transport.exchange(HTTPRequest(.get, url))
        }
        for _ in 1...300 where puppet.seen.ended == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(puppet.seen.ended == 1)
        try await puppet.close()
    }

    @Test("A transport with threads of its own ends them")
    func ownThreads() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let puppet = try await Puppet([[.readRequest, .write(Self.ok), .silence]])
        let url = HTTPURL(scheme: .http, host: "127.0.0.1", port: puppet.port)
        let thread = try await group.any().submit {
            try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
        }.get()
        #expect(FileManager.default.fileExists(atPath: "/proc/\(thread)"))
        let transport = try HTTPSTransport(.init(trustRoots: .none), threads: .own(group))
        _ = try await transport.exchange(HTTPRequest(.get, url))
        await transport.close()
        #expect(!FileManager.default.fileExists(atPath: "/proc/\(thread)"))
        try await puppet.close()
    }

    @Test("A shared group goes on after the transport is closed")
    func sharedGroup() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let puppet = try await Puppet([[.readRequest, .write(Self.ok), .silence]])
        let url = HTTPURL(scheme: .http, host: "127.0.0.1", port: puppet.port)
        for _ in 1...2 {
            let transport = try HTTPSTransport(.init(trustRoots: .none), threads: .shared(group))
            #expect(try await transport.exchange(HTTPRequest(.get, url)).response.status == 200)
            await transport.close()
        }
        #expect(puppet.seen.connections == 2)
        try await puppet.close()
        try await group.shutdownGracefully()
    }

    @Test("An unused connection is closed after its time")
    func keepAlive() async throws {
        var configuration = HTTPSTransport.Configuration(trustRoots: .none)
        configuration.limits.keepAlive = .milliseconds(50)
        try await Harness.run([[.readRequest, .write(Self.ok), .silence]], configuration) { harness in
            _ = try await harness.get()
            for _ in 1...300 where harness.puppet.seen.ended == 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(harness.puppet.seen.ended == 1)
            _ = try await harness.get()
            #expect(harness.puppet.seen.connections == 2)
        }
    }

    private func fault(_ body: () async throws -> ExchangeResult) async -> ExchangeFault? {
        do {
            _ = try await body()
            return nil
        } catch { return error as? ExchangeFault }
    }
}

/// Listens with the shortest queue and fills it, so that the next connection gets no answer.
private final class FullListener {
    let port: Int
    private var sockets: [Int32] = []

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                _ = bind(listener, raw, size)
                _ = listen(listener, 0)
                _ = getsockname(listener, raw, &size)
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        sockets = [listener]
        for _ in 1...4 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = connect(client, $0, size) }
            }
            sockets.append(client)
        }
    }

    func close() { for socket in sockets { _ = Foundation.close(socket) } }
}
