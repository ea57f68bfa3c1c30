import Testing
import XMLStream

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Entities are never expanded and nothing is fetched", .serialized)
struct EntityTests {
    @Test(arguments: [
        // Many laughs: each entity is ten of the one before.
        "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;'><!ENTITY z '&y;&y;&y;&y;&y;'>]><a>&z;</a>",
        // One long entity, used often.
        "<!DOCTYPE a [<!ENTITY x 'long'>]><a>&x;&x;&x;&x;&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'unused'>]><a/>",
        "<!DOCTYPE a [<!ENTITY % p '<!ENTITY x \"y\">'> %p;]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///espalier/never/read'> %p;]><a/>",
        "<!DOCTYPE a [%p;]><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///espalier/never/read'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'http://127.0.0.1:9/x'>]><a k='&x;'/>",
        "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'file:///espalier/never/read' NDATA n>]><a/>",
        // An entity that loops.
        "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>",
        // Defaults of attributes multiply as entities do.
        "<!DOCTYPE a [<!ATTLIST b k CDATA 'default'>]><a><b/><b/></a>",
        "<!DOCTYPE a [<!ATTLIST b k CDATA #FIXED 'default'>]><a><b/><b/></a>",
        "<!DOCTYPE a [<!ATTLIST b k (x|y) 'x'>]><a><b/><b/></a>",
        // Whoever knows the DTD could declare these. We do not read it.
        "<!DOCTYPE a SYSTEM 'file:///espalier/never/read'><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'file:///espalier/never/read'><a k='&x;'/>",
        "<a>&nbsp;</a>", "<a k='&nbsp;'/>",
    ])
    func refused(document: String) throws {
        #expect(try #require(refusal(document)).code == .entity)
    }

    @Test func words() throws {
        let declared = try #require(refusal("<!DOCTYPE a [\n<!ENTITY x 'y'>]><a/>"))
        #expect(declared.position.line == 2)
        #expect(declared.reason == "the DOCTYPE declares entity \"x\"; entity declarations are refused")
        let reference = try #require(refusal("<a>\n ä&nbsp;</a>"))
        #expect(reference.position == XMLPosition(line: 2, column: 3, offset: 7))
        #expect(
            reference.reason == "entity \"&nbsp;\" is not one that XML predefines; a bare \"&\" is written \"&amp;\"")
        let external = try #require(refusal("<!DOCTYPE a SYSTEM 'x'><a>\n ä&nbsp;</a>"))
        #expect(external.position == XMLPosition(line: 2, column: 3, offset: 30))
        let attribute = try #require(refusal("<a>\n<b k='ä&x;'/></a>"))
        #expect(attribute.position == XMLPosition(line: 2, column: 8, offset: 12))
    }

    @Test(
        "A DOCTYPE without entities is a remark",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>",
            "<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML 1.2//EN\" \"http://127.0.0.1:9/a.dtd\" []><a/>",
            "<!DOCTYPE a [<!ELEMENT a (b|c)*><!ATTLIST a k CDATA #IMPLIED l (x|y) #REQUIRED>]><a/>",
            "<?oasis-xml-catalog catalog='file:///espalier/never/read'?><!DOCTYPE a SYSTEM 'x'><a/>",
            "<!DOCTYPE a SYSTEM 'x'><?oasis-xml-catalog catalog='http://127.0.0.1:9/c'?><a xmlns='u'/>",
        ])
    func accepted(document: String) throws {
        #expect(try parse(document).remarks == [XMLRemark(code: .documentType, position: .start)])
    }

    @Test("A listening socket is never called, whatever URL a document names")
    func neverFetched() throws {
        let listener = try Listener()
        let url = "http://127.0.0.1:\(listener.port)/x"
        for document in [
            "<!DOCTYPE a SYSTEM '\(url)'><a/>", "<!DOCTYPE a SYSTEM '\(url)'><a>&x;</a>",
            "<!DOCTYPE a PUBLIC 'p' '\(url)' [<!ENTITY % p SYSTEM '\(url)'>%p;]><a/>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM '\(url)'>]><a>&x;</a>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(url)'/></a>",
            "<?xml-stylesheet href='\(url)'?><a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                + "xsi:schemaLocation='u \(url)'/>",
            "<?oasis-xml-catalog catalog='\(url)'?><!DOCTYPE a SYSTEM '\(url)'><a/>",
        ] {
            for shape in [XMLTape.Shape.document, .fragment] { _ = refusal(document, shape: shape) }
        }
        #expect(!listener.wasCalled())
        // The check itself works: a call is seen.
        listener.call()
        #expect(listener.wasCalled())
    }
}

/// A socket on the loopback that shows whether anybody connected.
private final class Listener {
    private let descriptor: Int32
    let port: UInt16

    struct NoSocket: Error {}

    init() throws {
        #if canImport(Glibc)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = Listener.loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isBound else { throw NoSocket() }
    }

    deinit { close(descriptor) }

    func wasCalled() -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 100) == 1
    }

    func call() {
        #if canImport(Glibc)
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let client = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = Listener.loopback(port: port)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        close(client)
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return address
    }
}
