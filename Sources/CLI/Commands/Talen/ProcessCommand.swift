import ArgumentParser
import Basics
import Engine

/// Works with executable processes.
struct ProcessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "process", abstract: "Work with executable processes.",
        subcommands: [ProcessCheck.self, ProcessConform.self, ProcessTest.self])
}

/// Runs the cases of an execution suite and compares their traces.
struct ProcessConform: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conform",
        abstract: "Run a folder of executable models with a cases.json; fails when a trace differs that should not.")

    @Argument(help: "The folder with cases.json.") var folder: String
    @Flag(help: "Answer on one line.") var json = false

    func run() async throws {
        let cases = try readJSON(folder + "/cases.json")
        let report = ConformanceReport(cases: cases) { try bytes(of: folder + "/" + $0) }
        show(report.json, asJSON: json)
        for failure in report.unexplained { tell("\(failure.name): \(failure.expected), left \(failure.actual)") }
        guard report.total > 0 else { throw ValidationError("\(folder)/cases.json holds no cases: is it the file?") }
        if !report.unexplained.isEmpty { throw ExitCode.failure }
    }
}
