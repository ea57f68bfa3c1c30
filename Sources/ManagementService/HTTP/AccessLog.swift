import Logging

/// Where the access log goes.
public enum AccessLog {
    /// A line on standard error for every request.
    public static var standardError: Logger {
        var log = Logger(label: "espalier.serve") { StreamLogHandler.standardError(label: $0) }
        log.logLevel = .info
        return log
    }

    /// Nowhere.
    public static var silent: Logger { Logger(label: "espalier.serve") { _ in SwiftLogNoOpLogHandler() } }
}
