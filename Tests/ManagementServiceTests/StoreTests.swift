import Foundation
import Testing

@testable import ManagementService

@Suite("The store: a file that keeps everything")
struct StoreTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("espalier-serve-\(UUID().uuidString).db").path
    }

    private func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    @Test("Only its owner may read the file, and what is beside it")
    func mode() async throws {
        let path = path()
        defer { remove(path) }
        let store = try ServerStore.file(path)
        let server = try await TestServer(store: store)
        #expect(try await server.get("/EnrollmentServer/Discovery.svc").status == 200)
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect((attributes[.posixPermissions] as? Int) == 0o600)
        }
        try store.close()
    }

    @Test("A server that begins again knows its devices, nonces, queue and authority")
    func reopened() async throws {
        let path = path()
        defer { remove(path) }
        var store = try ServerStore.file(path)
        let first = try await TestServer(store: store)
        var device = TestDevice(first)
        try await device.enroll()
        _ = try await device.open()
        let used = device.cred()
        _ = try await device.send([], cred: used)
        _ = try await first.admin(
            "/devices/\(device.id)/commands", post: #"{"commands":[{"verb":"get","uri":"./x"}]}"#)
        let authority = first.server.authorityPEM
        try store.close()

        store = try ServerStore.file(path)
        let second = try await TestServer(store: store)
        #expect(second.server.authorityPEM == authority)
        var later = TestDevice(second)
        later.document = device.document
        later.nonce = device.nonce
        later.session = 5
        let stale = try await later.send(later.package1(), cred: used)
        #expect(stale.headerStatus?.data?.content == "401")
        let opened = try await later.send(later.package1(), cred: later.cred())
        #expect(opened.headerStatus?.data?.content == "200")
        #expect(opened.sent.map(\.name) == ["Get"])
        try store.close()
    }

    @Test("A file that another server uses, that is none, or that nobody may write, is refused with the reason")
    func refused() throws {
        let path = path()
        defer { remove(path) }
        let store = try ServerStore.file(path)
        #expect {
            _ = try ServerStore.file(path)
        } throws: { error in
            (error as? StoreFault)?.message == "another process uses the store"
        }
        try store.close()
        try Data("This is no database, and long enough to be looked at as one. ".utf8).write(
            to: URL(fileURLWithPath: path))
        #expect {
            _ = try ServerStore.file(path)
        } throws: { error in
            (error as? StoreFault)?.code == .unusable
        }
        #expect {
            _ = try ServerStore.file("/nowhere/at/all.db")
        } throws: { error in
            (error as? StoreFault)?.code == .unusable
        }
    }

    @Test("Passwords and login tokens stand in the records as digests only")
    func digests() async throws {
        let path = path()
        defer { remove(path) }
        let store = try ServerStore.file(path)
        let server = try await TestServer(store: store)
        _ = try await server.get("/EnrollmentServer/Discovery.svc")
        try store.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.firstRange(of: Data("ada@example.test".utf8)) != nil)
        #expect(bytes.firstRange(of: Data("pa55".utf8)) == nil)
    }
}
