import DeviceFile
