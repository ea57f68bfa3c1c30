import GRDB
import Hummingbird
import HummingbirdTLS
import Identity
import ReferenceServer
