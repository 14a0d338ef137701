import Basics
public import Engine

/// Runs example cases with the decisions that belong to them.
public struct Scenariotest: Sendable {
    public let processen: ProcessLibrary
    public let beslissingen: Beslissingen
    /// The services that there are; a step that asks for another stands still, as it would in a zaak.
    public let diensten: Set<String>?

    /// Without `diensten` every service is taken to exist.
    public init(processen: ProcessLibrary, beslissingen: Beslissingen, diensten: Set<String>? = nil) {
        self.diensten = diensten
        self.processen = processen
        self.beslissingen = beslissingen
    }

    /// Runs one in memory, under its own clock; decisions are those of the day on which it begins, or newer.
    public func run(_ scenario: Scenario) -> Scenario.Result {
        scenario.run(
            in: processen.asking { [beslissingen] decision, facts in
                switch beslissingen.decide(decision, facts, at: scenario.begin, isTrial: true) {
                case .made(let outcome): .value(outcome.waarde)
                case .failed(let reason): .failed(reason)
                }
            }, services: diensten)
    }
}

extension Beslissingen {
    /// The decisions of files that were not published, as if they had always held.
    public init(files: [Beslissingsbestand]) {
        self.init(
            files.map { .init(model: $0.code, versie: 1, geldigVanaf: Beslissingsmodel.always, program: $0.program) })
    }
}
