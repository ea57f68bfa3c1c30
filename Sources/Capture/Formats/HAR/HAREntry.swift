import Notation
import SyncML

/// One entry of a HAR as records.
struct HAREntry {
    private let value: JSONValue
    private let origin: (Int) -> CaptureOrigin

    init(_ value: JSONValue, origin: @escaping (Int) -> CaptureOrigin) {
        self.value = value
        self.origin = origin
    }

    func elements() -> [CaptureElement] {
        guard case .object = value else {
            return [fault(.malformed, 0, "Found \(value.kind) in log.entries; expected an object.")]
        }
        var elements: [CaptureElement] = []
        let started = value["startedDateTime"]?.string.flatMap { CaptureTime(text: $0) }
        if let member = value.member("startedDateTime"), started == nil {
            elements.append(fault(.malformed, member.offset, "startedDateTime is no ISO 8601 time."))
        }
        let request = value.member("request")
        let url = request.flatMap { self.url(of: $0.value) }
        if let request, !Self.isMissing(request.value) {
            elements += self.request(request, url: url, time: started)
        }
        if let response = value.member("response") {
            // Milliseconds; -1 and 0 where a tool does not know.
            let duration = value["time"]?.number.map { min(max($0, 0), 1e9) } ?? 0
            let time = started.map { CaptureTime(microseconds: $0.microseconds + Int64(duration * 1000)) }
            elements += self.response(response, url: url, time: time)
        }
        if request == nil, value.member("response") == nil {
            elements.append(fault(.malformed, 0, "Found an entry without request and response."))
        }
        return elements
    }

    /// The request that `HARWriter` puts where there was none.
    private static func isMissing(_ request: JSONValue) -> Bool {
        request["method"]?.string == "" && request["postData"] == nil
    }

    private func request(_ member: JSONMember, url: String?, time: CaptureTime?) -> [CaptureElement] {
        let request = member.value
        let (headers, pseudo) = Self.headers(request)
        var elements: [CaptureElement] = []
        var body: [UInt8] = []
        if let data = request.member("postData") {
            let read = self.body(data)
            body = read.bytes
            elements += read.faults
        } else if let size = request["bodySize"]?.integer, size > 0 {
            elements.append(
                fault(.cutOff, member.offset, "The request had \(size) bytes of body, which the HAR does not hold."))
        }
        let record = CaptureRecord(
            direction: .toServer, time: time, url: url,
            method: request["method"]?.string ?? pseudo[":method"], headers: headers, body: body,
            origin: origin(member.offset))
        return [.record(record)] + elements + coding(record)
    }

    private func response(_ member: JSONMember, url: String?, time: CaptureTime?) -> [CaptureElement] {
        let response = member.value
        let (headers, pseudo) = Self.headers(response)
        let status = response["status"]?.integer ?? pseudo[":status"].flatMap { Int($0) }
        var elements: [CaptureElement] = []
        var body: [UInt8] = []
        if let content = response.member("content") {
            let read = self.body(content)
            body = read.bytes
            elements += read.faults
            if content.value["text"] == nil, let size = content.value["size"]?.integer, size > 0 {
                elements.append(
                    fault(
                        .cutOff, content.offset,
                        "The response had \(size) bytes of body, which the HAR does not hold.",
                        hint: "Export the HAR with content."))
            }
        }
        // Status 0 stands for a response that never came.
        if status ?? 0 == 0, body.isEmpty, headers.isEmpty { return elements }
        let record = CaptureRecord(
            direction: .toClient, time: time, url: url, status: status.flatMap { $0 > 0 ? $0 : nil }, headers: headers,
            body: body, origin: origin(member.offset))
        return [.record(record)] + elements + coding(record)
    }

    private func coding(_ record: CaptureRecord) -> [CaptureElement] {
        ContentCoding.fault(of: record).map { [.fault($0)] } ?? []
    }

    private func url(of request: JSONValue) -> String? {
        if let url = request["url"]?.string, !url.isEmpty { return url }
        let pseudo = Self.headers(request).pseudo
        guard let authority = pseudo[":authority"] else { return nil }
        return "\(pseudo[":scheme"] ?? "https")://\(authority)\(pseudo[":path"] ?? "")"
    }

    private static func headers(_ message: JSONValue) -> (fields: [HTTPField], pseudo: [String: String]) {
        var fields: [HTTPField] = []
        var pseudo: [String: String] = [:]
        for element in message["headers"]?.elements ?? [] {
            guard let name = element.value["name"]?.string, let value = element.value["value"]?.string else { continue }
            if name.hasPrefix(":") { pseudo[name] = value } else { fields.append(HTTPField(name, value)) }
        }
        return (fields, pseudo)
    }

    /// The text of `postData` or `content`, Base64 undone where the entry says so.
    private func body(_ member: JSONMember) -> (bytes: [UInt8], faults: [CaptureElement]) {
        guard let text = member.value.member("text") else { return ([], []) }
        guard let string = text.value.string else {
            if case .null = text.value { return ([], []) }
            return (
                [], [fault(.malformed, text.offset, "Found \(text.value.kind) as text of a body; expected a string.")]
            )
        }
        switch member.value["encoding"]?.string?.lowercased() {
        case nil, "", "utf-8", "utf8": return (Array(string.utf8), [])
        case "base64":
            guard let bytes = Base64.decode(string) else {
                return (
                    Array(string.utf8),
                    [
                        fault(
                            .encoding, text.offset,
                            "The text of a body is no Base64, as its encoding says; it was kept as it is.")
                    ]
                )
            }
            return (bytes, [])
        case let other?:
            return (
                Array(string.utf8),
                [fault(.encoding, text.offset, "A body has the unknown encoding \(other); its text was kept as it is.")]
            )
        }
    }

    private func fault(
        _ code: CaptureFault.Code, _ offset: Int, _ message: String, hint: String = ""
    ) -> CaptureElement {
        .fault(CaptureFault(code: code, origin: origin(offset), message: message, hint: hint))
    }
}
