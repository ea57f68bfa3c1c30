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
        let unknown = UnknownNode(resolution, matched: matched, schema: tree.schema)
        return error("node.unknown", .unknownNode, unknown.message, unknown.hint)
    }
}
