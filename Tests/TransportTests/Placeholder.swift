import Transport
import Testing
