// swift-tools-version: 6.2

import PackageDescription

/// `script/lint` and `script/test` set this, so that a warning in our own targets fails there and never at a user's.
let strict = Context.environment["ESPALIER_STRICT"] == "1"

let settings: [SwiftSetting] =
    [.swiftLanguageMode(.v6)]
    + (strict ? [.treatAllWarnings(as: .error)] : [])

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")

/// What only the live parts need: sockets, keys, databases. The trait `Live` is on by default; without it
/// (`swift build --disable-default-traits --product espalier`, as `script/run` does for what needs none of them) these
/// packages are neither fetched nor built, and the tool says of its live verbs that it was built without them
/// (docs/decisions/0011).
func live(_ product: String, _ package: String) -> Target.Dependency {
    .product(name: product, package: package, condition: .when(traits: ["Live"]))
}
func live(_ target: String) -> Target.Dependency { .target(name: target, condition: .when(traits: ["Live"])) }
let nio = [
    live("NIOCore", "swift-nio"), live("NIOPosix", "swift-nio"), live("NIOHTTP1", "swift-nio"),
    live("NIOConcurrencyHelpers", "swift-nio"), live("NIOSSL", "swift-nio-ssl"),
    live("NIOHTTPCompression", "swift-nio-extras"),
]
let cryptography = [
    live("Crypto", "swift-crypto"), live("CryptoExtras", "swift-crypto"), live("X509", "swift-certificates"),
    live("SwiftASN1", "swift-asn1"),
]
/// What tests compare our digests and certificates with; a build without the trait has no tests.
let oracles = [live("Crypto", "swift-crypto"), live("X509", "swift-certificates")]
let database = live("GRDB", "GRDB.swift")
let logging = live("Logging", "swift-log")
let hummingbird = [
    live("Hummingbird", "hummingbird"), live("HummingbirdTLS", "hummingbird"), live("NIOCore", "swift-nio"),
    live("NIOPosix", "swift-nio"), live("NIOSSL", "swift-nio-ssl"), logging,
    live("ServiceLifecycle", "swift-service-lifecycle"),
]

