import XMLStream

/// The sentences about roots, namespaces, header and body.
extension Finding {
    static func bodyAlone(at position: XMLPosition) -> Finding {
        Finding(.bodyAlone, at: position, "A SyncBody without SyncML and SyncHdr; it is read as one message.")
    }

    static func bareCommands(at position: XMLPosition) -> Finding {
        Finding(.bareCommands, at: position, "Commands without a root; they are read as one message.")
    }

    static func rootMissing(at position: XMLPosition) -> Finding {
        Finding(
            .rootMissing, at: position, "SyncHdr stands without a SyncML element round it.",
            hint: "Put SyncHdr and SyncBody into one SyncML element.")
    }

    static func partAlone(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .partAlone, at: position, "\(name) stands alone; it is kept, and nothing is executed.",
            hint: "Put it into a command.")
    }

    static func headerMissing(at position: XMLPosition) -> Finding {
        Finding(
            .headerMissing, at: position, "The message has no SyncHdr.", hint: "SyncHdr is the first child of SyncML.")
    }

    static func bodyMissing(at position: XMLPosition) -> Finding {
        Finding(.bodyMissing, at: position, "The message has no SyncBody.", hint: "SyncBody follows SyncHdr.")
    }

    static func bodyEmpty(at position: XMLPosition) -> Finding {
        Finding(
            .bodyEmpty, at: position, "SyncBody holds no command.",
            hint: "A message holds at least the Status for the SyncHdr that it answers.")
    }

    static func notEmpty(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .notEmpty, at: position, "\(name) has content, which is dropped.", hint: "Write <\(name)/>.")
    }

    static func afterFinal(_ name: String, at position: XMLPosition) -> Finding {
        Finding(
            .afterFinal, at: position, "\(name) stands after Final.",
            hint: "Final is the last child of SyncBody; move it to the end.")
    }

    /// What is wrong with a root's namespace, nil when nothing is.
    static func rootNamespace(_ namespace: String?, at position: XMLPosition) -> Finding? {
        let hint = "Write xmlns=\"\(SyncMLNamespace.v12)\" on the root."
        guard let namespace else {
            return Finding(.namespaceMissing, at: position, "The root has no namespace.", hint: hint)
        }
        switch namespace {
        case SyncMLNamespace.v12: return nil
        case SyncMLNamespace.v11, SyncMLNamespace.v10:
            return Finding(
                .namespaceVersion, at: position, "The root has the older namespace \"\(namespace)\".", hint: hint)
        default:
            if SyncMLNamespace.isKnown(namespace) {
                return Finding(
                    .namespaceCase, at: position,
                    "The namespace \"\(namespace)\" is not in upper case; namespaces are case sensitive.", hint: hint)
            }
            return Finding(
                .namespaceUnknown, at: position, "The namespace \"\(namespace)\" is none of SyncML.", hint: hint)
        }
    }

    static func elementNamespace(_ name: XMLName, at position: XMLPosition) -> Finding {
        Finding(
            .elementNamespace, at: position,
            "\(name.local) is in \(describe(name.namespace)), which is not that of the root.",
            hint: "Let it inherit the namespace of the root. Told once for each name.")
    }

    static func metinfNamespace(_ name: XMLName, at position: XMLPosition) -> Finding {
        Finding(
            .metinfNamespace, at: position,
            "\(name.local) is in \(describe(name.namespace)), not in \(SyncMLNamespace.metinf).",
            hint: "Write <\(name.local) xmlns=\"\(SyncMLNamespace.metinf)\">. Told once for each name.")
    }

    private static func describe(_ namespace: String?) -> String {
        namespace.map { "namespace \"\($0)\"" } ?? "no namespace"
    }
}
