import Capture
import Enrollment
import Identity

/// Renewal of a device's certificate (enrollment.md 10.1).
extension EnrollmentService {
    func renew(
        _ token: RequestSecurityToken, _ peer: Peer, _ addresses: ServiceAddresses, _ records: any ServerRecords,
        _ now: CaptureTime
    ) throws(Interruption) -> ProvisioningDocument {
        throw .refused(.notEligibleToRenew("not yet"))
    }

    func byEntraToken(
        _ token: BinarySecurityToken, _ records: any ServerRecords, _ now: CaptureTime
    ) throws(Interruption) -> Caller {
        throw .refused(.wrongToken)
    }
}
