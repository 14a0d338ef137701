import ArgumentParser
import Basics
import Recht

/// The protected part of an income (475da Rv and further).
struct BeslagvrijeVoetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beslagvrijevoet", abstract: "The protected part of an income.")

    @Option(help: "A JSON file with the income and the situation.") var invoer: String
    @OptionGroup var options: RechtOptions

    func run() async throws {
        let input = try BvvInput(json: readJSON(invoer))
        options.answer(try await BeslagvrijeVoet(input, by: options.tables().beslagvrijeVoet).json)
    }
}
