import ArgumentParser

/// The program: one executable that serves, imports, checks and advises.
@main
struct Ontknoop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontknoop", abstract: "Case management for social debt collection.", version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Import.self, Advise.self, LibraryCommand.self, MailCommand.self, IncassoCommand.self,
            BpmnCommand.self,
            ProcessCommand.self,
            FeelCommand.self, DmnCommand.self, Night.self, Verify.self, Backup.self, Restore.self, UserCommand.self,
            SchuldeiserCommand.self, KoppelingCommand.self,
        ])

    static func main() async {
        do { try await run(parseAsRoot()) } catch { exit(withError: error) }
    }

    /// What a command refuses while it works is said in words; how it is called helps only who called it wrong.
    private static func run(_ command: any ParsableCommand) async throws {
        var command = command
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            throw Fault(error) ?? error
        }
    }
}
