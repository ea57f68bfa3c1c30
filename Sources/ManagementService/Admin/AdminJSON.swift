import Capture
import SyncML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The answers of the administrator's API. docs/serve.md has the schema; nothing in them is a secret.
enum AdminJSON {
    struct Health: Encodable {
        var schemaVersion = 1
        var status = "ok"
        var devices: Int
    }

    struct DeviceList: Encodable {
        var schemaVersion = 1
        var devices: [DeviceSummary]
    }

    struct DeviceSummary: Encodable {
        var id: String
        var user: String
        var state: String
        var enrollmentType: String
        var name: String?
        var osVersion: String?
        var enrolledAt: String
        var lastSeen: String?
        var profile: String?

        init(_ device: ManagedDevice, profile: String?) {
            id = device.id
            user = device.user
            state = device.state.rawValue
            enrollmentType = device.kind.rawValue
            name = device.fact(.deviceName)
            osVersion = device.fact(.osVersion)
            enrolledAt = device.enrolledAt.text
            lastSeen = device.lastSeen?.text
            self.profile = profile
        }
    }

    struct Device: Encodable {
        var schemaVersion = 1
        var device: DeviceSummary
        var enrolments: Int
        var hardwareID: String?
        var sharesHardwareIDWith: [String]
        var entDMID: String
        var certificate: Certificate?
        var facts: [Fact]
        var nodes: [Node]
        var commands: [Command]
    }

    struct Certificate: Encodable {
        var thumbprint: String
        var notAfter: String
        var state: String
    }

    struct Fact: Encodable {
        var name: String
        var value: String
    }

    struct Node: Encodable {
        var uri: String
        var value: String
        var format: String?
        var time: String

        init(_ node: KnownNode) {
            uri = node.uri
            value = node.value
            format = node.format
            time = node.time.text
        }
    }

    struct CommandList: Encodable {
        var schemaVersion = 1
        var commands: [Command]
    }

    struct Command: Encodable {
        var id: Int64
        var state: String
        var command: String
        var queuedAt: String
        var answeredAt: String?
        var attempts: Int
        /// The first Status of the command itself; null until it is answered.
        var status: Int?
        var answers: [CommandAnswer]

        init(_ entry: QueueEntry) {
            id = entry.id
            state = entry.state.rawValue
            command = entry.command
            queuedAt = entry.queuedAt.text
            answeredAt = entry.answeredAt?.text
            attempts = entry.attempts
            status = entry.answers.first?.statuses.first
            answers = entry.answers
        }
    }

    struct Queued: Encodable {
        var schemaVersion = 1
        var ids: [Int64]
    }

    struct ProfileList: Encodable {
        var schemaVersion = 1
        var profiles: [String]
        var defaultProfile: String?
    }

    struct Failure: Encodable {
        struct Reason: Encodable {
            var code: String
            var message: String
            var hint: String
        }

        var schemaVersion = 1
        var error: Reason
    }

    static func bytes(_ value: some Encodable) -> [UInt8]? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { Array($0) + [UInt8(ascii: "\n")] }
    }

    // MARK: Requests

    struct Enqueue: Decodable {
        var commands: [CommandInput]

        private enum Key: String, CodingKey { case commands }

        init(from decoder: any Decoder) throws {
            try InputFault.refuseUnknownKeys(decoder, known: ["commands"], of: "the request")
            commands = try decoder.container(keyedBy: Key.self).decode([CommandInput].self, forKey: .commands)
        }
    }

    struct AssignProfile: Decodable {
        /// nil: no profile at all.
        var profile: String?

        private enum Key: String, CodingKey { case profile }

        init(from decoder: any Decoder) throws {
            try InputFault.refuseUnknownKeys(decoder, known: ["profile"], of: "the request")
            let fields = try decoder.container(keyedBy: Key.self)
            guard fields.contains(.profile) else {
                throw InputFault("the request has no \"profile\"", hint: "Write a name, or null for none.")
            }
            profile = try fields.decodeIfPresent(String.self, forKey: .profile)
        }
    }

    /// - Throws: `InputFault`.
    static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws(InputFault) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch let fault as InputFault {
            throw fault
        } catch let error as DecodingError {
            throw InputFault(Self.text(error))
        } catch {
            throw InputFault("the body is no JSON")
        }
    }

    private static func text(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
            return path.isEmpty ? "the body" : path
        }
        switch error {
        case .typeMismatch(_, let context): return "\(place(context)) has another type than expected"
        case .valueNotFound(_, let context): return "\(place(context)) is null"
        case .keyNotFound(let key, let context): return "\(place(context)) has no \"\(key.stringValue)\""
        case .dataCorrupted(let context): return "\(place(context)) is no valid JSON"
        @unknown default: return "the body is not what is expected"
        }
    }
}
