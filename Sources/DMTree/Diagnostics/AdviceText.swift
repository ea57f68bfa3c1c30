import DDF

/// The sentences of the decision table, in one place. Each refusal says what was found and what helps.
enum AdviceText {
    static func error(_ rule: String, _ row: DecisionRow, _ message: String, _ hint: String = "") -> Advice {
        Advice(
            rule: rule, severity: .error, message: message, hint: hint, reference: DecisionRule.row(row).reference)
    }

    static func notACommand(_ request: Request) -> Advice {
        error(
            "command.unknown", .notACommand, "\(request.verb.name) is not a command of OMA DM",
            "use Add, Replace, Delete, Get, Exec, Alert, Atomic or Sequence")
    }

    static func noCmdID(_ request: Request) -> Advice {
        error(
            "command.no-cmdid", .noCmdID,
            "the \(request.verb.name) has no CmdID, so Windows answers 400 with an empty CmdRef",
            "give every command of a message a CmdID of its own")
    }

    static func unsupported(_ request: Request) -> Advice {
        switch request.verb {
        case .alert(let code):
            error(
                "command.unsupported", .unsupportedCommand, "Alert \(code) is not supported by the Windows client",
                "Windows shows no alerts to the user; send 1222, 1223 or 1225, or none")
        default:
            error(
                "command.unsupported", .unsupportedCommand,
                "\(request.verb.name) is not supported by the Windows client",
                "use Get and Replace instead")
        }
    }

    static func noTarget(_ request: Request) -> Advice {
        error(
            "address.missing", .malformedAddress, "the \(request.verb.name) has no Item with a Target LocURI",
            "add <Item><Target><LocURI>./…</LocURI></Target></Item>")
    }

    static func malformed(_ request: Request, _ malformed: MalformedURI) -> Advice {
        error("address.malformed", .malformedAddress, malformed.reason, malformed.hint)
    }

    static func noUserContext(_ request: Request) -> Advice {
        Advice(
            rule: "user-context.missing", severity: .error,
            message: "no user context exists, so every ./User address answers 405",
            hint: "wait for a session whose LoginStatus is \"user\", or apply with --login user --phase desktop",
            reference: "ESP-401b, windows-csp.md 5.9 row 7")
    }

    static func observed(_ request: Request, _ observed: Observed) -> Advice {
        guard case .status(let status) = observed.answer, status >= 300 else {
            return Advice(
                rule: "observed", severity: .note, message: "a real device was seen to answer this way",
                reference: "\(observed.id): \(observed.source)")
        }
        return Advice(
            rule: "observed", severity: .error, message: "a real device was seen to answer \(status) to this command",
            hint: "see \(observed.source)", reference: observed.id)
    }

    static func atomicRequired(_ request: Request, _ uri: String) -> Advice {
        Advice(
            rule: "atomic.required", severity: .warning,
            message: "the \(request.verb.name) stands outside of an Atomic, and \(uri) wants all its commands in one",
            hint: "put the commands of this instance into one Atomic, so that it comes about as a whole or not at all",
            reference: "windows-csp.md 6.4")
    }

    static func getInAtomic(_ request: Request) -> Advice {
        Advice(
            rule: "atomic.get", severity: .error, message: "Get inside an Atomic is not supported and answers 500",
            hint: "send the Get outside of the Atomic", reference: "windows-csp.md 5.5b, 5.9 Atomic")
    }

    static func missing(_ request: Request, _ resolution: Resolution, depth: Int) -> Advice {
        let uri = resolution.uri.prefix(depth + 1).canonical
        let isWhole = depth == resolution.uri.keys.count - 1
        let step = resolution.steps[depth]
        let hint: String
        if request.verb == .exec, step.facts.access.contains(.add) {
            hint = "Add \(uri) first; a resent Exec without it fails again"
        } else if step.facts.access.contains(.add) {
            hint = "it exists only once a server has added it"
        } else {
            hint = "the client makes it; a server cannot"
        }
        return error(
            "node.absent", .absentNode,
            isWhole ? "the node is described but is not there" : "there is no node \(uri)", hint)
    }

    static func neverSet(_ request: Request, _ node: NodeDescription) -> Advice {
        error(
            "node.never-set", .absentNode, "\(node.displayName) was never set and has no default",
            "Replace it first, or treat 404 as \"not set\"")
    }

    static func exists(_ request: Request, _ node: NodeDescription) -> Advice {
        error(
            "node.exists", .existingNode, "the node is already there",
            "harmless; use Replace to change a value")
    }

