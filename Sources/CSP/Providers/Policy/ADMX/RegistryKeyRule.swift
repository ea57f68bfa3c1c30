/// Where ingested policies may not write (windows-csp.md 4.6). Data: newer Windows extends the list of exceptions.
enum RegistryKeyRule {
    /// Closed with everything below, except as `open` says.
    private static let closed = [#"system\"#, #"software\microsoft\"#, #"software\policies\microsoft\"#]

    private static let open = [
        #"software\policies\microsoft\office\"#,
        #"software\microsoft\office\"#,
        #"software\microsoft\windows\currentversion\explorer\"#,
        #"software\microsoft\internet explorer\"#,
        #"software\policies\microsoft\shared tools\proofing tools\"#,
        #"software\policies\microsoft\imejp\"#,
        #"software\policies\microsoft\ime\shared\"#,
        #"software\policies\microsoft\shared tools\graphics filters\"#,
        #"software\policies\microsoft\windows\currentversion\explorer\"#,
        #"software\policies\microsoft\softwareprotectionplatform\"#,
        #"software\policies\microsoft\officesoftwareprotectionplatform\"#,
        #"software\policies\microsoft\windows\windows search\preferences\"#,
        #"software\policies\microsoft\exchange\"#,
        #"software\policies\microsoft\vba\security\"#,
        #"software\microsoft\shared tools\proofing tools\"#,
        #"software\microsoft\shared tools\graphics filters\"#,
        #"software\microsoft\windows\windows search\preferences\"#,
        #"software\microsoft\exchange\"#,
        // The one prefix that the list writes without a backslash at its end.
        #"software\microsoft\onedrive"#,
        // Newer pages name Edge and EdgeUpdate; the builds that began it are not in the reference (our choice: all).
        #"software\policies\microsoft\edge\"#,
        #"software\policies\microsoft\edgeupdate\"#,
    ]

    /// Whether an ingested policy may write to a key. Letters compare without case; the key itself counts as below
    /// itself.
    static func allows(_ key: String) -> Bool {
        var name = key.lowercased().drop { $0 == "\\" }
        if name.last != "\\" { name += "\\" }
        guard closed.contains(where: name.hasPrefix) else { return true }
        return open.contains(where: name.hasPrefix)
    }
}
