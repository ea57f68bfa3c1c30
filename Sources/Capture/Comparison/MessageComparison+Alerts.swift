import SyncML

/// The Alerts, paired by code and Type.
extension MessageComparison {
    private struct AlertKey: Hashable {
        var code: String
        var type: String
    }

    mutating func compareAlerts() {
        let pairs = Pairing.pairs(
            ours: Self.alerts(ours.message), recorded: Self.alerts(recorded.message),
            key: { alert, _ in AlertKey(code: alert.code ?? "", type: alert.type) },
            detail: { ($0.items.first?.source?.locURI ?? "") + " " + ($0.items.first?.data?.content ?? "") })
        for pair in pairs {
            switch (pair.ours?.element, pair.recorded?.element) {
            case (let our?, let their?):
                match(our.cmdID, with: their.cmdID)
                compare(our, their)
            case (nil, let their?):
                count(\.alerts, isEqual: false)
                add(
                    difference(
                        .alertMissing, "our client does not send \(Self.words(their))", nil, nil, their,
                        Self.text(their)))
            case (let our?, nil):
                count(\.alerts, isEqual: false)
                add(
                    difference(
                        .alertExtra, "only our client sends \(Self.words(our))", our, Self.text(our), nil, nil))
            case (nil, nil): break
            }
        }
    }

    private static func alerts(_ message: Message) -> [Alert] {
        message.commands.compactMap { if case .alert(let alert) = $0 { alert } else { nil } }
    }

    private mutating func compare(_ our: Alert, _ their: Alert) {
        let (left, right) = (our.items.first?.data?.content ?? "", their.items.first?.data?.content ?? "")
        let verdict: DataVerdict =
            if left != right, their.carriesToken {
                .masked(.token)
            } else {
                DataComparison.compare(ours: left, recorded: right, format: their.format, isFact: false)
            }
        switch verdict {
        case .equal: count(\.alerts, isEqual: true)
        case .masked(let rule):
            mask(rule)
            count(\.alerts, isEqual: true)
        case .different(let words):
            count(\.alerts, isEqual: false)
            add(difference(.alertData, "\(Self.words(their)): \(words)", our, left, their, right))
        }
        let (ourMeta, theirMeta) = (our.metaWords, their.metaWords)
        if ourMeta != theirMeta {
            add(
                difference(
                    .alertMeta, "Format, Mark or Correlator of \(Self.words(their)) differs", our, ourMeta, their,
                    theirMeta))
        } else if (our.items.first?.meta?.format == nil) != (their.items.first?.meta?.format == nil) {
            mask(.standardMeta)
        }
    }

    private func difference(
        _ rule: ComparisonRule, _ message: String, _ our: Alert?, _ ourText: String?, _ their: Alert?,
        _ theirText: String?
    ) -> Difference {
        Difference(
            rule, .alert, message, ours: ours.side(ourText, at: our?.origin ?? .none),
            recorded: recorded.side(theirText, at: their?.origin ?? .none), command: "Alert",
            target: (their ?? our)?.items.first?.source?.locURI)
    }

    private static func words(_ alert: Alert) -> String {
        let type = alert.type.isEmpty ? "" : " \(alert.type)"
        return "Alert \(alert.code ?? "without code")\(type)"
    }

    /// Never a token.
    private static func text(_ alert: Alert) -> String {
        guard let data = alert.items.first?.data?.content, !data.isEmpty else { return words(alert) }
        return "\(words(alert)) = \(alert.carriesToken ? "(token)" : data)"
    }
}

extension Alert {
    fileprivate var code: String? { data?.content.trimmed }
    fileprivate var type: String { items.first?.meta?.type ?? "" }
    fileprivate var format: String? { items.first?.meta?.format?.lowercased() }
    fileprivate var carriesToken: Bool { type.lowercased().contains("token") }

    fileprivate var metaWords: String {
        let meta = items.first?.meta
        let parts = [
            "Format \(meta?.format ?? "chr")", meta?.mark.map { "Mark \($0)" }, correlator.map { "Correlator \($0)" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
