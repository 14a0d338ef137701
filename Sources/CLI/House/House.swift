import Basics
import Bpmn
import Database
import Engine
import Foundation
import Incasso
import Jobs
import Kanalen
import Recht
import Web
import Zaken

/// The whole house, opened: the database at its newest migration, the content read, the processes deployed.
struct House: Sendable {
    let settings: Settings
    let database: Database
    let office: Office
    let clock: @Sendable () -> Moment

    static func open(_ settings: Settings, clock: @escaping @Sendable () -> Moment) async throws -> House {
        try FileManager.default.createDirectory(atPath: settings.data, withIntermediateDirectories: true)
        let database = try await Database.open(settings.database)
        try await database.migrate(Migration.read(folder: settings.content + "/migrations"))
        let content = try HouseContent.read(settings.content)
        let processes = try await content.deploy(to: database, at: clock())
        let office = Office(database: database, playbook: content.playbook(processes), clock: clock)
        return House(settings: settings, database: database, office: office, clock: clock)
    }

    func close() async { await database.close() }
}
