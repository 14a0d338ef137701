import ArgumentParser
import Basics
import Recht

/// Collection costs (6:96 BW, Besluit vergoeding voor buitengerechtelijke incassokosten).
struct KostenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "kosten", abstract: "Out-of-court collection costs.")

    @Option(help: "A principal; repeat for several claims in one letter.") var hoofdsom: [Money]
    @Flag(help: "Raise the costs by VAT (BIK art. 2 lid 3).") var btw = false
    @Option(help: "The day whose tariff counts. Default today.") var datum: Day?
    @OptionGroup var options: RechtOptions

    func run() async throws {
        let costs = try options.tables().costs.costs(
            over: hoofdsom, on: datum ?? House.realTime().day, withVAT: btw)
        show(costs.json, asJSON: options.json)
    }
}
