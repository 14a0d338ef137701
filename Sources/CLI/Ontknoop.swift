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
            SchuldeiserCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: Fault(error) ?? error)
        }
    }
}
