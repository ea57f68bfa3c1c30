import DeviceFile
import Identity

extension LifeKeeper.HeldRecords {
    /// The certificate in `My` that has a key: what TLS shows and messages are signed with. nil without one.
    ///
    /// - Throws: `identity` or `key` when the file holds one that cannot be read.
    func identity() throws(LiveFault) -> HeldIdentity? {
        guard let record = certificates.first(where: { $0.store == .my && $0.keyID != nil }),
            let key = keys.first(where: { $0.id == record.keyID })
        else { return nil }
        let certificate: Certificate
        do throws(IdentityFault) { certificate = try Certificate(der: record.der) } catch { throw .identity(error) }
        do throws(KeyFault) {
            return HeldIdentity(key: try KeyPair(pkcs8DER: key.pkcs8.bytes), certificate: certificate)
        } catch { throw .key(error) }
    }
}
