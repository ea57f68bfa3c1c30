import Enrollment

extension Rule {
    static let pollSchedule = Rule(
        "provisioning.poll", .error,
        "A value of Poll is no whole number or boolean, or all six numbers are 0.", requirements: ["ENR-25"],
        reference: "enrollment.md 15",
        check: .provisioning { linted in
            linted.polls.flatMap { poll -> [Breach] in
                var breaches = poll.parms.compactMap { parm -> Breach? in
                    let value = parm.value ?? ""
                    if PollSchedule.numbers.contains(parm.name) {
                        guard UInt32(value) == nil else { return nil }
                        return Breach(parm.place, "\(parm.name) is \"\(value)\"", hint: "write a whole number")
                    }
                    guard PollSchedule.booleans.contains(parm.name),
                        !["true", "false"].contains(value.lowercased())
                    else { return nil }
                    return Breach(parm.place, "\(parm.name) is \"\(value)\"", hint: "write true or false")
                }
                if PollSchedule.numbers.allSatisfy({ poll.parm($0)?.value == "0" }) {
                    breaches.append(
                        Breach(
                            poll.place, "all intervals and counts are 0, and what Windows does then is not laid down",
                            hint: "give one set an interval"))
                }
                return breaches
            }
        })

    static let pollLoad = Rule(
        "provisioning.poll-load", .warning,
        "The first set of polls never ends, or the last one has less than a day between its polls.",
        requirements: ["ENR-26"], reference: "enrollment.md 15",
        check: .provisioning { linted in
            linted.polls.flatMap { poll -> [Breach] in
                var breaches: [Breach] = []
                let interval = poll.parm("IntervalForFirstSetOfRetries")?.value.flatMap { UInt32($0) }
                if let count = poll.parm("NumberOfFirstRetries"), count.value == "0", interval ?? 15 != 0 {
                    breaches.append(
                        Breach(
                            count.place,
                            "NumberOfFirstRetries is 0: a poll every \(interval ?? 15) minutes for ever",
                            hint: "end the first set, and let the third run daily"))
                }
                if let last = poll.parm("IntervalForRemainingScheduledRetries"),
                    let minutes = last.value.flatMap({ UInt32($0) }), (1..<1440).contains(minutes)
                {
                    breaches.append(
                        Breach(
                            last.place, "the last set polls every \(minutes) minutes", hint: "write 1440 or more"))
                }
                return breaches
            }
        })
}

enum PollSchedule {
    static let numbers = [
        "IntervalForFirstSetOfRetries", "NumberOfFirstRetries", "IntervalForSecondSetOfRetries",
        "NumberOfSecondRetries", "IntervalForRemainingScheduledRetries", "NumberOfRemainingScheduledRetries",
    ]
    static let booleans = ["PollOnLogin", "AllUsersPollOnFirstLogin"]
}

extension LintedProvisioning {
    /// Poll of each provider.
    var polls: [ProvisioningDocument.Characteristic] { document.providers.flatMap { $0.characteristics("Poll") } }
}
