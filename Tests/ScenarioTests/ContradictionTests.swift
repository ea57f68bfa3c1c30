import Testing

@testable import Scenario

/// A scenario that no device could live through is refused before time starts, with line, column and key.
struct ContradictionTests {
    private func refusal(_ yaml: String) -> ScenarioError? {
        do throws(ScenarioError) {
            _ = try ScenarioReader.read(yaml)
            return nil
        } catch { return error }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var yaml: String
        /// The text in the file where the error has to point.
        var at: String
        var words: String
        var testDescription: String { yaml }

        init(_ yaml: String, _ at: String, _ words: String) {
            (self.yaml, self.at, self.words) = (yaml, at, words)
        }
    }

    private static let agent = "agent: {starts: 0}\n"
    private static let ticket = "device: {mode: preProvisioning}\n"

    static let cases = [
        // Device.
        Case("device: {turnedOn: 7m}", "7m", "device.turnedOn belongs to pre-provisioning"),
        Case("device: {preAssignedUser: yes}", "yes", "device.preAssignedUser belongs to pre-provisioning"),
        Case("device: {resetAfterFailure: yes}", "yes", "device.resetAfterFailure belongs to pre-provisioning"),
        Case("device: {intuneRecord: yes}", "yes", "device.intuneRecord belongs to modes that enrol by device ticket"),
        Case("device: {updates: {scan: 1m}}", "{scan", "device.updates needs a page whose profile has"),
        Case("device: {registration: never}", "never", "device.registration belongs to a hybrid join"),
        Case("device: {attestation: {duration: 1}}", "{duration", "step of pre-provisioning and self-deploying"),
        Case("device: {mode: devicePreparation, join: hybrid}", "hybrid", "joins Entra only"),
        Case("device: {mode: selfDeploying, join: hybrid}", "hybrid", "joins Entra only"),
        Case("device: {mode: selfDeploying, enrollment: workAccount}", "selfDeploying", "only a device in OOBE"),
        Case("device: {groups: [A]}", "[A]", "device.groups decides among profiles"),
        Case("user: {groups: [A]}", "[A]", "user.groups decides among profiles"),
        Case("device: {enrollment: workAccount}\nuser: {signsIn: 9s}", "9s", "is signed in already"),
        Case("device: {restart: -5s}", "-5s", "device.restart is \"-5s\""),
        Case("device: {sync: 0}", "0}", "at least one second"),
        Case("device: {processors: 0}", "0}", "device.processors has to be a whole number"),
        Case("quirks:\n  ESP-399: on", "ESP-399", "there is no quirk \"ESP-399\""),
        // Profiles.
        Case(
            "profiles:\n  - {displayName: A, priority: 3, showInstallationProgress: true}\n"
                + "  - {displayName: B, priority: 3, showInstallationProgress: true}", "3, show\u{0}", "profiles: "),
        // Agents and apps.
        Case("agent: {starts: 0, download: 9s}", "9s", "agent.download speaks of an MSI"),
        Case("agent: {starts: 0, exitCode: 5}", "5}", "agent.exitCode speaks of an MSI"),
        Case("agent: {productCode: abc}", "abc", "no product code"),
        Case("agent: {starts: 0, provider: ConfigMgr}\nconfigMgr: {}", "ConfigMgr", "both be the provider ConfigMgr"),
        Case("device: {join: hybrid}\nconfigMgr: {starts: 7s}", "{starts", "user-driven Entra join"),
        Case(ticket + "configMgr: {starts: 7s}", "{starts", "user-driven Entra join"),
        Case("scripts: [{name: S}]", "[{name", "scripts need an agent"),
        Case("apps: [{name: A}]", "{name", "nothing on the device installs those"),
        Case(agent + "apps: [{name: A, assigned: no, tracked: yes}]", "yes", "tracked and not assigned"),
        Case(agent + "apps: [{name: A, users: [x@y]}]", "[x@y]", "is for the device and names users"),
        Case(agent + "apps: [{name: A, scope: user, users: []}]", "[]", "users is empty"),
        Case(agent + "apps: [{name: A, scope: user, users: [x@y]}]", "x@y", "\"x@y\" is no user"),
        Case(agent + "apps: [{name: A, attempts: []}]", "[]", "attempts is empty"),
        Case(agent + "apps: [{name: A, dependencies: [A]}]", "A]", "the dependencies go in a circle: A, A"),
        Case(
            agent + "apps: [{name: A, dependencies: [C]}, {name: B, dependencies: [A]}, {name: C, dependencies: [B]}]",
            "C]", "the dependencies go in a circle: A, C, B, A"),
        Case(
            agent + "apps: [{name: A, dependencies: [U]}, {name: U, scope: user}]", "U]",
            "\"A\" is for the device and depends on \"U\", which is for a user"),
        Case(
            agent + "apps: [{name: A, downloadFails: \"0x80072ee7\", exitCode: 7}]", "7}",
            "exitCode beside downloadFails"),
        Case(agent + "apps: [{name: A, downloadFails: 5, detected: no}]", "no}", "detected beside downloadFails"),
        Case(agent + "apps: [{name: A, reboot: soft, exitCode: 7}]", "soft", "has reboot and exitCode"),
        Case(
            "apps: [{name: A, kind: msi, productCode: \"{1}\", downloadFails: 5, duration: 7s}]", "7s",
            "duration beside downloadFails"),
        Case("apps: [{name: A, kind: msi, productCode: abc}]", "abc", "no product code"),
        Case(
            "agent: {productCode: \"{1}\"}\napps: [{name: A, kind: msi, productCode: \"{1}\"}]", "\"{1}\"}]",
            "another package"),
        // Resources.
        Case("wifi: [{ssid: A}, {ssid: A}]", "A}]", "another Wi-Fi profile"),
        Case("vpn: [{name: A}, {name: A}]", "A}]", "another VPN profile"),
        Case("wifi: [{ssid: A, arrives: never, fails: 5}]", "5}]", "never arrives and fails"),
        Case("certificates: [{id: c_1}, {id: C_1}]", "C_1", "another certificate has the id"),
        Case("certificates: [{id: c, kind: pfx}, {id: d, kind: pfx}, {id: D, kind: pfx}]", "D,", "another certificate"),
        Case("policies: [{uri: x//y, data: 1}]", "x//y", "is no LocURI"),
        // Server.
        Case("server: {plan: false}\nconfigMgr: {}", "false", "\"configMgr\", which only the plan sends"),
        Case("server: {plan: false}\n" + agent, "false", "\"agent\", which only the plan sends"),
        Case("server: {mistakes: [withoutAdd, withoutAdd]}", "withoutAdd]", "names this mistake twice"),
        Case("server: {mistakes: [{wrongProvider: ms dm server}]}", "ms dm", "is the provider that the device"),
        Case("server: {defaultBlockingList: [a]}", "[a]", "the default profile's list never counts"),
        Case("device: {mode: selfDeploying}\nserver: {profileTarget: user}", "user", "does not count in selfDeploying"),
        Case("server: {faults: [{kind: noAnswer, for: 0}]}", "0}", "lasts no time"),
        // Users and buttons.
        Case("users: [{}, {signsIn: 9s}]", "9s", "only the first user signs in at the sign-in screen"),
        Case("users: [{at: 20m}, {at: 10m}]", "10m", "before the one above"),
        Case("users: [{upn: a@b}, {upn: a@b}]", "a@b}]", "is another user, too"),
        Case("user: {presses: [{at: 1m, button: reseal}]}", "reseal", "only pre-provisioning offers Reseal"),
        Case("user: {presses: [{at: 1m, button: signOut}]}", "signOut", "Sign out is offered after a hybrid join"),
        Case("user: {presses: [{at: 1m, button: collectLogs}]}", "collectLogs", "Windows 11 offers viewDiagnostics"),
        Case(
            "device: {windows: 10-22h2}\nuser: {presses: [{at: 1m, button: viewDiagnostics}]}", "viewDiagnostics",
            "Windows 10 offers collectLogs"),
        Case(
            "device: {hololens: yes}\nuser: {presses: [{at: 1m, button: viewDiagnostics}]}", "viewDiagnostics",
            "HoloLens never offers logs"),
        // A device that is off.
        Case("machine: [{at: 1m, do: powerOff}, {at: 2m, do: restart}]", "restart", "a device that is off cannot"),
        Case("machine: [{at: 1m, do: powerOff}, {at: 2m, do: powerOff}]", "powerOff}]", "off already"),
        Case("machine: [{at: 1m, do: powerOn}]", "powerOn", "on already"),
        Case("device: {restart: never}\nmachine: [{at: 1m, do: restart}]", "restart}]", "the device cannot restart"),
        Case(
            ticket + "user: {presses: [{at: 5m, button: reseal}]}\nmachine: [{at: 6m, do: restart}]", "6m",
            "it was resealed at 05:00"),
        Case(
            "user: {presses: [{at: 90s, button: tryAgain}]}\n"
                + "machine: [{at: 1m, do: powerOff}, {at: 2m, do: powerOn}]", "90s", "nobody can press a button"),
        // Questions to the user.
        Case("user: {answers: [accept]}", "[accept]", "user.answers belongs to protocol: oma"),
        Case(
            "protocol: oma\ndevice: {mode: selfDeploying}\nuser: {answers: [accept]}", "[accept]",
            "nobody uses a device in selfDeploying mode"),
        Case("protocol: oma\nuser: {answers: [yes!]}", "yes!", "user.answers is \"yes!\""),
        Case("protocol: oma\nuser: {answers: [{after: 5s}]}", "{after", "user.answers has no reply"),
        Case(
            "protocol: oma\nuser: {answers: [{text: A, choices: [1]}]}", "{text", "user.answers has text and choices"),
        Case("protocol: oma\nuser: {answers: [{choices: [0]}]}", "0]", "has to hold numbers from 1"),
        Case("server: {sends: [{at: 1, commands: [{alert: 99}]}]}", "99", "command.alert has to be a whole number"),
        Case(
            "server: {sends: [{at: 1, commands: [{alert: 1223, text: Bye}]}]}", "Bye",
            "only a question to the user has \"text\""),
        Case(
            "server: {sends: [{at: 1, commands: [{alert: 1101, data: Bye}]}]}", "Bye", "\"data\" is no key of alert"),
        Case("server: {sends: [{at: 1, commands: [{get: ./a, text: Bye}]}]}", "Bye", "\"text\" is no key of get"),
        Case(
            "server: {sends: [{at: 1, commands: [{exec: ./a, returns: Bye}]}]}", "Bye",
            "only a get or an alert returns"),
        // Sessions.
        Case("sessions: [{do: abort}]", "{do", "sessions has no \"at\""),
        Case("sessions: [{at: 1m}]", "{at", "sessions has no \"do\""),
        Case("sessions: [{at: 2m, do: abort}, {at: 1m, do: abort}]", "1m", "sessions goes back in time"),
        Case("sessions: [{at: 1m, do: disconnect, by: user}]", "user", "only an abort has somebody"),
        Case("sessions: [{at: 1m, do: abort, keepAlives: 2}]", "2}", "only a slow device keeps"),
        Case("sessions: [{at: 1m, do: slow, after: 0}]", "0}", "sessions.after has to be a whole number"),
        Case("until: 1h\nsessions: [{at: 2h, do: abort}]", "2h", "the life is cut off at"),
        Case("server: {respURI: [{at: 1m}]}", "{at", "server.respURI has no \"address\""),
        Case(
            "server: {respURI: [{at: 2m, address: a}, {at: 1m, address: b}]}", "1m",
            "server.respURI goes back in time"),
        // Credentials and notifications.
        Case("server: {authentication: {lasts: session}}", "{lasts", "server.authentication has no \"type\""),
        Case("server: {authentication: {type: mac, lasts: session}}", "session", "a mac proves one message only"),
        Case(
            "server: {authentication: {type: basic, mistakes: [forgetsNonce]}}", "forgetsNonce", "basic has no nonce"),
        Case("server: {authentication: {type: md5, mistakes: [sessionMAC]}}", "sessionMAC", "wrong for a mac only"),
        Case(
            "server: {authentication: {type: md5, mistakes: [otherOwnSecret]}}", "otherOwnSecret",
            "the server proves nothing"),
        Case(
            "server: {authentication: {type: md5, mutual: yes, mistakes: [leavesOwnOut]}}", "leavesOwnOut",
            "only a mac has to stand beside every message"),
        Case(
            "server: {authentication: {type: md5, mistakes: [{kind: otherSecret, for: 0}]}}", "0}",
            "lasts no time at all"),
        Case("server: {notifications: [{at: 1m}]}", "[{at", "server.notifications belongs to protocol: oma"),
        Case(
            "protocol: oma\nserver: {notifications: [{at: 1m, session: 0}]}", "0}",
            "server.notifications.session has to be a whole number"),
        // Instants behind the end, and expectations.
        Case("until: 1h\nmachine: [{at: 2h, do: restart}]", "2h", "the life is cut off at"),
        Case("until: 1h\nuser: {presses: [{at: 2h, button: reset}]}", "2h", "the life is cut off at"),
        Case("until: 1h\nusers: [{at: 2h}]", "2h", "the life is cut off at"),
        Case("until: 1h\nserver: {sends: [{at: 2h, commands: [{get: ./a}]}]}", "2h", "the life is cut off at"),
        Case("until: 1h\nserver: {faults: [{at: 2h, kind: silent}]}", "2h", "the life is cut off at"),
        Case("until: 1h\nexpect: [{at: 2h, page: S5}]", "2h", "the life is cut off at"),
        Case("expect: [{by: 49h, page: S5}]", "49h", "the life is cut off at"),
        Case("expect: [{after: 9m, at: 5m, page: S5}]", "9m", "so nothing can hold"),
    ]

