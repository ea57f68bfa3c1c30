import SyncML

/// The Results: those of one Get belong together, and their Items are paired by Source.
extension MessageComparison {
    private struct ResultsKey: Hashable {
        var msgRef: String
        var cmdRef: String
    }

    /// One Item with what its Results say.
    fileprivate struct ResultItem {
        var item: Item
        var results: Results

        var uri: String { item.source?.locURI ?? item.target?.locURI ?? results.sourceRef ?? results.targetRef ?? "" }
        var format: String? { item.effectiveMeta(under: results.meta)?.format?.lowercased() }
        var type: String? { item.effectiveMeta(under: results.meta)?.type }
    }

    mutating func compareResults() {
        let left = Self.results(ours.message)
        let right = Self.results(recorded.message)
        let ourGroups = Dictionary(grouping: left) {
            ResultsKey(msgRef: reference($0.msgRef ?? ""), cmdRef: $0.cmdRef)
        }
        let theirGroups = Dictionary(grouping: right) { ResultsKey(msgRef: $0.msgRef ?? "", cmdRef: $0.cmdRef) }
        var seen: Set<ResultsKey> = []
        for results in right {
            let key = ResultsKey(msgRef: results.msgRef ?? "", cmdRef: results.cmdRef)
            guard seen.insert(key).inserted, let group = theirGroups[key] else { continue }
            if let our = ourGroups[key] {
                compare(our, group)
            } else {
                report(.resultsMissing, ours: nil, recorded: group)
            }
        }
        for results in left {
            let key = ResultsKey(msgRef: reference(results.msgRef ?? ""), cmdRef: results.cmdRef)
            guard seen.insert(key).inserted, let group = ourGroups[key] else { continue }
            report(.resultsExtra, ours: group, recorded: nil)
        }
    }

    static func results(_ message: Message) -> [Results] {
        message.commands.compactMap { if case .results(let results) = $0 { results } else { nil } }
    }

    /// All Results of a Get that only one side answers.
    private mutating func report(_ rule: ComparisonRule, ours our: [Results]?, recorded their: [Results]?) {
        let items = Self.items(our ?? their ?? [])
        for _ in items { count(\.results, isEqual: false) }
        guard !items.contains(where: followsFromStatus) else { return }
        let uris = items.map(\.uri).joined(separator: ", ")
        let message =
            our == nil
            ? "our client sends no Results for \(uris)" : "only our client sends Results for \(uris)"
        let text = items.map { $0.item.data?.content ?? "" }.joined(separator: ", ")
        add(difference(rule, message, our == nil ? nil : items.first, text, their == nil ? nil : items.first, text))
    }

    /// A Get that the two clients answer with different statuses is told already; that only one of them found a value
    /// follows from it.
    private func followsFromStatus(_ item: ResultItem) -> Bool {
        differences.contains { difference in
            difference.rule == .statusCode && difference.commandID == item.results.cmdRef
                && (difference.target == nil || difference.target == item.uri)
        }
    }

    private mutating func compare(_ our: [Results], _ their: [Results]) {
        let pairs = Pairing.pairs(
            ours: Self.items(our), recorded: Self.items(their), key: { item, _ in item.uri.lowercased() },
            detail: { $0.item.data?.content ?? "" })
        var isWhole = true
        for pair in pairs {
            switch (pair.ours?.element, pair.recorded?.element) {
            case (let our?, let their?): compare(our, their)
            case (nil, let their?):
                isWhole = false
                count(\.results, isEqual: false)
                guard !followsFromStatus(their) else { continue }
                add(
                    difference(
                        .resultsItemMissing, "our client's Results hold no Item for \(their.uri)", nil, nil, their,
                        their.item.data?.content ?? ""))
            case (let our?, nil):
                isWhole = false
                count(\.results, isEqual: false)
                guard !followsFromStatus(our) else { continue }
                add(
                    difference(
                        .resultsItemExtra, "only our client's Results hold an Item for \(our.uri)", our,
                        our.item.data?.content ?? "", nil, nil))
            case (nil, nil): break
            }
        }
        if their.contains(where: { $0.cmd != nil }) { mask(.resultsCmd) }
        guard isWhole, our.count != their.count else { return }
        let items = (Self.items(our).first, Self.items(their).first)
        add(
            difference(
                .resultsCount, "the Items of one answer stand in another number of Results", items.0,
                "\(our.count) Results", items.1, "\(their.count) Results"))
    }

    private mutating func compare(_ our: ResultItem, _ their: ResultItem) {
        let format = their.format ?? our.format
        let verdict = DataComparison.compare(
            ours: our.item.data?.content ?? "", recorded: their.item.data?.content ?? "", format: format,
            isFact: DeviceFactNodes.contain(their.uri))
        switch verdict {
        case .equal: break
        case .masked(let rule): mask(rule)
        case .different(let words):
            add(
                difference(
                    .resultsData, "\(their.uri): \(words)", our, our.item.data?.content ?? "", their,
                    their.item.data?.content ?? ""))
        }
        if case .different = verdict {
            count(\.results, isEqual: false)
        } else {
            count(\.results, isEqual: true)
        }
        compareMeta(our, their)
    }

    private mutating func compareMeta(_ our: ResultItem, _ their: ResultItem) {
        let left = (our.format ?? "chr", our.type ?? "text/plain")
        let right = (their.format ?? "chr", their.type ?? "text/plain")
        if left != right {
            add(
                difference(
                    .resultsMeta, "Format or Type of \(their.uri) differs", our, "\(left.0), \(left.1)", their,
                    "\(right.0), \(right.1)"))
        } else if (our.format == nil) != (their.format == nil) || (our.type == nil) != (their.type == nil) {
            mask(.standardMeta)
        }
    }

    private static func items(_ results: [Results]) -> [ResultItem] {
        results.flatMap { results in results.items.map { ResultItem(item: $0, results: results) } }
    }

    private func difference(
        _ rule: ComparisonRule, _ message: String, _ our: ResultItem?, _ ourText: String?, _ their: ResultItem?,
        _ theirText: String?
    ) -> Difference {
        let results = (their ?? our)?.results
        return Difference(
            rule, .results, message,
            ours: ours.side(our == nil ? nil : ourText, at: our?.place ?? .none),
            recorded: recorded.side(their == nil ? nil : theirText, at: their?.place ?? .none),
            commandID: results?.cmdRef, messageReference: their?.results.msgRef ?? our?.results.msgRef.map(reference),
            command: "Get", target: (their ?? our)?.uri)
    }
}

extension MessageComparison.ResultItem {
    fileprivate var place: Origin { item.origin.position == nil ? results.origin : item.origin }
}
