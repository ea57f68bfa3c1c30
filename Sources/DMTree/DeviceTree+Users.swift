/// The nodes of one user: everything below `./User`. A device keeps one for each user, and the tree holds that of the
/// user who is signed in.
public struct UserTree: Sendable, Codable {
    var node: TreeNode?

    /// The nodes of a user nobody has seen yet.
    public init() {}
}

extension DeviceTree {
    /// Puts another user's nodes into the tree.
    ///
    /// - Parameter user: the nodes of the user who is signed in from now on; nil for nobody.
    /// - Returns: the nodes that the tree held until now.
    public mutating func switchUser(to user: UserTree?) -> UserTree {
        var old = UserTree()
        old.node = storage.exchange("user", with: user?.node)
        hasUserContext = user != nil
        return old
    }

    /// What is stored, for a device that is saved. The schema and the providers belong to its Windows and are made anew.
    public struct Saved: Sendable, Codable {
        var storage: Tree
        var hasUserContext: Bool
        var providerID: String
        var localTime: String
        /// nil for no.
        var hasOtherServers: Bool?
    }

    public var saved: Saved {
        Saved(
            storage: storage, hasUserContext: hasUserContext, providerID: providerID, localTime: localTime,
            hasOtherServers: hasOtherServers ? true : nil)
    }

    /// Takes over what was saved of a device with the same Windows.
    public mutating func restore(_ saved: Saved) {
        storage = saved.storage
        hasUserContext = saved.hasUserContext
        providerID = saved.providerID
        localTime = saved.localTime
        hasOtherServers = saved.hasOtherServers ?? false
    }
}
