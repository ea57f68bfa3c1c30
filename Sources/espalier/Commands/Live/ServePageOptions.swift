#if Live
import ArgumentParser

/// `espalier serve --web`: the devices of the server in a browser.
struct ServePageOptions: ParsableArguments {
    @Option(
        defaultAsFlag: 8475,
        help: ArgumentHelp(
            "Show the devices in a browser, at this port of the loopback address; 0 takes one that is free.",
            valueName: "port"))
    var web: Int?

    func validate() throws {
        guard let web else { return }
        guard (0...65_535).contains(web) else { throw ValidationError("--web \(web): expected 0 to 65535.") }
    }
}
#endif
