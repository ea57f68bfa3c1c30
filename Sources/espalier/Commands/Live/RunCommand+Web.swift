#if Live
import ESP
import LifePageServer
import Scenario

extension RunCommand {
    /// The enrolment with a real server, for a life that is lived with it.
    func remoteRun(_ input: RunInput) -> RemoteRun {
        RemoteRun(
            options: remote, scenario: input.player.scenario, keepsMessages: keepsMessages,
            keepsRegistry: registry != nil, isTold: isTold)
    }

    /// Plays the life for whoever watches it in a browser, until the tool is told to stop.
    func runForBrowser(_ input: RunInput) async throws {
        let run = WebRun(
            host: web.host, port: web.web ?? 0, speed: pageSpeed,
            pause: stopAt.flatMap(ScenarioReader.seconds).map { .seconds($0) }, announcement: announcement,
            isRecorded: report != nil)
        if remote.server != nil {
            let remoteRun = remoteRun(input)
            try await run.play {
                try await remoteRun.player()
            } show: {
                show($0)
            } finish: {
                try finish($0, $1)
            }
        } else {
            let player = input.player
            try await run.play {
                player
            } show: {
                show($0)
            } save: {
                var input = input
                input.player = $0
                try saveLife(input)
            } finish: {
                try finish($0, $1)
            }
        }
    }

    /// A life that is watched takes its time: 20 times as fast as a real one unless told otherwise.
    private var pageSpeed: PlaySpeed {
        if realTime { return .times(1) }
        return speed.flatMap(PlaySpeed.init(factor:)) ?? .times(20)
    }

    private var announcement: WebRun.Announcement {
        switch format {
        case .json: .json
        case .text: isTold ? .text : .errors
        }
    }
}
#endif
