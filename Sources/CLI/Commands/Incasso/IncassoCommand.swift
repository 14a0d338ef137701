public import ArgumentParser
public import Basics
import Database
import Foundation
import Incasso
import Recht

/// Computes what collection law says, with its working.
struct IncassoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incasso", abstract: "Compute interest, costs, terms and protected income with their working.",
        subcommands: [RenteCommand.self, KostenCommand.self, TermijnCommand.self, BeslagvrijeVoetCommand.self])
}

/// What the commands of collection law share.
struct RechtOptions: ParsableArguments {
    @Option(help: "The folder with the legal tables. Default ./Content or ONTKNOOP_CONTENT.") var content: String?
    @Option(help: "Reckon with the rows that the house in this data folder added.") var data: String?
    @Option(help: "The same, by the house's database: a file of SQLite, or postgres://user:password@host:port/name.")
    var database: String?
    @Flag(help: "Answer on one line.") var json = false

    /// The tables to reckon with: those that ship, with the rows of a house when one is named.
    func tables() async throws -> RechtTables {
        let folder = contentFolder(content)
        guard let place = database ?? data.map({ $0 + "/ontknoop.sqlite" }) else {
            return try RechtTables(reading: rechtFiles(in: folder))
        }
        let location = DatabaseLocation(place)
        if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no database at \(path).")
        }
        let book = try Rechtsboek(reading: rechtFiles(in: folder))
        let house = try await Database.open(location)
        do { try await book.reload(from: house) } catch {
            await house.close()
            throw error
        }
        await house.close()
        return book.tables
    }

    /// Shows an answer, with whose tables it rests on.
    func answer(_ json: JSON) {
        var fields = json.fields ?? [:]
        fields["tabellen"] = .string(data == nil && database == nil ? "meegeleverd" : "huis")
        show(.object(fields), asJSON: self.json)
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Money: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
