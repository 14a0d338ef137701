import Database
import Foundation

/// Databases on the server of this test process, each a copy of a template that has been migrated once.
actor ScratchDatabases {
    static let shared = ScratchDatabases()

    private var cluster: PostgresCluster?
    private var templates: [[Migration]: Task<String, any Error>] = [:]
    private var count = 0

    /// The server's work is done outside this actor, so that tests do not wait for each other.
    nonisolated func with<Answer: Sendable>(
        _ migrations: [Migration], _ body: @Sendable (DatabaseLocation) async throws -> Answer
    ) async throws -> Answer {
        let (cluster, template, name) = try await prepare(migrations)
        try cluster.execute("CREATE DATABASE \(name) TEMPLATE \(template)")
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

    private func prepare(_ migrations: [Migration]) async throws -> (PostgresCluster, template: String, name: String) {
        let cluster = try self.cluster ?? PostgresCluster.start()
        self.cluster = cluster
        return (cluster, try await template(migrations, on: cluster), nextName("test"))
    }

    /// The first test that asks makes the template; the others wait for it.
    private func template(_ migrations: [Migration], on cluster: PostgresCluster) async throws -> String {
        if let template = templates[migrations] { return try await template.value }
        let name = nextName("template")
        let making = Task {
            try cluster.execute("CREATE DATABASE \(name)")
            let database = try await Database.open(.postgres(url: cluster.url(of: name), connections: 1))
            try await database.migrate(migrations)
            await database.close()
            return name
        }
        templates[migrations] = making
        return try await making.value
    }

    private func nextName(_ kind: String) -> String {
        count += 1
        return "\(kind)_\(count)"
    }
}
