import ArgumentParser

/// Names all that is wrong with models: line, element and cause.
struct BpmnCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name all that is wrong with BPMN files, and with the flow of those meant to run; fails when one has "
            + "an error.")

    @Argument(help: "BPMN files.") var files: [String]
    @Option(help: "The most states of a process that is meant to run that are looked at.") var states = 50_000

    func run() async throws {
        try ProcessFaults(most: states).tell(of: files)
    }

}
