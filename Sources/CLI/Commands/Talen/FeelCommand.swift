import ArgumentParser
import Basics
import Feel

/// Evaluates a FEEL expression.
struct FeelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feel", abstract: "Evaluate a FEEL expression and show its value and problems.",
        discussion:
            "Fails for a text that is no expression. A value that cannot be computed is null with its problems, "
            + "as the standard says (DMN 1.5, 10.3.2.13), and is an answer.")

    @Argument(help: "The expression; - reads it from standard input, and one that begins with a minus comes behind --.")
    var expression: String
    @Option(help: "A JSON file with the names that the expression may use.") var context: String?
    @Flag(help: "Answer on one line.") var json = false

    func run() async throws {
        let facts = try context.map { try readObject($0) } ?? .object([:])
        let text = expression == "-" ? String(decoding: try standardInput(), as: UTF8.self) : expression
        let output = FeelCommandOutput(text, context: facts, now: FeelNow(House.realTime()))
        show(output.json, asJSON: json)
        if !output.isExpression { throw ExitCode.failure }
    }
}
