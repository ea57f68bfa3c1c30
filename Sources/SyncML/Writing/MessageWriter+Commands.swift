import XMLStream

/// The children of SyncBody, Atomic and Sequence.
extension MessageWriter {
    /// - Parameter namespace: declared on the command's tag, for commands without a root.
    mutating func command(_ command: Command, declaring namespace: String?) {
        switch command {
        case .add(let items): itemCommand("Add", items, namespace)
        case .replace(let items): itemCommand("Replace", items, namespace)
        case .delete(let items): itemCommand("Delete", items, namespace)
        case .get(let items): itemCommand("Get", items, namespace)
        case .copy(let items): itemCommand("Copy", items, namespace)
        case .exec(let items): itemCommand("Exec", items, namespace)
        case .alert(let alert): self.alert(alert, namespace)
        case .atomic(let container): self.container("Atomic", container, namespace)
        case .sequence(let container): self.container("Sequence", container, namespace)
        case .status(let status): self.status(status, namespace)
        case .results(let results): self.results(results, namespace)
        case .unknown(let element):
            let outer = self.namespace
            if namespace != nil { self.namespace = nil }
            unknown(element)
            self.namespace = outer
        }
    }

    private mutating func itemCommand(_ name: String, _ command: ItemCommand, _ namespace: String?) {
        xml.start(name, namespace: namespace)
        leaf("CmdID", command.cmdID)
        if command.noResp { empty("NoResp") }
        meta(command.meta)
        leaf("Correlator", command.correlator)
        for item in command.items { self.item(item) }
        unknown(command.unknown)
        xml.end(name)
    }

    private mutating func alert(_ alert: Alert, _ namespace: String?) {
        xml.start("Alert", namespace: namespace)
        leaf("CmdID", alert.cmdID)
        if alert.noResp { empty("NoResp") }
        switch options.alertOrder {
        case .dataFirst:
            data(alert.data)
            leaf("Correlator", alert.correlator)
        case .correlatorFirst:
            leaf("Correlator", alert.correlator)
            data(alert.data)
        }
        for item in alert.items { self.item(item) }
        unknown(alert.unknown)
        xml.end("Alert")
    }

    private mutating func container(_ name: String, _ container: Container, _ namespace: String?) {
        xml.start(name, namespace: namespace)
        leaf("CmdID", container.cmdID)
        if container.noResp { empty("NoResp") }
        meta(container.meta)
        for command in container.commands { self.command(command, declaring: nil) }
        xml.end(name)
    }

    private mutating func status(_ status: Status, _ namespace: String?) {
        xml.start("Status", namespace: namespace)
        leaf("CmdID", status.cmdID)
        xml.leaf("MsgRef", status.msgRef)
        xml.leaf("CmdRef", status.cmdRef)
        xml.leaf("Cmd", status.cmd)
        switch options.statusOrder {
        case .dtd:
            references(of: status)
            cred(status.cred)
            chal(status.chal)
            data(status.data)
            for item in status.items { self.item(item) }
        case .msmdm:
            cred(status.cred)
            chal(status.chal)
            data(status.data)
            for item in status.items { self.item(item) }
            references(of: status)
        }
        unknown(status.unknown)
        xml.end("Status")
    }

    private mutating func references(of status: Status) {
        for target in status.targetRefs { reference("TargetRef", target) }
        for source in status.sourceRefs { reference("SourceRef", source) }
    }

    private mutating func reference(_ name: String, _ address: String) {
        switch options.referenceContent {
        case .text: xml.leaf(name, address)
        case .locURI: location(name, Location(address))
        }
    }

    private mutating func results(_ results: Results, _ namespace: String?) {
        xml.start("Results", namespace: namespace)
        leaf("CmdID", results.cmdID)
        leaf("MsgRef", results.msgRef)
        xml.leaf("CmdRef", results.cmdRef)
        leaf("Cmd", results.cmd)
        meta(results.meta)
        leaf("TargetRef", results.targetRef)
        leaf("SourceRef", results.sourceRef)
        for item in results.items { self.item(item) }
        unknown(results.unknown)
        xml.end("Results")
    }
}
