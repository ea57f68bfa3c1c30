import CSP
import DMTree
import Notation
import Testing

/// RemoteWipe (windows-csp.md 4.12).
@Suite struct RemoteWipeTests {
    private static let root = "./Device/Vendor/MSFT/RemoteWipe"
    private static let reset = "\(root)/AutomaticRedeployment"

    private static func planned(_ application: Application) -> [Job] {
        application.effects.compactMap { if case .planJob(let job) = $0 { job } else { nil } }
    }

    @Test(
        "Each wipe is accepted with 202, in both spellings, whatever its Data and the case of its name",
        arguments: [
            "doWipe", "doWipePersistProvisionedData", "doWipeProtected", "doWipePersistUserData", "doWipeCloud",
            "doWipeCloudPersistUserData", "doWipeCloudPersistProvisionedData", "DoWipe",
        ], ["./Device", "."])
    func accepted(verb: String, prefix: String) throws {
        var tree = Devices.fresh()
        let node = "\(prefix)/Vendor/MSFT/RemoteWipe/\(verb)"
        for data in [nil, "", "1"] {
            let application = tree.send(.exec, node, data, format: data == nil ? nil : "chr")
            #expect(application.status == 202 && application.row == .executed)
            #expect(Self.planned(application) == [Job(kind: .wipe, uri: try TreeURI(node), data: "")])
        }
    }

    @Test(
        "What a release lacks answers 405 (5.9 row 9)",
        arguments: [
            ("11-21h2", "doWipeCloud", 405), ("11-21h2", "doWipeCloudPersistUserData", 405),
            ("11-21h2", "doWipeCloudPersistProvisionedData", 405), ("11-21h2", "doWipe", 202),
            ("11-22h2", "doWipeCloud", 202), ("11-22h2", "doWipeCloudPersistUserData", 202),
            ("10-1809", "doWipePersistUserData", 202), ("10-1809", "doWipeProtected", 202),
        ])
    func releases(windows: String, verb: String, status: Int) {
        var tree = Devices.fresh(windows)
        #expect(tree.status(.exec, "\(Self.root)/\(verb)") == status)
    }

    @Test("Autopilot Reset: Status 0 and LastError 0 before, 10 after the Exec; a second Exec starts nothing")
    func scheduled() throws {
        var tree = Devices.fresh()
        #expect(tree.get("\(Self.reset)/Status") == "0" && tree.get("\(Self.reset)/LastError") == "0")
        let exec = tree.send(.exec, "\(Self.reset)/doAutomaticRedeployment")
        #expect(exec.status == 202)
        #expect(Self.planned(exec) == [Job(kind: .autopilotReset, uri: try TreeURI(Self.reset), data: "")])
        #expect(tree.get("\(Self.reset)/Status") == "10")
        for status in [AutopilotReset.Status.scheduled, .waitingForReboot] {
            AutopilotReset(node: try TreeURI(Self.reset)).set(status, in: &tree)
            let again = tree.send(.exec, "\(Self.reset)/doAutomaticRedeployment")
            #expect(again.status == 202 && again.effects.isEmpty && again.advised == ["wipe.scheduled"])
        }
    }

    @Test(
        "A reset that is over, well or not, can be asked for again, and LastError is 0 again",
        arguments: [AutopilotReset.Status.complete, .failedAtExec, .powerRequirementNotMet, .resetFailed])
    func again(status: AutopilotReset.Status) throws {
        var tree = Devices.fresh()
        let reset = AutopilotReset(node: try TreeURI(Self.reset))
        reset.set(status, error: HRESULT(rawValue: 0x8007_0005), in: &tree)
        #expect(tree.get("\(Self.reset)/Status") == "\(status.rawValue)")
        #expect(tree.get("\(Self.reset)/LastError") == "-2147024891")
        let exec = tree.send(.exec, "\(Self.reset)/doAutomaticRedeployment")
        #expect(exec.status == 202 && Self.planned(exec).count == 1)
        #expect(tree.get("\(Self.reset)/Status") == "10" && tree.get("\(Self.reset)/LastError") == "0")
    }

    @Test("Wrong verbs and places")
    func wrongInput() {
        var tree = Devices.fresh()
        for verb in [Verb.get, .add, .replace, .delete] {
            #expect(tree.status(verb, "\(Self.root)/doWipe", "1") == 405)
        }
        #expect(tree.status(.get, "\(Self.reset)/doAutomaticRedeployment") == 405)
        for leaf in ["Status", "LastError"] {
            for verb in [Verb.exec, .add, .replace, .delete] {
                #expect(tree.status(verb, "\(Self.reset)/\(leaf)", "1", format: "int") == 405)
            }
        }
        #expect(tree.status(.exec, "\(Self.root)/doWipeEverything") == 404)
        #expect(tree.status(.exec, "./User/Vendor/MSFT/RemoteWipe/doWipe") == 405)
        #expect(tree.status(.exec, "\(Self.root)") == 405)
    }
}
