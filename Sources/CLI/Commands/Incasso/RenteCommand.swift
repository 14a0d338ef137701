public import ArgumentParser
import Basics
public import Recht

/// Statutory interest (6:119 and 6:119a BW).
struct RenteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rente", abstract: "Statutory interest.")

    @Option(help: "consument (6:119 BW) or handel (6:119a BW).") var soort = InterestKind.consument
    @Option(help: "The principal, such as 3500.00.") var hoofdsom: Money
    @Option(help: "The first day of default.") var van: Day
    @Option(help: "The day up to which is computed.") var tot: Day
    @Option(help: "A payment on a day: 2025-01-10=500.00. May be repeated.") var betaling: [DatedAmount] = []
    @OptionGroup var options: RechtOptions

    func validate() throws {
        guard let late = betaling.first(where: { $0.day > tot }) else { return }
        throw ValidationError("The payment of \(late.day) lies after --tot \(tot) and would not count.")
    }

    func run() async throws {
        let question = InterestQuestion(
            principal: hoofdsom, from: van, until: tot, basis: .statutory(soort),
            entries: betaling.map { InterestQuestion.Entry($0.day, .payment($0.amount)) })
        options.answer(try await options.tables().interest.interest(for: question).json)
    }
}

extension InterestKind: ExpressibleByArgument {}

/// An amount on a day, as `2025-01-10=500.00`.
struct DatedAmount: ExpressibleByArgument {
    let day: Day
    let amount: Money

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let day = Day(parts[0]), let amount = Money(parts[1]) else { return nil }
        self.day = day
        self.amount = amount
    }
}
