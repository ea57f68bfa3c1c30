import CSP
import DMTree
import ESP

/// Everything of the jobs of OMA-DM that changes during a life.
struct JobState: Hashable, Sendable, Codable {
    /// A job that Try again can begin once more.
    struct Begun: Hashable, Sendable, Codable {
        var job: Job
        /// Runs begun so far, which is the position in the script's attempts.
        var runs = 0
    }

    /// An MSI package from its Exec to its end.
    struct Package: Hashable, Sendable, Codable {
        var product: TreeURI
        var job: MsiInstallJob
        var course: MSICourse
        /// The wait before a retry is over.
        var isRetryDue = false
    }

    /// A SCEP enrolment that has no end yet.
    struct Enrolment: Hashable, Sendable, Codable {
        var certificate: TreeURI
        var course: SCEPCourse
        /// Answers of the certification authority so far.
        var answers = 0
    }

    /// Something that is due of a job.
    struct Due: Hashable, Sendable, Codable {
        var step: JobStep
        var time: DeviceTime
    }

    /// The jobs of a user who has signed out. The same product in another user's scope is another job.
    struct Away: Hashable, Sendable, Codable {
        var begun: [Begun]
        var packages: [Package]
        var enrolments: [Enrolment]
        var steps: [Due]
    }

    private(set) var begun: [Begun] = []
    /// In the order of their Execs.
    var packages: [Package] = []
    /// The package that is at work: one after the other.
    var activePackage: TreeURI?
    var enrolments: [Enrolment] = []
    /// The installation of Office that is at work, or hangs.
    var activeOffice: TreeURI?
    /// The jobs of users who have signed out, by SID.
    var away: [String: Away] = [:]

    /// Whether OMA-DM holds Windows Installer's mutex (ESP-314).
    var holdsInstaller: Bool { packages.contains(where: \.course.isInstalling) }

    /// Puts away what is a user's, who signs out.
    mutating func putAway(_ sid: String, _ steps: [Due]) {
        away[sid] = Away(
            begun: begun.filter { $0.job.uri.scope == .user },
            packages: packages.filter { $0.product.scope == .user },
            enrolments: enrolments.filter { $0.certificate.scope == .user }, steps: steps)
        begun.removeAll { $0.job.uri.scope == .user }
        packages.removeAll { $0.product.scope == .user }
        enrolments.removeAll { $0.certificate.scope == .user }
        if activePackage?.scope == .user { activePackage = nil }
    }

    /// The user is back.
    ///
    /// - Returns: what was due in the meantime, or still is.
    mutating func bringBack(_ sid: String) -> [Due] {
        guard let user = away.removeValue(forKey: sid) else { return [] }
        begun += user.begun
        packages += user.packages
        enrolments += user.enrolments
        return user.steps
    }

    /// Remembers a job, with the runs that it had before.
    mutating func remember(_ job: Job) {
        if let index = begun.firstIndex(where: { $0.job.uri == job.uri }) {
            begun[index].job = job
        } else {
            begun.append(Begun(job: job))
        }
    }

    mutating func beginRun(of node: TreeURI) {
        if let index = begun.firstIndex(where: { $0.job.uri == node }) { begun[index].runs += 1 }
    }

    func kind(of node: TreeURI) -> Job.Kind? { begun.first { $0.job.uri == node }?.job.kind }

    /// The Correlator of the Exec that started the job which an alert reports, by the alert's Source (oma-dm.md 2.5.1);
    /// nil when the alert is about no job, or its Exec had none.
    func correlator(of source: String?) -> String? {
        guard let source, let node = try? TreeURI(source) else { return nil }
        return begun.first { node.keys.starts(with: $0.job.uri.keys) }?.job.correlator
    }

    /// What the server sent with the command that started the job.
    func data(of node: TreeURI) -> String { begun.first { $0.job.uri == node }?.job.data ?? "" }

    /// The position of the run that is or was at work, from 0.
    func run(of node: TreeURI) -> Int { (begun.first { $0.job.uri == node }?.runs ?? 1) - 1 }
}
