public import Database
import Foundation
public import Testing

/// The databases that every store test runs on: `@Test(arguments: TestDatabase.all)`.
public enum TestDatabase: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, file, postgres

    public var testDescription: String { rawValue }

    /// All that this machine has. Without PostgreSQL a message says so; with `ONTKNOOP_REQUIRE_POSTGRES=1` its tests then fail.
    public static let all: [TestDatabase] = hasPostgres ? allCases : [.memory, .file]

    /// Those on which several connections work at once.
    public static let shared: [TestDatabase] = all.filter { $0 != .memory }

    /// PostgreSQL alone, where the machine has it.
    public static let servers: [TestDatabase] = all.filter { $0 == .postgres }

    private static let hasPostgres: Bool = {
        if PostgresCluster.binaries != nil || ProcessInfo.processInfo.environment["ONTKNOOP_REQUIRE_POSTGRES"] == "1" {
            return true
        }
        print("skipped: the tests on PostgreSQL, because its server is not installed (apt-get install postgresql-15)")
        return false
    }()

    /// Gives a fresh database with these migrations, and takes it away afterwards.
    public func with<Answer: Sendable>(
        _ migrations: [Migration] = Migration.shipped,
        _ body: @Sendable (Database) async throws -> Answer
    ) async throws -> Answer {
        try await at(migrations) { location in try await TestDatabase.open(location, migrations, body) }
    }

    /// However many tests run at once, a server has so many connections and a machine so much memory.
    private static let turnstile = Turnstile(40)

    /// Gives the place of a fresh database, for tests that open it more than once.
    public func at<Answer: Sendable>(
        _ migrations: [Migration] = Migration.shipped,
        _ body: @Sendable (DatabaseLocation) async throws -> Answer
    ) async throws -> Answer {
        try await TestDatabase.turnstile.pass { try await fresh(migrations, body) }
    }

    private func fresh<Answer: Sendable>(
        _ migrations: [Migration], _ body: @Sendable (DatabaseLocation) async throws -> Answer
    ) async throws -> Answer {
        switch self {
        case .memory: try await body(.memory)
        case .file:
            try await TestDatabase.inFolder { try await body(.sqlite(path: $0.appending(path: "test.db").path)) }
        case .postgres: try await ScratchDatabases.shared.with(migrations, body)
        }
    }

    /// Opens a database, brings it up to date, and closes it whatever happens.
    public static func open<Answer: Sendable>(
        _ location: DatabaseLocation, _ migrations: [Migration] = Migration.shipped,
        _ body: @Sendable (Database) async throws -> Answer
    ) async throws -> Answer {
        let database = try await Database.open(location)
        do {
            try await database.migrate(migrations)
            let answer = try await body(database)
            await database.close()
            return answer
        } catch {
            await database.close()
            throw error
        }
    }

    private static func inFolder<Answer: Sendable>(_ body: @Sendable (URL) async throws -> Answer) async throws
        -> Answer
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ontknoop-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { FileManager.default.removeWithoutFuss(folder) }
        return try await body(folder)
    }
}

extension FileManager {
    /// What is left behind in a temporary folder harms nobody.
    fileprivate func removeWithoutFuss(_ folder: URL) {
        do { try removeItem(at: folder) } catch { print("not removed: \(folder.path)") }
    }
}

extension Migration {
    /// All migrations of this package.
    public static let shipped: [Migration] = {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..").standardized
        do {
            return try Migration.read(folder: root.appending(path: "Content/migrations").path)
        } catch {
            preconditionFailure("Content/migrations cannot be read: \(error)")
        }
    }()
}
