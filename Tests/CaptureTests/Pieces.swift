import Capture

/// What a reader gives for a source that comes in pieces of a size.
func elements(of reader: some CaptureReader, _ bytes: [UInt8], pieces: Int = .max) -> [CaptureElement] {
    var reader = reader
    var elements: [CaptureElement] = []
    var index = 0
    while index < bytes.count {
        let end = min(bytes.count, index + min(pieces, bytes.count))
        elements += reader.read(Array(bytes[index..<end]))
        index = end
    }
    return elements + reader.finish()
}

extension [CaptureElement] {
    var records: [CaptureRecord] { compactMap { if case .record(let record) = $0 { record } else { nil } } }
    var faults: [CaptureFault] { compactMap { if case .fault(let fault) = $0 { fault } else { nil } } }
    var headers: [CaptureHeader] { compactMap { if case .header(let header) = $0 { header } else { nil } } }
}

extension CaptureRecord {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Messages for tests.
enum Sample {
    static let request = message(source: "dev", target: "https://mdm.example/dm", msgID: 1, "")
    static let response = message(source: "https://mdm.example/dm", target: "dev", msgID: 1, "")

    static func message(source: String, target: String, msgID: Int, _ commands: String) -> String {
        """
        <SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID>\
        <MsgID>\(msgID)</MsgID><Target><LocURI>\(target)</LocURI></Target><Source><LocURI>\(source)</LocURI></Source></SyncHdr>\
        <SyncBody>\(commands)<Final/></SyncBody></SyncML>
        """
    }
}

extension String {
    /// UTF-16 with the low byte first.
    var utf16le: [UInt8] {
        utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    }
}
