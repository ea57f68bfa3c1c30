import CSP
import DMTree
import ESP
import Notation

extension DeviceLife {
    var isUserSignedIn: Bool { signedInUser != nil }

    /// The user who is signed in.
    public var user: LifeScript.User? { signedInUser.map { script.users[$0] } }

    /// The sign-in screen is up: the next user signs in as scripted.
    mutating func showSignIn(_ signIn: SignIn) {
        note(.signIn(signIn))
        signInScreenIsUp = true
        guard let index = script.users.indices.first, signedInUser == nil,
            case .afterScreen(let seconds) = script.users[index].signIn, !agenda.holds(.userSignsIn(index))
        else { return }
        agenda.add(.userSignsIn(index), at: now.adding(seconds: seconds))
    }

    /// The user's context comes into being with the sign-in (ESP-401b), and with it, for an Autopilot enrolment, the
    /// user's half of DMClient (U-07). Another user's nodes take the place of those of the last one.
    mutating func userSignsIn(_ index: Int) {
        guard signedInUser != index else { return }
        guard canSignIn else {
            // A page that is up has the screen; the user comes back a minute later.
            if case .at = script.users[index].signIn {
                agenda.add(.userSignsIn(index), at: now.adding(seconds: 60))
            }
            return
        }
        signInScreenIsUp = false
        signOut()
        signedInUser = index
        makeUserContext()
        let sid = script.users[index].sid
        note(.userSignedIn(sid: sid))
        settle(page: page.userSignedIn(sid: sid, now: now, tree: tree))
        settle(agent: agent.userSignedIn(sid: sid, now: now, tree: tree))
        pollOnLogin()
    }

    /// Whether somebody may sign in now: at the sign-in screen, or on a desktop whose page has been left.
    private var canSignIn: Bool {
        guard power == .on else { return false }
        switch page.state {
        case .between, .betweenWithPrompt: return signInScreenIsUp
        case .done, .continued: return true
        case .idle, .preparing, .deviceSetup, .rebooting, .deviceError, .deviceExit, .accountSetup, .accountError,
            .reset, .technicianSuccess, .technicianFailure, .skipped:
            return false
        }
    }

    /// Puts the nodes of the user who signs in into the tree.
    mutating func makeUserContext() {
        guard let user else { return }
        let known = userTrees.removeValue(forKey: user.sid)
        _ = tree.switchUser(to: known ?? UserTree())
        if known == nil { script.device.profile.provisionUser(user.sid, in: &tree) }
        ADMXIngestion.removePoliciesWithoutFile(in: &tree)
        bringBackJobs(of: user.sid)
        guard script.makesUserProvider else { return }
        let provider = "./User/Vendor/MSFT/DMClient/Provider/\(PercentCoding.encode(tree.providerID))"
        tree.setLocally("\(provider)/FirstSyncStatus", value: nil)
    }

    /// The nodes of the user who is signed in are put away.
    mutating func signOut() {
        guard let user else { return }
        userTrees[user.sid] = tree.switchUser(to: nil)
        putAwayJobs(of: user.sid)
        signedInUser = nil
        agent.userSignedOut()
        note(.userSignedOut(sid: user.sid))
    }
}
