import ArgumentParser

/// Names all that keeps processes from running well here.
struct ProcessCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name all that is wrong with processes: the file, its formulas, the services, forms and decisions it "
            + "asks for, and its flow (deadlock, steps that run twice or never, no way to the end); fails when one has an error."
    )

    @Argument(help: "BPMN files.") var files: [String]
    @Option(help: "The most states of a process that are looked at.") var states = 50_000
    @OptionGroup var options: HouseOptions

    func run() async throws {
        let house = try HouseContent.read(try await Settings.read(options).content)
        try ProcessFaults(most: states, playbook: try house.shippedPlaybook()).tell(of: files)
    }
}
