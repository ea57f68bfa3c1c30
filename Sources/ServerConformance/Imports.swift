import Conformance
import LiveDevice