/// Targets in the order of their arrows: each line names only what stands above it (design.md section 2).
let package = Package(
    name: "espalier",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "espalier", targets: ["espalier"]),
        .library(name: "XMLStream", targets: ["XMLStream"]),
        .library(name: "SyncML", targets: ["SyncML"]),
        .library(name: "DDF", targets: ["DDF"]),
        .library(name: "Enrollment", targets: ["Enrollment"]),
        .library(name: "Device", targets: ["Device"]),
        .library(name: "ReferenceServer", targets: ["ReferenceServer"]),
        .library(name: "Scenario", targets: ["Scenario"]),
    ],
    traits: [
        .default(enabledTraits: ["Live"]),
        .trait(name: "Live", description: "Enrolment, HTTPS sessions, device files and the reference server."),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "Notation", swiftSettings: settings),
        .target(name: "Hashing", swiftSettings: settings),
        .target(name: "XMLStream", dependencies: ["CLibXML2"], swiftSettings: settings),
        .target(name: "SyncML", dependencies: ["Notation", "XMLStream"], swiftSettings: settings),
        .target(name: "DDF", dependencies: ["Notation", "XMLStream"], swiftSettings: settings),
        .target(name: "Enrollment", dependencies: ["Notation", "XMLStream"], swiftSettings: settings),
        .target(name: "ProtocolProfile", dependencies: ["Notation"], swiftSettings: settings),
        .target(
            name: "DMTree", dependencies: ["DDF", "Notation", "ProtocolProfile", "XMLStream"],
            swiftSettings: settings),
        .target(
            name: "CSP", dependencies: ["DMTree", "DDF", "Enrollment", "Hashing", "Notation", "XMLStream", asn1],
            swiftSettings: settings),
        .target(
            name: "DMSession", dependencies: ["DDF", "DMTree", "Hashing", "Notation", "ProtocolProfile", "SyncML"],
            swiftSettings: settings),
        .target(name: "ESP", dependencies: ["Notation"], swiftSettings: settings),
        .target(name: "HTTPExchange", dependencies: ["Notation"], swiftSettings: settings),
        .target(
            name: "EnrollmentClient", dependencies: ["Enrollment", "HTTPExchange", "Notation", "XMLStream"],
            swiftSettings: settings),
        .target(
            name: "Device",
            dependencies: [
                "CSP", "DDF", "DMSession", "DMTree", "ESP", "Enrollment", "HTTPExchange", "Notation", "ProtocolProfile",
                "SyncML", heap,
            ],
            swiftSettings: settings),
        .target(name: "Capture", dependencies: ["Notation", "SyncML", "XMLStream"], swiftSettings: settings),
        .target(
            name: "Conformance",
            dependencies: [
                "CSP", "Capture", "DDF", "DMSession", "DMTree", "Enrollment", "Notation", "ProtocolProfile", "SyncML",
                "XMLStream",
            ], swiftSettings: settings),
        .target(
            name: "Replay",
            dependencies: ["CSP", "Capture", "DDF", "DMSession", "DMTree", "Device", "Notation", "SyncML"],
            swiftSettings: settings),
        .target(
            name: "ReferenceServer", dependencies: ["DMSession", "ESP", "Notation", "ProtocolProfile", "SyncML"],
            swiftSettings: settings),
        .target(
            name: "Scenario",
            dependencies: [
                "CSP", "DDF", "DMSession", "DMTree", "Device", "ESP", "Notation", "ProtocolProfile", "ReferenceServer",
                "SyncML", "Yams",
            ],
            resources: [
                .embedInCode("Bundled/user-driven.yaml"), .embedInCode("DeviceProfiles/desktop.yaml"),
                .embedInCode("DeviceProfiles/laptop.yaml"), .embedInCode("DeviceProfiles/tablet.yaml"),
                .embedInCode("DeviceProfiles/kiosk.yaml"),
            ], swiftSettings: settings),
        .target(
            name: "LifePage",
            dependencies: [
                "CSP", "Capture", "Conformance", "DDF", "DMSession", "DMTree", "Device", "ESP", "Enrollment", "Hashing",
                "Notation", "Scenario", "SyncML",
            ],
            // The page's own files; what is built from them stands in Document/PageSources.swift.
            exclude: ["Resources"], swiftSettings: settings),
        .target(
            name: "Identity", dependencies: ["Enrollment", "Notation", "XMLStream"] + cryptography,
            swiftSettings: settings),
        .target(
            name: "Transport",
            dependencies: [
                "HTTPExchange", live("X509", "swift-certificates"), live("SwiftASN1", "swift-asn1"),
                live("NIOTLS", "swift-nio"), logging,
            ] + nio,
            swiftSettings: settings),
        .target(
            name: "DeviceFile", dependencies: ["Capture", "DMTree", "Device", "Notation", database],
            swiftSettings: settings),
        .target(
            name: "LiveDevice",
            dependencies: [
                "CSP", "Capture", "DMSession", "DMTree", "Device", "DeviceFile", "ESP", "Enrollment",
                "EnrollmentClient", "HTTPExchange", "Hashing", "Identity", "Notation", "Scenario", "SyncML",
                "Transport",
            ], swiftSettings: settings),
        .target(
            name: "ManagementService",
            dependencies: [
                "Capture", "DMSession", "ESP", "Enrollment", "HTTPExchange", "Hashing", "Identity", "Notation",
                "ReferenceServer", "Scenario", "SyncML", "XMLStream", "Yams", database,
            ] + hummingbird, swiftSettings: settings),
        .target(
            name: "LifePageServer",
            dependencies: ["Device", "ESP", "HTTPExchange", "LifePage", "Notation", "Scenario"] + hummingbird,
            swiftSettings: settings),
        .target(
            name: "ServerConformance",
            dependencies: [
                "CSP", "Capture", "Conformance", "DDF", "DMSession", "Device", "Enrollment", "EnrollmentClient",
                "HTTPExchange",
                "Identity", "LiveDevice", "Notation", "SyncML", "Transport",
            ], swiftSettings: settings),
        .executableTarget(
            name: "espalier",
            dependencies: [
                "CSP", "Capture", "Conformance", "DDF", "DMSession", "DMTree", "Device", "ESP", "LifePage", "Notation",
                "ProtocolProfile", "Replay", "Scenario", "SyncML", "XMLStream", argumentParser, live("DeviceFile"),
                live("Identity"), live("LifePageServer"), live("LiveDevice"), live("ManagementService"),
                live("ServerConformance"), live("Transport"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "espalier-live-bench",
            dependencies: [
                "CSP", "DMTree", "Device", "ESP", "EnrollmentClient", "HTTPExchange", "Notation", live("Identity"),
                live("LiveDevice"), live("Histogram", "hdrhistogram-swift"),
            ], path: "Benchmarks/Live", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["SyncML", "DMTree", "CSP", "Device", asn1] + oracles,
            swiftSettings: settings),
    ]
)