    static func addNotAllowed(_ request: Request, _ node: NodeDescription, blocking: NodeDescription) -> Advice {
        let row: DecisionRow = request.verb == .add ? .addNotAllowed : .replaceOfAbsentNode
        let verbs = blocking.facts.access.names.joined(separator: ", ")
        let hint =
            blocking.facts.access.contains(.replace) && request.verb == .add
            ? "use Replace: it allows \(verbs)"
            : "\(blocking.displayName) allows \(verbs.isEmpty ? "nothing" : verbs)"
        return error(
            "access.add", row,
            request.verb == .add
                ? "\(blocking.displayName) cannot be added by a server"
                : "the node is not there and \(blocking.displayName) cannot be added by a server", hint)
    }

    static func parentIsLeaf(_ request: Request, _ parent: NodeDescription) -> Advice {
        error("access.leaf-parent", .addNotAllowed, "\(parent.displayName) is a leaf and can have no children")
    }

    static func userProviderMissing(_ request: Request, _ resolution: Resolution) -> Advice {
        let provider = resolution.uri.prefix(resolution.uri.structuralCount + 3).canonical
        return Advice(
            rule: "node.user-provider-missing", severity: .error,
            message: "no DMClient provider exists in user scope until a server adds it, so Windows answers 405",
            hint: "Add \(provider) with Format node, then \(provider)/FirstSyncStatus",
            reference: "OBS-002, windows-csp.md 3.3.6, 5.9 row 14")
    }

    static func replaceNeedsNode(_ request: Request, _ resolution: Resolution) -> Advice {
        error(
            "node.replace-absent", .replaceOfAbsentNode, "this CSP replaces only nodes that are there",
            resolution.node?.facts.access.contains(.add) == true
                ? "use Add first" : "the node cannot be made by a server")
    }

    static func namedAncestorMissing(_ request: Request, _ resolution: Resolution, depth: Int) -> Advice {
        let uri = resolution.uri.prefix(depth + 1).canonical
        return error(
            "node.parent-missing", .replaceOfAbsentNode,
            "the named node \(uri) is not there, and Replace does not make it",
            "Add \(uri) first")
    }

    static func verbNotAllowed(_ request: Request, _ node: NodeDescription) -> Advice {
        let verbs = node.facts.access.names.joined(separator: ", ")
        return error(
            "access.verb", .verbNotAllowed, "\(node.displayName) does not allow \(request.verb.name)",
            "it allows \(verbs.isEmpty ? "nothing" : verbs)")
    }

    static func deletePermanent(_ request: Request, _ node: NodeDescription) -> Advice {
        error("access.permanent", .verbNotAllowed, "\(node.displayName) is permanent and cannot be deleted")
    }

    static func verbOnQuery(_ request: Request, _ query: TreeURI.Query) -> Advice {
        Advice(
            rule: "query.verb", severity: .error, message: "\(request.verb.name) does not work on a property or list",
            hint: "only Get does", reference: "windows-csp.md 5.9 Results")
    }

    static func unsupportedQuery(_ request: Request, _ query: TreeURI.Query) -> Advice {
        let (what, hint) =
            switch query {
            case .property(let name): ("property \"\(name)\"", "Name, Format and Type are supported")
            case .list(let name): ("list \"\(name)\"", "Struct and StructData are supported")
            case .other(let text):
                (
                    "query \"\(text)\"",
                    "?prop=Name, ?prop=Format, ?prop=Type, ?list=Struct and ?list=StructData are supported"
                )
            }
        return Advice(
            rule: "query.unsupported", severity: .error, message: "\(what) is not supported by the Windows client",
            hint: hint, reference: "windows-csp.md 5.9 Results")
    }

    static func formatMismatch(_ request: Request, _ node: NodeDescription, stated: String) -> Advice {
        error(
            "format.mismatch", .formatMismatch,
            "the Meta says Format \(stated), but \(node.displayName) is \(node.facts.format.rawValue)",
            "write <Format xmlns=\"syncml:metinf\">\(node.facts.format.rawValue)</Format>, or leave the Format out")
    }

    static func managementObject(_ request: Request) -> Advice {
        error(
            "tnds.unsupported", .formatMismatch, "the Windows client reads no TNDS objects",
            "send an Add for each node")
    }

    static func value(_ request: Request, _ node: NodeDescription, _ fault: ValueFault, _ rule: String) -> Advice {
        error(
            rule, rule == "value.not-allowed" ? .valueNotAllowed : .notOfFormat,
            "\(node.displayName): \(fault.sentence)", fault.hint)
    }

    static func noData(_ request: Request, _ node: NodeDescription) -> Advice {
        error(
            "value.missing", .noData,
            "the Replace has no Data, and \(node.displayName) is \(node.facts.format.rawValue)",
            "add <Data> with a value")
    }

    static func notEmulated(_ request: Request) -> Advice {
        Advice(
            rule: "effect.not-emulated", severity: .warning,
            message: "Windows would carry this Exec out; Espalier answers 200 and does nothing",
            reference: DecisionRule.row(.effectNotEmulated).reference)
    }
}
