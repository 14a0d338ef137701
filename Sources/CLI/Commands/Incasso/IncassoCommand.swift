public import ArgumentParser
public import Basics
import Foundation
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
    @Flag(help: "Answer on one line.") var json = false

    func tables() throws -> RechtTables {
        let folder = content ?? ProcessInfo.processInfo.environment["ONTKNOOP_CONTENT"] ?? "Content"
        return try RechtTables(reading: rechtFiles(in: folder))
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Money: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
