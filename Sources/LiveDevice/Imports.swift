import DeviceFile
import Identity
import Transport
