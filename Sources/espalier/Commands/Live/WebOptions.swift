import ArgumentParser

#if Live
import LifePageServer
#endif

/// `--web`: the life in a browser. Stands in every build; without the live parts it says so.
struct WebOptions: ParsableArguments {
    @Option(
        defaultAsFlag: 8474,
        help: ArgumentHelp(
            "Show the life in a browser, at this port; 0 takes one that is free. It begins with the first browser, and Ctrl-C ends it.",
            valueName: "port"))
    var web: Int?

    @Option(
        help: ArgumentHelp(
            "With --web: the address to listen at. Any other than a loopback address lets others see the life.",
            valueName: "address"))
    var webHost: String?

    func validate() throws {
        if web == nil, webHost != nil { throw ValidationError("--web-host belongs to --web.") }
        guard let web else { return }
        #if Live
        guard (0...65_535).contains(web) else { throw ValidationError("--web \(web): expected 0 to 65535.") }
        #else
        throw ValidationError("--web \(web): \(AbsentVerbText.advice("run --web"))")
        #endif
    }
}

#if Live
extension WebOptions {
    var host: String { webHost ?? "127.0.0.1" }
}
#endif
