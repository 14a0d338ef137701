public import Basics
import Journal
public import Klanten
public import Zaken

/// Someone records on which day a person left a creditor's dwelling, or that the person still lives there (KPI 9).
public struct Vertrek: Sendable {
    public var partij: Identifier<Partij>
    public var schuldeiser: String
    public var nummer: String
    public var dag: Day?

    public init(partij: Identifier<Partij>, schuldeiser: String, nummer: String, dag: Day?) {
        self.partij = partij
        self.schuldeiser = schuldeiser
        self.nummer = nummer
        self.dag = dag
    }

    public func run(in act: Act) throws {
        let known = try act.tx.schuldeisers.debiteuren(of: partij)
        guard let one = known.first(where: { $0.schuldeiser == schuldeiser && $0.nummer == nummer }) else {
            throw PartijRefusal.unknown
        }
        guard dag != one.vertrokken else { return }
        try act.tx.schuldeisers.note(left: dag, debiteur: nummer, of: schuldeiser)
        try act.record(
            "vertrek_vastgelegd", of: .klant(partij),
            ["schuldeiser": .string(schuldeiser), "dag": dag.map { JSON($0) } ?? .null])
    }
}
