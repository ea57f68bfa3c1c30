import DDF
import Notation

/// The decision table of the emulated client (windows-csp.md 5.9), evaluated top-down, first hit wins.
///
/// This is the one place where a status code is chosen for a command on a node: by this table in profile `windows`, by
/// `StandardTable` in profile `oma`. It changes nothing: `DeviceTree.apply` carries the decision out.
struct DecisionTable {
    let tree: DeviceTree
    let request: Request

    func decide() -> Decision {
        switch tree.profile.name {
        case .windows: decideAsWindows()
        case .oma: StandardTable(tree: tree, request: request).decide()
        }
    }

    private func decideAsWindows() -> Decision {
        if let decision = commandRows() { return decision }
        // Row 5.
        guard let target = request.target else {
            return refuse(.malformedAddress, 400, nil, AdviceText.noTarget(request))
        }
        let resolution: Resolution
        do throws(MalformedURI) {
            resolution = try tree.schema.resolve(locURI: target)
        } catch {
            return refuse(.malformedAddress, 400, .forbiddenURISegment, AdviceText.malformed(request, error))
        }
        let uri = resolution.uri
        // Row 6: every limit of ./DevDetail/URI is 0, so no address is too long.
        if uri.scope == .user, !tree.hasUserContext {
            return refuse(.noUserContext, 405, .commandNotAllowed, AdviceText.noUserContext(request))
        }
        if let observed = tree.schema.observed(request.verb, uri) { return decide(observed, resolution) }
        switch resolution.standing {
        case .unknown(let matched):
            return refuse(
                .unknownNode, 404, .nodeNotFound,
                AdviceText.unknownNode(request, resolution, matched: matched, tree: tree), resolution)
        case .absent(let absence):
            let isGet = request.verb == .get
            return refuse(
                .notOnThisWindows, isGet ? 404 : 405, isGet ? .nodeNotFound : .commandNotAllowed,
                AdviceText.absent(request, resolution, absence, tree.schema.release), resolution)
        case .described: break
        }
        guard let node = resolution.node else {
            return refuse(
                .unknownNode, 404, .nodeNotFound,
                AdviceText.unknownNode(request, resolution, matched: resolution.steps.count, tree: tree), resolution)
        }
        guard let registration = tree.registration(for: uri) else {
            return decide(resolution, node, tree.presence(resolution), nil)
        }
        if let refusal = registration.provider.absence(
            of: NodeReference(uri: uri, description: node), for: request.verb, in: tree)
        {
            return refuse(refusal, resolution)
        }
        return decide(resolution, node, tree.presence(resolution), registration)
    }

    private func decide(
        _ resolution: Resolution, _ node: NodeDescription, _ presence: DeviceTree.Presence,
        _ registration: ProviderTable.Registration?
    ) -> Decision {
        if let decision = existenceRows(resolution, node, presence) { return decision }
        // Only a Get comes here with a query: row 15 refuses every other verb on a property.
        if let query = resolution.uri.query { return decide(query, resolution, node, presence) }
        switch request.verb {
        case .get: return get(resolution, node, presence)
        case .exec:
            return Decision(
                rule: .success, status: 200, action: .execute(data: request.data), resolution: resolution,
                advice: atomicAdvice(resolution))
        case .delete: return delete(resolution, node, registration)
        case .add, .replace: return write(resolution, node, presence, registration)
        case .copy, .alert, .notACommand:
            return refuse(.unsupportedCommand, 406, .notImplemented, AdviceText.unsupported(request), resolution)
        }
    }

    /// Rows 1, 2, 4 and the Get inside an Atomic: what can be said without looking at the node.
    private func commandRows() -> Decision? {
        if case .notACommand = request.verb {
            return refuse(.notACommand, 400, nil, AdviceText.notACommand(request))
        }
        if request.cmdID == nil { return refuse(.noCmdID, 400, nil, AdviceText.noCmdID(request)) }
        switch request.verb {
        case .copy: return refuse(.unsupportedCommand, 406, .notImplemented, AdviceText.unsupported(request))
        case .alert(let code):
            // The session's own alerts are answered 200. UI alerts are row 4; codes that nobody defined get the same
            // 406 (oma-dm.md 2.5, docs/decisions/0005).
            guard let code = Int(code), (1200...1226).contains(code) else {
                return refuse(.unsupportedCommand, 406, .notImplemented, AdviceText.unsupported(request))
            }
            return Decision(rule: .success, status: 200)
        case .get where request.isInAtomic && tree.profile.ambiguities.getInAtomic == .refused:
            return Decision(
                rule: .atomic, status: 500, error: .illegalOperationInTransaction,
                advice: [AdviceText.getInAtomic(request)])
        default: return nil
        }
    }

    func decide(_ observed: Observed, _ resolution: Resolution) -> Decision {
        switch observed.answer {
        case .status(let status):
            let error: HRESULT =
                status == 404 ? .nodeNotFound : status == 406 ? .propertyNotSupported : .commandNotAllowed
            return Decision(
                rule: .observation(observed.id), status: status, error: status < 300 ? nil : error,
                resolution: resolution, advice: [AdviceText.observed(request, observed)])
        case .value(let value):
            let entry = Reading.Entry(
                uri: resolution.uri.text, format: resolution.node?.facts.format ?? .chr, type: nil, data: value)
            return Decision(
                rule: .observation(observed.id), status: 200, action: .read(Reading([entry])), resolution: resolution)
        }
    }

    /// What a provider refused.
    func refuse(_ refusal: Judgement.Refusal, _ resolution: Resolution) -> Decision {
        Decision(
            rule: .row(refusal.row), status: refusal.status, error: refusal.error, resolution: resolution,
            advice: [refusal.advice])
    }

    func refuse(
        _ row: DecisionRow, _ status: Int, _ error: HRESULT?, _ advice: Advice, _ resolution: Resolution? = nil
    ) -> Decision {
        Decision(rule: .row(row), status: status, error: error, resolution: resolution, advice: [advice])
    }
}
