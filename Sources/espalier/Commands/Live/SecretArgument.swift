#if Live
import ArgumentParser

/// An argument that holds a secret: the text itself, or `@FILE`, so that it does not stand in the list of processes.
enum SecretArgument {
    /// - Throws: `ExitCode(2)` for a file that cannot be read, which the user is told.
    static func text(_ value: String, _ option: String) throws -> String {
        guard value.hasPrefix("@") else { return value }
        let path = String(value.dropFirst())
        do throws(FileFault) {
            let text = String(decoding: try Files.read(path), as: UTF8.self)
            return String(text.reversed().drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace))
        } catch {
            Terminal.printError("\(option) \(value): \(error.reason)")
            throw ExitCode(2)
        }
    }
}
#endif
