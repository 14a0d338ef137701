import ArgumentParser
import Basics
import Feel

/// Evaluates a FEEL expression.
struct FeelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel", abstract: "Evaluate a FEEL expression and show its value and problems.")

    @Argument(help: "The expression.") var expression: String
    @Option(help: "A JSON file with the names that the expression may use.") var context: String?
    @Flag(help: "Answer on one line.") var json = false

    func run() async throws {
        let facts = try context.map { try readJSON($0) } ?? .object([:])
        let output = FeelCommandOutput(expression, context: facts, now: FeelNow(House.realTime()))
        show(output.json, asJSON: json)
        if !output.isExpression { throw ExitCode.failure }
    }
}
