extension StatusCode {
    /// 101 In progress.
    public static let inProgress = StatusCode(rawValue: 101)
    /// 200 OK.
    public static let ok = StatusCode(rawValue: 200)
    /// 201 Item added.
    public static let itemAdded = StatusCode(rawValue: 201)
    /// 202 Accepted for processing.
    public static let acceptedForProcessing = StatusCode(rawValue: 202)
    /// 203 Non-authoritative response.
    public static let nonAuthoritativeResponse = StatusCode(rawValue: 203)
    /// 204 No content.
    public static let noContent = StatusCode(rawValue: 204)
    /// 205 Reset content.
    public static let resetContent = StatusCode(rawValue: 205)
    /// 206 Partial content.
    public static let partialContent = StatusCode(rawValue: 206)
    /// 207 Conflict resolved with merge.
    public static let conflictResolvedWithMerge = StatusCode(rawValue: 207)
    /// 208 Conflict resolved, client wins.
    public static let conflictResolvedClientWins = StatusCode(rawValue: 208)
    /// 209 Conflict resolved with duplicate.
    public static let conflictResolvedWithDuplicate = StatusCode(rawValue: 209)
    /// 210 Delete without archive.
    public static let deleteWithoutArchive = StatusCode(rawValue: 210)
    /// 211 Item not deleted.
    public static let itemNotDeleted = StatusCode(rawValue: 211)
    /// 212 Authentication accepted, for the whole session; on SyncHdr only.
    public static let authenticationAccepted = StatusCode(rawValue: 212)
    /// 213 Chunked item accepted and buffered; more is to come.
    public static let chunkedItemAcceptedAndBuffered = StatusCode(rawValue: 213)
    /// 214 Operation cancelled.
    public static let operationCancelled = StatusCode(rawValue: 214)
    /// 215 Not executed.
    public static let notExecuted = StatusCode(rawValue: 215)
    /// 216 Atomic roll back OK.
    public static let atomicRollBackOK = StatusCode(rawValue: 216)
    /// 300 Multiple choices.
    public static let multipleChoices = StatusCode(rawValue: 300)
    /// 301 Moved permanently.
    public static let movedPermanently = StatusCode(rawValue: 301)
    /// 302 Found.
    public static let found = StatusCode(rawValue: 302)
    /// 303 See other.
    public static let seeOther = StatusCode(rawValue: 303)
    /// 304 Not modified.
    public static let notModified = StatusCode(rawValue: 304)
    /// 305 Use proxy.
    public static let useProxy = StatusCode(rawValue: 305)
    /// 400 Bad request.
    public static let badRequest = StatusCode(rawValue: 400)
    /// 401 Invalid credentials.
    public static let invalidCredentials = StatusCode(rawValue: 401)
    /// 402 Payment needed.
    public static let paymentNeeded = StatusCode(rawValue: 402)
    /// 403 Forbidden.
    public static let forbidden = StatusCode(rawValue: 403)
    /// 404 Not found.
    public static let notFound = StatusCode(rawValue: 404)
    /// 405 Command not allowed.
    public static let commandNotAllowed = StatusCode(rawValue: 405)
    /// 406 Optional feature not supported.
    public static let optionalFeatureNotSupported = StatusCode(rawValue: 406)
    /// 407 Missing credentials.
    public static let missingCredentials = StatusCode(rawValue: 407)
    /// 408 Request timeout.
    public static let requestTimeout = StatusCode(rawValue: 408)
    /// 409 Conflict.
    public static let conflict = StatusCode(rawValue: 409)
    /// 410 Gone.
    public static let gone = StatusCode(rawValue: 410)
    /// 411 Size required.
    public static let sizeRequired = StatusCode(rawValue: 411)
    /// 412 Incomplete command.
    public static let incompleteCommand = StatusCode(rawValue: 412)
    /// 413 Request entity too large.
    public static let requestEntityTooLarge = StatusCode(rawValue: 413)
    /// 414 URI too long.
    public static let uriTooLong = StatusCode(rawValue: 414)
    /// 415 Unsupported media type or format.
    public static let unsupportedMediaTypeOrFormat = StatusCode(rawValue: 415)
    /// 416 Requested size too big.
    public static let requestedSizeTooBig = StatusCode(rawValue: 416)
    /// 417 Retry later.
    public static let retryLater = StatusCode(rawValue: 417)
    /// 418 Already exists.
    public static let alreadyExists = StatusCode(rawValue: 418)
    /// 419 Conflict resolved with server data.
    public static let conflictResolvedWithServerData = StatusCode(rawValue: 419)
    /// 420 Device full.
    public static let deviceFull = StatusCode(rawValue: 420)
    /// 421 Unknown search grammar.
    public static let unknownSearchGrammar = StatusCode(rawValue: 421)
    /// 422 Bad CGI script.
    public static let badCGIScript = StatusCode(rawValue: 422)
    /// 423 Soft-delete conflict.
    public static let softDeleteConflict = StatusCode(rawValue: 423)
    /// 424 Size mismatch.
    public static let sizeMismatch = StatusCode(rawValue: 424)
    /// 425 Permission denied.
    public static let permissionDenied = StatusCode(rawValue: 425)
    /// 426 Partial item not accepted.
    public static let partialItemNotAccepted = StatusCode(rawValue: 426)
    /// 427 Item not empty.
    public static let itemNotEmpty = StatusCode(rawValue: 427)
    /// 428 Move failed.
    public static let moveFailed = StatusCode(rawValue: 428)
    /// 500 Command failed.
    public static let commandFailed = StatusCode(rawValue: 500)
    /// 501 Command not implemented.
    public static let commandNotImplemented = StatusCode(rawValue: 501)
    /// 502 Bad gateway.
    public static let badGateway = StatusCode(rawValue: 502)
    /// 503 Service unavailable.
    public static let serviceUnavailable = StatusCode(rawValue: 503)
    /// 504 Gateway timeout.
    public static let gatewayTimeout = StatusCode(rawValue: 504)
    /// 505 DTD version not supported.
    public static let dtdVersionNotSupported = StatusCode(rawValue: 505)
    /// 506 Processing error.
    public static let processingError = StatusCode(rawValue: 506)
    /// 507 Atomic failed.
    public static let atomicFailed = StatusCode(rawValue: 507)
    /// 508 Refresh required.
    public static let refreshRequired = StatusCode(rawValue: 508)
    /// 509 Reserved.
    public static let reserved = StatusCode(rawValue: 509)
    /// 510 Data store failure.
    public static let dataStoreFailure = StatusCode(rawValue: 510)
    /// 511 Server failure.
    public static let serverFailure = StatusCode(rawValue: 511)
    /// 512 Synchronization failed.
    public static let synchronizationFailed = StatusCode(rawValue: 512)
    /// 513 Protocol version not supported.
    public static let protocolVersionNotSupported = StatusCode(rawValue: 513)
    /// 514 Operation cancelled, before it was processed.
    public static let operationCancelledBeforeProcessing = StatusCode(rawValue: 514)
    /// 516 Atomic roll back failed.
    public static let atomicRollBackFailed = StatusCode(rawValue: 516)
    /// 517 Atomic response too large to fit.
    public static let atomicResponseTooLargeToFit = StatusCode(rawValue: 517)

