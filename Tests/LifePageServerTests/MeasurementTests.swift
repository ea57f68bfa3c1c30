import Foundation
import NIOCore
import Testing

@testable import LifePageServer

/// Figures for whoever changes the server; they decide nothing. `ESPALIER_MEASURE=1 script/test --only LifePageServer`.
@Suite(
    "Figures of the page's server", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["ESPALIER_MEASURE"] == "1", "takes its time and decides nothing"))
struct MeasurementTests {
    private func log(steps: Int) -> TimelineLog {
        let log = TimelineLog(life: "abc", head: Array("{}".utf8))
        let events = String(
            repeating: "{\"t\":1,\"type\":\"line\",\"line\":\"DeviceSetup.AppsSubcategory\"},", count: 8)
        for number in 0..<steps { log.append(step: Array("{\"n\":\(number),\"events\":[\(events)null]}".utf8)) }
        log.close()
        return log
    }

    /// Resident memory in KiB.
    private func memory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }

    @Test("10,000 steps to a reader, and to 100 at once", arguments: [1, 100])
    func readers(count: Int) async throws {
        let log = log(steps: 10_000)
        let before = memory()
        try await OpenPage.showing(log) { page in
            let start = ContinuousClock.now
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<count {
                    group.addTask {
                        try await page.client.withChannel { inbound, outbound in
                            try await outbound.write(
                                .init(string: "GET \(page.events) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
                            return try await inbound.reduce(into: 0) { $0 += $1.readableBytes }
                        }
                    }
                }
                let bytes = try await group.reduce(0, +)
                print("\(count) readers, 10,000 steps each: \(bytes) bytes in \(ContinuousClock.now - start)")
            }
        }
        print("resident memory before \(before) KiB, after \(memory()) KiB")
    }
}
