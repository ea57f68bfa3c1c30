import SyncML

/// The client's other commands, paired by name.
extension MessageComparison {
    /// What a client sends of itself beside Alerts: the Replace of DevInfo in package 1.
    mutating func compareCommands() {
        let pairs = Pairing.pairs(
            ours: Self.others(ours.message), recorded: Self.others(recorded.message),
            key: { command, _ in command.name },
            detail: { Self.items($0).map { $0.source?.locURI ?? $0.target?.locURI ?? "" } })
        for pair in pairs {
            switch (pair.ours?.element, pair.recorded?.element) {
            case (let our?, let their?):
                match(our.cmdID, with: their.cmdID)
                compareItems(our, their)
            case (nil, let their?):
                add(
                    difference(
                        .commandMissing, "our client does not send the \(their.name)", nil, nil, their, their.name))
            case (let our?, nil):
                add(difference(.commandExtra, "only our client sends a \(our.name)", our, our.name, nil, nil))
            case (nil, nil): break
            }
        }
    }

    private static func others(_ message: Message) -> [Command] {
        message.commands.filter {
            switch $0 {
            case .status, .results, .alert: false
            case .add, .replace, .delete, .get, .copy, .exec, .atomic, .sequence, .unknown: true
            }
        }
    }

    private static func items(_ command: Command) -> [Item] {
        switch command {
        case .add(let command), .replace(let command), .delete(let command), .get(let command), .copy(let command),
            .exec(let command):
            command.items
        case .alert, .status, .results, .atomic, .sequence, .unknown: []
        }
    }

    private mutating func compareItems(_ our: Command, _ their: Command) {
        let pairs = Pairing.pairs(
            ours: Self.items(our), recorded: Self.items(their),
            key: { item, _ in (item.source?.locURI ?? item.target?.locURI ?? "").lowercased() }, detail: { _ in 0 })
        for pair in pairs {
            let uri = (pair.recorded ?? pair.ours)?.element.address ?? ""
            let (left, right) = (pair.ours?.element, pair.recorded?.element)
            let (leftData, rightData) = (left?.data?.content ?? "", right?.data?.content ?? "")
            if left != nil, right != nil {
                switch DataComparison.compare(
                    ours: leftData, recorded: rightData, format: right?.meta?.format?.lowercased(),
                    isFact: DeviceFactNodes.contain(uri))
                {
                case .equal: continue
                case .masked(let rule):
                    mask(rule)
                    continue
                case .different: break
                }
            }
            add(
                difference(
                    .commandItem, "the Item \(uri) of the client's \(their.name) differs", our,
                    left == nil ? nil : leftData, their, right == nil ? nil : rightData, target: uri))
        }
    }

    private func difference(
        _ rule: ComparisonRule, _ message: String, _ our: Command?, _ ourText: String?, _ their: Command?,
        _ theirText: String?, target: String? = nil
    ) -> Difference {
        Difference(
            rule, .command, message, ours: ours.side(ourText, at: our?.origin ?? .none),
            recorded: recorded.side(theirText, at: their?.origin ?? .none), command: (their ?? our)?.name,
            target: target)
    }
}

extension Item {
    fileprivate var address: String { source?.locURI ?? target?.locURI ?? "" }
}
