import DeviceFile
import Foundation

/// Saves session after session into a device file and prints the number of each that is on the disk, until it is killed
/// or has saved so many. For the tests of DeviceFile.
///
///     DeviceFileExerciser FILE [COUNT]
///     DeviceFileExerciser FILE create      makes the file with the state of session 1, over and over
///
/// Exit status 3: the file held something that no `save` had put there.
@main
struct DeviceFileExerciser {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { exit(64) }
        if arguments.count > 2, arguments[2] == "create" { try makeForEver(arguments[1]) }
        let file: DeviceFile
        do { file = try DeviceFile.open(arguments[1], for: .playing) } catch {
            FileHandle.standardError.write(Data("\(error.code.rawValue): \(error.message)\n".utf8))
            exit(2)
        }
        guard var number = try ExercisedState.number(in: file) else { exit(3) }
        let last = arguments.count > 2 ? number + (Int(arguments[2]) ?? 0) : .max
        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
        while number < last {
            number += 1
            try file.save(ExercisedState.change(number))
            FileHandle.standardOutput.write(Data("\(number)\n".utf8))
        }
        file.close()
    }

    private static func makeForEver(_ path: String) throws -> Never {
        while true {
            unlink(path)
            try DeviceFile.create(path, device: ExercisedState.device, with: ExercisedState.change(1)).close()
            FileHandle.standardOutput.write(Data("made\n".utf8))
            usleep(3_000)
        }
    }
}
