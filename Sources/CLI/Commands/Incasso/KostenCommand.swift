import ArgumentParser
import Basics
import Recht

/// Collection costs (6:96 BW, Besluit vergoeding voor buitengerechtelijke incassokosten).
struct KostenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "kosten", abstract: "Out-of-court collection costs.")

    @Option(help: "A principal; repeat for several claims in one letter.") var hoofdsom: [Money]
    @Flag(help: "Raise the costs by VAT (BIK art. 2 lid 3).") var btw = false
    @Flag(help: "The claims are instalments of one contract (BIK art. 2a).") var termijnen = false
    @Option(help: "The day whose tariff counts. Default today.") var datum: Day?
    @OptionGroup var options: RechtOptions

    func run() async throws {
        let (tables, day) = (try await options.tables().costs, datum ?? House.realTime().day)
        let kinds = termijnen ? tables.instalments.value(on: day)?.kinds ?? [] : []
        let costs = try tables.costs(ofLetterOver: hoofdsom, kinds: kinds, on: day, after: [], withVAT: btw)
        options.answer(costs.json)
    }
}
