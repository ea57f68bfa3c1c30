import CSP
import DMTree
import ESP

/// Documents of declared configuration keep what they have set: they are applied again from time to time, without a session
/// (windows-csp.md 4.14). How often no reference says, and what ManagementServiceConfiguration/RefreshInterval holds
/// neither (OBS-012 saw the node refused), so the interval is the script's.
extension DeviceLife {
    /// From the first document that was processed well.
    mutating func planReapplication() {
        guard let seconds = script.jobs.reapplySeconds, !agenda.holds(.documentsReapplied) else { return }
        agenda.add(.documentsReapplied, at: now.adding(seconds: seconds))
    }

    /// Applies again what is still declared. A document that is abandoned is tracked, and not applied (4.14). States and
    /// results stay as they are (our choice).
    mutating func reapplyDocuments() {
        guard enrolment == .active else { return }
        for (result, document) in keptDocuments {
            for restored in enforcement.declared.apply(document) {
                note(
                    .driftUndone(
                        uri: result.documentNode.canonical, value: "\(restored.name)=\(restored.value)",
                        by: .declaredConfiguration))
            }
        }
        let documents = DeclaredResult.configurations(in: tree)
        if documents.contains(where: { $0.document(in: tree) != nil }) { planReapplication() }
    }

    /// A program changes a value that a document has set.
    mutating func drift(_ change: LifeScript.SettingDrift) {
        let declared = DeclaredResult.configurations(in: tree).first { $0.bareID == change.document }
        guard let declared, let document = declared.document(in: tree),
            enforcement.declared.drift(change.setting, of: document, to: change.value)
        else { return }
        note(.drifted(uri: declared.documentNode.canonical, value: "\(change.setting)=\(change.value)"))
    }

    /// Whether the next time would put nothing right.
    var isReapplicationIdle: Bool {
        keptDocuments.allSatisfy { !enforcement.declared.differs(from: $0.document) }
    }

    private var keptDocuments: [(result: DeclaredResult, document: DeclaredDocument)] {
        DeclaredResult.configurations(in: tree).compactMap { result in
            guard result.state(in: tree) == .succeeded, !result.isAbandoned(in: tree),
                let document = result.document(in: tree)
            else { return nil }
            return (result, document)
        }
    }
}
