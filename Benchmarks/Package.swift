// swift-tools-version: 6.2

import PackageDescription

/// A package of its own, so that whoever depends on Espalier never builds a benchmark. `script/bench` runs it.
let package = Package(
    name: "espalier-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "espalier", path: "..", traits: [])],
    targets: [
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CTwin", dependencies: ["CLibXML"]),
        .executableTarget(
            name: "espalier-bench",
            dependencies: [
                "CTwin",
                .product(name: "Device", package: "espalier"),
                .product(name: "ReferenceServer", package: "espalier"),
                .product(name: "Scenario", package: "espalier"),
                .product(name: "SyncML", package: "espalier"),
                .product(name: "XMLStream", package: "espalier"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
