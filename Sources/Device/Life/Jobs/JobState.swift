import CSP
import DMTree

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

    private(set) var begun: [Begun] = []
    /// In the order of their Execs.
    var packages: [Package] = []
    /// The package that is at work: one after the other.
    var activePackage: TreeURI?
    var enrolments: [Enrolment] = []
    /// The installation of Office that is at work, or hangs.
    var activeOffice: TreeURI?
    /// What fell due for users who were away.
    var heldUp: [JobStep] = []

    /// Whether OMA-DM holds Windows Installer's mutex (ESP-314).
    var holdsInstaller: Bool { packages.contains(where: \.course.isInstalling) }

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
