import ArgumentParser
import Basics
import Recht

/// The term of the 14-day letter (6:96 lid 6 BW).
struct TermijnCommand: AsyncParsableCommand {
    enum Kanaal: String, ExpressibleByArgument, CaseIterable { case post, email, portaal }

    static let configuration = CommandConfiguration(commandName: "termijn", abstract: "The term of the 14-day letter.")

    @Option(help: "The day the letter leaves.") var verzonden: Day
    @Option(help: "post, email or portaal.") var kanaal = Kanaal.post
    @Option(help: "The first day of default, if known.") var verzuim: Day?
    @OptionGroup var options: RechtOptions

    func run() async throws {
        let tables = try await options.tables()
        let channel: LetterChannel = kanaal == .post ? .post : .electronic(readable: verzonden)
        let term = try tables.letters.term(sent: verzonden, by: channel, defaultFrom: verzuim, in: tables.calendar)
        options.answer(term.json)
    }
}
