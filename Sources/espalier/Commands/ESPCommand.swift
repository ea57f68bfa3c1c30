import ArgumentParser

/// `espalier esp`: the Enrollment Status Page apart from a device's life.
struct ESPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "esp", abstract: "Explain profiles of the Enrollment Status Page.",
        subcommands: [ESPProfileCommand.self])
}
