import Capture
import Testing

@testable import Replay

struct ReplayerTests {}
