#if Live
import ArgumentParser
import LifePageServer
import ManagementService

/// The page of `espalier serve --web` beside the server: plain HTTP at the loopback address, with a token of its own.
struct ServePage: Sendable {
    let port: Int
    let server: ManagementServer
    let notices: ServePageNotices

    /// Opens the page and runs the body with its address; the page ends with it.
    func serving(_ body: @Sendable (String) async throws(ServiceFault) -> Void) async throws {
        let devices = ServePageDevices(server)
        var generator = SystemRandomNumberGenerator()
        let page = PageServer(
            .live, lives: devices, token: PageToken(using: &generator))
        let (ports, ready) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { ready.finish() }
                try await page.run(port: port) { ready.yield($0) }
            }
            var iterator = ports.makeAsyncIterator()
            guard let opened = await iterator.next() else {
                try await group.waitForAll()
                return
            }
            group.addTask { await devices.follow(notices) }
            try await body(page.address(port: opened))
            notices.finish()
            group.cancelAll()
        }
    }
}
#endif
