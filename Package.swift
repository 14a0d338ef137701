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

/// A room of the house, with the rooms below it that it may see (`docs/tour.md`; `bin/imports` proves the direction).
func room(_ name: String, sees dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(of room: String, sees dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: room + "Tests", dependencies: [.byName(name: room)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "ontknoop",
    dependencies: [],
    targets: [
        room("Basics"),
        tests(of: "Basics"),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room("Database", sees: ["Basics", "CSQLite", "CPostgres"]),
        tests(of: "Database", sees: ["Basics"]),
        .systemLibrary(name: "CXml", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("Xml", sees: ["Basics", "CXml"]),
        tests(of: "Xml", sees: ["Basics"]),
        room("Bpmn", sees: ["Basics", "Xml"]),
    ]
)
