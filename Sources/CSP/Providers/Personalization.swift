import DMTree

/// Personalization CSP: a picture given as an https address is fetched after the answer, so the write answers 202
/// (OBS-022).
struct Personalization: Provider {
    let name = "Personalization"

    func didChange(_ change: Change, in tree: inout DeviceTree) -> [Effect] {
        guard let leaf = change.node.key(0), leaf == "desktopimageurl" || leaf == "lockscreenimageurl",
            let url = change.value, url.lowercased().hasPrefix("http://") || url.lowercased().hasPrefix("https://")
        else { return [] }
        return [.startJob(Job(kind: .imageDownload, uri: change.node.uri, data: url))]
    }
}
