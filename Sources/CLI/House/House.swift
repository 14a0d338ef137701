import Basics
import Bibliotheek
import Database
import Foundation
import Incasso
import Jobs
import Journal
import Logging
import Postvak
import Recht
import Web
import Zaken

/// The whole house, opened: the database at its newest migration, the content read, the processes deployed.
struct House: Sendable {
    let settings: Settings
    let database: Database
    let office: Office
    let boek: Rechtsboek
    var recht: RechtTables { boek.tables }
    let clock: @Sendable () -> Moment
    /// Where mail comes in; its files are looked at when a clamd is named.
    let kantoor: Postkantoor
    /// How customers pay by link, when they can reach us.
    let links: Betaallinks?
    /// Where secrets of others are kept.
    let kluis: Kluis

    static func open(_ settings: Settings, clock: @escaping @Sendable () -> Moment) async throws -> House {
        let database = try await openDatabase(settings)
        let links = try await links(settings, in: database)
        let kluis = try kluis(settings)
        try await database.write { _ = try $0.gemeenten.seal(in: kluis) }
        var content = try HouseContent.read(settings.content)
        content.dienst.betaallinks = links
        try await content.dienst.boek.reload(from: database)
        let (processes, decisions, faults) = try await content.deploy(to: database, at: clock())
        Logger(label: "ontknoop").note(faults)
        let office = Office(database: database, playbook: content.playbook(processes, decisions), clock: clock)
        let library = try ShippedLibrary(content: settings.content)
        try await office.act(as: .system("content")) { act in try library.run(in: act) }
        let kantoor = Postkantoor(
            office: office, sorteerder: try Sorteerder(content: settings.content),
            boek: content.dienst.boek, scanner: settings.scanner)
        return House(
            settings: settings, database: database, office: office, boek: content.dienst.boek, clock: clock,
            kantoor: kantoor, links: links, kluis: kluis)
    }

    /// The house that a command names, with the texts in which it speaks.
    static func opened(_ options: HouseOptions) async throws -> (House, Words) {
        let settings = try await Settings.read(options)
        let words = try Words.ofCommands(in: settings.content)
        return (try await open(settings, clock: realTime), words)
    }

    /// The database alone, brought to its newest migration.
    static func openDatabase(_ settings: Settings) async throws -> Database {
        try FileManager.default.createDirectory(atPath: settings.data, withIntermediateDirectories: true)
        let database = try await Database.open(settings.database)
        try await database.migrate(Migration.read(folder: settings.content + "/migrations"))
        return database
    }

    func close() async { await database.close() }

    /// The clock on the wall.
    static func realTime() -> Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}