/// `script/test --only CSP` sets this, so that a change deep down is tried without building what stands above it.
let chosenTests = Context.environment["ESPALIER_TESTS"].map { Set($0.split(separator: ",").map(String.init)) }

/// Folders of test targets that hold golden files, scenarios and broken inputs: read at run time, beside the tests.
let dataFolders = [
    "SyncML": ["Golden"], "Enrollment": ["Golden"], "Replay": ["Golden"], "EndToEnd": ["Fixtures"],
    "Conformance": ["Golden", "Reports/Golden", "Catalogue/Golden", "Enrollment/Golden"],
]

/// One test target for each library target, and the end-to-end tests, which see the built tool.
for (name, dependencies) in [
    ("Notation", ["Notation"]),
    ("Hashing", ["Hashing", "Notation"]),
    ("XMLStream", ["XMLStream"]),
    ("SyncML", ["SyncML", "XMLStream"]),
    ("DDF", ["DDF", "XMLStream"]),
    ("Enrollment", ["Enrollment", "Notation", "XMLStream"]),
    ("ProtocolProfile", ["ProtocolProfile", "Notation"]),
    ("DMTree", ["DMTree", "DDF", "CSP", "Notation", "ProtocolProfile"]),
    ("CSP", ["CSP", "DDF", "DMTree", "Enrollment", "Notation"]),
    ("DMSession", ["DMSession", "DMTree", "SyncML", "CSP", "Notation", "ProtocolProfile"]),
    ("ESP", ["ESP", "DMTree", "Notation"]),
    ("HTTPExchange", ["HTTPExchange"]),
    ("EnrollmentClient", ["EnrollmentClient", "Enrollment", "HTTPExchange", "Notation", "XMLStream"]),
    ("Device", ["Device", "CSP", "DMSession", "DMTree", "Enrollment", "SyncML", "ESP", "Notation"]),
    ("ReferenceServer", ["ReferenceServer", "DMSession", "SyncML", "ESP", "ProtocolProfile"]),
    ("Capture", ["Capture", "SyncML"]),
    ("Conformance", ["Conformance", "Capture", "Enrollment", "SyncML"]),
    ("Replay", ["Replay", "Capture", "Device", "Scenario", "SyncML"]),
    ("Scenario", ["Scenario", "CSP", "DMSession", "Device", "ESP", "Notation", "SyncML"]),
    (
        "LifePage",
        ["LifePage", "Capture", "CSP", "DMTree", "Device", "ESP", "Hashing", "Notation", "Scenario", "SyncML"]
    ),
    ("LifePageServer", ["LifePageServer", "LifePage", "Device", "ESP", "HTTPExchange", "Scenario", "Transport"]),
    ("Identity", ["Identity", "Enrollment", "Notation"]),
    ("Transport", ["Transport", "HTTPExchange", "Identity"]),
    ("DeviceFile", ["DeviceFile", "DeviceFileExerciser", "Capture", "Device", "ESP", "ReferenceServer", "Scenario"]),
    ("LiveDevice", ["LiveDevice", "DeviceFile", "HTTPExchange", "Identity", "ManagementService", "Transport"]),
    (
        "ManagementService",
        [
            "ManagementService", "Capture", "Conformance", "DMSession", "Enrollment", "HTTPExchange", "Identity",
            "Notation", "Scenario", "SyncML", "Transport",
        ]
    ),
    (
        "ServerConformance",
        [
            "ServerConformance", "Conformance", "EnrollmentClient", "HTTPExchange", "Identity", "LiveDevice",
            "ManagementService", "Notation", "Scenario", "SyncML", "Transport",
        ]
    ),
    (
        "EndToEnd",
        [
            "espalier", "Capture", "DeviceFile", "SyncML", "Scenario", "Device", "ESP", "ProtocolProfile",
            "HTTPExchange",
            "Transport",
        ]
    ),
] where chosenTests?.contains(name) ?? true {
    package.targets.append(
        .testTarget(
            name: "\(name)Tests",
            dependencies: dependencies.map { .target(name: $0) } + ["TestSupport"],
            exclude: dataFolders[name] ?? [], swiftSettings: settings))
}

if chosenTests?.contains("DeviceFile") ?? true {
    // What the tests of DeviceFile start and kill.
    package.targets.append(
        .executableTarget(
            name: "DeviceFileExerciser", dependencies: ["Capture", "DeviceFile"], path: "Tests/DeviceFileExerciser",
            swiftSettings: settings))
}
