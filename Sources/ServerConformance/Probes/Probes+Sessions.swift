import HTTPExchange
import LiveDevice
import SyncML

extension Probes {
    /// SES-01 (enrollment.md 14.5).
    static func anonymousSession(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: false)
            let answer = await session.send(session.package1(), firstCmdID: 2)
            guard answer.isTurnedAway else {
                return .broken(
                    "a session without credentials and certificate got \(answer.summary)",
                    expected: "401, 407 or a refusal by HTTP, and no commands", exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// SES-02 (14.5): what the challenge holds is for the rules; here the right answer to it.
    static func challenge(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: false)
            let first = await session.send(session.package1(), firstCmdID: 2)
            guard first.isRefused else {
                return .notObserved("without a certificate the server does not challenge: \(first.summary)")
            }
            guard let cred = session.credentials() else {
                return .broken(
                    "the challenge names no type that a client has", expected: "syncml:auth-md5 with a NextNonce",
                    exchange: first.exchange)
            }
            let second = await session.send([session.headerStatus(of: first)] + session.package1(), cred: cred)
            await session.close()
            guard second.isServed else {
                return .broken(
                    "the right answer to the challenge got \(second.summary)", expected: "200 or 212",
                    exchange: second.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// SES-03 (14.5).
    static func replayedDigest(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: false)
            let first = await session.send(session.package1(), firstCmdID: 2)
            guard first.isRefused, let cred = session.credentials() else {
                return .notObserved("without a certificate the server does not challenge: \(first.summary)")
            }
            guard cred.meta?.type == "syncml:auth-md5" else {
                return .notObserved("the server asks for \(cred.meta?.type ?? "nothing"), which has no nonce")
            }
            let second = await session.send([session.headerStatus(of: first)] + session.package1(), cred: cred)
            guard second.isServed else { return .notObserved("the digest was not accepted at all") }
            await session.close()
            var replay = try BenchSession(bench, device, showsCertificate: false)
            let answer = await replay.send(replay.package1(), cred: cred, firstCmdID: 2)
            guard answer.isTurnedAway else {
                return .broken(
                    "a digest that had been used got \(answer.summary)", expected: "401 with a fresh nonce",
                    exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// SES-07 (14.2).
    static func extraParameters(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        var deviation = BenchSession.Deviation()
        deviation.query = [("espalier", "1"), ("x", "a b")]
        deviation.headers = ["X-Espalier": "1", "UserAgentOrigin": "1", "MS-CV": "kQ3xv0a9Tk6pWb1s.0.0.0"]
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await session.open(.user, deviation)
            await session.close()
            guard answer.isServed else {
                return .broken(
                    "with more parameters and headers a session got \(answer.summary)",
                    expected: "a session as without",
                    exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// SES-08 (14.4): sessions in which nobody, or somebody else, is signed in.
    static func absentUser(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        for login in [BenchSession.Login.others, .none] {
            do {
                var session = try BenchSession(bench, device, showsCertificate: true)
                let answer = await session.open(login)
                await session.close()
                guard answer.isServed else {
                    return .notObserved("with LoginStatus \(login.rawValue) the session got \(answer.summary)")
                }
                let users = answer.commands.flatMap(\.targets).filter { $0.lowercased().hasPrefix("./user") }
                if let first = users.first {
                    return .broken(
                        "with LoginStatus \(login.rawValue) a command for \(first) came", expected: "none for ./User",
                        exchange: answer.exchange)
                }
            } catch { return .notObserved("\(error)") }
        }
        return .met
    }

    /// SES-09 (14.4). The standard has 415 for an unknown 1226 (DM-ALRT-02); Windows' servers answer 200.
    static func unknownAlerts(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        let alerts = ["1224", "1226"].map { code in
            Alert(
                cmdID: nil, data: ItemData(code),
                items: [
                    Item(
                        meta: Meta(format: "chr", type: "com.example.espalier:unknown\(code)"), data: ItemData("1"))
                ])
        }
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await session.open(extra: alerts)
            await session.close()
            guard answer.isServed else {
                return .broken(
                    "a session with unknown alerts got \(answer.summary)",
                    expected: "200 for each, and the session goes on",
                    exchange: answer.exchange)
            }
            let refused = answer.statuses.filter { $0.cmd == "Alert" }.compactMap { status in
                status.data.flatMap { Int($0.content) }.flatMap { $0 == 200 ? nil : $0 }
            }
            if let code = refused.first {
                return .broken("an unknown alert got \(code)", expected: "200", exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// SES-11 (13).
    static func unenrolment(_ bench: Bench, _ course: Course) async -> Outcome {
        let device: BenchDevice
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let fresh): device = fresh
        }
        let type = "com.microsoft:mdm.unenrollment.userrequest"
        let goodbye = Alert(
            cmdID: nil, data: ItemData("1226"),
            items: [Item(meta: Meta(format: "int", type: type, mark: "critical"), data: ItemData("1"))])
        var deviation = BenchSession.Deviation()
        deviation.headers = ["MDM-GenericAlert": "<\(type)>"]
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await session.open(extra: [goodbye], deviation)
            guard answer.isServed else {
                return .notObserved("the session with the goodbye got \(answer.summary)")
            }
            let refused = answer.statuses.filter { $0.cmd == "Alert" }.compactMap { status in
                status.data.flatMap { Int($0.content) }.flatMap { $0 == 200 ? nil : $0 }
            }
            if let code = refused.first {
                return .broken("the goodbye got \(code)", expected: "200", exchange: answer.exchange)
            }
            var later = try BenchSession(bench, device, showsCertificate: true)
            let next = await later.open()
            guard next.isTurnedAway else {
                return .broken(
                    "a session after the goodbye got \(next.summary)", expected: "a refusal", exchange: next.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }
}

extension Command {
    /// The LocURIs of its Items' targets.
    var targets: [String] {
        switch self {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items.compactMap { $0.target?.locURI }
        case .alert, .atomic, .sequence, .status, .results, .unknown: []
        }
    }
}