    @Test("Bad input: a contradiction is refused at its place, in words that name the key", arguments: cases)
    func refused(_ item: Case) throws {
        let error = try #require(refusal(item.yaml), "it was read")
        #expect(error.message.contains(item.words), "\(error)")
        // A NUL behind the text asks for its last place in the file.
        let wanted = item.at.replacing("\u{0}", with: "")
        let ranges = item.yaml.ranges(of: wanted)
        let range = try #require(item.at == wanted ? ranges.first(where: { _ in true }) : ranges.last)
        let places = (item.at == wanted ? ranges : [range]).map { range in
            let before = item.yaml[..<range.lowerBound]
            let line = before.filter { $0 == "\n" }.count + 1
            let column =
                before.distance(
                    from: before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex, to: before.endIndex
                ) + 1
            return "\(line):\(column)"
        }
        #expect(places.contains("\(error.line):\(error.column)"), "\(error), expected one of \(places)")
    }

    @Test(
        "What Windows could live through is no contradiction",
        arguments: [
            "device: {mode: preProvisioning, turnedOn: 5m, preAssignedUser: yes, resetAfterFailure: yes, intuneRecord: no}",
            "device: {preAssignedUser: no, resetAfterFailure: no, intuneRecord: no}",
            "device: {updates: {scan: 1m}}\nprofile: {showInstallationProgress: true, installQualityUpdates: true}",
            "device: {updates: {scan: 1m}}\nchoices: {U-05: \"on\"}\nprofile: {showInstallationProgress: true}",
            "agent: {starts: 0}\napps: [{name: A}, {name: U, scope: user, dependencies: [A]}]",
            "agent: {starts: 0}\napps: [{name: A}, {name: B, dependencies: [A]}, {name: C, dependencies: [A, B]}]",
            "server: {lists: never, release: {device: 5m}}", "server: {sends: [{at: 1, commands: [{get: nonsense}]}]}",
            "device: {autopilotReset: yes}\nuser: {presses: [{onOffer: 1, button: signOut}]}",
            "device: {mode: preProvisioning}\nuser: {presses: [{at: 5m, button: reseal}]}\nmachine: [{at: 3h, do: restart}]",
            "wifi: [{ssid: A}, {ssid: a}]", "expect: [{after: 5m, at: 5m, page: S5}, {at: 48h, page: S5}]",
        ])
    func accepted(yaml: String) { #expect(refusal(yaml) == nil) }
}
