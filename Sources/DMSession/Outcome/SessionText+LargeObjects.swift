import DMTree
import SyncML

/// Sentences about objects in chunks (oma-dm.md 2.9).
extension SessionText {
    static func objectInContainer(_ item: Item, _ commandID: String?) -> Diagnostic {
        about(
            item, commandID, "object.in-container", .error,
            "an Atomic or Sequence fits into one message, so an object inside one cannot go on in the next",
            "send the chunks outside of containers", "oma-dm.md 2.2")
    }

    static func objectNotWBXML(_ request: Request, _ reason: String, _ origin: Origin) -> Diagnostic {
        Diagnostic(
            rule: "tnds.wbxml", severity: .error, line: origin.position?.line, column: origin.position?.column,
            commandID: request.cmdID, target: request.target,
            message: "the TNDS object is said to be WBXML and cannot be read: \(reason)",
            hint: "send the octets of a whole WBXML document with its own header, as Base64 with Format bin",
            reference: "oma-dm.md 5.5")
    }

    static func objectTooLarge(_ item: Item, _ commandID: String?, _ bytes: Int, _ limit: Int) -> Diagnostic {
        about(
            item, commandID, "object.too-large", .error,
            "the object has \(bytes) bytes and the client takes \(limit); it is answered 413 and nothing was stored",
            "keep to the MaxObjSize of the device", "oma-dm.md 2.9 rule 9")
    }

    static func moreDataMisplaced(_ item: Item, _ commandID: String?, _ name: String) -> Diagnostic {
        about(
            item, commandID, "object.misplaced", .warning,
            "MoreData has no meaning in a \(name), which carries no data; it was passed over",
            "leave MoreData out", "oma-dm.md 2.9 rule 2")
    }

    static func moreDataComplete(_ item: Item, _ commandID: String?, _ bytes: Int, _ size: Int) -> Diagnostic {
        about(
            item, commandID, "object.complete", .warning,
            "MoreData stands behind byte \(bytes) of an object of \(size): the last or only chunk never has it",
            "leave MoreData out of the last chunk", "oma-dm.md 2.9 rule 2")
    }

    static func sizeMissing(_ item: Item, _ commandID: String?, _ size: String?) -> Diagnostic {
        about(
            item, commandID, "object.size-missing", .warning,
            size.map { "the first chunk has the Size \"\($0)\", which is no number of bytes" }
                ?? "the first chunk has no Size, so the client cannot tell whether the object arrives whole",
            "put the size of the whole object into the Meta of the first chunk", "oma-dm.md 2.9 rule 3")
    }

    static func sizeRepeated(_ item: Item, _ commandID: String?) -> Diagnostic {
        about(
            item, commandID, "object.size-repeated", .warning, "a later chunk states Size again; it was passed over",
            "state Size in the first chunk only", "oma-dm.md 2.9 rule 3")
    }

    static func sizeEscaped(_ item: Item, _ commandID: String?, _ bytes: Int, _ size: Int) -> Diagnostic {
        about(
            item, commandID, "object.size-escaped", .warning,
            "Size is \(size) and counts XML escapes; the object has \(bytes) bytes and was taken",
            "count the bytes before they are escaped", "oma-dm.md 8, A8")
    }

    static func sizeMismatch(_ item: Item, _ commandID: String?, _ bytes: Int, _ size: Int) -> Diagnostic {
        about(
            item, commandID, "object.size-mismatch", .error,
            "the chunks have \(bytes) bytes together and Size says \(size); the object is answered 424 and nothing was stored",
            "send every chunk, and the size of the data as it travels", "oma-dm.md 2.9 rule 7")
    }

    static func objectInterrupted(
        _ object: IncomingObject, by name: String, _ commandID: String?, _ origin: Origin
    ) -> Diagnostic {
        Diagnostic(
            rule: "object.interrupted", severity: .error, line: origin.position?.line, column: origin.position?.column,
            commandID: commandID, target: object.target,
            message:
                "\(name) came before the last chunk of \(object.target); the object was dropped, which Alert 1225 tells",
            hint: "send all chunks in one message after the other, with nothing between",
            reference: "oma-dm.md 2.9 rule 8")
    }

    static func objectGivenUp(_ object: IncomingObject, _ alert: Alert) -> Diagnostic {
        Diagnostic(
            rule: "object.given-up", severity: .warning, line: alert.origin.position?.line,
            column: alert.origin.position?.column, commandID: alert.cmdID, target: object.target,
            message: "the server gave up \(object.target) before its last chunk (Alert 1225); nothing was stored",
            reference: "oma-dm.md 2.9 rule 8")
    }

    static func objectFinal(_ object: IncomingObject) -> Diagnostic {
        Diagnostic(
            rule: "object.final", severity: .warning, target: object.target,
            message: "Final closes a package in the middle of the object \(object.target)",
            hint: "send Final with the last chunk", reference: "oma-dm.md 2.2")
    }

    static func chunkRefused(_ status: Status, _ source: String) -> Diagnostic {
        Diagnostic(
            rule: "object.refused", severity: .error, line: status.origin.position?.line,
            column: status.origin.position?.column, target: source,
            message:
                "the server answered \(status.data?.content.trimmedASCII ?? "") to a chunk of \(source); the client does not send the rest",
            hint: "state MaxObjSize in the SyncHdr", reference: "oma-dm.md 2.9")
    }

    static func objectRejected(_ source: String) -> Diagnostic {
        Diagnostic(
            rule: "object.refused", severity: .error, target: source,
            message: "the server wants no more of \(source) (Alert 1225); the client does not send the rest",
            hint: "send Alert 1222 to get the next chunk", reference: "oma-dm.md 2.9 rule 8")
    }

    static func resultTooLarge(_ outcome: CommandOutcome, _ bytes: Int, _ limit: Int) -> Diagnostic {
        Diagnostic(
            rule: "object.over-server-limit", severity: .error, line: outcome.line, column: outcome.column,
            commandID: outcome.commandID, target: outcome.target,
            message: "the value has \(bytes) bytes and the server's MaxObjSize is \(limit), so the Get is answered 413",
            hint: "raise MaxObjSize", reference: "oma-dm.md 2.9 rule 9")
    }

    private static func about(
        _ item: Item, _ commandID: String?, _ rule: String, _ severity: Diagnostic.Severity, _ message: String,
        _ hint: String, _ reference: String
    ) -> Diagnostic {
        Diagnostic(
            rule: rule, severity: severity, line: item.origin.position?.line, column: item.origin.position?.column,
            commandID: commandID, target: item.target?.locURI, message: message, hint: hint, reference: reference)
    }
}
