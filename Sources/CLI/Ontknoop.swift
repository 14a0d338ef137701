import ArgumentParser

/// The program: one executable that serves, imports, checks and advises.
@main
struct Ontknoop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontknoop", abstract: "Case management for social debt collection.", version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Import.self, Advise.self, LibraryCommand.self, IncassoCommand.self, BpmnCommand.self,
            ProcessCommand.self,
            FeelCommand.self, DmnCommand.self, Night.self, Verify.self, Backup.self, Restore.self, UserCommand.self,
        ])
}
