import Foundation
import Testing

@testable import ESP

/// The profiles of a tenant, and the default among them (esp-behaviour.md 1.1 to 1.3).
struct ProfileSetTests {
    private func profile(_ id: String, _ priority: Int) -> EnrollmentStatusPageProfile {
        var profile = EnrollmentStatusPageProfile()
        profile.id = id
        profile.displayName = id.uppercased()
        profile.priority = priority
        return profile
    }

    private func fallback(_ id: String) -> EnrollmentStatusPageProfile {
        var profile = EnrollmentStatusPageProfile.shippedDefault
        profile.id = id
        profile.displayName = id.uppercased()
        return profile
    }

    @Test("ESP-001: the default ships hidden, without blocking, without assignments, and stands in where none is given")
    func shipped() throws {
        let tenant = try ProfileSet([])
        #expect(tenant.isFallbackShipped && tenant.fallback == .shippedDefault)
        let shipped = EnrollmentStatusPageProfile.shippedDefault
        #expect(shipped.isDefault && !shipped.showInstallationProgress && shipped.assignments.isEmpty)
        #expect(shipped.blockInStatusPage() == [])
        #expect(shipped.firstSyncStatusNodes().map(\.value) == ["true", "true"])
        #expect(try !ProfileSet([fallback("f")]).isFallbackShipped)
    }

    @Test("ESP-102: two profiles of one priority are refused, naming both; the default's priority does not count")
    func samePriority() throws {
        #expect(throws: ProfileSet.Refusal.samePriority(1, "A", "B")) {
            try ProfileSet([profile("a", 1), profile("b", 1)])
        }
        #expect(throws: Never.self) { try ProfileSet([profile("a", 0), fallback("f")]) }
        let text = ProfileSet.Refusal.samePriority(1, "A", "B").description
        #expect(text.contains("\"A\"") && text.contains("\"B\"") && text.contains("1"))
    }

    @Test("ESP-101: two default profiles, and two profiles of one id, are refused")
    func twice() {
        #expect(throws: ProfileSet.Refusal.twoDefaults("F", "G")) { try ProfileSet([fallback("f"), fallback("g")]) }
        #expect(throws: ProfileSet.Refusal.sameID("a", "A", "A")) {
            try ProfileSet([profile("a", 1), profile("a", 2)])
        }
        let conflicts = ProfileSet.conflicts(in: [profile("a", 1), profile("b", 1), fallback("f"), fallback("g")])
        #expect(conflicts == [.samePriority(1, "A", "B"), .twoDefaults("F", "G")])
    }

    @Test("1.2: the default can be edited, and not deleted")
    func editing() throws {
        var tenant = try ProfileSet([profile("a", 1), fallback("f")])
        var edited = tenant.fallback
        edited.showInstallationProgress = true
        try tenant.update(edited)
        #expect(tenant.fallback.showInstallationProgress)
        #expect(throws: ProfileSet.Refusal.defaultStays) { try tenant.remove(id: "f") }
        edited.isDefault = false
        #expect(throws: ProfileSet.Refusal.defaultStays) { try tenant.update(edited) }
        try tenant.remove(id: "a")
        #expect(tenant.assigned.isEmpty)
        #expect(throws: ProfileSet.Refusal.unknown(id: "a")) { try tenant.remove(id: "a") }
    }

    @Test("ESP-102: an edited priority moves the profile, and one that is taken is refused")
    func reordering() throws {
        var tenant = try ProfileSet([profile("a", 1), profile("b", 2)])
        try tenant.update(profile("a", 3))
        #expect(tenant.assigned.map(\.id) == ["b", "a"])
        #expect(throws: ProfileSet.Refusal.samePriority(2, "B", "A")) { try tenant.update(profile("a", 2)) }
        #expect(throws: ProfileSet.Refusal.unknown(id: "c")) { try tenant.update(profile("c", 9)) }
        #expect(tenant.assigned.map(\.priority) == [2, 3])
    }

    @Test("A tenant and a resolution survive being saved and loaded")
    func codable() throws {
        var assigned = profile("a", 1)
        assigned.assignments = [ProfileAssignment(.allUsers, filter: .init(id: "f", mode: .exclude))]
        assigned.selectedMobileAppIds = ["11111111-1111-4111-8111-111111111111"]
        assigned.installQualityUpdates = true
        let tenant = try ProfileSet([assigned, fallback("f")])
        let filter = AssignmentFilter(
            id: "f", displayName: "F",
            rule: try FilterRule(parsing: #"(device.model -in ["x"]) or (device.model -eq null)"#))
        let subject = ProfileSubject(device: ProfileSubject.Device(build: 26200))
        let resolution = tenant.resolve(for: subject, filters: [filter])
        func copy<Value: Codable>(_ value: Value) throws -> Value {
            try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
        }
        #expect(try copy(tenant) == tenant)
        #expect(try copy(filter) == filter)
        #expect(try copy(resolution) == resolution)
        #expect(try copy(resolution.profile.blockingList) == resolution.profile.blockingList)
    }

    @Test("ESP-106: settings that arrive after the page was passed by do not bring it up; those before it do")
    func lateEdit() {
        var hidden = EnrollmentStatusPageProfile.scenarioDefault
        hidden.showInstallationProgress = false
        for (edit, isShown) in [(Int64(-1), true), (60, false)] {
            var life = Life(tree: .enrolled(hidden))
            let arrive: (inout Life) -> Void = { life in
                life.change { tree in
                    for node in EnrollmentStatusPageProfile.scenarioDefault.firstSyncStatusNodes() {
                        tree.set(FakeTree.deviceFSS + node.name, node.value)
                    }
                }
            }
            if edit < 0 { arrive(&life) }
            life.at(0) { $0.enter() }
            if edit >= 0 { life.at(edit, arrive) }
            life.run(until: 120)
            let cameUp = life.pageLog.contains { $0.action == .stateEntered(.preparing) }
            #expect(cameUp == isShown)
        }
    }
}
