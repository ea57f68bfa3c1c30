import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `certificate`: the device's stores.
enum CertificateTable {
    static func replace(with certificates: [CertificateRecord], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM certificate")
        for certificate in certificates {
            try db.execute(
                sql: "INSERT INTO certificate (store, location, thumbprint, der, key_id) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    certificate.store.rawValue, certificate.location.rawValue, certificate.thumbprint,
                    Data(certificate.der), certificate.keyID,
                ])
        }
    }

    static func read(_ db: Database) throws -> [CertificateRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM certificate ORDER BY rowid").map { row in
            CertificateRecord(
                store: try row.choice("store", table: "certificate"),
                location: try row.choice("location", table: "certificate"), thumbprint: try row.get("thumbprint"),
                der: try row.bytes("der"), keyID: try row.find("key_id"))
        }
    }
}
