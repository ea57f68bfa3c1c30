import DMSession
import DMTree
import ESP

/// Events for machines: `t` in seconds, `type`, and the fields of that type. Names are a contract.
extension DeviceEvent: Encodable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// One field of an event.
    fileprivate enum Value {
        case text(String?)
        case number(Int)
        case list([String])
        case flag(Bool)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Double(time.milliseconds) / 1000, forKey: Key("t"))
        let (type, fields) = kind.described
        try container.encode(type, forKey: Key("type"))
        for (name, value) in fields {
            switch value {
            case .text(let text): try container.encode(text, forKey: Key(name))
            case .number(let number): try container.encode(number, forKey: Key(name))
            case .list(let list): try container.encode(list, forKey: Key(name))
            case .flag(let flag): try container.encode(flag, forKey: Key(name))
            }
        }
    }
}

extension DeviceEvent {
    /// The event's `type` in JSON.
    public var name: String { kind.described.type }

    /// The values of the event's fields as text, for those who look for a word in them.
    public var fieldTexts: [String] {
        kind.described.fields.flatMap { field -> [String] in
            switch field.1 {
            case .text(let text): text.map { [$0] } ?? []
            case .number(let number): [String(number)]
            case .list(let list): list
            case .flag(let flag): [String(flag)]
            }
        }
    }

    /// Every name that an event can have.
    public static let names = [
        "sessionStarted", "messageSent", "messageReceived", "commandAnswered", "sessionEnded", "sessionBroken",
        "redirected", "sessionAborted", "keptAlive", "credentials", "question", "notification",
        "nodeWritten",
        "pageState", "category", "line", "controls", "error", "errorCleared", "setting", "eventLog", "duration",
        "pageLeft",
        "signInScreen", "userSignedIn", "userSignedOut", "poweredOff", "poweredOn", "preparationStarted",
        "registrationKicked", "script", "policyHeldBack", "policyTookEffect", "qualityUpdates", "devicePreparation",
        "whitePage", "buttonPressed", "buttonNotOffered", "agentStarted", "agentPhase", "app",
        "agentLog", "enforcement",
        "package", "packageSource", "installation", "certificate", "job", "alertQueued", "effectNotEmulated",
        "restartRequested", "machineStarted", "pollingStarted",
        "logsCollected", "resetStarted", "unenrolled", "drifted", "driftUndone", "policiesRefreshed", "configLock",
        "certificateExpired",
    ]
}

extension DeviceEvent.Kind {
    fileprivate typealias Fields = [(String, DeviceEvent.Value)]

