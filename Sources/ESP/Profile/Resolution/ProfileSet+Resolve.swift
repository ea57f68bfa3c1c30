extension ProfileSet {
    /// Finds the profile of a device (ESP-101 to ESP-105, ESP-107).
    public func resolve(for subject: ProfileSubject, filters: [AssignmentFilter] = []) -> ProfileResolution {
        let judge = AssignmentJudge(subject, filters)
        let reaches = assigned.map { Reach($0, judge) }
        let byDevice = reaches.first { $0.sides.contains(.device) }
        let byUser = subject.mode.looksAtUser ? reaches.first { $0.sides.contains(.user) } : nil
        let (winner, step): (Reach?, ProfileResolution.Step) =
            if let byDevice { (byDevice, .device) } else if let byUser { (byUser, .user) } else { (nil, .fallback) }
        let profile = winner?.profile ?? fallback
        var candidates: [ProfileResolution.Candidate] = []
        var wasChosen = false
        for reach in reaches {
            let isChosen = !wasChosen && reach == winner
            wasChosen = wasChosen || isChosen
            let verdict = isChosen ? .chosen(step) : reach.verdict(winner: profile.name, step, subject.mode)
            candidates.append(
                ProfileResolution.Candidate(
                    profile: reach.profile, verdict: verdict, assignments: reach.judgements))
        }
        candidates.append(
            ProfileResolution.Candidate(
                profile: fallback,
                verdict: step == .fallback
                    ? .chosen(.fallback) : .outranked(by: profile.name, winner: step, own: .fallback),
                assignments: []))
        return ProfileResolution(
            profile: profile, step: step, assignment: winner?.assignment(by: step), fallback: fallback,
            candidates: candidates, findings: findings(reaches, step, subject))
    }

    private func findings(
        _ reaches: [Reach], _ step: ProfileResolution.Step, _ subject: ProfileSubject
    ) -> [ResolutionFinding] {
        var findings = reaches.flatMap(\.findings)
        let userTargeted = reaches.filter { $0.mayBeUserTargeted(userIsKnown: subject.userGroups != nil) }
        if step == .fallback, !subject.mode.looksAtUser, !userTargeted.isEmpty {
            findings.append(
                ResolutionFinding(
                    code: .needsDeviceProfile(subject.mode, userTargeted: userTargeted.map(\.profile.name)),
                    profile: fallback.name))
        }
        if subject.mode == .devicePreparation {
            findings.append(ResolutionFinding(code: .pageIsNotUsed, profile: nil))
        }
        if isFallbackShipped {
            findings.append(ResolutionFinding(code: .defaultNotGiven, profile: fallback.name))
        }
        return findings
    }
}

/// How far the assignments of one profile reach.
private struct Reach: Equatable {
    let profile: EnrollmentStatusPageProfile
    let judgements: [ProfileResolution.Judgement]
    /// The sides that an inclusion reaches.
    let included: Set<ProfileResolution.Side>
    /// The sides that an exclusion takes away.
    let excluded: Set<ProfileResolution.Side>

    init(_ profile: EnrollmentStatusPageProfile, _ judge: AssignmentJudge) {
        self.profile = profile
        judgements = profile.assignments.map {
            ProfileResolution.Judgement(assignment: $0, outcome: judge.outcome(of: $0))
        }
        var included: Set<ProfileResolution.Side> = []
        var excluded: Set<ProfileResolution.Side> = []
        for judgement in judgements {
            switch judgement.outcome {
            case .reaches(let sides): included.formUnion(sides)
            case .excludes(let sides): excluded.formUnion(sides)
            case .notInGroup, .noUser, .filteredOut, .filterUnknown, .filterUnusable: break
            }
        }
        self.included = included
        self.excluded = excluded
    }

    /// Exclusions win over inclusions, each on its own side: a group of devices does not take users out.
    var sides: Set<ProfileResolution.Side> { included.subtracting(excluded) }

    /// What became of a profile that was not chosen.
    func verdict(
        winner: String, _ step: ProfileResolution.Step, _ mode: DeploymentMode
    ) -> ProfileResolution.Verdict {
        if sides.contains(.device) { return .outranked(by: winner, winner: step, own: .device) }
        if sides.contains(.user) {
            return mode.looksAtUser ? .outranked(by: winner, winner: step, own: .user) : .userDoesNotCount(mode)
        }
        return included.isEmpty ? .notAssigned : .excluded
    }

    /// The assignment that won the step.
    func assignment(by step: ProfileResolution.Step) -> ProfileAssignment? {
        judgements.first { judgement in
            guard case .reaches(let sides) = judgement.outcome else { return false }
            return switch step {
            case .device: sides.contains(.device)
            case .user: sides.contains(.user)
            case .fallback: false
            }
        }?.assignment
    }

    /// Whether the profile is for users as far as one can see: it reaches this one, or all, or groups that the device is
    /// not in while nobody knows the user.
    func mayBeUserTargeted(userIsKnown: Bool) -> Bool {
        if sides == [.user] { return true }
        return judgements.contains { judgement in
            switch judgement.outcome {
            case .noUser: true
            case .notInGroup: !userIsKnown && judgement.assignment.includes
            case .reaches, .excludes, .filteredOut, .filterUnknown, .filterUnusable: false
            }
        }
    }

    var findings: [ResolutionFinding] {
        var codes: [ResolutionFinding.Code] = []
        for judgement in judgements {
            switch judgement.outcome {
            case .filterUnknown(let id): codes.append(.filterUnknown(id: id))
            case .filterUnusable(let name, let obstacle): codes.append(.filterUnusable(name: name, obstacle))
            case .reaches, .excludes, .notInGroup, .noUser, .filteredOut: break
            }
            if !judgement.assignment.includes, judgement.assignment.filter != nil {
                codes.append(.filterOnExclusion)
            }
        }
        if !included.isEmpty, !excluded.isEmpty, included.isDisjoint(with: excluded) {
            codes.append(.exclusionOnOtherSide)
        }
        return codes.map { ResolutionFinding(code: $0, profile: profile.name) }
    }
}
