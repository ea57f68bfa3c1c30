import ArgumentParser

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "A device's life through the Enrollment Status Page.")
    func run() throws { throw ExitCode(70) }
}
