import CLibXML2

/// What the callbacks of the HTML parser write into.
struct HTMLFormBuilder {
    private let limits: XMLLimits
    private(set) var page = HTMLPage(forms: [])
    private(set) var failure: XMLError?
    private var depth = 0
    private var tags = 0
    /// A form is open until it ends or the next one begins, however elements are nested, as in browsers.
    private var isInForm = false
    private var open: OpenText?
    /// The selection whose options are being read has a chosen one.
    private var hasChosen = false
    private var isAtEnd = false

    /// Whose text is being collected.
    private struct OpenText {
        enum Kind {
            case title, textArea
            case option(isSelected: Bool, value: String?)
        }

        var kind: Kind
        var text: [UInt8] = []
    }

    init(limits: XMLLimits) { self.limits = limits }

    // MARK: Callbacks

    /// The parser has been given everything. A tag that it reports from now on is one that the page breaks off in, and whose
    /// values may be cut; browsers drop it.
    mutating func reachEnd() { isAtEnd = true }

    mutating func start(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard failure == nil, !isAtEnd else { return }
        depth += 1
        tags += 1
        guard depth <= limits.depth else { return fail(.tooDeep, "levels of elements", depth, limits.depth) }
        guard tags <= limits.events else { return fail(.tooManyEvents, "tags", tags, limits.events) }
        let values = read(attributes)
        guard failure == nil else { return }
        switch name {
        case "base": page.base = page.base ?? values["href"]
        case "title": if page.title == nil { open = OpenText(kind: .title) }
        case "form":
            isInForm = true
            page.forms.append(
                HTMLForm(
                    method: values["method"].flatMap { HTMLForm.Method(rawValue: Self.trimmed($0).lowercased()) }
                        ?? .get,
                    action: values["action"].map(Self.trimmed), inputs: []))
        case "input": append(values, type: (values["type"] ?? "text").lowercased(), value: values["value"] ?? "")
        case "button": append(values, type: (values["type"] ?? "submit").lowercased(), value: values["value"] ?? "")
        case "textarea":
            append(values, type: "textarea", value: "")
            open = OpenText(kind: .textArea)
        case "select":
            append(values, type: "select", value: "")
            hasChosen = false
        case "option":
            open = OpenText(kind: .option(isSelected: values["selected"] != nil, value: values["value"]))
        default: break
        }
    }

    mutating func end(_ name: String) {
        guard failure == nil else { return }
        depth = max(0, depth - 1)
        switch name {
        case "form": isInForm = false
        case "title", "textarea", "option": close()
        default: break
        }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard failure == nil, open != nil else { return }
        open?.text.append(contentsOf: bytes)
        let count = open?.text.count ?? 0
        if count > limits.textBytes { fail(.textTooLong, "bytes of a text", count, limits.textBytes) }
    }

    // MARK: Steps

    /// The first value of each name counts; names are in lower case already.
    private mutating func read(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [String: String] {
        var values: [String: String] = [:]
        guard let attributes else { return values }
        var index = 0
        while let name = attributes[index * 2] {
            guard index < limits.attributes else {
                fail(.tooManyEvents, "attributes of one element", index + 1, limits.attributes)
                return values
            }
            let value = attributes[index * 2 + 1].map { String(cString: $0) } ?? ""
            guard value.utf8.count <= limits.textBytes else {
                fail(.textTooLong, "bytes of an attribute's value", value.utf8.count, limits.textBytes)
                return values
            }
            let key = String(cString: name)
            if values[key] == nil { values[key] = value }
            index += 1
        }
        return values
    }

    private mutating func append(_ values: [String: String], type: String, value: String) {
        guard isInForm, !page.forms.isEmpty else { return }
        page.forms[page.forms.count - 1].inputs.append(
            HTMLForm.Input(
                type: type, name: values["name"], value: value, isChecked: values["checked"] != nil,
                isDisabled: values["disabled"] != nil))
    }

    private mutating func close() {
        guard let open else { return }
        self.open = nil
        let text = String(decoding: open.text, as: UTF8.self)
        switch open.kind {
        case .title: page.title = Self.trimmed(text)
        case .textArea: setLastValue(text, of: "textarea")
        case .option(let isSelected, let value):
            // The first option stands until one is chosen.
            let isFirst = lastValue(of: "select") == ""
            guard isSelected && !hasChosen || isFirst && !hasChosen else { return }
            hasChosen = isSelected
            setLastValue(value ?? Self.trimmed(text), of: "select")
        }
    }

    private func lastValue(of type: String) -> String? {
        guard isInForm, let input = page.forms.last?.inputs.last, input.type == type else { return nil }
        return input.value
    }

    private mutating func setLastValue(_ value: String, of type: String) {
        guard lastValue(of: type) != nil, let last = page.forms.last else { return }
        page.forms[page.forms.count - 1].inputs[last.inputs.count - 1].value = value
    }

    private mutating func fail(_ code: XMLError.Code, _ what: String, _ actual: Int, _ allowed: Int) {
        failure = .limit(code, what, actual: actual, allowed: allowed, at: .start)
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
