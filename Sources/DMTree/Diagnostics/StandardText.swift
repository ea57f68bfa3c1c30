import DDF

/// The sentences of the decision order of profile `oma`, in one place.
enum StandardText {
    private static func error(_ rule: String, _ row: StandardRow, _ message: String, _ hint: String = "") -> Advice {
        Advice(
            rule: rule, severity: .error, message: message, hint: hint,
            reference: DecisionRule.standard(row).reference)
    }

    // MARK: Commands and addresses

    static func notACommand(_ request: Request) -> Advice {
        error(
            "command.unknown", .notACommand, "\(request.verb.name) is not a command of OMA DM",
            "use Add, Replace, Delete, Get, Exec, Copy, Alert, Atomic or Sequence")
    }

    static func noCmdID(_ request: Request) -> Advice {
        error(
            "command.no-cmdid", .noCmdID, "the \(request.verb.name) has no CmdID",
            "give every command of a message a CmdID of its own")
    }

    static func unsupported(_ request: Request) -> Advice {
        let name = if case .alert(let code) = request.verb { "Alert \(code)" } else { request.verb.name }
        return error("command.unsupported", .unsupported, "\(name) is not supported")
    }

    static func getInAtomic(_ request: Request) -> Advice {
        Advice(
            rule: "atomic.get", severity: .error, message: "Get inside an Atomic is not allowed and answers 500",
            hint: "send the Get outside of the Atomic", reference: "oma-dm.md 2.7, 8 A18")
    }

    static func noTarget(_ request: Request) -> Advice {
        error(
            "address.missing", .noTarget,
            request.verb == .copy
                ? "the Copy needs an Item with a Source and a Target LocURI"
                : "the \(request.verb.name) has no Item with a Target LocURI",
            "add <Item><Target><LocURI>./…</LocURI></Target></Item>")
    }

    static func malformed(_ request: Request, _ malformed: MalformedURI) -> Advice {
        error("address.malformed", .malformedAddress, malformed.reason, malformed.hint)
    }

    static let slashInName = error(
        "address.malformed", .malformedAddress, "the LocURI has a name with an encoded slash",
        "names of nodes have no slashes")

    static func tooLong(_ name: String, actual: Int, allowed: Int) -> Advice {
        error(
            "address.too-long", .addressTooLong,
            "\(name) of ./DevDetail/URI is exceeded: \(actual), allowed are \(allowed)",
            "read ./DevDetail/URI and stay within it")
    }

    // MARK: What is there

    static func unknown(_ request: Request, _ resolution: Resolution, _ tree: DeviceTree) -> Advice {
        guard case .unknown(let matched) = resolution.standing else {
            return error("node.unknown", .absentNode, "this device does not have \(resolution.uri.canonical)")
        }
        let unknown = UnknownNode(resolution, matched: matched, schema: tree.schema)
        return error(
            "node.unknown", request.verb == .add ? .pathCannotBeMade : .absentNode, unknown.message, unknown.hint)
    }

    static func missing(_ request: Request, _ resolution: Resolution, depth: Int) -> Advice {
        let uri = resolution.uri.prefix(depth + 1).canonical
        return error(
            "node.absent", .absentNode, "there is no node \(uri)",
            request.verb == .replace ? "Replace makes no node; use Add" : "it exists once a server has added it")
    }

    static func exists(_ request: Request) -> Advice {
        error("node.exists", .existingNode, "the node is already there", "use Replace to change its value")
    }

    static func parentIsLeaf(_ parent: String) -> Advice {
        error("access.leaf-parent", .parentIsLeaf, "\(parent) is a leaf and can have no children")
    }

    static func parentMissing(_ request: Request, _ parent: String) -> Advice {
        error(
            "node.parent-missing", .pathCannotBeMade, "there is no node \(parent), and no ancestor is made by itself",
            "Add \(parent) first")
    }

    static func ancestorNotAllowed(_ request: Request, _ ancestor: String) -> Advice {
        error("access.add", .pathCannotBeMade, "\(ancestor) is not there and cannot be added by a server")
    }

    // MARK: Rights

    static func verbNotAllowed(_ request: Request, _ node: NodeDescription) -> Advice {
        let verbs = node.facts.access.names.joined(separator: ", ")
        return error(
            "access.verb", .verbNotAllowed, "\(node.displayName) does not allow \(request.verb.name)",
            "it allows \(verbs.isEmpty ? "nothing" : verbs)")
    }

    static func permanent(_ resolution: Resolution, _ participle: String) -> Advice {
        error("access.permanent", .verbNotAllowed, "\(resolution.uri.canonical) cannot be \(participle)")
    }

    static func replaceOfInterior(_ resolution: Resolution) -> Advice {
        error(
            "access.verb", .verbNotAllowed, "\(resolution.uri.canonical) is an interior node and has no value",
            "replace a property of it, a leaf below it, or the whole subtree by a TNDS object")
    }

    static func denied(
        _ verb: AccessControlList.Verb, _ node: String, _ server: String, _ acl: AccessControlList, owner: Int
    ) -> Advice {
        error(
            "acl.denied", .denied, "the ACL does not let \(server) \(verb.rawValue) \(node)",
            "the ACL in force is \"\(acl)\", set \(owner == 0 ? "at the root" : "\(owner) levels below the root")")
    }

