import DDF
import DMTree

/// One CSP, `./Vendor/MSFT/Probe`, with the descriptions of a test.
struct HandMadeSchema: NodeSchema {
    let release = WindowsRelease.standard
    let root: NodeDescription

    init(_ children: [NodeDescription]) {
        root = .interior("Probe", .get, children)
    }

    func resolve(_ uri: TreeURI) -> Resolution {
        var steps: [NodeDescription] = []
        var level = [StructuralNode.device]
        let below = [[StructuralNode.vendor], [StructuralNode.msft], [root]]
        for (index, key) in uri.keys.enumerated() {
            let fixed = level.first { !$0.isDynamic && $0.name.lowercased() == key }
            guard let step = fixed ?? level.first(where: \.isDynamic) else {
                return Resolution(standing: .unknown(matched: index), steps: steps, uri: uri)
            }
            steps.append(step)
            level = index < below.count ? below[index] : step.children
        }
        return Resolution(standing: .described, steps: steps, uri: uri)
    }

    func children(of uri: TreeURI, resolution: Resolution) -> [NodeDescription] {
        uri.keys.count == 3 ? [root] : resolution.node?.children ?? []
    }

    func observed(_ verb: Verb, _ uri: TreeURI) -> Observed? { nil }

    func rootType(_ uri: TreeURI, resolution: Resolution) -> String? {
        uri.keys.count == 4 ? "com.example/1.0/MDM/Probe" : nil
    }
}

extension NodeDescription {
    static func interior(
        _ name: String, _ access: AccessType, occurrence: Occurrence = .one, isNamed: Bool = false,
        _ children: [NodeDescription] = []
    ) -> NodeDescription {
        var facts = Facts()
        facts.access = access
        facts.occurrence = occurrence
        return NodeDescription(name: name, isDynamic: isNamed, facts: facts, children: children)
    }

    static func leaf(
        _ name: String, _ format: NodeFormat, _ access: AccessType, occurrence: Occurrence = .one,
        isNamed: Bool = false, children: [NodeDescription] = [], change: (inout Facts) -> Void = { _ in }
    ) -> NodeDescription {
        var facts = Facts()
        facts.format = format
        facts.access = access
        facts.occurrence = occurrence
        change(&facts)
        return NodeDescription(name: name, isDynamic: isNamed, facts: facts, children: children)
    }
}

extension AccessType {
    /// Add, Delete, Get and Replace.
    static let all: AccessType = [.add, .delete, .get, .replace]
}

extension DeviceTree {
    /// A device with nothing but `./Vendor/MSFT/Probe`.
    static func probing(_ children: [NodeDescription], providers: [any Provider] = []) -> DeviceTree {
        DeviceTree(schema: HandMadeSchema(children), providers: providers)
    }
}
