import Device
import GRDB
