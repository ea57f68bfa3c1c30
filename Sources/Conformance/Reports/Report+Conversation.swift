import Capture
import SyncML

extension Report {
    /// The report with the messages that its files hold, when it has none yet: for the page, and for excerpts of records.
    ///
    /// Answers are put beside commands within one folder, in the order of the files: a folder is how a session is kept as files.
    public func withConversation() -> Report {
        guard conversation.isEmpty else { return self }
        var report = self
        for folder in folders {
            var conversation = Conversation()
            for file in folder.files where !file.source.isEmpty { Self.add(file, to: &conversation) }
            report.conversation += conversation.messages
        }
        return report
    }

    private struct Folder {
        var name: String
        var files: [ReportedFile]
    }

    /// The files in their order, those next to one another in one folder together.
    private var folders: [Folder] {
        var folders: [Folder] = []
        for file in files {
            let name = file.name.folder
            if folders.last?.name == name {
                folders[folders.count - 1].files.append(file)
            } else {
                folders.append(Folder(name: name, files: [file]))
            }
        }
        return folders
    }

    private static func add(_ file: ReportedFile, to conversation: inout Conversation) {
        let records = Capture.read(files: [(name: file.name, bytes: file.source)]).records
        // A file that is one message has no records, and neither have its findings.
        let isCapture = records.count > 1 || file.findings.contains { $0.record != nil }
        for (index, record) in records.enumerated() {
            guard let message = try? Message(parsing: record.body), message.form != .commands || !isCapture else {
                continue
            }
            // Nobody says who wrote a single message, so what lint takes it for counts.
            let sender = isCapture ? LintedMessage.Sender(record.direction) : .init(inferredFrom: message)
            conversation.append(
                message, sender: sender, file: file.name, record: isCapture ? index + 1 : nil, time: record.time,
                size: record.body.count)
        }
    }
}
