import DMTree
import SyncML

/// What an Atomic has to know about the commands it ran, beside the tree it can go back to.
struct Transaction {
    /// Addresses that were added.
    var added: Set<TreeURI> = []
    /// What cannot be taken back and is done again on the tree that the roll-back restored.
    var lasting: [Request] = []
    /// The note to give when Unenroll was executed and takes effect.
    var unenrollment: Diagnostic?
}

extension CommandProcessor {
    /// Remembers a command that ran inside the Atomic.
    mutating func noteInTransaction(_ request: Request, _ application: Application, _ line: Int?, _ column: Int?) {
        guard application.succeeded else { return }
        if !application.canUndo { transaction.lasting.append(request) }
        guard let target = request.target, let uri = application.decision.resolution?.uri else { return }
        if request.verb == .add { transaction.added.insert(uri) }
        if request.verb == .replace, transaction.added.contains(uri) {
            diagnostics.append(
                SessionText.addThenReplace(request.cmdID, target: target, line: line, column: column))
        }
    }

    /// Unenroll takes effect: the session is over.
    mutating func endByUnenrollment() {
        guard let note = transaction.unenrollment else { return }
        ending = .unenrolled
        diagnostics.append(note)
    }
}
