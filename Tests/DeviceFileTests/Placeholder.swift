import DeviceFile
import Testing
