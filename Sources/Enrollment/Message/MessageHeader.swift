import XMLStream

/// The SOAP header of a message of the enrolment: WS-Addressing, an activity to trace, and the credentials (enrollment.md
/// 4.1, 4.2, 6.1).
public struct MessageHeader: Hashable, Sendable {
    public var action: TextElement?
    /// `urn:uuid:<guid>`, of a request.
    public var messageID: TextElement?
    /// The MessageID of the request, of a response.
    public var relatesTo: TextElement?
    /// ReplyTo/Address.
    public var replyTo: TextElement?
    public var to: TextElement?
    public var activityID: ActivityID?
    public var security: Security?
    public var unknown: [UnknownElement]

    /// ActivityId of the service model; worth logging.
    public struct ActivityID: Hashable, Sendable {
        public var value: String
        public var correlationID: String?

        public init(_ value: String, correlationID: String? = nil) {
            self.value = value
            self.correlationID = correlationID
        }
    }

    /// ReplyTo of a client that waits for the response of its own request.
    public static let anonymous = "http://www.w3.org/2005/08/addressing/anonymous"

    public init(
        action: TextElement? = nil, messageID: TextElement? = nil, relatesTo: TextElement? = nil,
        replyTo: TextElement? = nil, to: TextElement? = nil, activityID: ActivityID? = nil, security: Security? = nil,
        unknown: [UnknownElement] = []
    ) {
        self.action = action
        self.messageID = messageID
        self.relatesTo = relatesTo
        self.replyTo = replyTo
        self.to = to
        self.activityID = activityID
        self.security = security
        self.unknown = unknown
    }

    /// What a device writes before a body.
    ///
    /// - Parameters:
    ///   - messageID: `urn:uuid:` and a fresh GUID.
    ///   - address: the URL that the request goes to.
    public static func request(
        _ body: EnrollmentMessage.Body, messageID: String, to address: String, security: Security? = nil
    ) -> MessageHeader {
        MessageHeader(
            action: body.action.map { TextElement($0) }, messageID: TextElement(messageID),
            replyTo: TextElement(anonymous), to: TextElement(address), security: security)
    }

    /// What a server writes before a body.
    ///
    /// - Parameter messageID: that of the request.
    public static func response(
        _ body: EnrollmentMessage.Body, relatesTo messageID: String, security: Security? = nil
    ) -> MessageHeader {
        MessageHeader(
            action: body.action.map { TextElement($0) }, relatesTo: TextElement(messageID), security: security)
    }
}

extension MessageHeader {
    var isEmpty: Bool { self == MessageHeader() }

    init(_ header: Element?) {
        guard let header else {
            self.init()
            return
        }
        self.init(
            action: header.text("Action"), messageID: header.text("MessageID"), relatesTo: header.text("RelatesTo"),
            replyTo: header["ReplyTo"]?.text("Address"), to: header.text("To"),
            activityID: header["ActivityId"].map {
                ActivityID($0.trimmedText, correlationID: $0.attribute("CorrelationId"))
            },
            security: header["Security"].map { Security($0) },
            unknown: header.unknown(
                besides: ["Action", "MessageID", "RelatesTo", "ReplyTo", "To", "ActivityId", "Security"]))
    }

    /// The children of Header, in the order in which Windows and its servers write them.
    func write(_ writer: inout XMLWriter) {
        mustUnderstand("a:Action", action, &writer)
        if let activityID {
            writer.start("ActivityId", namespace: Namespace.diagnostics)
            if let correlationID = activityID.correlationID { writer.attribute("CorrelationId", correlationID) }
            writer.text(activityID.value)
            writer.end("ActivityId")
        }
        writer.leaf("a:MessageID", messageID)
        writer.leaf("a:RelatesTo", relatesTo)
        if let replyTo {
            writer.start("a:ReplyTo")
            writer.leaf("a:Address", replyTo)
            writer.end("a:ReplyTo")
        }
        mustUnderstand("a:To", to, &writer)
        security?.write(&writer)
        writer.unknown(unknown)
    }

    private func mustUnderstand(_ name: String, _ element: TextElement?, _ writer: inout XMLWriter) {
        guard let element else { return }
        writer.start(name)
        writer.attribute("s:mustUnderstand", "1")
        writer.text(element.value)
        writer.end(name)
    }
}
