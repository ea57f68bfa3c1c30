import Foundation
import HTTPExchange
import NIOSSL
import Testing
import Transport

/// A puppet, a transport, and an address that leads from one to the other.
struct Harness {
    let puppet: Puppet
    let transport: HTTPSTransport
    let url: HTTPURL

    /// - Parameter host: `localhost` has two addresses, of which only the second one has a listener.
    static func run<Value>(
        _ scripts: [[Puppet.Step]], scheme: HTTPURL.Scheme = .http, host: String = "127.0.0.1",
        tls: NIOSSLContext? = nil, _ configuration: HTTPSTransport.Configuration = .init(trustRoots: .none),
        _ body: (Harness) async throws -> Value
    ) async throws -> Value {
        let puppet = try await Puppet(scripts, tls: tls)
        let transport = try HTTPSTransport(configuration)
        let url = HTTPURL(scheme: scheme, host: host, port: puppet.port, path: "/dm", query: "mode=Machine")
        do {
            let value = try await body(Harness(puppet: puppet, transport: transport, url: url))
            await transport.close()
            try await puppet.close()
            return value
        } catch {
            await transport.close()
            try await puppet.close()
            throw error
        }
    }

    func get(_ headers: HTTPHeaders = [:]) async throws(ExchangeFault) -> ExchangeResult {
        try await transport.exchange(HTTPRequest(.get, url, headers: headers))
    }

    /// The fault of an exchange that has to fail.
    func fault(
        _ headers: HTTPHeaders = [:], body: [UInt8]? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ExchangeFault {
        do throws(ExchangeFault) {
            let request = HTTPRequest(body == nil ? .get : .post, url, headers: headers, body: body ?? [])
            let result = try await transport.exchange(request)
            Issue.record("a response came: \(result.response.status)", sourceLocation: sourceLocation)
            throw ExchangeFault(.cancelled, in: .receiving, message: "no fault")
        } catch {
            return error
        }
    }
}

/// What something took, of time and of memory.
struct Cost: CustomStringConvertible {
    let time: Duration
    /// By how much the process was larger at its largest than before, in MiB.
    let peakGrowth: Int

    var description: String { "\(time), \(peakGrowth) MiB more at the peak" }

    static func of<Value>(_ body: () async throws -> Value) async rethrows -> (Value, Cost) {
        // Sets the peak back to the present size.
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        let before = status("VmRSS:")
        let start = ContinuousClock.now
        let value = try await body()
        let time = ContinuousClock.now - start
        return (value, Cost(time: time, peakGrowth: (status("VmHWM:") - before) / 1024))
    }

    private static func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }
}
