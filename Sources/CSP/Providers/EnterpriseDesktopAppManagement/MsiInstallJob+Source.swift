extension MsiInstallJob {
    /// The first address in the document of an Exec of DownloadInstall; nil when the document is no job.
    public static func source(in document: String) -> String? {
        (try? MsiInstallJob(parsing: document))?.contentURLs.first
    }
}
