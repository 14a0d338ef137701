// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, warnings are errors, imports say what they are for.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// Optimised also where it is built to be tested: the tests of the adviser ask it thousands of questions.
let quick = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house, with the rooms below it that it may see (`docs/tour.md`; `bin/imports` proves the direction).
func room(
    _ name: String, sees dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(of room: String, sees dependencies: [Target.Dependency] = [], readsItself: [String] = []) -> Target {
    .testTarget(
        name: room + "Tests", dependencies: [.byName(name: room)] + dependencies, exclude: readsItself,
        swiftSettings: strict)
}

let package = Package(
    name: "ontknoop",
    products: [.executable(name: "ontknoop", targets: ["CLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .target(name: "CStack"),
        room("Basics", sees: ["CStack"]),
        tests(of: "Basics"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room("Database", sees: ["Basics", "CSQLite", "CPostgres"]),
        tests(of: "Database", sees: ["Basics", "TestSupport"]),
        room("Journal", sees: ["Basics", "Database", crypto]),
        .executableTarget(name: "CrashProbe", dependencies: ["Basics", "Database", "Journal"], swiftSettings: strict),
        tests(of: "Journal", sees: ["Basics", "CrashProbe", "Database", "TestSupport"]),
        room("Jobs", sees: ["Basics", "Database", "Journal"]),
        tests(of: "Jobs", sees: ["Basics", "Database", "Journal", "TestSupport"]),
        room("TestSupport", sees: ["Basics", "Database", "CPostgres"]),
        .systemLibrary(name: "CXml", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("Xml", sees: ["Basics", "CXml"]),
        tests(of: "Xml", sees: ["Basics"]),
        room("Feel", sees: ["Basics"]),
        tests(of: "Feel", sees: ["Basics"]),
        room("Dmn", sees: ["Basics", "Feel", "Xml"]),
        tests(of: "Dmn", sees: ["Basics", "Feel"]),
        room("Recht", sees: ["Basics", yams]),
        tests(of: "Recht", sees: ["Basics"]),
        .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        room("Exchange", sees: ["Basics", "CQrencode", "Xml"]),
        tests(of: "Exchange", sees: ["Basics"]),
        room("Bpmn", sees: ["Basics", "Xml"]),
        room("Klanten", sees: ["Basics", "Database"]),
        room(
            "Zaken",
            sees: [
                "Basics", "Bpmn", "Database", "Dmn", "Engine", "Exchange", "Feel", "Jobs", "Journal", "Klanten", "Xml",
                crypto, yams,
            ]),
        room(
            "Incasso",
            sees: [
                "Basics", "Database", "Engine", "Exchange", "Jobs", "Journal", "Klanten", "Recht", "Wire", "Zaken",
                crypto,
            ]),
        room(
            "TestHouse",
            sees: [
                "Basics", "Database", "Engine", "Exchange", "Incasso", "Jobs", "Journal", "Kanalen", "Klanten", "Recht",
                "Zaken",
            ]),
        .executableTarget(
            name: "HouseProbe", dependencies: ["Basics", "Database", "Exchange", "Incasso", "TestHouse", "Zaken"],
            swiftSettings: strict),
        tests(of: "Klanten", sees: ["Basics", "Database", "Incasso", "TestHouse", "TestSupport", "Zaken"]),
        tests(
            of: "Zaken",
            sees: ["Basics", "Database", "Engine", "Incasso", "Jobs", "Journal", "Klanten", "TestHouse", "TestSupport"]),
        tests(
            of: "Incasso",
            sees: [
                "Basics", "Database", "Exchange", "HouseProbe", "Jobs", "Journal", "Klanten", "Recht",
                "TestHouse", "TestSupport", "Zaken",
            ]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        room("Wire", sees: ["CCurl"]),
        tests(of: "Wire", sees: ["Basics", subprocess]),
        .target(name: "CArchive", linkerSettings: [.linkedLibrary("archive")]),
        room("Kanalen", sees: ["Basics", "CArchive", "CCurl", "Exchange", "Wire", mustache, subprocess, yams]),
        tests(
            of: "Kanalen",
            sees: [
                "Basics", "Database", "Exchange", "Incasso", "Jobs", "TestHouse", "TestSupport", "Zaken", subprocess,
            ]),
        .systemLibrary(name: "CStemmer"),
        room(
            "Procesbot", sees: ["Basics", "Bpmn", "CStemmer", "Dmn", "Feel", "Xml", crypto, yams], settings: quick),
        tests(of: "Procesbot", sees: ["Basics"], readsItself: ["Bibliotheek", "Bibliotheken", "Vragen"]),
        room("Taalmodel", sees: ["Basics", "Procesbot", "Wire"]),
        tests(of: "Taalmodel", sees: ["Basics", "Procesbot", "Wire", subprocess]),
        room(
            "Bibliotheek",
            sees: [
                "Basics", "Database", "Engine", "Incasso", "Jobs", "Journal", "Klanten", "Procesbot", "Recht", "Zaken",
                crypto,
            ]),
        tests(
            of: "Bibliotheek",
            sees: [
                "Basics", "Database", "Engine", "Incasso", "Jobs", "Journal", "Klanten", "Procesbot", "Recht",
                "TestHouse", "TestSupport", "Zaken",
            ]),
        .systemLibrary(name: "CGmime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .target(name: "CMime", dependencies: ["CGmime"]),
        room(
            "Postvak",
            sees: [
                "Basics", "CMime", "Database", "Exchange", "Incasso", "Jobs", "Journal", "Klanten", "Procesbot",
                "Recht",
                "Xml", "Zaken", crypto, yams,
            ]),
        tests(
            of: "Postvak",
            sees: [
                "Basics", "Database", "Incasso", "Jobs", "Journal", "Klanten", "Procesbot", "Recht", "TestHouse",
                "TestSupport", "Zaken",
            ]),
        .systemLibrary(name: "CXlsx", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room("Sturing", sees: ["Basics", "CXlsx", "Database", "Incasso", "Journal", "Recht", "Zaken"]),
        tests(
            of: "Sturing",
            sees: [
                "Basics", "Database", "Exchange", "Incasso", "Klanten", "Recht", "TestHouse", "TestSupport", "Zaken",
            ]),
        .testTarget(
            name: "ContentTests",
            dependencies: [
                "Basics", "Bpmn", "Dmn", "Engine", "Feel", "Incasso", "Kanalen", "Xml", "Zaken", yams,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Basics", "Bibliotheek", "Bpmn", "Database", "Dmn", "Engine", "Exchange", "Feel", "Incasso", "Jobs",
                "Journal",
                "Kanalen", "Klanten",
                "Postvak", "Procesbot", "Recht", "Sturing", "Taalmodel", "Web", "Wire", "Xml", "Zaken", argumentParser,
                configuration,
                hummingbird,
                lifecycle,
                logging, signals, subprocess, yams,
            ], swiftSettings: strict),
        room(
            "Web",
            sees: [
                "Basics", "Bibliotheek", "Bpmn", "Database", "Dmn", "Engine", "Exchange", "Feel", "Incasso", "Jobs",
                "Journal", "Klanten", "Postvak", "Procesbot", "Recht", "Sturing", "Taalmodel", "Xml", "Zaken", crypto,
                cryptoExtras, hummingbird,
                lifecycle, logging, mustache, yams,
            ]),
        tests(
            of: "Web",
            sees: [
                "Basics", "Bibliotheek", "Bpmn", "Database", "Dmn", "Engine", "Exchange", "Incasso", "Journal",
                "Klanten",
                "Postvak", "Procesbot", "Recht", "Sturing", "Taalmodel", "TestSupport", "Wire", "Zaken", nioEmbedded,
                subprocess,
            ]),
        tests(of: "Bpmn", sees: ["Basics", "Xml"]),
        room("Engine", sees: ["Basics", "Bpmn", "Feel", "Xml"]),
        tests(of: "Engine", sees: ["Basics", "Bpmn", "Xml"], readsItself: ["Models"]),
        .executableTarget(
            name: "EngineBenchmark", dependencies: ["Basics", "Bpmn", "Dmn", "Engine", "Feel", "Xml"],
            path: "Benchmarks/Engine", swiftSettings: strict),
        .executableTarget(
            name: "HouseBenchmark",
            dependencies: [
                "Basics", "Database", "Exchange", "Incasso", "Jobs", "Journal", "Klanten", "TestHouse", "Zaken",
                hummingbird,
            ], path: "Benchmarks/House", swiftSettings: strict),
        .executableTarget(
            name: "NightBenchmark", dependencies: ["Basics", "Database", "Incasso", "TestHouse"],
            path: "Benchmarks/Night", swiftSettings: strict),
        .executableTarget(
            name: "MailBenchmark", dependencies: ["Basics", "Postvak"], path: "Benchmarks/Mail",
            swiftSettings: strict),
        .executableTarget(
            name: "RetrievalBenchmark", dependencies: ["Basics", "Procesbot"], path: "Benchmarks/Retrieval/Ours",
            swiftSettings: strict),
    ]
)
