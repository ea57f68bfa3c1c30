import HTTPExchange
import LiveDevice
import SyncML

/// The experiments, each within the budget of its bench.
enum Probes {
    /// A fresh device, or why there is none.
    enum Fresh {
        case device(BenchDevice)
        case none(Outcome)
    }

    /// Enrols a device for one experiment.
    static func enrolled(_ bench: Bench, _ course: Course) async -> Fresh {
        guard let template = course.template, course.device != nil else { return .none(.notObserved(course.absence)) }
        do throws(EnrolmentTrouble) {
            return .device(try await bench.enrol(bench.drawMachine().identity, template).device)
        } catch {
            return .none(.notObserved("no device for this experiment: \(error.reason)"))
        }
    }

    /// Whether a normal session of the device works: with its certificate in TLS, and with digest where that is not enough.
    static func lives(_ bench: Bench, _ device: BenchDevice) async -> BenchAnswer {
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await session.open()
            await session.close()
            return answer
        } catch { return BenchAnswer(exchange: 0, trouble: "\(error)") }
    }

    /// Sends something that no client sends; the server may refuse it as it likes, and has to serve the device afterwards.
    ///
    /// - Parameters:
    ///   - fresh: nil: the device of the normal run.
    ///   - accepts: whether the answer itself is good.
    static func survives(
        _ bench: Bench, _ course: Course, on fresh: BenchDevice? = nil, expected: String,
        _ misbehave: (inout BenchSession) async -> BenchAnswer, accepts: (BenchAnswer) -> Bool = { _ in true }
    ) async -> Outcome {
        guard let device = fresh ?? course.device else { return .notObserved(course.absence) }
        do {
            var session = try BenchSession(bench, device, showsCertificate: true)
            let answer = await misbehave(&session)
            if !accepts(answer) {
                return .broken("the server answered \(answer.summary)", expected: expected, exchange: answer.exchange)
            }
            if let status = answer.response?.status, status >= 500 {
                return .broken(
                    "the server failed with HTTP \(status)", expected: expected, exchange: answer.exchange)
            }
            let after = await lives(bench, device)
            guard after.isServed else {
                return .broken(
                    "afterwards a normal session got \(after.summary)", expected: expected, exchange: after.exchange)
            }
            return .met
        } catch { return .notObserved("\(error)") }
    }
}
