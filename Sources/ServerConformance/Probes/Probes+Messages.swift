import HTTPExchange
import LiveDevice
import SyncML

extension Probes {
    /// DM-HDR-03.
    static func unknownDTD(_ bench: Bench, _ course: Course) async -> Outcome {
        var deviation = BenchSession.Deviation()
        deviation.verDTD = "9.9"
        return await header(bench, course, deviation, code: 505, "VerDTD 9.9")
    }

    /// DM-HDR-04.
    static func unknownProtocol(_ bench: Bench, _ course: Course) async -> Outcome {
        var deviation = BenchSession.Deviation()
        deviation.verProto = "DM/9.9"
        return await header(bench, course, deviation, code: 513, "VerProto DM/9.9")
    }

    private static func header(
        _ bench: Bench, _ course: Course, _ deviation: BenchSession.Deviation, code: Int, _ what: String
    ) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await session.open(.user, deviation)
            guard answer.code == code else {
                return .broken(
                    "\(what) got \(answer.summary)", expected: "\(code) for the SyncHdr", exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// DM-SESS-26 (oma-dm.md 2.1).
    static func brokenOff(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let opened = await session.open()
            guard opened.isServed else {
                return .notObserved("the session that was to break off got \(opened.summary)")
            }
            let next = await lives(bench, device)
            guard next.isServed else {
                return .broken(
                    "after a session that broke off the next got \(next.summary)", expected: "a session",
                    exchange: next.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// DM-STAT-15: 299 and 499 for what the server asked, and for its SyncHdr.
    static func unknownStatusCodes(_ bench: Bench, _ course: Course) async -> Outcome {
        // A device that has just enrolled finds the commands of its first session waiting.
        let device: BenchDevice
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let fresh): device = fresh
        }
        return await survives(
            bench, course, on: device, expected: "an answer with 200 and a SyncML message"
        ) { session in
            let opened = await session.open()
            let commands = opened.commands.enumerated().compactMap { index, command -> Command? in
                guard let cmdID = command.cmdID else { return nil }
                return .status(
                    Status(
                        cmdID: nil, msgRef: opened.message?.header?.msgID ?? "", cmdRef: cmdID, cmd: command.name,
                        data: ItemData(index.isMultiple(of: 2) ? "299" : "499")))
            }
            return await session.go([session.headerStatus(of: opened, "299")] + commands)
        } accepts: { answer in
            answer.response?.status == 200
        }
    }

    /// DM-AUTH-15: the secrets of two devices are compared.
    static func differentSecrets(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let first = course.device else { return .notObserved(course.absence) }
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let second):
            guard !first.account.secret.isEmpty else { return .notObserved("the account has no secret") }
            guard first.account.secret != second.account.secret else {
                return .broken(
                    "two devices got the same AAUTHSECRET", expected: "a secret for each",
                    exchange: bench.journal.lastNumber)
            }
            return .met
        }
    }

    /// DM-AUTH-17.
    static func wrongDigest(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: false)
            let first = await session.send(session.package1(), firstCmdID: 2)
            guard first.isRefused, let nonce = session.challenge?.meta.nextNonce else {
                return .notObserved(
                    "without a certificate the server does not challenge with a nonce: \(first.summary)")
            }
            let wrong = Cred(
                meta: Meta(format: "b64", type: "syncml:auth-md5"), data: ItemData("AAAAAAAAAAAAAAAAAAAAAA=="))
            let second = await session.send([session.headerStatus(of: first)] + session.package1(), cred: wrong)
            guard second.isTurnedAway else {
                return .broken(
                    "a wrong digest got \(second.summary)", expected: "401 with a challenge", exchange: second.exchange)
            }
            guard let next = second.headerStatus?.chal?.meta.nextNonce, next != nonce else {
                return .broken(
                    "a wrong digest got \(second.summary) without a fresh nonce",
                    expected: "401 with a fresh NextNonce",
                    exchange: second.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }

    /// DM-HTTP-01.
    static func wrongContentType(_ bench: Bench, _ course: Course) async -> Outcome {
        await survives(bench, course, expected: "a status of 4xx") { session in
            var deviation = BenchSession.Deviation()
            deviation.contentType = "text/plain"
            return await session.send(session.package1(), firstCmdID: 2, deviation)
        } accepts: { answer in
            answer.response.map { (400..<500).contains($0.status) } ?? true
        }
    }

    /// DM-HTTP-03: our transport sends a Content-Length with every body.
    static func chunkedRequest(_ bench: Bench, _ course: Course) async -> Outcome {
        .notObserved("this client sends no chunked requests, as Windows sends none")
    }

    /// DM-HTTP-04: our transport speaks TLS 1.2 and 1.3 and nothing else.
    static func secureAddress(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let device = course.device else { return .notObserved(course.absence) }
        guard HTTPURL(device.account.address)?.scheme == .https else {
            return .broken(
                "the account's address is \(device.account.address)", expected: "https", exchange: nil)
        }
        return .met
    }

    /// DM-WIN-10 (oma-dm.md 6).
    static func originalError(_ bench: Bench, _ course: Course) async -> Outcome {
        let device: BenchDevice
        switch await enrolled(bench, course) {
        case .none(let outcome): return outcome
        case .device(let fresh): device = fresh
        }
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let opened = await session.open()
            guard opened.isServed, let command = opened.commands.first, let cmdID = command.cmdID else {
                return .notObserved(Evidence.command.absence)
            }
            let status = Command.status(
                Status(
                    cmdID: nil, msgRef: opened.message?.header?.msgID ?? "", cmdRef: cmdID, cmd: command.name,
                    data: ItemData("500", originalError: "0x86000011")))
            let answer = await session.go([session.headerStatus(of: opened), status])
            await session.close()
            guard answer.isServed else {
                return .broken(
                    "a Status with msft:originalerror got \(answer.summary)", expected: "the session goes on",
                    exchange: answer.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }
}
