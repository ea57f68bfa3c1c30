import Enrollment
import HTTPExchange
