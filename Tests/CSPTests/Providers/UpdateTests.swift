import CSP
import DMTree
import Notation
import Testing

/// Update (windows-csp.md 4.15; described by v1 only).
@Suite struct UpdateTests {
    private static let root = "./Vendor/MSFT/Update"
    private static let id = "a317dafe-baf4-453f-b232-a7075efae36e"
    private static let approved = "\(root)/ApprovedUpdates/%7b\(id)%7d"
    private static let offer = UpdateInventory.Offer(id: id, type: 1, revision: 200)

    private static func planned(_ application: Application) -> [Job] {
        application.effects.compactMap { if case .planJob(let job) = $0 { job } else { nil } }
    }

    @Test("An approval: Add is 200, has its time and plans a job; Delete takes it back")
    func approval() throws {
        var tree = Devices.fresh()
        tree.localTime = "2026-01-05T08:00:00Z"
        let add = tree.send(.add, Self.approved, format: "node")
        #expect(add.status == 200 && add.advised.isEmpty)
        #expect(Self.planned(add) == [Job(kind: .updateApproval, uri: try TreeURI(Self.approved), data: "")])
        #expect(tree.get("\(Self.approved)/ApprovedTime") == "2026-01-05T08:00:00Z")
        #expect(tree.get("\(Self.root)/ApprovedUpdates") == "%7B\(Self.id)%7D")
        #expect(tree.status(.add, Self.approved) == 418)
        let delete = tree.send(.delete, Self.approved)
        #expect(delete.status == 200 && Self.planned(delete).count == 1)
        #expect(tree.status(.get, Self.approved) == 404)
    }

    @Test("From a scan over the installation to the restart: each list in turn")
    func lists() {
        var tree = Devices.fresh()
        tree.localTime = "2026-01-05T08:00:00Z"
        let inventory = UpdateInventory()
        for list in ["InstallableUpdates", "InstalledUpdates", "FailedUpdates", "PendingRebootUpdates"] {
            #expect(tree.get("\(Self.root)/\(list)") == "")
        }
        inventory.scanned([Self.offer], in: &tree)
        #expect(tree.get("\(Self.root)/LastSuccessfulScanTime") == "2026-01-05T08:00:00Z")
        #expect(tree.get("\(Self.root)/InstallableUpdates") == Self.id)
        #expect(tree.get("\(Self.root)/InstallableUpdates/\(Self.id)/Type") == "1")
        #expect(tree.get("\(Self.root)/InstallableUpdates/\(Self.id)/RevisionNumber") == "200")
        #expect(inventory.isInstallable("{\(Self.id.uppercased())}", in: tree))
        inventory.waitForRestart(Self.offer, in: &tree)
        #expect(tree.get("\(Self.root)/InstallableUpdates") == "")
        #expect(tree.get("\(Self.root)/PendingRebootUpdates/\(Self.id)/InstalledTime") == "2026-01-05T08:00:00Z")
        #expect(tree.get("\(Self.root)/PendingRebootUpdates/\(Self.id)/RevisionNumber") == "200")
        inventory.finish(Self.offer, in: &tree)
        #expect(tree.get("\(Self.root)/PendingRebootUpdates") == "")
        #expect(tree.get("\(Self.root)/InstalledUpdates/\(Self.id)/RevisionNumber") == "200")
        inventory.takeBack(Self.offer, in: &tree)
        #expect(tree.get("\(Self.root)/InstalledUpdates") == "")
        #expect(inventory.isInstallable(Self.id, in: tree))
    }

    @Test("A failure: HResult as a signed number, Status only where somebody knows it; a new try forgets it")
    func failure() {
        var tree = Devices.fresh()
        let inventory = UpdateInventory()
        let node = "\(Self.root)/FailedUpdates/\(Self.id)"
        inventory.scanned([Self.offer], in: &tree)
        inventory.fail(Self.offer, HRESULT(rawValue: 0x8024_2006), status: nil, in: &tree)
        #expect(tree.get("\(node)/HResult") == "-2145116154" && tree.get("\(node)/RevisionNumber") == "200")
        #expect(tree.status(.get, "\(node)/Status") == 404)
        inventory.fail(Self.offer, HRESULT(rawValue: 0x8024_2006), status: 5, in: &tree)
        #expect(tree.get("\(node)/Status") == "5")
        #expect(inventory.isInstallable(Self.id, in: tree), "it is still applicable")
        inventory.begin(Self.id, in: &tree)
        #expect(tree.get("\(Self.root)/FailedUpdates") == "")
    }

