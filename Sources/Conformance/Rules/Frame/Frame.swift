extension Rule {
    /// Rules on a message as a whole: its header, its versions, what a sender may put into it.
    static let frame: [Rule] = [versionOfDTD]
}
