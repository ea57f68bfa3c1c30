import ArgumentParser
import Device
import SyncML

/// The reply of `espalier apply` as WBXML on standard output.
enum WBXMLReply {
    static func write(_ message: ReportedMessage) throws {
        switch message {
        case .malformed(let file, let line, let column, let message, _):
            Terminal.printError("\(file):\(line):\(column): \(message)")
        case .applied(let file, let applied, _):
            guard let reply = applied.turn.reply else {
                Terminal.printError("\(file): the client sends no reply")
                return
            }
            let encoding = try reply.wbxmlEncoding()
            for loss in encoding.losses { Terminal.printError("\(file): the reply: \(loss.message)") }
            do throws(FileFault) { try Files.write(encoding.bytes, to: "-") } catch {
                Terminal.printError("standard output: \(error.reason)")
                throw ExitCode(70)
            }
        }
    }
}
