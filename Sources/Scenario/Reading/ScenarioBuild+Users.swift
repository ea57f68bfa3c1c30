import Device
import ESP
import Foundation
import Notation
import Yams

extension ScenarioBuild {
    private static let userKeys = ["upn", "sid", "signsIn", "at", "licensed"]

    static let userSectionKeys = userKeys + ["presses", "answers", "administrator", "groups"]

    /// `user` is the only user, and what is done at the page; `users` are several, in the order of their sign-ins.
    mutating func readUsers() throws(ScenarioError) {
        let list = try fields.list("users")
        if !list.isEmpty {
            script.users = []
            for (index, node) in list.enumerated() { try readUser(node, index) }
        }
        // Nobody signs in by himself on a device of this mode (7.2).
        if script.page.mode == .selfDeploying, list.isEmpty { script.users = [] }
        guard let node = fields["user"] else { return }
        let user = try Fields(node, path: "user", keys: Self.userSectionKeys)
        for key in Self.userKeys where user[key] != nil && !list.isEmpty {
            throw user.error(key, "user.\(key) stands beside users", "put it into the entry of that user")
        }
        if list.isEmpty, Self.userKeys.contains(where: { user[$0] != nil }) {
            script.users = []
            try readUser(user, 0)
        }
        if let isAdministrator = try user.bool("administrator") { script.page.isUserAdministrator = isAdministrator }
        for node in try user.list("presses") { try readPress(node) }
        try readAnswers(user)
    }

    private mutating func readUser(_ node: Node, _ index: Int) throws(ScenarioError) {
        try readUser(try Fields(node, path: "users \(index + 1)", keys: Self.userKeys), index)
    }

    private mutating func readUser(_ fields: Fields, _ index: Int) throws(ScenarioError) {
        let standard = LifeScript.User.standard
        let upn = try fields.name("upn") ?? (index == 0 ? standard.upn : "user\(index + 1)@example.test")
        let sid = try fields.name("sid") ?? (index == 0 ? standard.sid : standard.sid.dropLast(1) + String(4 + index))
        for other in script.users where other.sid == sid || other.upn == upn {
            throw fields.error(
                other.sid == sid ? "sid" : "upn", "\"\(other.sid == sid ? sid : upn)\" is another user, too")
        }
        let signIn: LifeScript.User.SignIn
        if let at = try fields.seconds("at") {
            guard fields["signsIn"] == nil else {
                throw fields.error("at", "\(fields.path) has at and signsIn", "write one of them")
            }
            try checkInstant("at", fields)
            if case .at(let last)? = script.users.last?.signIn, last > .seconds(at) {
                throw fields.error(
                    "at", "\(fields.path) signs in at \(DeviceTime.seconds(at)), before the one above at \(last)",
                    "order the list by time")
            }
            signIn = .at(.seconds(at))
        } else {
            switch try fields.secondsOrNever("signsIn") {
            case nil: signIn = index == 0 ? .afterScreen(seconds: 5) : .never
            case .some(nil): signIn = .never
            case .some(let seconds?):
                guard index == 0 else {
                    throw fields.error(
                        "signsIn", "only the first user signs in at the sign-in screen", "write at: \"12:00\"")
                }
                signIn = .afterScreen(seconds: seconds)
            }
        }
        if try fields.bool("licensed") == false { unlicensedUsers.insert(upn) }
        script.users.append(
            LifeScript.User(
                sid: sid, upn: upn, token: upn == standard.upn ? standard.token : Self.token(upn), signIn: signIn))
    }

    /// An unsigned token that names a user.
    private static func token(_ upn: String) -> String {
        let quoted = upn.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        let parts = ["{\"alg\":\"none\",\"typ\":\"JWT\"}", "{\"upn\":\"\(quoted)\"}"]
        return parts.map { part in
            Base64.encode(part.utf8).replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        }
        .joined(separator: ".") + "."
    }

    private mutating func readPress(_ node: Node) throws(ScenarioError) {
        let press = try Fields(node, path: "user.presses", keys: ["button", "at", "onError", "onOffer", "times"])
        guard let button = try press.choice("button", PageButton.self) else {
            throw Fields.error(node, "user.presses has no \"button\"")
        }
        let moments = ["at", "onError", "onOffer"].filter { press[$0] != nil }
        guard moments.count == 1 else {
            throw Fields.error(
                node,
                moments.isEmpty
                    ? "user.presses has no moment" : "user.presses has \(moments.joined(separator: " and "))",
                "write at: \"05:00\", onError: 10s for ten seconds after an error screen, or onOffer: 10s for ten seconds "
                    + "after the button appears")
        }
        if press["at"] != nil, press["times"] != nil {
            throw press.error(
                "times", "user.presses has \"at\" beside \"times\"", "write onError or onOffer with times")
        }
        try checkOffer(of: button, press)
        let times = try press.int("times", in: 1...1000) ?? 1
        let moment: LifeScript.UserAction.Moment
        if let at = try press.seconds("at") {
            try checkInstant("at", press)
            moment = .at(.seconds(at))
        } else if let after = try press.seconds("onError") {
            moment = .onError(afterSeconds: after, times: times)
        } else {
            moment = .onOffer(afterSeconds: try press.seconds("onOffer") ?? 0, times: times)
        }
        script.userActions.append(LifeScript.UserAction(moment: moment, button: button))
    }

    /// What is done to the machine, in order of time. A device that is off cannot restart or go down once more.
    mutating func readMachine() throws(ScenarioError) {
        var isOn = true
        var last = DeviceTime.zero
        for node in try fields.list("machine") {
            let entry = try Fields(node, path: "machine", keys: ["at", "do"])
            guard let at = try entry.seconds("at") else { throw Fields.error(node, "machine has no \"at\"") }
            guard let kind = try entry.choice("do", LifeScript.MachineAction.Kind.self) else {
                throw Fields.error(node, "machine has no \"do\"", "write restart, powerOff, powerOn or disconnect")
            }
            let time = DeviceTime.seconds(at)
            guard time >= last else {
                throw entry.error("at", "machine goes back in time: \(time) after \(last)", "order the list by time")
            }
            try checkInstant("at", entry)
            switch (kind, isOn) {
            case (.restart, true):
                guard script.restartSeconds != nil else {
                    throw entry.error(
                        "do", "device.restart is never, so the device cannot restart", "give device.restart a time")
                }
            case (.disconnect, true):
                guard script.page.enrollment == .workAccount else {
                    throw entry.error(
                        "do", "Settings offers Disconnect to an enrolment by work account only",
                        "set device.enrollment to workAccount, or let the server send Unenroll")
                }
            case (.powerOff, true): isOn = false
            case (.powerOn, false): isOn = true
            case (.restart, false):
                throw entry.error("do", "a device that is off cannot restart", "turn it on first: do: powerOn")
            case (.disconnect, false):
                throw entry.error("do", "nobody uses a device that is off", "turn it on first: do: powerOn")
            case (.powerOff, false): throw entry.error("do", "the device is off already")
            case (.powerOn, true): throw entry.error("do", "the device is on already")
            }
            last = time
            script.machineActions.append(LifeScript.MachineAction(time: time, kind: kind))
        }
    }
}
