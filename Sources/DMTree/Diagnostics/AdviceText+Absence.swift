import DDF

extension AdviceText {
    /// Row 9: described, but not on this Windows.
    static func absent(
        _ request: Request, _ resolution: Resolution, _ absence: Absence, _ release: WindowsRelease
    ) -> Advice {
        let name = resolution.steps.last?.displayName ?? resolution.uri.canonical
        let windows = "Windows \(release.name) (\(release.build)) \(release.edition.rawValue)"
        switch absence {
        case .build(let versions):
            let list = versions.map(\.description).joined(separator: ", ")
            return error(
                "node.not-on-build", .notOnThisWindows, "\(name) does not exist on \(windows)",
                list.contains("99.9") && versions.count == 1
                    ? "it was unreleased when described; apply with --windows 11-25h2"
                    : "it needs \(list); apply with --windows to try another release")
        case .edition(let editions):
            let list = editions.map(\.rawValue).joined(separator: ", ")
            return error(
                "node.not-on-edition", .notOnThisWindows,
                "\(name) does not exist on edition \(release.edition.rawValue)",
                list.isEmpty ? "no edition that Espalier plays has it" : "it exists on \(list)")
        case .scope(let scope):
            let right = scope == .user ? "./User/Vendor/MSFT" : "./Device/Vendor/MSFT"
            return error(
                "node.wrong-scope", .notOnThisWindows,
                "\(name) is described in \(scope.rawValue) scope only", "address it as \(right)/…")
        case .retired:
            return error(
                "node.retired", .notOnThisWindows,
                "only older device descriptions know \(name); current Windows does not have it")
        case .notRegistered:
            return error(
                "node.not-registered", .notOnThisWindows, "this CSP is not registered on \(windows)",
                "see ./Device/Vendor/MSFT/DeviceManageability/Capabilities/CSPVersions of a real device")
        }
    }

    /// Row 8, with the nearest name that does exist.
    static func unknownNode(
        _ request: Request, _ resolution: Resolution, matched: Int, tree: DeviceTree
    ) -> Advice {
        let segments = resolution.uri.segments
        guard matched < segments.count else {
            return error("node.unknown", .unknownNode, "no device description knows this node")
        }
        let wrong = segments[matched].count > 60 ? "\(segments[matched].prefix(60))…" : segments[matched]
        let known = resolution.uri.prefix(matched)
        let names = tree.schema.children(of: known, resolution: tree.schema.resolve(known)).map(\.displayName)
        let message = "no device description knows \"\(wrong)\" below \(known.canonical)"
        if let nearest = NameDistance.nearest(to: segments[matched], among: names) {
            let rest = segments[(matched + 1)...].prefix(16).map(PercentCoding.encode)
            let suggestion = ([known.canonical, nearest] + rest).joined(separator: "/")
            return error("node.unknown", .unknownNode, message, "did you mean \(suggestion)?")
        }
        let listed = names.prefix(12).joined(separator: ", ")
        let hint =
            names.isEmpty
            ? "\(known.canonical) has no children"
            : "known here: \(listed)\(names.count > 12 ? " and \(names.count - 12) more" : "")"
        return error("node.unknown", .unknownNode, message, hint)
    }
}
