public import Basics
public import Database
public import Recht
public import Zaken

extension Vordering {
    /// Records an act that interrupts the limitation and that nothing else tells of, with its proof (BW 3:316 to 3:318).
    public struct Stuiting: Sendable {
        public var vordering: Identifier<Vordering>
        public var dag: Day
        public var soort: Interruption.Kind
        public var bewijs: String
        public var door: Medewerker

        public init(
            vordering: Identifier<Vordering>, dag: Day, soort: Interruption.Kind, bewijs: String, door: Medewerker
        ) {
            self.vordering = vordering
            self.dag = dag
            self.soort = soort
            self.bewijs = bewijs
            self.door = door
        }

        public func run(in act: Act) throws {
            guard !bewijs.allSatisfy(\.isWhitespace) else { throw ToestandRefusal.evidenceMissing }
            guard dag <= act.today else { throw VerjaringRefusal.dayToCome }
            guard let claim = try act.tx.vorderingen.find(vordering) else { throw VerjaringRefusal.unknown }
            let id: Identifier<Stuiting> = act.newID()
            try act.tx.run(
                """
                INSERT INTO stuitingen (id, vordering_id, dag, soort, bewijs, door, moment)
                VALUES (\(id), \(vordering), \(dag), \(soort), \(bewijs), \(door.rawValue), \(act.now))
                """)
            try act.record(
                "gestuit", of: claim.zaak,
                ["vordering": .string(claim.factuurnummer), "dag": JSON(dag), "reden": .string(bewijs)])
        }
    }

    /// The form on which a judgment is recorded.
    static let vonnisformulier = "deurwaarder_vonnis"

    /// A person decides that a claim that has lapsed is collected all the same, with a reason.
    public struct Verjaringsbesluit: Sendable {
        public var vordering: Identifier<Vordering>
        public var reden: String
        public var door: Medewerker

        public init(vordering: Identifier<Vordering>, reden: String, door: Medewerker) {
            self.vordering = vordering
            self.reden = reden
            self.door = door
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard let claim = try act.tx.vorderingen.find(vordering) else { throw VerjaringRefusal.unknown }
            try act.tx.run(
                """
                INSERT INTO verjaringsbesluiten (vordering_id, reden, door, moment)
                VALUES (\(vordering), \(reden), \(door.rawValue), \(act.now)) ON CONFLICT (vordering_id) DO NOTHING
                """)
            try act.record(
                "verjaard_toch_geind", of: claim.zaak,
                ["vordering": .string(claim.factuurnummer), "reden": .string(reden)])
        }
    }
}

/// That a claim which has lapsed is collected all the same: why, by whom and when.
public struct Besloten: Hashable, Sendable {
    public let reden: String
    public let door: String
    public let moment: Moment
}

/// Why an act about limitation is refused.
public enum VerjaringRefusal: Error, Hashable {
    case dayToCome
    case unknown
    /// The claims have lapsed, and nobody decided to collect them all the same.
    case verjaard([String])
}

extension Interruption.Kind: ColumnValue {}

extension Transaction {
    /// When a claim lapses and how that came about: letters that left, payments, arrangements and what a person recorded.
    public func verjaring(of claim: Vordering, recht: RechtTables) throws -> Limitation? {
        if let day = try vonnis(of: claim.zaak), claim.vervaldatum <= day {
            // The judgment lapses instead (BW 3:324); what was before it counts no more.
            return recht.limitation.limitation(
                of: .vonnis, due: day, interrupted: try stuitingen(of: claim).filter { $0.day > day })
        }
        return recht.limitation.limitation(
            of: recht.limitation.kind(of: claim.soort), due: claim.vervaldatum, interrupted: try stuitingen(of: claim))
    }

    /// The day of the newest judgment on a zaak by which the debtor must pay (CORA B.2.2).
    private func vonnis(of zaak: Identifier<Zaak>) throws -> Day? {
        let rows = try rows(
            """
            SELECT uitkomst FROM taken
            WHERE zaak_id = \(zaak) AND formulier = \(Vordering.vonnisformulier) AND staat = 'afgerond' ORDER BY afgerond_op
            """)
        let days = try rows.compactMap { row -> Day? in
            let said: JSON = try row["uitkomst"]
            return ["betalen", "ontruiming"].contains(said["uitkomst"].text) ? said["vonnisOp"].day : nil
        }
        return days.last
    }

    private func stuitingen(of claim: Vordering) throws -> [Interruption] {
        let recorded = try rows("SELECT dag, soort, bewijs FROM stuitingen WHERE vordering_id = \(claim.id)").map {
            Interruption(day: try $0["dag"], kind: try $0["soort"], proof: try $0["bewijs"])
        }
        let letters = try brieven.all(of: claim.zaak).filter { $0.isInterrupting(claim) }.map {
            Interruption(day: $0.verzonden?.day ?? $0.opgemaakt, kind: .aanmaning, proof: $0.bewijs)
        }
        let ledger = try vorderingen.ledger(of: claim.id)
        let undone = Set(ledger.compactMap(\.keertOm))
        let payments = ledger.filter { $0.soort == .betaling && !undone.contains($0.id) }.map {
            Interruption(day: $0.datum, kind: .erkenning, proof: $0.id.text)
        }
        let agreed = try regelingen.all(of: claim.zaak).map {
            Interruption(day: $0.overeengekomen, kind: .erkenning, proof: $0.id.text)
        }
        return recorded + letters + payments + agreed
    }

    /// The decision to collect a lapsed claim all the same; nothing where nobody took it.
    public func verjaringsbesluit(over claim: Identifier<Vordering>) throws -> Besloten? {
        try first("SELECT reden, door, moment FROM verjaringsbesluiten WHERE vordering_id = \(claim)").map {
            Besloten(reden: try $0["reden"], door: try $0["door"], moment: try $0["moment"])
        }
    }

    /// Whether nothing may be collected on a claim any more, because it has lapsed and nobody decided otherwise.
    func isVerjaard(_ claim: Vordering, on today: Day, recht: RechtTables) throws -> Bool {
        guard today > claim.vervaldatum.adding(years: recht.limitation.shortestYears),
            try verjaring(of: claim, recht: recht)?.hasLapsed(on: today) == true
        else { return false }
        return try verjaringsbesluit(over: claim.id) == nil
    }
}

extension Brief {
    /// Letters in which the creditor unambiguously reserves the right to performance (BW 3:317), once they left.
    private static let aanmaningen: Set<String> = [
        "aanmaning", veertiendagenbrief, "overdracht_aangekondigd", "stuiting",
    ]

    fileprivate func isInterrupting(_ claim: Vordering) -> Bool {
        verzonden != nil && Brief.aanmaningen.contains(sjabloon) && vorderingen[claim.factuurnummer] != nil
    }
}
