import SyncML

extension Rule {
    static let afterAbort = Rule(
        "session.after-abort", .error, "The session goes on after Alert 1223.", requirements: ["DM-SESS-29"],
        reference: "oma-dm.md 2.6",
        check: .session { session in
            guard let abort = session.messages.firstIndex(where: { $0.message.hasAlert(1223) }) else { return [] }
            // The other side may answer once; what comes behind that is too much.
            let side = session.messages[abort].sender
            guard
                let index = session.messages.indices.dropFirst(abort + 1).first(where: { index in
                    session.messages[index].sender == side || index > abort + 1
                })
            else { return [] }
            return [
                Breach(
                    at: session.messages[index].message.header?.origin ?? .none, messageIndex: index,
                    "the \(session.messages[index].sender.rawValue) goes on with a session that Alert 1223 of the \(side.rawValue) ended",
                    hint: "begin a new session")
            ]
        })
}
