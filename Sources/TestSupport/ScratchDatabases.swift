import Database
import Foundation

/// Databases on the server of this test process, each a copy of a template that has been migrated once.
actor ScratchDatabases {
    static let shared = ScratchDatabases()

    private var cluster: PostgresCluster?
    private var templates: [[Migration]: String] = [:]
    private var count = 0

    func with<Answer: Sendable>(
        _ migrations: [Migration], _ body: @Sendable (DatabaseLocation) async throws -> Answer
    ) async throws -> Answer {
        let (cluster, name) = try await make(migrations)
        let answer: Answer
        do {
            answer = try await body(.postgres(url: cluster.url(of: name), connections: 4))
        } catch {
            try cluster.execute("DROP DATABASE \(name) WITH (FORCE)")
            throw error
        }
        try cluster.execute("DROP DATABASE \(name) WITH (FORCE)")
        return answer
    }

    private func make(_ migrations: [Migration]) async throws -> (PostgresCluster, String) {
        let cluster = try self.cluster ?? PostgresCluster.start()
        self.cluster = cluster
        let template = try await template(migrations, on: cluster)
        let name = nextName("test")
        try cluster.execute("CREATE DATABASE \(name) TEMPLATE \(template)")
        return (cluster, name)
    }

    /// Two tests may make the same template at once; the later one stays.
    private func template(_ migrations: [Migration], on cluster: PostgresCluster) async throws -> String {
        if let template = templates[migrations] { return template }
        let name = nextName("template")
        try cluster.execute("CREATE DATABASE \(name)")
        let database = try await Database.open(.postgres(url: cluster.url(of: name), connections: 1))
        try await database.migrate(migrations)
        await database.close()
        templates[migrations] = name
        return name
    }

    private func nextName(_ kind: String) -> String {
        count += 1
        return "\(kind)_\(count)"
    }
}
