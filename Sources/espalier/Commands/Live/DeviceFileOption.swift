#if Live
import ArgumentParser
import DeviceFile

/// `--device FILE`: shared by the verbs that look at a device.
struct DeviceFileOption: ParsableArguments {
    @Option(help: ArgumentHelp("The device file.", valueName: "file"))
    var device: String?

    func validate() throws {
        guard device != nil else {
            throw ValidationError("--device FILE is missing: the file of the device that is meant.")
        }
    }

    /// Opens the file to look at it, also while another process plays the device.
    ///
    /// - Throws: `ExitCode(2)` for a fault, which the user is told.
    func open() throws -> (file: DeviceFile, content: DeviceContent) {
        try Self.attempt { () throws(DeviceFileFault) in
            let file = try DeviceFile.open(device ?? "", for: .reading, waiting: .seconds(5))
            for warning in file.warnings { Self.tell("warning: \(warning.message)", hint: warning.hint) }
            return (file, try file.content())
        }
    }

    /// Does something with a device file; a fault is the user's to know, with exit status 2.
    static func attempt<Value>(_ body: () throws(DeviceFileFault) -> Value) throws -> Value {
        do throws(DeviceFileFault) { return try body() } catch { throw failure(error) }
    }

    /// Tells the user of a fault.
    static func failure(_ fault: DeviceFileFault) -> ExitCode {
        tell("\(fault.description) [\(fault.code.rawValue)]", hint: fault.hint)
        return ExitCode(2)
    }

    private static func tell(_ text: String, hint: String) {
        Terminal.printError(Terminal.safe(hint.isEmpty ? text : "\(text)\n  hint: \(hint)"))
    }
}

/// What every verb of a device file writes.
enum ShownFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
#endif
