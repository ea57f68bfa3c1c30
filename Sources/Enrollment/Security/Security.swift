import XMLStream

/// `wsse:Security` of a header: who asks, in one of the forms of enrollment.md 6.1; of a response, its Timestamp.
public struct Security: Hashable, Sendable {
    public var timestamp: Timestamp?
    public var usernameToken: UsernameToken?
    public var binarySecurityToken: BinarySecurityToken?
    public var signature: XMLSignature?
    public var place: Place

    public init(
        timestamp: Timestamp? = nil, usernameToken: UsernameToken? = nil,
        binarySecurityToken: BinarySecurityToken? = nil, signature: XMLSignature? = nil, place: Place = Place()
    ) {
        self.timestamp = timestamp
        self.usernameToken = usernameToken
        self.binarySecurityToken = binarySecurityToken
        self.signature = signature
        self.place = place
    }
}

extension Security {
    init(_ element: Element) {
        self.init(
            timestamp: element["Timestamp"].map { Timestamp($0) },
            usernameToken: element["UsernameToken"].map { UsernameToken($0) },
            binarySecurityToken: element["BinarySecurityToken"].map { BinarySecurityToken($0) },
            signature: element["Signature"].map { XMLSignature($0) }, place: element.place)
    }

    func write(_ writer: inout XMLWriter) {
        writer.start("wsse:Security")
        writer.attribute("s:mustUnderstand", "1")
        timestamp?.write(&writer)
        usernameToken?.write(&writer)
        binarySecurityToken?.write("wsse:BinarySecurityToken", &writer)
        signature?.write(&writer)
        writer.end("wsse:Security")
    }
}
