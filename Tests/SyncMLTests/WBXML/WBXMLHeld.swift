import Foundation
import SyncML
import XMLStream

/// Where two messages differ first, as XML in a few words; nil when they are equal. A whole message would fill the screen.
///
/// - Parameter ignoringLineEnds: libwbxml writes each line feed of Data as CR LF.
func difference(_ left: Message, _ right: Message, ignoringLineEnds: Bool = false) throws -> String? {
    if left == right { return nil }
    func text(_ message: Message) throws -> [UInt8] {
        let text = String(decoding: try message.serialized(), as: UTF8.self)
        return Array((ignoringLineEnds ? text.replacing("&#13;", with: "") : text).utf8)
    }
    let (first, second) = (try text(left), try text(right))
    guard let index = zip(first, second).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
        if first.count == second.count { return ignoringLineEnds ? nil : "differs in what XML does not show" }
        return "one ends after \(min(first.count, second.count)) bytes of XML"
    }
    func window(_ bytes: [UInt8]) -> String {
        String(decoding: bytes[max(index - 60, 0)..<min(index + 60, bytes.count)], as: UTF8.self)
    }
    return "found \(window(first)) and \(window(second))"
}

/// What WBXML can hold of a message, by oma-dm.md 5: no attributes, no form of Data, no namespaces but those of the code pages,
/// one root, octets in place of Base64 however it was broken into lines.
struct WBXMLHeld {
    var namespace: String
    /// True where white space round the texts of elements that DM does not know makes no difference.
    var trimsTexts = false

    static func message(_ message: Message, trimsTexts: Bool = false) -> Message {
        let older = ["SYNCML:SYNCML1.0", "SYNCML:SYNCML1.1"]
        let namespace = message.namespace?.uppercased() ?? ""
        let held = WBXMLHeld(
            namespace: older.contains(namespace) ? namespace : "SYNCML:SYNCML1.2", trimsTexts: trimsTexts)
        var copy = message
        copy.namespace = held.namespace
        copy.header?.cred = message.header?.cred.map(held.cred)
        copy.header?.meta = message.header?.meta.map(held.meta)
        copy.header?.unknown = held.unknown(message.header?.unknown ?? [])
        copy.header?.target = message.header?.target.map(held.location)
        copy.header?.source = message.header?.source.map(held.location)
        copy.commands = message.commands.map(held.command)
        copy.unknown = held.unknown(message.unknown)
        return copy
    }

    /// Commands without a root are put into a SyncBody, as whoever sends them has to.
    static func rooted(_ message: Message) -> Message {
        guard message.form == .commands else { return message }
        var copy = message
        copy.form = .body
        copy.commands += message.unknown.map { .unknown($0) }
        copy.unknown = []
        return copy
    }

    private func command(_ command: Command) -> Command {
        func items(_ command: ItemCommand) -> ItemCommand {
            var copy = command
            copy.meta = command.meta.map(meta)
            copy.items = command.items.map { item($0, under: command.meta) }
            copy.unknown = unknown(command.unknown)
            return copy
        }
        func container(_ container: Container) -> Container {
            var copy = container
            copy.meta = container.meta.map(meta)
            copy.commands = container.commands.map(self.command)
            return copy
        }
        switch command {
        case .add(let command): return .add(items(command))
        case .replace(let command): return .replace(items(command))
        case .delete(let command): return .delete(items(command))
        case .get(let command): return .get(items(command))
        case .copy(let command): return .copy(items(command))
        case .exec(let command): return .exec(items(command))
        case .atomic(let atomic): return .atomic(container(atomic))
        case .sequence(let sequence): return .sequence(container(sequence))
        case .alert(var alert):
            alert.data = alert.data.map { data($0, format: nil) }
            alert.items = alert.items.map { item($0, under: nil) }
            alert.unknown = unknown(alert.unknown)
            return .alert(alert)
        case .status(var status):
            status.cred = status.cred.map(cred)
            status.chal = status.chal.map { Chal(meta: meta($0.meta), unknown: unknown($0.unknown)) }
            status.data = status.data.map { data($0, format: nil) }
            status.items = status.items.map { item($0, under: nil) }
            status.unknown = unknown(status.unknown)
            return .status(status)
        case .results(var results):
            let outer = results.meta
            results.meta = outer.map(meta)
            results.items = results.items.map { item($0, under: outer) }
            results.unknown = unknown(results.unknown)
            return .results(results)
        case .unknown(let element): return .unknown(unknown(element))
        }
    }

    private func item(_ item: Item, under outer: Meta?) -> Item {
        var copy = item
        copy.target = item.target.map(location)
        copy.source = item.source.map(location)
        copy.meta = item.meta.map(meta)
        copy.data = item.data.map { data($0, format: item.meta?.format ?? outer?.format) }
        copy.unknown = unknown(item.unknown)
        return copy
    }

    private func data(_ data: ItemData, format: String?) -> ItemData {
        guard format == "bin" else { return ItemData(data.content) }
        let text = data.content.filter { !$0.isWhitespace }
        let isBase64 = text.utf8.count.isMultiple(of: 4) && text.allSatisfy { $0.isASCII && $0 != "<" }
        return ItemData(isBase64 ? text : data.content)
    }

    private func cred(_ cred: Cred) -> Cred {
        Cred(
            meta: cred.meta.map(meta), data: cred.data.map { data($0, format: cred.meta?.format) },
            unknown: unknown(cred.unknown))
    }

    private func meta(_ meta: Meta) -> Meta {
        var copy = meta
        copy.unknown = unknown(meta.unknown)
        return copy
    }

    private func location(_ location: Location) -> Location {
        var copy = location
        copy.unknown = unknown(location.unknown)
        return copy
    }

    private func unknown(_ elements: [UnknownElement]) -> [UnknownElement] { elements.map(unknown) }

    private func unknown(_ element: UnknownElement) -> UnknownElement {
        let isMetInf = WBXMLTableTests.rows.contains { $0.page == 1 && $0.name == element.name.local }
        let isDDF = element.name.namespace == "syncml:dmddf1.2"
        let page =
            isDDF ? "syncml:dmddf1.2" : isMetInf || isMetInfLiteral(element.name) ? "syncml:metinf" : namespace
        return UnknownElement(
            name: XMLName(element.name.local, namespace: element.name.local.contains(":") ? nil : page),
            content: element.content.compactMap { node in
                switch node {
                case .element(let child): return .element(unknown(child))
                case .text(let text):
                    let kept = trimsTexts ? text.trimmingCharacters(in: .whitespacesAndNewlines) : text
                    return kept.isEmpty ? nil : .text(kept)
                }
            })
    }

    /// A name that no page has is written on the page of its namespace.
    private func isMetInfLiteral(_ name: XMLName) -> Bool {
        name.namespace == "syncml:metinf" && !WBXMLTableTests.rows.contains { $0.page == 0 && $0.name == name.local }
    }
}
