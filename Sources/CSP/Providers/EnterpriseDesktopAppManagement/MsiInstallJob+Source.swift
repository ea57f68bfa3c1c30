extension MsiInstallJob {
    /// The first address in the document of an Exec of DownloadInstall, without its query, which may hold a token; nil
    /// when the document is no job.
    public static func source(in document: String) -> String? {
        guard let url = (try? MsiInstallJob(parsing: document))?.contentURLs.first else { return nil }
        return url.firstIndex(of: "?").map { String(url[..<$0]) } ?? url
    }
}