    static func malformedACL(_ malformed: MalformedACL, _ text: String) -> Advice {
        error(
            "acl.malformed", .wrongValue,
            text.isEmpty ? "the root always has an ACL" : "this is no ACL: \(malformed.reason)",
            "write entries such as Get=*&Replace=A+B")
    }

    // MARK: Properties and lists

    static func unsupportedQuery(_ query: TreeURI.Query) -> Advice {
        let what =
            switch query {
            case .property(let name): "property \"\(name.prefix(60))\" is not supported by this node"
            case .list(let name): "list \"\(name.prefix(60))\" is not supported"
            case .other(let text): "query \"\(text.prefix(60))\" is not supported"
            }
        return error(
            "query.unsupported", .unsupported, what,
            "properties are \(NodeProperty.allCases.map(\.rawValue).joined(separator: ", ")), Size on leaves only; "
                + "lists are Struct, StructData, TNDS, TNDS+… and TNDS-…")
    }

    static func verbOnQuery(_ request: Request) -> Advice {
        error("query.verb", .verbNotAllowed, "\(request.verb.name) does not work on a property or list here")
    }

    static func verbOnProperty(_ request: Request, _ property: NodeProperty) -> Advice {
        error(
            "query.verb", .verbNotAllowed, "\(request.verb.name) does not work on the property \(property.rawValue)",
            property.isReplaceable ? "Get and Replace do" : "only Get does")
    }

    static func titleTooLong(_ bytes: Int) -> Advice {
        error("property.title", .wrongValue, "a Title has at most 255 bytes, this one has \(bytes)")
    }

    static func wrongName(_ name: String, _ reason: String) -> Advice {
        error("property.name", .wrongValue, "the node cannot be called \"\(name.prefix(60))\": \(reason)")
    }

    static func nameTaken(_ name: String) -> Advice {
        error("property.name-taken", .existingNode, "the parent has a node \"\(name.prefix(60))\" already")
    }

    // MARK: Values

    static func formatMismatch(_ stated: String, _ expected: String) -> Advice {
        error(
            "format.mismatch", .formatMismatch, "the Format is \(stated.prefix(60)), expected \(expected)",
            "a Meta without Format means chr")
    }

    static func typeMismatch(_ stated: String, _ expected: String) -> Advice {
        error("format.type", .formatMismatch, "the Type is \(stated.prefix(60)), the node takes \(expected)")
    }

    static func noData(_ request: Request, _ format: NodeFormat) -> Advice {
        error(
            "value.missing", .noData, "the \(request.verb.name) has no Data, and the Format is \(format.rawValue)",
            "add <Data> with a value")
    }

    static func value(_ fault: ValueFault, _ rule: String) -> Advice {
        error(rule, .wrongValue, fault.sentence, fault.hint)
    }

    static func full(_ capacity: Int) -> Advice {
        error("storage.full", .noStorage, "the device keeps at most \(capacity) bytes, and they are full")
    }

    // MARK: Copy

    static func copyOfInterior(_ uri: String) -> Advice {
        error("copy.interior", .verbNotAllowed, "\(uri) is an interior node; Copy copies a leaf")
    }

    static func copyOntoInterior(_ uri: String) -> Advice {
        error("copy.interior", .existingNode, "\(uri) is there and an interior node; Copy overwrites a leaf")
    }

    static func copyNotOverwritable(_ node: NodeDescription) -> Advice {
        error("copy.not-overwritable", .busy, "\(node.displayName) is there and cannot be replaced")
    }

    // MARK: Management objects

    static func objectEncoding(_ type: String) -> Advice {
        error(
            "tnds.encoding", .formatMismatch, "a TNDS object of type \(type.prefix(80)) is not read here",
            "send \(TNDSDocument.mediaType)")
    }

    static func malformedObject(_ fault: TNDSError) -> Advice {
        error(
            "tnds.malformed", .formatMismatch,
            "the TNDS object is wrong at line \(fault.line), column \(fault.column): \(fault.reason)")
    }

    static func objectNodeRefused(_ uri: String) -> Advice {
        Advice(
            rule: "tnds.node-refused", severity: .error,
            message: "\(uri.prefix(200)) of the TNDS object was refused, so nothing of the object was applied",
            reference: "oma-dm.md 3.6")
    }

    static let notWritten = error("tnds.not-written", .executionError, "there is no memory for the TNDS object")

    static func inboxAddOnly(_ request: Request) -> Advice {
        error(
            "inbox.add-only", .verbNotAllowed, "\(request.verb.name) does not work on the Inbox or below it",
            "a server can only Add management objects to it")
    }

    static let inboxWantsObject = error(
        "inbox.not-an-object", .formatMismatch, "the Inbox takes management objects",
        "send a TNDS object whose root has the identifier of a management object as its Type")

    static let inboxUnknownObject = error(
        "inbox.unknown-object", .busy, "the device has no place for this management object",
        "\(ManagementObject.dmAcc.rawValue) is the identifier that a server can add")
}