    fileprivate var described: (type: String, fields: Fields) {
        switch self {
        case .sessionStarted(let number, let trigger):
            ("sessionStarted", [("session", .number(number)), ("trigger", .text(trigger.rawValue))])
        case .messageSent(let session, let message, let bytes):
            ("messageSent", [("session", .number(session)), ("message", .number(message)), ("bytes", .number(bytes))])
        case .messageReceived(let session, let message, let bytes):
            (
                "messageReceived",
                [("session", .number(session)), ("message", .number(message)), ("bytes", .number(bytes))]
            )
        case .commandAnswered(let outcome):
            (
                "commandAnswered",
                [
                    ("command", .text(outcome.command)), ("commandID", .text(outcome.commandID ?? "")),
                    ("target", .text(outcome.target)), ("status", .number(outcome.status)),
                    ("originalError", .text(outcome.originalError?.uppercase)),
                    ("rule", .text(outcome.rule.reference)),
                ]
            )
        case .sessionEnded(let number, let end):
            ("sessionEnded", [("session", .number(number)), ("reason", .text(Self.word(end)))])
        case .sessionBroken(let number, let reason):
            ("sessionBroken", [("session", .number(number)), ("reason", .text(reason))])
        case .redirected(let number, let address):
            ("redirected", [("session", .number(number)), ("address", .text(address))])
        case .sessionAborted(let number, let initiator):
            ("sessionAborted", [("session", .number(number)), ("by", .text(initiator.rawValue))])
        case .keptAlive(let number): ("keptAlive", [("session", .number(number))])
        case .credentials(let number, let peer, let status, let type):
            (
                "credentials",
                [
                    ("session", .number(number)), ("of", .text(peer.rawValue)), ("status", .number(status)),
                    ("authentication", .text(type)),
                ]
            )
        case .question(let number, let interaction):
            (
                "question",
                [
                    ("session", .number(number)), ("code", .number(interaction.alert.kind.rawValue)),
                    ("text", .text(interaction.alert.text)), ("choices", .list(interaction.alert.choices)),
                    ("status", .number(interaction.status)), ("answers", .list(interaction.visibleAnswers)),
                    ("seconds", .number(interaction.seconds)),
                ]
            )
        case .notification(let sessionID, let refusal):
            ("notification", [("session", .text(sessionID)), ("refusal", .text(refusal))])
        case .nodeWritten(let uri, let value, let writer):
            ("nodeWritten", [("uri", .text(uri)), ("value", .text(value)), ("writer", .text(writer.rawValue))])
        case .pageState(let state): ("pageState", [("state", .text(state.rawValue))])
        case .category(let category, let state):
            (
                "category",
                [
                    ("category", .text(category.rawValue)), ("state", .text(state.rawValue)),
                    ("text", .text(state.token)),
                ]
            )
        case .line(let line, let state, let text):
            (
                "line",
                [
                    ("line", .text(line.id)), ("state", .text(state.rawValue)), ("token", .text(text.token)),
                    ("text", .text(line.kind.label.map { "\($0) (\(text.english))" })),
                ]
            )
        case .controls(let controls):
            (
                "controls",
                [
                    ("buttons", .list(controls.buttons.map(\.rawValue))),
                    ("links", .list(controls.links.map(\.rawValue))),
                    ("disabled", .list(PageButton.allCases.filter(controls.disabled.contains).map(\.rawValue))),
                ]
            )
        case .error(let screen):
            ("error", [("code", .text(screen.code?.description)), ("text", .text(screen.text))])
        case .errorCleared: ("errorCleared", [])
        case .setting(let name, let value): ("setting", [("name", .text(name)), ("value", .text(value))])
        case .logged(let event):
            ("eventLog", [("id", .number(event.id)), ("name", .text(event.name)), ("message", .text(event.message))])
        case .duration(let scope, let line, let seconds):
            (
                "duration",
                [
                    ("scope", .text(scope.rawValue)), ("name", .text(line.durationName)),
                    ("seconds", .number(Int(seconds))),
                ]
            )
        case .pageLeft(let scope, let outcome):
            ("pageLeft", [("scope", .text(scope.rawValue)), ("outcome", .text(outcome.rawValue))])
        case .signIn(let signIn):
            (
                "signInScreen",
                [("prompt", .flag(signIn != .automatic)), ("userName", .text(Self.word(signIn)))]
            )
        case .userSignedIn(let sid): ("userSignedIn", [("sid", .text(sid))])
        case .buttonPressed(let button): ("buttonPressed", [("button", .text(button.rawValue))])
        case .buttonNotOffered(let button): ("buttonNotOffered", [("button", .text(button.rawValue))])
        case .agentStarted: ("agentStarted", [])
        case .agentPhase(let phase): ("agentPhase", [("phase", .text(phase.rawValue))])
        case .app(let id, let name, let state, let code):
            (
                "app",
                [
                    ("id", .text(id)), ("name", .text(name)), ("state", .number(state.rawValue)),
                    ("error", .text(code?.description)),
                ]
            )
        case .agentLog(let text): ("agentLog", [("text", .text(text))])
        case .enforcement(let id, let state, let exitCode):
            (
                "enforcement",
                [
                    ("id", .text(id)), ("state", .number(state.rawValue)),
                    ("exitCode", .text(exitCode.map(String.init))),
                ]
            )
        case .managementLogged(let event):
            ("eventLog", [("id", .number(event.id)), ("name", .text(nil)), ("message", .text(event.message))])
        case .package(let uri, let name, let status):
            ("package", [("uri", .text(uri)), ("name", .text(name)), ("status", .number(status))])
        case .packageSource(let uri, let url): ("packageSource", [("uri", .text(uri)), ("url", .text(url))])
        case .installation(let uri, let name, let kind, let status):
            (
                "installation",
                [
                    ("uri", .text(uri)), ("name", .text(name)), ("kind", .text(kind.rawValue)),
                    ("status", .number(status)),
                ]
            )
        case .certificate(let uri, let status): ("certificate", [("uri", .text(uri)), ("status", .number(status))])
        case .job(let kind, let uri, let status):
            ("job", [("kind", .text(kind.rawValue)), ("uri", .text(uri)), ("status", .text(status))])
        case .alertQueued(let alert):
            (
                "alertQueued",
                [("code", .number(alert.code)), ("alertType", .text(alert.type)), ("data", .text(alert.data))]
            )
        case .effectNotEmulated(let uri): ("effectNotEmulated", [("uri", .text(uri))])
        case .userSignedOut(let sid): ("userSignedOut", [("sid", .text(sid))])
        case .restartRequested: ("restartRequested", [])
        case .poweredOff: ("poweredOff", [])
        case .poweredOn: ("poweredOn", [])
        case .preparationStarted(let kind): ("preparationStarted", [("step", .text(kind.rawValue))])
        case .registrationKicked: ("registrationKicked", [])
        case .script(let name, let exitCode):
            ("script", [("name", .text(name)), ("exitCode", .text(exitCode.map(String.init)))])
        case .policyHeldBack(let uri): ("policyHeldBack", [("uri", .text(uri))])
        case .policyTookEffect(let uri): ("policyTookEffect", [("uri", .text(uri))])
        case .qualityUpdates(let stage): ("qualityUpdates", [("stage", .text(stage.rawValue))])
        case .devicePreparation(let state): ("devicePreparation", [("state", .text(state.rawValue))])
        case .whitePage: ("whitePage", [])
        case .machineStarted: ("machineStarted", [])
        case .pollingStarted: ("pollingStarted", [])
        case .logsCollected(let areas): ("logsCollected", [("areas", .list(areas))])
        case .resetStarted: ("resetStarted", [])
        case .unenrolled: ("unenrolled", [])
        case .drifted(let uri, let value): ("drifted", [("uri", .text(uri)), ("value", .text(value))])
        case .driftUndone(let uri, let value, let means):
            ("driftUndone", [("uri", .text(uri)), ("value", .text(value)), ("by", .text(means.rawValue))])
        case .policiesRefreshed(let restored): ("policiesRefreshed", [("restored", .number(restored))])
        case .configLock(let state): ("configLock", [("state", .text(state.rawValue))])
        case .certificateExpired: ("certificateExpired", [])
        }
    }

    /// What stands in the field for the name (ESP-306); nil where nobody is asked for it.
    private static func word(_ signIn: SignIn) -> String? {
        switch signIn {
        case .automatic: nil
        case .prompt(let isFilledIn): isFilledIn ? "filledIn" : "empty"
        }
    }

    private static func word(_ end: SessionEnd) -> String {
        switch end {
        case .completed: "completed"
        case .abortedByServer: "abortedByServer"
        case .abortedByClient: "abortedByClient"
        case .headerRefused(let status): "headerRefused \(status)"
        case .unenrolled: "unenrolled"
        case .clientNotAuthenticated: "clientNotAuthenticated"
        case .serverNotAuthenticated: "serverNotAuthenticated"
        }
    }
}
