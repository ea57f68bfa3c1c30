import HTTPExchange
import NIOCore
import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The addresses of a name, in the order in which the system wants them tried.
enum NameResolution {
    /// More are not tried: a name server does not decide how long an exchange goes on.
    static let mostAddresses = 8

    /// An address needs no question.
    static func literal(_ host: String, port: Int) -> SocketAddress? {
        try? SocketAddress(ipAddress: host, port: port)
    }

    /// On a thread of the system's pool, for the question cannot be called back; the loop is the process's own, because it
    /// outlives any transport.
    ///
    /// - Returns: fails with `ExchangeFault`; at least one address otherwise.
    static func addresses(of host: String, port: Int) -> EventLoopFuture<[SocketAddress]> {
        NIOThreadPool.singleton.runIfActive(eventLoop: MultiThreadedEventLoopGroup.singleton.any()) {
            try ask(host, port: port)
        }
    }

    private static func ask(_ host: String, port: Int) throws(ExchangeFault) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        #if canImport(Glibc)
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
        hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, "\(port)", &hints, &list)
        guard status == 0 else { throw .nameNotFound(host, reason: String(cString: gai_strerror(status))) }
        defer { freeaddrinfo(list) }
        var result: [SocketAddress] = []
        var next = list
        while let entry = next, result.count < mostAddresses {
            if let address = address(entry.pointee), !result.contains(address) { result.append(address) }
            next = entry.pointee.ai_next
        }
        guard !result.isEmpty else { throw .nameNotFound(host, reason: "it has neither an IPv4 nor an IPv6 address") }
        return result
    }

    /// What the system calls an error, without the name of the call that NIO adds.
    static func systemWord(for error: IOError) -> String { String(cString: strerror(error.errnoCode)) }

    static func isReset(_ error: IOError) -> Bool {
        [ECONNRESET, ECONNABORTED, EPIPE].contains(error.errnoCode)
    }

    private static func address(_ entry: addrinfo) -> SocketAddress? {
        guard let raw = entry.ai_addr else { return nil }
        switch entry.ai_family {
        case AF_INET:
            return raw.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { SocketAddress($0.pointee) }
        case AF_INET6:
            return raw.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { SocketAddress($0.pointee) }
        default: return nil
        }
    }
}
