extension Check {
    private static func row(
        _ id: String, _ level: Level, _ title: String, isIntrusive: Bool = false, _ observation: Observation
    ) -> Check {
        Check(
            id, level, .enrolment, title, reference: "enrollment.md 16", isIntrusive: isIntrusive, observation)
    }

    /// ENR rows of enrollment.md 16.
    static let enrolment: [Check] = [
        row("ENR-01", .warning, "the GET probe is answered with 200", .probe(Probes.discoveryProbe)),
        row(
            "ENR-02", .error, "answers of the enrolment have Content-Length and are not chunked",
            .lint(.enrolmentAnswer)),
        row("ENR-03", .error, "answers of the enrolment are application/soap+xml", .lint(.enrolmentAnswer)),
        row("ENR-04", .error, "Action is the one of the answer", .lint(.enrolmentAnswer)),
        row("ENR-05", .warning, "RelatesTo is the MessageID of the request", .lint(.enrolmentAnswer)),
        row("ENR-06", .error, "exactly one AuthPolicy, and one that was offered", .lint(.discoverResponse)),
        row("ENR-07", .error, "EnrollmentServiceUrl is absolute and https", .lint(.discoverResponse)),
        row("ENR-08", .error, "Federated comes with an https AuthenticationServiceUrl", .lint(.federatedPolicy)),
        row("ENR-09", .warning, "EnrollmentVersion is a known one", .lint(.discoverResponse)),
        row("ENR-10", .warning, "an unknown RequestVersion is not refused", .probe(Probes.unknownVersion)),
        row("ENR-11", .error, "the end page of the browser leg posts wresult to appru", .probe(Probes.browserLeg)),
        row("ENR-12", .error, "policySchema 3, and the hash reference resolves in oIDs", .lint(.policies)),
        row("ENR-13", .error, "well-formed XML, and names with their case", .lint(.enrolmentAnswer)),
        row("ENR-14", .error, "the certificate request of Windows is accepted", .probe(Probes.windowsRequest)),
        row("ENR-15", .warning, "unknown ContextItems and a repeated MAC are accepted", .probe(Probes.unknownContext)),
        row("ENR-16", .error, "the token decodes to a wap-provisioningdoc", .lint(.token)),
        row("ENR-17", .error, "the certificate holds the key of the request, under its own thumbprint", .lint(.token)),
        row("ENR-18", .error, "the certificate goes to My/System for Device, to My/User for Full", .lint(.token)),
        row("ENR-19", .error, "the chain completes with Root and CA of the document", .lint(.token)),
        row("ENR-20", .warning, "the certificate lives longer than its RenewPeriod", .lint(.token)),
        row("ENR-21", .error, "APPID w7, and PROVIDER-ID is the DMClient provider", .lint(.token)),
        row("ENR-22", .error, "APPAUTH of both levels, and CLIENT is DIGEST", .lint(.token)),
        row("ENR-23", .warning, "AAUTHDATA is there and Base64 in both levels", .lint(.token)),
        row("ENR-24", .warning, "no INIT, ROLE 32, names in upper case", .lint(.token)),
        row("ENR-25", .error, "the parameters of polling are valid", .lint(.token)),
        row("ENR-26", .warning, "polling does not overload the server", .lint(.token)),
        row(
            "ENR-27", .error, "a wrong password and an unknown user get an Authentication fault",
            .probe(Probes.wrongCredentials)),
        row("ENR-28", .warning, "faults have a known subcode and ErrorType", .lint(.fault)),
        row(
            "ENR-29", .warning, "enrolling again ends the old certificate and session state", .probe(Probes.enrolAgain)),
        row(
            "ENR-30", .warning, "a second device with the same HWDevID does not evict the first", isIntrusive: true,
            .probe(Probes.sameHardware)),
    ]
}
