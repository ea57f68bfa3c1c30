import LiveDevice
import Testing
