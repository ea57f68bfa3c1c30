#if Live
import ArgumentParser
import CSP
import DDF
import DMTree
import Device
import DeviceFile
import LiveDevice
import Notation
import Scenario

/// The tree of a device file, with the Windows that describes it.
struct StoredTree {
    let tree: DeviceTree
    let release: WindowsRelease

    /// - Throws: `ExitCode(1)` for a device without a life, `ExitCode(2)` for a life that cannot be read; the user is
    ///   told.
    init(_ content: DeviceContent, path: String) throws {
        guard let life = content.life else {
            Terminal.printError(
                Terminal.safe(
                    "\(path): this device has no tree yet\n  hint: espalier enroll --device \(path) gives it one"))
            throw ExitCode(1)
        }
        let device = try Self.device(content, path: path)
        var tree = device.makeTree(isEnrolled: false)
        do throws(SavedLife.OtherForm) { tree.restore(try life.tree()) } catch {
            Terminal.printError(
                Terminal.safe("\(path): another Espalier saved the life in the file (\(error.part) has another form)"))
            throw ExitCode(2)
        }
        self.tree = tree
        release = device.release
    }

    /// The device that a file tells of, before anything was set on it.
    private static func device(_ content: DeviceContent, path: String) throws -> FreshDevice {
        let record = content.device
        let provider = content.enrolment?.provider
        do {
            guard let text = record.scenario else { return try Machine.device(record, provider: provider ?? "") }
            var device = try ScenarioReader.read(text, deviceProfile: record.profile).script.device
            device.profile = device.profile.having(MachineIdentity(record))
            device.providerID = provider ?? device.providerID
            return device
        } catch let error as ScenarioError {
            Terminal.printError(Terminal.safe("\(path): the scenario in the file: \(error)"))
        } catch let error as LiveFault {
            Terminal.printError(Terminal.safe("\(path): \(error)\n  hint: \(error.hint)"))
        }
        throw ExitCode(2)
    }

    /// Why an address gives no node.
    struct Absent: Error {
        var uri: String
        var message: String
        /// The nearest node that is there, or empty.
        var hint: String
        /// True for what is no address at all.
        var isMalformed = false
    }

    /// The node at an address.
    ///
    /// - Parameter isRevealed: gives values that no server can read, too.
    func node(_ uri: String, isRevealed: Bool) throws(Absent) -> ShownNode {
        let address: TreeURI
        do throws(MalformedURI) { address = try TreeURI(uri) } catch {
            throw Absent(uri: uri, message: error.reason, hint: error.hint, isMalformed: true)
        }
        guard address.query == nil else {
            throw Absent(
                uri: uri, message: "an address with \"?\" is for a server's Get",
                hint: "leave it out; tree list --recursive gives all that is below a node", isMalformed: true)
        }
        let resolution = tree.schema.resolve(address)
        switch resolution.standing {
        case .unknown(let matched):
            let unknown = UnknownNode(resolution, matched: matched, schema: tree.schema)
            throw Absent(uri: uri, message: unknown.message, hint: nearest(to: address))
        case .absent:
            throw Absent(
                uri: uri, message: NodeSuggestion.standing(resolution.standing, release), hint: nearest(to: address))
        case .described: break
        }
        guard let node = resolution.node, tree.exists(uri) else {
            throw Absent(uri: uri, message: "this node is not on the device", hint: nearest(to: address))
        }
        return ShownNode(node, resolution.uri, written: uri, in: tree, isRevealed: isRevealed)
    }

    /// The nodes below an address, depth first.
    ///
    /// - Parameter deepest: how many levels; 1 for the children alone.
    func nodes(below uri: String, deepest: Int, isRevealed: Bool) -> [ShownNode] {
        guard deepest > 0 else { return [] }
        return (tree.children(uri) ?? []).flatMap { name -> [ShownNode] in
            let child = "\(uri)/\(PercentCoding.encode(name))"
            guard let node = try? node(child, isRevealed: isRevealed) else { return [] }
            return [node] + nodes(below: child, deepest: deepest - 1, isRevealed: isRevealed)
        }
    }

    private func nearest(to address: TreeURI) -> String {
        let depth = (0..<address.segments.count).last { tree.exists(address.prefix($0).canonical) } ?? 0
        let parent = address.prefix(depth).canonical
        let names = tree.children(parent) ?? []
        let place = "the nearest node that is there is \(parent)"
        if let name = NameDistance.nearest(to: address.segments[depth], among: names) {
            let rest = address.segments[(depth + 1)...].prefix(16).map(PercentCoding.encode)
            return "\(place); did you mean \(([parent, PercentCoding.encode(name)] + rest).joined(separator: "/"))?"
        }
        guard !names.isEmpty else { return "\(place), which has no children" }
        let shown = names.prefix(8).joined(separator: ", ")
        return "\(place), with \(shown)\(names.count > 8 ? " and \(names.count - 8) more" : "")"
    }
}

/// A node as `espalier tree` shows it.
struct ShownNode: Encodable {
    private(set) var uri: String
    let format: String
    /// nil for text/plain.
    @OrNull var type: String?
    /// nil for an interior node, for a leaf that was never set, and for one that is hidden.
    @OrNull var value: String?
    /// Why there is no value to see: no server can read it.
    private(set) var hidden: Bool
    /// Who wrote the value, or made the node; nil for one that is there by its description alone.
    @OrNull var writer: String?
    let isInterior: Bool

    private enum CodingKeys: String, CodingKey { case uri, format, type, value, hidden, writer }

    init(_ node: NodeDescription, _ uri: TreeURI, written: String, in tree: DeviceTree, isRevealed: Bool) {
        self.uri = written
        format = node.facts.format.rawValue
        isInterior = node.isInterior
        hidden = !node.isInterior && !isRevealed && !node.facts.access.contains(.get)
        type = node.facts.mimeType == "text/plain" ? nil : node.facts.mimeType
        value = node.isInterior || hidden ? nil : tree.value(written)
        writer = tree.storage[uri.keys]?.writer.rawValue
    }

    /// The same node as a redacted list has it.
    func replacing(uri: String, value: String?, isHidden: Bool) -> ShownNode {
        var node = self
        node.uri = uri
        node.value = value
        node.hidden = isHidden
        return node
    }

    /// `./DevInfo/Lang (chr): en-US`, on one line.
    var text: String {
        if isInterior { return "\(uri) (\(format))" }
        if hidden { return "\(uri) (\(format)): hidden, no server can read it; --reveal shows it" }
        guard let value else { return "\(uri) (\(format)) without a value" }
        let line = value.replacing("\r\n", with: "␊").replacing("\n", with: "␊")
        return "\(uri) (\(format)): \(line)"
    }
}
#endif
