import Capture
import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// MARK: Captures

extension StoredRecords {
    func capture(_ record: CaptureRecord, of device: String?, atMost limit: Int) throws(StoreFault) -> Int64? {
        guard limit > 0 else { return nil }
        return try attempt { database in
            try database.execute(
                sql: """
                    INSERT INTO capture (device, time, direction, url, method, status, headers, body)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device, record.time?.microseconds ?? 0, record.direction.rawValue, record.url, record.method,
                    record.status, try Self.encoded(record.headers.map { [$0.name, $0.value] }), Data(record.body),
                ])
            let number = database.lastInsertedRowID
            try database.execute(sql: "DELETE FROM capture WHERE id <= ?", arguments: [number - Int64(limit)])
            return number
        }
    }

    func captures(of device: String?) throws(StoreFault) -> [CaptureRecord] {
        try attempt { database in
            let rows =
                try device.map {
                    try Row.fetchAll(
                        database, sql: "SELECT * FROM capture WHERE device = ? ORDER BY id", arguments: [$0])
                } ?? Row.fetchAll(database, sql: "SELECT * FROM capture ORDER BY id")
            return try rows.map { try Self.record($0) }
        }
    }

    func exchanges(
        of device: String, since time: CaptureTime, after number: Int64, atMost limit: Int
    ) throws(StoreFault) -> [CapturedExchange] {
        try attempt { database in
            // One more than pairs: the first may be an answer without its request.
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM capture WHERE device = ? AND time >= ? AND id > ? ORDER BY id LIMIT ?",
                arguments: [device, time.microseconds, number, 2 * limit + 1])
            let records = try rows.map { (number: $0["id"] as Int64, record: try Self.record($0)) }
            return zip(records, records.dropFirst()).compactMap { request, response in
                // Both are written in one transaction.
                guard response.number == request.number + 1, request.record.direction == .toServer,
                    response.record.direction == .toClient
                else { return nil }
                return CapturedExchange(
                    number: response.number, device: device, request: request.record, response: response.record)
            }
        }
    }

    func oldestCapture() throws(StoreFault) -> Int64? {
        try attempt { database in try Int64.fetchOne(database, sql: "SELECT MIN(id) FROM capture") }
    }

    private static func record(_ row: Row) throws -> CaptureRecord {
        CaptureRecord(
            direction: CaptureRecord.Direction(rawValue: row["direction"]) ?? .toServer,
            time: CaptureTime(microseconds: row["time"]), url: row["url"], method: row["method"],
            status: row["status"],
            headers: try decoded([[String]].self, row["headers"]).compactMap { field in
                field.count == 2 ? HTTPField(field[0], field[1]) : nil
            }, body: Array(row["body"] as Data))
    }
}
