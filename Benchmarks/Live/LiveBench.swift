import CSP
import Device
import EnrollmentClient
import Foundation
import HTTPExchange
import Histogram
import Identity
import LiveDevice
import Notation
import Synchronization

/// Measures sessions over TLS between devices of ours and `espalier serve`, which share the machine, and beside it how often
/// a plain load tool (wrk, when it is there) posts the same bytes to the same server.
///
///     script/bench live [--devices 4] [--seconds 10]
@main
struct LiveBench {
    static func main() async throws {
        let options = Options(CommandLine.arguments.dropFirst())
        let server = try ServeProcess(tool: options.tool)
        defer { server.stop() }
        let devices = try await enrol(options.devices, server)
        print("\(options.devices) devices, \(options.seconds) s, two messages in each session, TLS 1.3 with keep-alive")
        // The first sessions open the connections and bring what the server has for a new device.
        for device in devices { _ = await onOwnThread { device.run(seconds: 0) } }
        let start = Usage(server)
        let began = ContinuousClock.now
        let results = await withTaskGroup(of: Histogram<UInt64>.self) { group in
            for device in devices { group.addTask { await onOwnThread { device.run(seconds: options.seconds) } } }
            var results: [Histogram<UInt64>] = []
            for await result in group { results.append(result) }
            return results
        }
        let elapsed = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
        let end = Usage(server)
        report(results, elapsed, start, end, server)
        try plainLoad(devices[0], server, options)
    }

    private static func enrol(_ count: Int, _ server: ServeProcess) async throws -> [BenchDevice] {
        var devices: [BenchDevice] = []
        let keys = KeyPool(ahead: count)
        for _ in 0..<count { devices.append(try await BenchDevice(server, keys: keys)) }
        return devices
    }

    private static func report(
        _ results: [Histogram<UInt64>], _ elapsed: Double, _ start: Usage, _ end: Usage, _ server: ServeProcess
    ) {
        var all = Histogram<UInt64>(highestTrackableValue: 60_000_000, numberOfSignificantValueDigits: .three)
        for result in results {
            for value in result.recordedValues() { _ = all.record(value.value, count: value.count) }
        }
        let count = Double(all.totalCount)
        func text(_ value: Double, _ digits: Int = 0) -> String { String(format: "%.\(digits)f", value) }
        print("sessions              \(all.totalCount), \(text(count / elapsed)) per second")
        let percentiles = [50.0, 90, 99, 99.9, 100].map {
            "p\($0) \(text(Double(all.valueAtPercentile($0)) / 1000, 2))"
        }
        print("time of a session, ms \(percentiles.joined(separator: ", "))")
        print(
            "CPU of a session, us  devices \(text((end.own - start.own) / count * 1e6)), server \(text((end.server - start.server) / count * 1e6))"
        )
        print(
            "peak memory, MiB      devices \(text(Usage.peak(of: "self"))), server \(text(Usage.peak(of: String(server.processID))))"
        )
    }

    /// The rate of wrk with package 1 of a session, over as many connections.
    private static func plainLoad(_ device: BenchDevice, _ server: ServeProcess, _ options: Options) throws {
        guard let wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk"].first(where: FileManager.default.isExecutableFile) else {
            print("plain POST            wrk is not installed")
            return
        }
        guard let request = device.lastRequest else { return }
        let folder = FileManager.default.temporaryDirectory.path
        let script = "\(folder)/espalier-post.lua"
        let headers = request.headers.fields.map { "wrk.headers[\"\($0.name)\"] = \"\($0.value)\"" }
        let body = request.body.map { "\\\($0 < 10 ? "00" : $0 < 100 ? "0" : "")\($0)" }.joined()
        let lua = (["wrk.method = \"POST\"", "wrk.body = \"\(body)\""] + headers).joined(separator: "\n")
        try lua.write(toFile: script, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: wrk)
        process.arguments = [
            "-t1", "-c\(options.devices)", "-d\(options.seconds)s", "--latency", "-s", script, request.url.description,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        print("plain POST            wrk, the same bytes, no client certificate, so each is answered with a challenge:")
        for line in text.split(separator: "\n") where line.contains("Requests/sec") || line.contains("%") {
            print("                      \(line.trimmingCharacters(in: .whitespaces))")
        }
    }
}

struct Options {
    var devices = 4
    var seconds = 10
    var tool = ".build/release/espalier"

    init(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        while let name = rest.popFirst(), let value = rest.popFirst() {
            switch name {
            case "--devices": devices = max(1, Int(value) ?? devices)
            case "--seconds": seconds = max(1, Int(value) ?? seconds)
            case "--tool": tool = value
            default:
                print("usage: script/bench live [--devices N] [--seconds N]")
                exit(64)
            }
        }
    }
}
