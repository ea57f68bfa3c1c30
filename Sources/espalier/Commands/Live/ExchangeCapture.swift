#if Live
import ArgumentParser
import Capture
import LiveDevice

/// What went over the wire, for a file: `--save-capture`.
final class ExchangeCapture {
    private let path: String?
    var exchanges: [ExchangeRecord] = []

    init(path: String?) { self.path = path }

    /// Writes JSON Lines; nothing without a path.
    func write() throws {
        guard let path else { return }
        do throws(FileFault) {
            let writer = JSONLinesWriter()
            var bytes = writer.header(CaptureHeader(source: "espalier"))
            for record in exchanges.flatMap(\.captured) { bytes += writer.record(record) }
            try Files.write(bytes, to: path)
        } catch {
            Terminal.printError("\(error.path): \(error.reason)")
            throw ExitCode(LiveStatus.file)
        }
    }
}
#endif
