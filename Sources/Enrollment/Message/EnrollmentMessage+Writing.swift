import XMLStream

extension EnrollmentMessage {
    /// The message as Windows and its servers write it: no declaration, nothing indented, one prefix for each namespace.
    ///
    /// - Throws: when there is no memory for the writer.
    public func bytes() throws(XMLError) -> [UInt8] {
        var writer = try XMLWriter()
        writer.start("s:Envelope")
        for (prefix, namespace) in prefixes { writer.attribute("xmlns:\(prefix)", namespace) }
        if !header.isEmpty {
            writer.start("s:Header")
            header.write(&writer)
            writer.end("s:Header")
        }
        writer.start("s:Body")
        switch body {
        case .discover(let discover): discover.write(&writer)
        case .discoverResponse(let response):
            writer.declareSchema()
            response.write(&writer)
        case .getPolicies(let request):
            writer.declareSchema()
            request.write(&writer)
        case .getPoliciesResponse(let response):
            writer.declareSchema()
            response.write(&writer)
        case .requestSecurityToken(let request): request.write(&writer)
        case .requestSecurityTokenResponse(let collection):
            writer.declareSchema()
            collection.write(&writer)
        case .fault(let fault): fault.write(&writer)
        case .unknown(let element): writer.unknown([element])
        case .empty: break
        }
        writer.end("s:Body")
        writer.end("s:Envelope")
        return writer.bytes()
    }

    private var prefixes: [(String, String)] {
        let plain = [("s", Namespace.soap), ("a", Namespace.addressing)]
        let secured = plain + [("u", Namespace.utility), ("wsse", Namespace.security)]
        switch body {
        case .discover, .discoverResponse, .fault, .unknown, .empty:
            return header.security == nil ? plain : secured
        case .getPolicies, .requestSecurityToken:
            return secured + [("wst", Namespace.trust), ("ac", Namespace.authorization)]
        case .getPoliciesResponse, .requestSecurityTokenResponse: return secured
        }
    }
}

extension XMLWriter {
    fileprivate mutating func declareSchema() {
        attribute("xmlns:xsi", Namespace.instance)
        attribute("xmlns:xsd", Namespace.schema)
    }
}