    @Test(
        "An UpdateID is a GUID",
        arguments: ["KB5000001", "a317dafe-baf4-453f-b232", "%7b%7d", "a317dafebaf4453fb232a7075efae36e"])
    func wrongID(name: String) {
        var tree = Devices.fresh()
        let add = tree.send(.add, "\(Self.root)/ApprovedUpdates/\(name)")
        #expect(
            add.status == 500 && add.error == .invalidArgument && add.advised == ["update.id"] && add.effects.isEmpty)
        #expect(tree.get("\(Self.root)/ApprovedUpdates") == "")
    }

    @Test("DeferUpgrade follows the policy")
    func deferUpgrade() {
        var tree = Devices.fresh()
        #expect(tree.get("\(Self.root)/DeferUpgrade") == "false")
        tree.setLocally("./Device/Vendor/MSFT/Policy/Config/Update/RequireDeferUpgrade", value: "1")
        #expect(tree.get("\(Self.root)/DeferUpgrade") == "true")
    }

    @Test(
        "Rollback: Exec is 202 with a job; the status of the last one goes away, and comes with the end",
        arguments: ["QualityUpdate", "FeatureUpdate"])
    func rollback(kind: String) throws {
        var tree = Devices.fresh()
        let node = "\(Self.root)/Rollback/\(kind)"
        #expect(tree.status(.get, node + "Status") == 404)
        for _ in 0..<2 {
            let exec = tree.send(.exec, node)
            #expect(exec.status == 202)
            #expect(exec.jobs == [Job(kind: .updateRollback, uri: try TreeURI(node), data: "")])
            #expect(tree.status(.get, node + "Status") == 404)
            let rollback = UpdateRollback(node: try TreeURI(node))
            #expect(rollback.isFeatureUpdate == (kind == "FeatureUpdate"))
            #expect(!rollback.isPaused(in: tree))
            rollback.finish(UpdateRollback.conditionsNotMet, in: &tree)
            #expect(tree.get(node + "Status") == "0x8007139F")
        }
        tree.setLocally(
            "./Device/Vendor/MSFT/Policy/Config/Update/Pause\(kind == "QualityUpdate" ? "Quality" : "Feature")UpdatesStartTime",
            value: "2026-01-01")
        #expect(UpdateRollback(node: try TreeURI(node)).isPaused(in: tree))
    }

    @Test("Wrong verbs, places and releases")
    func wrongInput() {
        var tree = Devices.fresh()
        tree.send(.add, Self.approved)
        for verb in [Verb.add, .replace, .delete, .exec] {
            #expect(tree.status(verb, "\(Self.approved)/ApprovedTime", "2026-01-05T08:00:00Z") == 405)
            #expect(tree.status(verb, "\(Self.root)/InstalledUpdates/\(Self.id)/RevisionNumber", "1") != 200)
            #expect(tree.status(verb, "\(Self.root)/LastSuccessfulScanTime", "2026-01-05T08:00:00Z") == 405)
        }
        #expect(tree.status(.add, "\(Self.root)/InstalledUpdates/\(Self.id)") == 405)
        #expect(tree.status(.add, "\(Self.root)/InstallableUpdates/\(Self.id)") == 405)
        #expect(tree.status(.get, "\(Self.root)/FailedUpdates/\(Self.id)/HResult") == 404)
        #expect(tree.status(.delete, "\(Self.root)/ApprovedUpdates") == 405, "it is permanent")
        #expect(tree.status(.delete, "\(Self.root)/ApprovedUpdates/%7b00000000-0000-4000-8000-000000000000%7d") == 404)
        #expect(tree.status(.get, "\(Self.root)/Rollback/QualityUpdate") == 405)
        #expect(tree.status(.exec, "\(Self.root)/Rollback/DriverUpdate") == 404)
        #expect(tree.status(.add, "./User/Vendor/MSFT/Update/ApprovedUpdates/\(Self.id)") == 405)
    }
}
