import Notation
import SyncML

/// Writes the format of Espalier: a header line, then one line for each record (docs/captures.md).
///
/// Reading the lines back gives equal records, whatever bytes the bodies hold.
public struct JSONLinesWriter: Sendable {
    public init() {}

    public func header(_ header: CaptureHeader) -> [UInt8] {
        var line = Array("{\"espalierCapture\":\(header.version)".utf8)
        if let source = header.source {
            line += ",\"source\":".utf8
            JSONText.append(source, to: &line)
        }
        line += ",\"redacted\":\(header.isRedacted)}\n".utf8
        return line
    }

    public func record(_ record: CaptureRecord) -> [UInt8] {
        var line = Array("{\"time\":".utf8)
        if let time = record.time { JSONText.append(time.text, to: &line) } else { line += "null".utf8 }
        line += ",\"direction\":\"\(record.direction.rawValue)\"".utf8
        if let url = record.url {
            line += ",\"url\":".utf8
            JSONText.append(url, to: &line)
        }
        if let method = record.method {
            line += ",\"method\":".utf8
            JSONText.append(method, to: &line)
        }
        if let status = record.status { line += ",\"status\":\(status)".utf8 }
        if !record.headers.isEmpty {
            line += ",\"headers\":[".utf8
            for (index, field) in record.headers.enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                line.append(UInt8(ascii: "["))
                JSONText.append(field.name, to: &line)
                line.append(UInt8(ascii: ","))
                JSONText.append(field.value, to: &line)
                line.append(UInt8(ascii: "]"))
            }
            line.append(UInt8(ascii: "]"))
        }
        if record.body.isCarriedAsText {
            line += ",\"body\":".utf8
            JSONText.append(utf8: record.body, to: &line)
        } else {
            line += ",\"bodyBase64\":\"".utf8
            line += Base64.digits(of: record.body)
            line.append(UInt8(ascii: "\""))
        }
        line += "}\n".utf8
        return line
    }
}

extension [UInt8] {
    /// True for UTF-8 without a byte order mark and without NUL: what every reader of JSON gives back unchanged.
    var isCarriedAsText: Bool {
        !starts(with: [0xEF, 0xBB, 0xBF]) && !contains(0) && String(validating: self, as: UTF8.self) != nil
    }
}
