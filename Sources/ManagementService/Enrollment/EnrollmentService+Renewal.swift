import Capture
import Enrollment
import Identity

/// Renewal of a device's certificate (enrollment.md 10.1): the old certificate in TLS, and a request for a new key that the
/// old one signed.
extension EnrollmentService {
    func renew(
        _ token: RequestSecurityToken, _ peer: Peer, _ addresses: ServiceAddresses, _ records: any ServerRecords,
        _ now: CaptureTime
    ) throws(Interruption) -> ProvisioningDocument {
        guard peer.thumbprint != nil else {
            throw .refused(
                EnrollmentRefusal(.invalidSecurity, nil, "A renewal shows the certificate that it renews in TLS."))
        }
        guard var device = try device(of: peer, records, now) else {
            throw .refused(.notEligibleToRenew("it is unknown, over or taken back, so the device has to enrol again"))
        }
        let renewal = try checking { () throws(EnrollmentRefusal) in try renewalRequest(token) }
        guard renewal.signer.thumbprint == peer.thumbprint else {
            throw .refused(.certificateRequest("it is signed by another certificate than that of TLS"))
        }
        let request = try checking { () throws(EnrollmentRefusal) in try certificateRequest(renewal.request.der) }
        guard request.publicKey != renewal.signer.publicKey else {
            throw .refused(.certificateRequest("it is for the old key"))
        }
        let certificate = try certificate(for: request, device.id, now)
        device.thumbprint = certificate.thumbprint
        try onRecords { () throws(StoreFault) in
            // The old one counts until the device shows the new one: this answer may never arrive.
            try records.setCertificates(of: device.id, besides: nil, to: .replaced)
            try records.add(IssuedCertificate(certificate, device: device.id))
            try records.save(device)
        }
        return Provisioning(settings: settings, addresses: addresses).renewal(device, certificate)
    }

    /// Automatic and manual renewals alike, under either name of the type.
    private func renewalRequest(_ token: RequestSecurityToken) throws(EnrollmentRefusal) -> RenewalRequest {
        guard let element = token.binarySecurityToken, element.type == .pkcs7 || element.type == .pkcs7OfEnrollment
        else { throw .certificateRequest("there is no BinarySecurityToken of the type PKCS7") }
        guard let octets = element.octets else { throw .certificateRequest("it is no Base64") }
        do throws(IdentityFault) { return try RenewalRequest(octets: octets) } catch {
            throw .certificateRequest("\(error)")
        }
    }
}
