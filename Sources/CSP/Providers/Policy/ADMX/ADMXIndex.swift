/// The policies that the files of one app and settings type make, found by area and name.
///
/// A file can build on the categories of the files that were installed before it: a reference into another namespace is
/// looked up there. Where no such file is there, the chain begins with the file's own topmost category, as it does on
/// real devices for files whose root category another file brings (our choice for the case that it is there; windows-csp.md
/// 4.6 speaks of one file). Order matters: a file that comes later does not change the areas of those before it.
struct ADMXIndex: Sendable {
    /// What stands in one area.
    struct Area: Sendable {
        /// The categories as the files write them, root first, joined by `~`.
        var chain: String
        /// By lower-case name. A name can stand twice, once for each scope.
        var policies: [String: [ADMXPolicy]] = [:]
    }

    /// By the lower-case chain.
    private(set) var areas: [String: Area] = [:]

    /// - Parameter documents: in the order in which they were installed.
    init(_ documents: [ADMXDocument]) {
        for (index, document) in documents.enumerated() {
            let chains = Chains(document, after: documents[..<index])
            for policy in document.policies {
                // A category that went with its file ends the chain.
                let chain = chains.chain(to: policy.category).names.joined(separator: "~")
                areas[chain.lowercased(), default: Area(chain: chain)]
                    .policies[policy.name.lowercased(), default: []].append(policy)
            }
        }
    }

    /// Says what keeps a file from being installed behind others: a category that nobody defines, or a circle of
    /// categories.
    static func check(_ document: ADMXDocument, after others: [ADMXDocument]) throws(DocumentFault) {
        let chains = Chains(document, after: others[...])
        for policy in document.policies {
            switch chains.chain(to: policy.category).end {
            case .root, .foreign: break
            case .undefined(let name):
                throw DocumentFault(
                    message: "the policy \(policy.name) needs the category \(name), which no file of the app defines")
            case .circle(let name):
                throw DocumentFault(message: "the category \(name) stands above itself")
            }
        }
    }

    /// Follows `parentCategory` upwards.
    private struct Chains {
        enum End {
            case root
            /// The category of a file that is not installed.
            case foreign
            /// A category of the file's own namespace that nobody defines.
            case undefined(String)
            case circle(String)
        }

        let document: ADMXDocument
        let others: ArraySlice<ADMXDocument>

        init(_ document: ADMXDocument, after others: ArraySlice<ADMXDocument>) {
            self.document = document
            self.others = others
        }

        func chain(to reference: ADMXDocument.Reference) -> (names: [String], end: End) {
            var names: [String] = []
            var seen: Set<ADMXDocument.Reference> = []
            var next: ADMXDocument.Reference? = reference
            while let step = next {
                guard seen.insert(step).inserted else { return (names.reversed(), .circle(step.name)) }
                guard let category = category(step) else {
                    let isOwn = step.namespace == document.namespace
                    return (names.reversed(), isOwn ? .undefined(step.name) : .foreign)
                }
                names.append(category.name)
                next = category.parent
            }
            return (names.reversed(), .root)
        }

        private func category(_ reference: ADMXDocument.Reference) -> ADMXDocument.Category? {
            if reference.namespace == document.namespace, let own = document.categories[reference.name] { return own }
            for other in others.reversed() where other.namespace == reference.namespace {
                if let category = other.categories[reference.name] { return category }
            }
            return nil
        }
    }
}
