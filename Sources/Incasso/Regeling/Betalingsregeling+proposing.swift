public import Basics
import Engine
import Recht
public import Zaken

extension Betalingsregeling {
    /// Brings a proposal into the process of a zaak: its reminders stop, and the form in which people agree begins with
    /// it. Nothing is agreed yet (CORA A.3.1, A.3.2); an arrangement that runs beside new claims runs on until then.
    public struct Proposal: Sendable {
        public var zaak: Identifier<Zaak>
        public var perMaand: Money
        public var eersteDag: Day
        /// What someone can spare, as it was computed; kept with the proposal, never the answers behind it.
        public var draagkracht: Draagkracht?

        public init(zaak: Identifier<Zaak>, perMaand: Money, eersteDag: Day, draagkracht: Draagkracht? = nil) {
            self.zaak = zaak
            self.perMaand = perMaand
            self.eersteDag = eersteDag
            self.draagkracht = draagkracht
        }

        public func run(in act: Act) throws {
            let zaak = try act.openZaak(zaak)
            guard zaak.opgeschort == nil else { throw ZaakRefusal.standsStill }
            let regeling = try act.tx.regelingen.running(for: zaak.id)
            guard try regeling.map({ try !act.beside($0).isEmpty }) ?? true else {
                throw RegelingRefusal.alreadyRunning
            }
            try act.playbook.toets(CollectionAct.regeling.rawValue, zaak, act)
            let plan = try Betalingsregeling.plan(perMaand, from: eersteDag, for: zaak.bedrag, on: act.today)
            try act.record(
                "regeling_voorgesteld", of: zaak.id,
                [
                    "termijnen": JSON(plan.count), "bedrag": JSON(perMaand),
                    "draagkracht": draagkracht?.json ?? .null,
                ])
            let proposal: [String: JSON] = [
                "voorstel": [
                    "perMaand": JSON(perMaand), "eersteDag": JSON(eersteDag),
                    "ruimte": draagkracht.map { JSON($0.ruimte) } ?? .null,
                ]
            ]
            if try act.deliver("RegelingVerzocht", to: zaak, variables: proposal) { return }
            guard try act.isArranging(zaak) else { throw RegelingRefusal.notNow }
            try act.perform(.setVariables(proposal), on: zaak)
        }
    }

    /// The instalments of a proposal, by the rule that holds for agreeing as well.
    public static func plan(_ amount: Money, from first: Day, for open: Money, on today: Day) throws(RegelingRefusal)
        -> [Termijn]
    {
        guard first >= today else { throw .firstDayInPast(first) }
        return try monthly(amount, from: first, for: open)
    }
}

extension Betalingsregeling {
    /// The step at whose taak people agree; a proposal stands in its form.
    static let overeenkomen = "A.3.2"
}

extension Act {
    /// Whether the form in which people agree waits now on all of these zaken, so that a proposal stands in it.
    public func asksAgreement(on zaken: [Identifier<Zaak>]) throws -> Bool {
        try zaken.allSatisfy { zaak in
            try tx.taken.waiting(for: zaak).contains { $0.stap == Betalingsregeling.overeenkomen }
        }
    }

    /// Whether an arrangement is being made on a zaak: a taak of CORA A.3 waits.
    fileprivate func isArranging(_ zaak: Zaak) throws -> Bool {
        try tx.taken.waiting(for: zaak.id).contains { $0.stap.hasPrefix("A.3.") }
    }
}
