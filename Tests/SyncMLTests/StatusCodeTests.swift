import SyncML
import Testing

/// oma-dm.md 4.1.
struct StatusCodeTests {
    @Test(
        arguments: [
            (StatusCode.ok, 200, "OK"), (.authenticationAccepted, 212, "Authentication accepted"),
            (.chunkedItemAcceptedAndBuffered, 213, "Chunked item accepted and buffered"),
            (.notExecuted, 215, "Not executed"), (.atomicRollBackOK, 216, "Atomic roll back OK"),
            (.badRequest, 400, "Bad request"), (.notFound, 404, "Not found"),
            (.commandNotAllowed, 405, "Command not allowed"), (.alreadyExists, 418, "Already exists"),
            (.permissionDenied, 425, "Permission denied"), (.commandFailed, 500, "Command failed"),
            (.atomicFailed, 507, "Atomic failed"), (.atomicRollBackFailed, 516, "Atomic roll back failed"),
        ])
    func names(code: StatusCode, number: Int, name: String) {
        #expect(code.rawValue == number && code.name == name && "\(code)" == "\(number)")
    }

    @Test func unassigned() { #expect(StatusCode(rawValue: 515).name == nil) }

    @Test func success() {
        #expect(StatusCode.ok.isSuccess && StatusCode.atomicRollBackOK.isSuccess)
        #expect(!StatusCode.inProgress.isSuccess && !StatusCode.notModified.isSuccess && !StatusCode.notFound.isSuccess)
    }

    /// 517 = 0x87D10205, decimal -2016345595.
    @Test func hresult() {
        #expect(StatusCode.atomicResponseTooLargeToFit.hresult == 0x87D1_0205)
        #expect(Int32(bitPattern: StatusCode.atomicResponseTooLargeToFit.hresult) == -2_016_345_595)
    }

    @Test func text() {
        #expect(StatusCode(" 404\r\n") == .notFound && StatusCode("200") == .ok)
        #expect(StatusCode("") == nil && StatusCode("4 4") == nil && StatusCode("OK") == nil)
    }
}
