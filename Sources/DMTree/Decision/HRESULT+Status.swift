import Notation

/// The HRESULTs that stand behind status codes (windows-csp.md 5.6).
extension HRESULT {
    /// CFGMGR_E_INVALIDDATATYPE, 415.
    public static let invalidDataType = HRESULT(0x86000001)
    /// CFGMGR_E_NODENOTFOUND, 404.
    public static let nodeNotFound = HRESULT(0x86000002)
    /// CFGMGR_E_ILLEGALOPERATIONINATRANSACTION, 500.
    public static let illegalOperationInTransaction = HRESULT(0x86000003)
    /// CFGMGR_E_ONEORMOREEXECUTIONFAILURES, 507.
    public static let oneOrMoreExecutionFailures = HRESULT(0x86000005)
    /// CFGMGR_S_COMMANDFAILEDDUETOTRANSACTIONROLLBACK, 216.
    public static let failedDueToRollback = HRESULT(0x06000007)
    /// CFGMGR_E_ROLLBACKFAILURE, 516.
    public static let rollbackFailure = HRESULT(0x86000009)
    /// CFGMGR_E_COMMANDNOTALLOWED, 405.
    public static let commandNotAllowed = HRESULT(0x86000011)
    /// CFGMGR_E_PROPERTYNOTSUPPORTED, 406.
    public static let propertyNotSupported = HRESULT(0x86000013)
    /// CFGMGR_E_FORBIDDENURISEGMENT, 400.
    public static let forbiddenURISegment = HRESULT(0x86000015)
    /// CFGMGR_E_XMLPARSEERROR, 415.
    public static let xmlParseError = HRESULT(0x86000018)
    /// E_NOTIMPL, 406.
    public static let notImplemented = HRESULT(0x80004001)
    /// E_INVALIDARG, 500.
    public static let invalidArgument = HRESULT(0x80070057)
    /// HRESULT_FROM_WIN32(ERROR_ALREADY_EXISTS), 418.
    public static let alreadyExists = HRESULT(0x800700B7)
}
