import DDF
import Testing

/// windows-csp.md 6.3 and 6.6 pitfall 18, design.md section 3: on which Windows a node exists.
struct ApplicabilityTests {
    private static func applicability(_ list: String) -> Applicability {
        Applicability(versions: list.split(separator: ",").compactMap { WindowsVersion($0.filter { $0 != " " }) })
    }

    private static func exists(_ list: String, _ release: String) -> Bool? {
        WindowsRelease(release).map { applicability(list).includes(build: $0.build, revision: $0.revision) }
    }

    private static let widest = "10.0.22000, 10.0.19043.1202, 10.0.19042.1202, 10.0.19041.1202"

    @Test(
        "6.3: the entry without a revision is the major release, the others are back-ports",
        arguments: [
            (widest, "11-21h2", true), (widest, "11-25h2", true), (widest, "10-2004", true), (widest, "10-1909", false),
            (widest, "10-21h1", true), (widest, "10.0.19041.1202", true), (widest, "10.0.19041.1201", false),
            (widest, "10.0.22000", true), ("10.0.17763", "10-1809", true), ("10.0.18362", "10-1809", false),
            ("10.0.26100", "11-23h2", false), ("10.0.26100", "11-24h2", true), ("10.0.26100", "11-25h2", true),
            ("10.0.19041, 10.0.17763.774", "10-1903", false), ("10.0.19041, 10.0.17763.774", "10-1809", true),
        ])
    func lists(list: String, release: String, expected: Bool) {
        #expect(Self.exists(list, release) == expected)
    }

    @Test(
        "6.6 pitfall 18: builds that share their servicing share back-ports",
        arguments: [
            (widest, "10-21h2", true), (widest, "10-22h2", true), (widest, "10.0.19044.1100", false),
            (widest, "10.0.19044.1288", true), ("10.0.22000, 10.0.19044.1706", "10-21h1", false),
            ("10.0.26100, 10.0.22621.3672", "11-23h2", true), ("10.0.26100, 10.0.22621.3672", "10.0.22631.3500", false),
            ("10.0.26100, 10.0.22621.3672", "11-21h2", false), ("10.0.19041, 10.0.18362.329", "10-1909", true),
        ])
    func servicing(list: String, release: String, expected: Bool) {
        #expect(Self.exists(list, release) == expected)
    }

    @Test(
        "6.6 pitfall 18: unreleased nodes",
        arguments: [
            ("99.9.99999", "11-24h2", false), ("99.9.99999", "11-25h2", true), ("88.8.88888", "11-25h2", true),
            ("99.9.9999", "11-24h2", false), ("99.9.99999, 10.0.22621.3235, 10.0.22000.2836", "11-24h2", true),
            ("99.9.99999, 10.0.22621.3235, 10.0.22000.2836", "11-23h2", true),
            ("99.9.99999, 10.0.22621.3235, 10.0.22000.2836", "10.0.22621.3234", false),
            ("99.9.99999, 10.0.22621.3235, 10.0.22000.2836", "10.0.22000.2836", true),
            ("99.9.99999, 10.0.22621.3235, 10.0.22000.2836", "10-22h2", false),
        ])
    func unreleased(list: String, release: String, expected: Bool) {
        #expect(Self.exists(list, release) == expected)
    }

    /// Eleven lists of the stored files name neither a major release nor a placeholder.
    @Test(
        "6.6 pitfall 18: back-ports alone hold for every later release",
        arguments: [
            ("10.0.22621.3374", "11-25h2", true), ("10.0.22621.3374", "11-24h2", true),
            ("10.0.22621.3374", "11-22h2", true),
            ("10.0.22621.3374", "10.0.22621.3373", false), ("10.0.22621.3374", "11-21h2", false),
            ("10.0.17134.2145", "10-1809", true),
            ("10.0.19045.2913, 10.0.22621.1635, 10.0.22000.1880", "11-24h2", true),
            ("10.0.19045.2913, 10.0.22621.1635, 10.0.22000.1880", "10-21h2", false),
        ])
    func backPortsAlone(list: String, release: String, expected: Bool) {
        #expect(Self.exists(list, release) == expected)
    }

    @Test("no list is every Windows")
    func undeclared() {
        #expect(Self.exists("", "10-1809") == true)
        #expect(Applicability().includes(edition: .home))
    }

    @Test("6.3: an edition list names SKUs; design.md section 3 gives those of the editions")
    func editions() {
        let list = Applicability(editions: [0x4, 0x79, 0xBC])
        #expect(WindowsEdition.allCases.filter { list.includes(edition: $0) } == [.enterprise, .education, .iot])
        #expect(
            WindowsEdition.allCases.map { "\($0) \(String($0.sku, radix: 16))" }
                == ["enterprise 4", "pro 30", "home 65", "education 79", "se cb", "iot bc"])
        let pro = WindowsRelease(name: "11-25h2", build: 26200, edition: .pro)
        #expect(!list.includes(pro))
        #expect(list.includes(.standard))
    }

    @Test("6.3: children inherit each part that they do not declare")
    func inheritance() {
        let parent = Applicability(
            versions: [WindowsVersion(build: 17763)], cspVersion: "1.0", editions: [0x4], requiresAzureAD: true)
        let child = Applicability(versions: [WindowsVersion(build: 22000)])
        #expect(
            child.inheriting(parent)
                == Applicability(
                    versions: [WindowsVersion(build: 22000)], cspVersion: "1.0", editions: [0x4], requiresAzureAD: true)
        )
        #expect(Applicability().inheriting(parent) == parent)
        #expect(parent.inheriting(child).versions == parent.versions)
    }

    @Test("design.md section 3: the named releases and full versions")
    func releases() {
        #expect(WindowsRelease("11-25H2")?.build == 26200)
        #expect(WindowsRelease("11-25h2")?.revision == nil)
        #expect(WindowsRelease("10.0.22621.3235")?.revision == 3235)
        #expect(WindowsRelease("10.0.22621")?.revision == 0)
        for text in ["", "11", "99.9.99999", "10.0", "10.0.x", "6.1.7601"] { #expect(WindowsRelease(text) == nil) }
        #expect(WindowsRelease.standard.isWindows11)
        #expect(WindowsRelease.named.count == 13)
    }
}
