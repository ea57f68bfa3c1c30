import ArgumentParser

/// The command line tool: argument parsing and wiring only.
@main
struct Espalier: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "espalier",
        abstract: "Plays a Windows device towards an MDM server: OMA-DM, CSPs and the Enrollment Status Page.",
        discussion: """
            espalier apply profile.xml            what would Windows answer to this, and why?
            espalier lint profiles/                what is wrong with these messages, where, and says who?
            espalier run                          a device's life through the Enrollment Status Page
            espalier replay CAPTURE                where does our client differ from a recorded one?
            espalier esp profile profiles.json     which profile does this device get, and what must the server send?
            espalier notification FILE|HEX        what does package 0 say, and is its digest right?
            espalier wbxml decode message.wbxml    a binary message as XML, and encode for the way back
            espalier capture show session.har      what is in this recording? convert writes it in another form
            espalier ddf show ./Device/Vendor/MSFT/DMClient/Provider

            Exit status: 0 good, 1 refused commands or failed expectations, 2 unreadable or malformed input, 64 wrong usage, \
            70 a defect of Espalier.
            """,
        version: "0.1.0",
        subcommands: [
            ApplyCommand.self, LintCommand.self, ReplayCommand.self, CaptureCommand.self, RunCommand.self,
            ESPCommand.self, NotificationCommand.self, WBXMLCommand.self, DDFCommand.self,
        ] + LiveVerbs.all)
}
