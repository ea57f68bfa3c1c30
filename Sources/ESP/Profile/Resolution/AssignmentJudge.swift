/// Says what single assignments do for one device and user.
struct AssignmentJudge {
    private let subject: ProfileSubject
    private let deviceGroups: Set<String>
    private let userGroups: Set<String>
    private let filters: [String: AssignmentFilter]

    /// Ids compare without case.
    init(_ subject: ProfileSubject, _ filters: [AssignmentFilter]) {
        self.subject = subject
        deviceGroups = Set(subject.device.groups.map { $0.lowercased() })
        userGroups = Set((subject.userGroups ?? []).map { $0.lowercased() })
        self.filters = Dictionary(filters.map { ($0.id.lowercased(), $0) }) { first, _ in first }
    }

    func outcome(of assignment: ProfileAssignment) -> ProfileResolution.Outcome {
        switch assignment.target {
        case .allDevices: return filtered(.reaches([.device]), assignment)
        case .allUsers: return subject.userGroups == nil ? .noUser : filtered(.reaches([.user]), assignment)
        case .group(let id):
            let sides = sides(ofGroup: id)
            return sides.isEmpty ? .notInGroup : filtered(.reaches(sides), assignment)
        // Filters narrow inclusions only.
        case .exclusionGroup(let id):
            let sides = sides(ofGroup: id)
            return sides.isEmpty ? .notInGroup : .excludes(sides)
        }
    }

    private func sides(ofGroup id: String) -> [ProfileResolution.Side] {
        let id = id.lowercased()
        return ProfileResolution.Side.allCases.filter { side in
            switch side {
            case .device: deviceGroups.contains(id)
            case .user: userGroups.contains(id)
            }
        }
    }

    /// ESP-104: an assignment whose filter cannot be used is ignored.
    private func filtered(
        _ outcome: ProfileResolution.Outcome, _ assignment: ProfileAssignment
    ) -> ProfileResolution.Outcome {
        guard let use = assignment.filter else { return outcome }
        guard let filter = filters[use.id.lowercased()] else { return .filterUnknown(id: use.id) }
        let device = subject.device
        if let obstacle = filter.obstacle(build: device.build, revision: device.revision) {
            return .filterUnusable(name: filter.displayName, obstacle)
        }
        let isWanted = filter.rule.matches(device) == (use.mode == .include)
        return isWanted ? outcome : .filteredOut(name: filter.displayName)
    }
}
