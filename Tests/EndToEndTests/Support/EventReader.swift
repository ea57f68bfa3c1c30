import Foundation
import HTTPExchange
import Synchronization
import Testing

/// Reads Server-Sent Events of the page over a plain connection to loopback, as long as somebody wants more of them.
final class EventReader: Sendable {
    private let descriptor: Int32
    /// Everything that came, head of the response and chunk sizes included.
    var text: String { received.withLock { $0 } }
    private let received = Mutex("")

    /// - Parameter address: of the stream, with its token.
    init(_ address: HTTPURL) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = UInt16(address.port).bigEndian
        target.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(connected == 0)
        let request = Array("GET \(address.target) HTTP/1.1\r\nHost: \(address.authority)\r\n\r\n".utf8)
        try #require(send(descriptor, request, request.count, 0) == request.count)
    }

    deinit { close(descriptor) }

    /// Reads until the condition holds, the server ends, or nothing comes for 20 s. It waits on a thread of its own, as other
    /// tests need those of the pool.
    ///
    /// - Returns: whether the condition holds.
    func read(until isEnough: @escaping @Sendable (String) -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.wait(for: isEnough)) }
        }
    }

    private func wait(for isEnough: (String) -> Bool) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !isEnough(text) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return false }
            let piece = String(decoding: buffer[..<count], as: UTF8.self)
            received.withLock { $0 += piece }
        }
        return true
    }

    /// How often a text came.
    func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }
}
