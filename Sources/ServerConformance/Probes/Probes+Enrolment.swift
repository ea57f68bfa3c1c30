import Enrollment
import EnrollmentClient
import HTTPExchange
import Identity
import LiveDevice

extension Probes {
    /// ENR-01 (enrollment.md 3).
    static func discoveryProbe(_ bench: Bench, _ course: Course) async -> Outcome {
        do {
            let (result, number) = try await bench.transport().numbered(
                HTTPRequest(.get, bench.subject.server.url, headers: BuildProfile.enrollClientProbe))
            guard result.response.status == 200 else {
                return .broken(
                    "the probe got HTTP \(result.response.status)", expected: "200, with or without a body",
                    exchange: number)
            }
            return .met
        } catch { return .notObserved("the probe got no answer: \(error)") }
    }

    /// ENR-10 (4.3).
    static func unknownVersion(_ bench: Bench, _ course: Course) async -> Outcome {
        let device = bench.drawMachine().device
        let facts = DeviceIdentity(device.profile, edition: device.release.edition)
        let discover = Discover(
            emailAddress: TextElement(bench.subject.user), requestVersion: "99.0",
            applicationVersion: TextElement(facts.applicationVersion), osEdition: TextElement(String(facts.osEdition)))
        let answer = await bench.soap(
            .discover(discover), to: bench.subject.server.url, address: bench.subject.server.text)
        if case .discoverResponse? = answer.body { return .met }
        guard answer.response != nil else { return .notObserved("RequestVersion 99.0 got \(answer.summary)") }
        return .broken(
            "RequestVersion 99.0 got \(answer.summary)", expected: "a DiscoverResponse, as to any other version",
            exchange: answer.exchange)
    }

    /// ENR-11 (5). The browser leg is played within the normal run, when the server chooses Federated.
    static func browserLeg(_ bench: Bench, _ course: Course) async -> Outcome {
        if let failure = course.failure, failure.step == .authenticate {
            return .broken(
                "the browser leg failed: \(failure.message)", expected: "a form that posts wresult to appru",
                exchange: nil)
        }
        guard course.template?.security?.binarySecurityToken != nil else {
            return .notObserved(Evidence.federatedPolicy.absence)
        }
        return .met
    }

    /// ENR-14 (2.1): the subject with `!` and NUL, and the old identifier of SHA-1 with RSA.
    static func windowsRequest(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let template = course.template else { return .notObserved(course.absence) }
        do throws(EnrolmentTrouble) {
            _ = try await bench.enrol(bench.drawMachine().identity, template, form: .windows19043)
            return .met
        } catch {
            guard let answer = error.answer, answer.response != nil else { return .notObserved(error.reason) }
            return .broken(
                error.reason, expected: "a certificate, whatever strict readers say of the subject",
                exchange: answer.exchange)
        }
    }

    /// ENR-15 (7.1).
    static func unknownContext(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let template = course.template else { return .notObserved(course.absence) }
        let machine = bench.drawMachine().identity
        let address = machine.macAddresses.first ?? "02-00-5E-10-00-01"
        let extra = [
            ContextItem(name: "EspalierUnknownItem", value: "1"), ContextItem(.mac, address),
            ContextItem(.mac, address),
        ]
        do throws(EnrolmentTrouble) {
            _ = try await bench.enrol(machine, template, extra: extra)
            return .met
        } catch {
            guard let answer = error.answer, answer.response != nil else { return .notObserved(error.reason) }
            return .broken(
                error.reason, expected: "a certificate: what is not known is passed over", exchange: answer.exchange)
        }
    }

    /// ENR-27 (9.1).
    static func wrongCredentials(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let template = course.template else { return .notObserved(course.absence) }
        guard let known = template.password else {
            return .notObserved("the server does not take a user name and a password (OnPremise)")
        }
        let tries = [
            (known.user, "not-\(known.password)", "a wrong password"),
            ("nobody-\(known.user)", known.password, "an unknown user"),
        ]
        for (user, password, what) in tries {
            var changed = template
            changed.security?.usernameToken?.username = TextElement(user)
            changed.security?.usernameToken?.password = password
            do throws(EnrolmentTrouble) {
                let enrolled = try await bench.enrol(bench.drawMachine().identity, changed)
                return .broken(
                    "\(what) got a certificate", expected: "an Authentication fault", exchange: enrolled.exchange)
            } catch {
                guard let answer = error.answer, answer.response != nil else { return .notObserved(error.reason) }
                guard answer.fault?.kind == .authentication else {
                    return .broken(
                        "\(what) got \(answer.summary)", expected: "an Authentication fault", exchange: answer.exchange)
                }
            }
        }
        return .met
    }

    /// ENR-29 (2, 13): new certificate, secrets and session state in place of the old.
    static func enrolAgain(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let template = course.template, course.device != nil else { return .notObserved(course.absence) }
        let machine = bench.drawMachine().identity
        do {
            let old = try await bench.enrol(machine, template).device
            guard await lives(bench, old).isServed else {
                return .notObserved("the first enrolment of this device has no session")
            }
            let new: BenchDevice
            do throws(EnrolmentTrouble) { new = try await bench.enrol(machine, template).device } catch {
                return .broken(
                    "the same DeviceID again: \(error.reason)", expected: "a new enrolment",
                    exchange: error.answer?.exchange)
            }
            var stale = try BenchSession(bench, old, showsCertificate: true)
            let first = await stale.send(stale.package1(), firstCmdID: 2)
            guard first.isTurnedAway else {
                return .broken(
                    "the certificate from before got \(first.summary)", expected: "a challenge or a refusal",
                    exchange: first.exchange)
            }
            if let cred = stale.credentials() {
                let second = await stale.send(stale.package1(), cred: cred)
                guard second.isTurnedAway else {
                    return .broken(
                        "the secret from before got \(second.summary)", expected: "a refusal",
                        exchange: second.exchange)
                }
            }
            let fresh = await lives(bench, new)
            guard fresh.isServed else {
                return .broken(
                    "the new enrolment got \(fresh.summary)", expected: "a session", exchange: fresh.exchange)
            }
            return .met
        } catch let trouble as EnrolmentTrouble {
            return .notObserved(trouble.reason)
        } catch { return .notObserved("\(error)") }
    }

    /// ENR-30 (2): clones that share a HWDevID.
    static func sameHardware(_ bench: Bench, _ course: Course) async -> Outcome {
        guard let template = course.template, course.device != nil else { return .notObserved(course.absence) }
        do throws(EnrolmentTrouble) {
            let machine = bench.drawMachine().identity
            let first = try await bench.enrol(machine, template).device
            guard await lives(bench, first).isServed else {
                return .notObserved("the first of the two devices has no session")
            }
            var clone = bench.drawMachine().identity
            clone.hardwareID = machine.hardwareID
            do throws(EnrolmentTrouble) { _ = try await bench.enrol(clone, template) } catch {
                // A server may refuse the second; it does not evict the first.
                guard error.answer?.fault != nil else { throw error }
            }
            let after = await lives(bench, first)
            guard after.isServed else {
                return .broken(
                    "once another device with its HWDevID had enrolled, the first got \(after.summary)",
                    expected: "both devices stay", exchange: after.exchange)
            }
            return .met
        } catch { return .notObserved(error.reason) }
    }
}
