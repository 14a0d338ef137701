public import Basics
import Recht
public import Zaken

extension Betalingsregeling {
    /// Records an arrangement over all that is open on a zaak (CORA A.3.3).
    public struct Agreement: Sendable {
        public var zaak: Identifier<Zaak>
        public var perMaand: Money
        public var eersteDag: Day
        public var door: Medewerker
        public var betaalwijze: Betaalwijze?

        public init(
            zaak: Identifier<Zaak>, perMaand: Money, eersteDag: Day, door: Medewerker, betaalwijze: Betaalwijze? = nil
        ) {
            self.betaalwijze = betaalwijze
            self.zaak = zaak
            self.perMaand = perMaand
            self.eersteDag = eersteDag
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Betalingsregeling {
            let zaak = try act.openZaak(zaak)
            guard try act.tx.regelingen.running(for: zaak.id) == nil else { throw RegelingRefusal.alreadyRunning }
            try act.playbook.toets(CollectionAct.regeling.rawValue, zaak, act)
            let claims = try act.tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
            let regeling = Betalingsregeling(
                id: act.newID(), zaak: zaak.id, staat: .lopend, overeengekomen: act.today, door: door.rawValue,
                betaalwijze: betaalwijze, vorderingen: Set(claims.map(\.id)),
                termijnen: try Betalingsregeling.plan(
                    perMaand, from: eersteDag, for: claims.map(\.saldo.totaal).sum, on: act.today), versie: 0)
            try act.tx.regelingen.add(regeling)
            try act.record("regeling_afgesproken", of: zaak.id, regeling.record)
            try act.endDisputes(over: Set(claims.map(\.id)), of: zaak.partij)
            try act.followArrears(of: zaak.id)
            return regeling
        }
    }

    /// Ends an arrangement that is no longer kept; only a person decides so (CORA C.1.1).
    public struct Lapse: Sendable {
        public var zaak: Identifier<Zaak>
        public var reden: String

        public init(zaak: Identifier<Zaak>, reden: String) {
            self.zaak = zaak
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard var regeling = try act.tx.regelingen.running(for: zaak) else { throw RegelingRefusal.noneRunning }
            regeling.end(.vervallen, on: act.today)
            try act.tx.regelingen.save(regeling)
            try act.record("regeling_vervallen", of: zaak, ["reden": .string(reden)])
            try act.followArrears(of: zaak)
        }
    }

    /// Ends the arrangement in force because another takes its place.
    struct Replacement {
        var zaak: Identifier<Zaak>

        func run(in act: Act) throws {
            guard var regeling = try act.tx.regelingen.running(for: zaak) else { return }
            let open = regeling.termijnen.map(\.open).sum
            regeling.end(.vervallen, on: act.today)
            try act.tx.regelingen.save(regeling)
            try act.record("regeling_vervangen", of: zaak, ["open": JSON(open)])
        }
    }

    var record: JSON {
        [
            "termijnen": JSON(termijnen.count), "bedrag": JSON(bedrag),
            "eerste": termijnen.first.map { JSON($0.vervaldag) } ?? .null,
            "laatste": einddatum.map { JSON($0) } ?? .null,
        ]
    }
}