    static let names: [Int: String] = [
        101: "In progress",
        200: "OK",
        201: "Item added",
        202: "Accepted for processing",
        203: "Non-authoritative response",
        204: "No content",
        205: "Reset content",
        206: "Partial content",
        207: "Conflict resolved with merge",
        208: "Conflict resolved, client wins",
        209: "Conflict resolved with duplicate",
        210: "Delete without archive",
        211: "Item not deleted",
        212: "Authentication accepted",
        213: "Chunked item accepted and buffered",
        214: "Operation cancelled",
        215: "Not executed",
        216: "Atomic roll back OK",
        300: "Multiple choices",
        301: "Moved permanently",
        302: "Found",
        303: "See other",
        304: "Not modified",
        305: "Use proxy",
        400: "Bad request",
        401: "Invalid credentials",
        402: "Payment needed",
        403: "Forbidden",
        404: "Not found",
        405: "Command not allowed",
        406: "Optional feature not supported",
        407: "Missing credentials",
        408: "Request timeout",
        409: "Conflict",
        410: "Gone",
        411: "Size required",
        412: "Incomplete command",
        413: "Request entity too large",
        414: "URI too long",
        415: "Unsupported media type or format",
        416: "Requested size too big",
        417: "Retry later",
        418: "Already exists",
        419: "Conflict resolved with server data",
        420: "Device full",
        421: "Unknown search grammar",
        422: "Bad CGI script",
        423: "Soft-delete conflict",
        424: "Size mismatch",
        425: "Permission denied",
        426: "Partial item not accepted",
        427: "Item not empty",
        428: "Move failed",
        500: "Command failed",
        501: "Command not implemented",
        502: "Bad gateway",
        503: "Service unavailable",
        504: "Gateway timeout",
        505: "DTD version not supported",
        506: "Processing error",
        507: "Atomic failed",
        508: "Refresh required",
        509: "Reserved",
        510: "Data store failure",
        511: "Server failure",
        512: "Synchronization failed",
        513: "Protocol version not supported",
        514: "Operation cancelled",
        516: "Atomic roll back failed",
        517: "Atomic response too large to fit",
    ]
}
