import Notation
import SyncML

/// Writes HAR 1.2. A request and the response behind it are one entry.
///
/// Where one of the two is missing the entry says so as other tools do: a response of status 0, or a request without method. Bodies that are no
/// UTF-8 are Base64, in `content` as HAR has it and in `postData` with the same key.
public struct HARWriter: CaptureWriter {
    private var request: CaptureRecord?
    private var isFirst = true

    public init() {}

    public mutating func header(_ header: CaptureHeader) -> [UInt8] {
        var text = Array(
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"espalier\",\"version\":\"0.1.0\"},".utf8)
        if header.isRedacted { text += "\"comment\":\"redacted\",".utf8 }
        return text + Array("\"entries\":[".utf8)
    }

    public mutating func record(_ record: CaptureRecord) -> [UInt8] {
        switch record.direction {
        case .toServer:
            defer { request = record }
            return request.map { entry($0, nil) } ?? []
        case .toClient:
            defer { request = nil }
            return entry(request, record)
        }
    }

    public mutating func finish() -> [UInt8] {
        defer { request = nil }
        return (request.map { entry($0, nil) } ?? []) + Array("\n]}}\n".utf8)
    }

    private mutating func entry(_ request: CaptureRecord?, _ response: CaptureRecord?) -> [UInt8] {
        var text = Array(isFirst ? "\n{".utf8 : ",\n{".utf8)
        isFirst = false
        let started = request?.time ?? response?.time
        if let started {
            text += "\"startedDateTime\":".utf8
            JSONText.append(started.text, to: &text)
            text.append(UInt8(ascii: ","))
        }
        let duration =
            (response?.time ?? started).flatMap { end in started.map { end.microseconds - $0.microseconds } } ?? 0
        text += "\"time\":\(Self.milliseconds(max(0, duration))),\"request\":{\"method\":".utf8
        JSONText.append(request.map { $0.method ?? "POST" } ?? "", to: &text)
        text += ",\"url\":".utf8
        JSONText.append(request?.url ?? response?.url ?? "", to: &text)
        text +=
            ",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],\"queryString\":[],\"headersSize\":-1,\"bodySize\":\(request?.body.count ?? 0),\"headers\":"
            .utf8
        Self.headers(request?.headers ?? [], to: &text)
        if let request, !request.body.isEmpty {
            text += ",\"postData\":{\"mimeType\":".utf8
            JSONText.append(request.header("Content-Type") ?? "", to: &text)
            Self.body(request.body, to: &text)
            text.append(UInt8(ascii: "}"))
        }
        text +=
            "},\"response\":{\"status\":\(response.map { $0.status ?? 200 } ?? 0),\"statusText\":\"\",\"httpVersion\":\"HTTP/1.1\",\"cookies\":[],"
            .utf8
        text += "\"redirectURL\":\"\",\"headersSize\":-1,\"bodySize\":\(response?.body.count ?? 0),\"headers\":".utf8
        Self.headers(response?.headers ?? [], to: &text)
        text += ",\"content\":{\"size\":\(response?.body.count ?? 0),\"mimeType\":".utf8
        JSONText.append(response?.header("Content-Type") ?? "", to: &text)
        if let response, !response.body.isEmpty { Self.body(response.body, to: &text) }
        text +=
            "}},\"cache\":{},\"timings\":{\"send\":0,\"wait\":\(Self.milliseconds(max(0, duration))),\"receive\":0}}"
            .utf8
        return text
    }

    private static func headers(_ fields: [HTTPField], to text: inout [UInt8]) {
        text.append(UInt8(ascii: "["))
        for (index, field) in fields.enumerated() {
            text += (index > 0 ? ",{\"name\":" : "{\"name\":").utf8
            JSONText.append(field.name, to: &text)
            text += ",\"value\":".utf8
            JSONText.append(field.value, to: &text)
            text.append(UInt8(ascii: "}"))
        }
        text.append(UInt8(ascii: "]"))
    }

    private static func body(_ body: [UInt8], to text: inout [UInt8]) {
        text += ",\"text\":".utf8
        if body.isCarriedAsText {
            JSONText.append(utf8: body, to: &text)
        } else {
            JSONText.append(utf8: Base64.digits(of: body), to: &text)
            text += ",\"encoding\":\"base64\"".utf8
        }
    }

    private static func milliseconds(_ microseconds: Int64) -> String {
        let rest = String(microseconds % 1000)
        return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}
