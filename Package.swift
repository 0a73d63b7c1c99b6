// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "expediente",
    products: [
        .executable(name: "expediente", targets: ["expediente"]),
        .library(name: "Language", targets: ["Language"]),
        .library(name: "Names", targets: ["Names"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        // Ground floor: nothing of ours.
        .target(name: "Vocabulary", swiftSettings: strict),
        .target(name: "CMatrix"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Language", dependencies: ["CMatrix"],
            resources: [.embedInCode("Resources/symbols.tsv"), .embedInCode("Resources/norms.tsv")],
            swiftSettings: strict),
        .target(name: "Names", resources: [.copy("Resources")], swiftSettings: strict),
        .target(
            name: "FollowTheMoney", resources: [.embedInCode("schemata.tsv")], swiftSettings: strict),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Fetching", dependencies: ["CCurl"], swiftSettings: strict),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // Middle floor.
        .target(
            name: "Watchlists", dependencies: ["Vocabulary", "Names", "FollowTheMoney", "CLibXML2"],
            resources: [.embedInCode("Resources/ofac-identifiers.tsv"), .embedInCode("Resources/countries.tsv")],
            swiftSettings: strict),
        .target(
            name: "Reports", dependencies: ["Vocabulary", "CZlib"],
            resources: [
                .embedInCode("Language/languages.tsv"), .embedInCode("Resources/character-references.tsv"),
                .embedInCode("Resources/charset-labels.tsv"), .embedInCode("Resources/page-vocabulary.tsv"),
                .embedInCode("Resources/page-phrases.tsv"), .embedInCode("Resources/months.tsv"),
                .embedInCode("Resources/agencies.tsv"),
            ], swiftSettings: strict),
        .target(
            name: "Extraction",
            dependencies: ["Vocabulary", "Language", "Names", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Resources")],
            swiftSettings: strict),
        .target(
            name: "Evaluation", dependencies: ["Vocabulary"], resources: [.embedInCode("Page/page.css")],
            swiftSettings: strict),
        .target(
            name: "CaseFile", dependencies: ["Vocabulary", "Names", "FollowTheMoney"],
            resources: [
                .embedInCode("Resources/bodies.tsv"), .embedInCode("Resources/countries.tsv"),
                .embedInCode("Resources/known-names.tsv"), .embedInCode("Resources/name-words.tsv"),
                .embedInCode("Resources/place-names.tsv"), .embedInCode("Resources/case-page.css"),
            ], swiftSettings: strict),
        .target(
            name: "SQLiteStore",
            dependencies: ["Vocabulary", "CaseFile", "CZlib", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        // Top.
        .target(
            name: "Casework",
            dependencies: [
                "Vocabulary", "Language", "Names", "Reports", "Extraction", "Evaluation", "Watchlists", "Fetching",
                "CaseFile", "SQLiteStore", "FollowTheMoney",
            ],
            swiftSettings: strict),
        // Doors.
        .target(
            name: "Server",
            dependencies: [
                "CaseFile", "Casework", "Fetching", "Names", "Reports", "Vocabulary", "Watchlists",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
            ],
            resources: [
                .embedInCode("Look/desk.css"), .embedInCode("Look/desk.js"), .embedInCode("Look/words.tsv"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "expediente",
            dependencies: [
                "Casework", "CaseFile", "Evaluation", "Fetching", "FollowTheMoney", "Language", "Names", "Server",
                "Vocabulary",
                "Watchlists", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Tests, one target a room.
        .testTarget(
            name: "CommandTests", dependencies: ["expediente", "CaseFile", "SQLiteStore", "Vocabulary"],
            exclude: ["Snapshots"],
            resources: [.copy("Readings")], swiftSettings: strict),
        .testTarget(
            name: "CaseFileTests", dependencies: ["CaseFile", "FollowTheMoney", "Names", "Vocabulary"],
            exclude: ["who-is-who.csv"], swiftSettings: strict),
        .testTarget(
            name: "WatchlistsTests", dependencies: ["Watchlists", "Names", "Vocabulary"], swiftSettings: strict),
        .testTarget(name: "FetchingTests", dependencies: ["Fetching"], swiftSettings: strict),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"], swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Vocabulary"], resources: [.copy("Gold")],
            swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction", "Language", "Vocabulary"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Vocabulary", "CZlib"], exclude: ["Keys"],
            swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["CMatrix", "Language"], resources: [.copy("Resources")],
            swiftSettings: strict),
        // A layer below SQLite whose writes fail when a test wants them to.
        .target(
            name: "CFaultyDisk", path: "Tests/CFaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .testTarget(
            name: "SQLiteStoreTests",
            dependencies: [
                "SQLiteStore", "CaseFile", "CFaultyDisk", "Vocabulary", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(name: "ServerTests", dependencies: ["Server", "Vocabulary"], swiftSettings: strict),
        .testTarget(name: "NamesTests", dependencies: ["Names"], swiftSettings: strict),
    ]
)
