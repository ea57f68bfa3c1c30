/// The children of SyncBody, Atomic and Sequence.
extension WBXMLMessageWriter {
    mutating func command(_ command: Command) {
        switch command {
        case .add(let items): itemCommand("Add", items)
        case .replace(let items): itemCommand("Replace", items)
        case .delete(let items): itemCommand("Delete", items)
        case .get(let items): itemCommand("Get", items)
        case .copy(let items): itemCommand("Copy", items)
        case .exec(let items): itemCommand("Exec", items)
        case .alert(let alert): self.alert(alert)
        case .atomic(let container): self.container("Atomic", container)
        case .sequence(let container): self.container("Sequence", container)
        case .status(let status): self.status(status)
        case .results(let results): self.results(results)
        case .unknown(let element): unknown(element)
        }
    }

    private mutating func itemCommand(_ name: String, _ command: ItemCommand) {
        element(name) {
            $0.leaf("CmdID", command.cmdID)
            if command.noResp { $0.empty("NoResp") }
            $0.meta(command.meta)
            $0.leaf("Correlator", command.correlator)
            for item in command.items { $0.item(item, under: command.meta) }
            $0.unknown(command.unknown)
        }
    }

    private mutating func alert(_ alert: Alert) {
        element("Alert") {
            $0.leaf("CmdID", alert.cmdID)
            if alert.noResp { $0.empty("NoResp") }
            $0.data(alert.data, format: nil, alert.origin)
            $0.leaf("Correlator", alert.correlator)
            for item in alert.items { $0.item(item, under: nil) }
            $0.unknown(alert.unknown)
        }
    }

    private mutating func container(_ name: String, _ container: Container) {
        element(name) {
            $0.leaf("CmdID", container.cmdID)
            if container.noResp { $0.empty("NoResp") }
            $0.meta(container.meta)
            for command in container.commands { $0.command(command) }
        }
    }

    private mutating func status(_ status: Status) {
        element("Status") {
            $0.leaf("CmdID", status.cmdID)
            $0.leaf("MsgRef", status.msgRef)
            $0.leaf("CmdRef", status.cmdRef)
            $0.leaf("Cmd", status.cmd)
            for reference in status.targetRefs { $0.leaf("TargetRef", reference) }
            for reference in status.sourceRefs { $0.leaf("SourceRef", reference) }
            $0.cred(status.cred, status.origin)
            if let chal = status.chal {
                $0.element("Chal") {
                    $0.meta(chal.meta)
                    $0.unknown(chal.unknown)
                }
            }
            $0.data(status.data, format: nil, status.origin)
            for item in status.items { $0.item(item, under: nil) }
            $0.unknown(status.unknown)
        }
    }

    private mutating func results(_ results: Results) {
        element("Results") {
            $0.leaf("CmdID", results.cmdID)
            $0.leaf("MsgRef", results.msgRef)
            $0.leaf("CmdRef", results.cmdRef)
            $0.leaf("Cmd", results.cmd)
            $0.meta(results.meta)
            $0.leaf("TargetRef", results.targetRef)
            $0.leaf("SourceRef", results.sourceRef)
            for item in results.items { $0.item(item, under: results.meta) }
            $0.unknown(results.unknown)
        }
    }
}
