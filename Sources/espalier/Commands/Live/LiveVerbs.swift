import ArgumentParser

/// The verbs that need sockets, keys or a device file.
enum LiveVerbs {
    #if Live
    static let all: [any ParsableCommand.Type] = [
        EnrollCommand.self, SyncCommand.self, UnenrollCommand.self, DeviceCommand.self, TreeCommand.self,
        ServeCommand.self, ConformanceCommand.self,
    ]
    #else
    static let all: [any ParsableCommand.Type] = [
        AbsentVerb<VerbNames.Enroll>.self, AbsentVerb<VerbNames.Sync>.self, AbsentVerb<VerbNames.Unenroll>.self,
        AbsentVerb<VerbNames.Device>.self,
        AbsentVerb<VerbNames.Tree>.self, AbsentVerb<VerbNames.Serve>.self, AbsentVerb<VerbNames.Conformance>.self,
    ]
    #endif
}

#if !Live
protocol VerbName {
    static var name: String { get }
}

enum VerbNames {
    enum Enroll: VerbName { static let name = "enroll" }
    enum Sync: VerbName { static let name = "sync" }
    enum Unenroll: VerbName { static let name = "unenroll" }
    enum Device: VerbName { static let name = "device" }
    enum Tree: VerbName { static let name = "tree" }
    enum Serve: VerbName { static let name = "serve" }
    enum Conformance: VerbName { static let name = "conformance" }
}

/// What stands in the place of a verb that this build does not have.
struct AbsentVerb<Name: VerbName>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Name.name, abstract: "Not in this build: \(Name.name) needs the live parts.",
            discussion: AbsentVerbText.advice(Name.name))
    }

    @Argument(parsing: .captureForPassthrough, help: .hidden) var rest: [String] = []

    func run() throws {
        Terminal.printError("\(Name.name): \(AbsentVerbText.advice(Name.name))")
        throw ExitCode(64)
    }
}

enum AbsentVerbText {
    static func advice(_ verb: String) -> String {
        "this build has no live parts. `script/run \(verb) ...` builds and runs one that has, and so does "
            + "`swift build -c release --product espalier`."
    }
}
#endif
