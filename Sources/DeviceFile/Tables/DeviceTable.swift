import GRDB

/// `device`: one row.
enum DeviceTable {
    static func write(_ device: DeviceRecord, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO device (id, device_id, hardware_id, mac_addresses, name, windows, edition, profile,
                    scenario, switches, epoch, created, kept_messages, kept_bytes)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                device.deviceID, device.hardwareID, device.macAddresses.joined(separator: " "), device.name,
                device.windows, device.edition, device.profile, device.scenario, device.switches, device.epoch,
                device.created.microseconds, device.retention.messages, device.retention.bytes,
            ])
    }

    static func read(_ db: Database) throws -> DeviceRecord {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM device") else { throw BrokenRow(table: "device") }
        return DeviceRecord(
            deviceID: try row.get("device_id"), hardwareID: try row.get("hardware_id"),
            macAddresses: try row.get("mac_addresses", String.self).split(separator: " ").map(String.init),
            name: try row.get("name"), windows: try row.get("windows"), edition: try row.get("edition"),
            profile: try row.find("profile"), scenario: try row.find("scenario"), switches: try row.get("switches"),
            epoch: try row.get("epoch"), created: try row.time("created"),
            retention: CaptureRetention(messages: try row.get("kept_messages"), bytes: try row.get("kept_bytes")))
    }
}
