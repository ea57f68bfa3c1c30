#if Live
import ArgumentParser
import EnrollmentClient
import HTTPExchange
import LiveDevice

/// `espalier run --server`: the life of a scenario with a real server in place of the embedded one.
struct RemoteOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Enrol with this server first (its discovery service, or its host) and live the life with it.",
            valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("With --server: whom to enrol as.", valueName: "name"))
    var user: String?

    @Option(help: ArgumentHelp("With --server: the user's password, or @FILE.", valueName: "password"))
    var password: String?

    @Option(
        help: ArgumentHelp(
            "With --server: the Entra token of the user who signs in (a JWT, or @FILE). Default: an unsigned one.",
            valueName: "token"))
    var userToken: String?

    @OptionGroup var trust: TrustOptions
    @OptionGroup var wire: EnrollmentOptions

    func validate() throws {
        if server == nil, user != nil || password != nil || userToken != nil {
            throw ValidationError("--user, --password and --user-token belong to --server.")
        }
        guard let server else { return }
        guard user != nil else { throw ValidationError("--server wants --user: whom to enrol as.") }
        guard ServiceAddress(server: server) != nil else {
            throw ValidationError("--server \(server): expected an address such as https://mdm.example.test.")
        }
    }
}

extension ServiceAddress {
    /// A host alone stands for its discovery service.
    init?(server text: String) {
        let text = text.contains("://") ? text : "https://\(text)"
        guard let url = HTTPURL(text) else { return nil }
        guard url.path == "/", url.query == nil else {
            self.init(text)
            return
        }
        self.init((text.hasSuffix("/") ? String(text.dropLast()) : text) + ServiceAddress.discoveryPath)
    }
}
#endif
