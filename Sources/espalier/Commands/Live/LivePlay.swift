#if Live
import ArgumentParser
import DeviceFile
import LiveDevice

/// Plays an enrolled device for a verb: on a thread of its own, told as it happens, with the status of its sessions.
struct LivePlay {
    var format: LiveOptions.Format
    /// What came before, for the JSON of `enroll`.
    var enrolment: EnrollmentReport?

    func play(
        _ opened: LiveLife, _ stay: LiveLife.Stay, first: @escaping @Sendable (inout LiveLife) -> Void
    ) async throws {
        let format = format
        let result: Result<LiveReport, DeviceFileFault> = await onOwnThread {
            var device = opened
            var report = LiveReport()
            first(&device)
            do throws(DeviceFileFault) {
                let ending = try device.play(stay) { events, exchanges in
                    let lines = report.take(events, exchanges)
                    if format == .text { for line in lines { Terminal.print(Terminal.safe(line)) } }
                }
                report.end(ending, device)
                return .success(report)
            } catch { return .failure(error) }
        }
        switch result {
        case .failure(let fault): throw LiveStatus.end(.file(fault))
        case .success(var report):
            report.enrolment = enrolment
            switch format {
            case .json: Terminal.print(try JSONOutput.text(report))
            case .text: report.print()
            }
            if let status = report.status { throw ExitCode(status) }
        }
    }
}
#endif
