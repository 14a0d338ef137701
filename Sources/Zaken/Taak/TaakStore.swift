public import Basics
public import Database

/// The taken, inside one transaction.
public struct TaakStore {
    let tx: Transaction

    public func find(_ id: Identifier<Taak>) throws -> Taak? {
        let taak = try tx.first("SELECT \(Taak.columns) FROM taken WHERE id = \(id)").map(Taak.init(row:))
        if let taak { TaakShelf.shared.keep(taak) }
        return taak
    }

    /// The taken of a zaak that wait or rest, the most urgent first.
    public func waiting(for zaak: Identifier<Zaak>) throws -> [Taak] {
        try tx.rows(
            """
            SELECT \(Taak.columns) FROM taken WHERE zaak_id = \(zaak) AND staat IN ('open', 'rust')
            ORDER BY uiterlijk, coalesce(element, 0), id
            """
        ).map(Taak.init(row:))
    }

    /// Those of them that have this form.
    public func waiting(for zaak: Identifier<Zaak>, formulier: String) throws -> [Taak] {
        try waiting(for: zaak).filter { $0.formulier == formulier }
    }

    public func add(_ taak: Taak, bedrag: Money) throws {
        TaakShelf.shared.keep(taak)
        let element = taak.element.map(Int64.init)
        try tx.later(
            """
            INSERT INTO taken (\(Taak.columns), bedrag)
            VALUES (\(taak.id), \(taak.zaak), \(taak.soort), \(element), \(taak.stap), \(taak.naam),
                \(taak.formulier), \(try JSON(encoding: taak.keuzes)), \(taak.groepen), \(taak.behandelaar), \(taak.waarom),
                \(taak.ontstaan), \(taak.uiterlijk), \(taak.staat), \(taak.versie), \(taak.begonnen),
                \(taak.isGegeven), \(try JSON(encoding: taak.rondes)), \(bedrag))
            """)
    }

    /// Marks the taak, as it was read in this transaction, done, once: of two who try, one is told who was first.
    public func complete(
        _ taak: Taak, by door: String, outcome: JSON, knowing feiten: Keuzefeiten? = nil, at now: Moment
    ) throws {
        guard taak.staat == .open else { throw try refusal(for: taak.id) }
        try tx.later(
            """
            UPDATE taken SET staat = 'afgerond', afgerond_op = \(now), afgerond_door = \(door), uitkomst = \(outcome),
                feiten = \(feiten.map { JSON($0.feiten) }), versie = versie + 1
            WHERE id = \(taak.id) AND staat = 'open' AND versie = \(taak.versie)
            """, else: ZaakRefusal.changedMeanwhile)
    }

    /// Counts one more of its activities as begun, once: of two who begin one at a moment, the second is told.
    func begin(_ taak: Taak) throws {
        try tx.later(
            """
            UPDATE taken SET begonnen = begonnen + 1, versie = versie + 1
            WHERE id = \(taak.id) AND staat = 'open' AND versie = \(taak.versie)
            """, else: TaakRefusal.begunMeanwhile)
    }

    /// Puts the taak, as it was read, in the lists of other groups.
    func give(_ taak: Taak, to groups: Groepen) throws {
        let changed = try tx.run(
            """
            UPDATE taken SET groep = \(groups), versie = versie + 1
            WHERE id = \(taak.id) AND versie = \(taak.versie) AND staat IN ('open', 'rust')
            """)
        guard changed == 1 else { throw try refusal(for: taak.id) }
    }

    /// Gives the taak to someone, or back to the group.
    public func assign(_ taak: Taak, to medewerker: Medewerker?) throws {
        let changed = try tx.run(
            """
            UPDATE taken SET behandelaar = \(medewerker), gegeven = \(medewerker != nil), versie = versie + 1
            WHERE id = \(taak.id) AND versie = \(taak.versie) AND staat IN ('open', 'rust')
            """)
        guard changed == 1 else { throw try refusal(for: taak.id) }
    }

    /// Takes back the taak of this kind that waits at an element of the process.
    public func withdraw(_ soort: Taak.Soort, element: Int, of zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            UPDATE taken SET staat = 'ingetrokken', versie = versie + 1
            WHERE zaak_id = \(zaak) AND soort = \(soort) AND element = \(Int64(element)) AND staat IN ('open', 'rust')
            """)
    }

    /// Takes back all that still waits in a zaak.
    public func withdrawAll(of zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            UPDATE taken SET staat = 'ingetrokken', versie = versie + 1
            WHERE zaak_id = \(zaak) AND staat IN ('open', 'rust')
            """)
        try tx.storingen.removeWithdrawn(of: zaak)
    }

    /// Puts the waiting taken of a zaak to rest, but those with one of these forms.
    public func rest(zaak: Identifier<Zaak>, except forms: [String]) throws {
        try tx.run(
            """
            UPDATE taken SET staat = 'rust', versie = versie + 1
            WHERE zaak_id = \(zaak) AND staat = 'open' AND coalesce(formulier, '') NOT IN (\(list: forms + ["-"]))
            """)
    }

    /// Wakes the resting taken of a zaak; their last day moves by the days of rest.
    public func wake(zaak: Identifier<Zaak>, after days: Int) throws {
        for row in try tx.rows("SELECT id, uiterlijk FROM taken WHERE zaak_id = \(zaak) AND staat = 'rust' ORDER BY id")
        {
            let (id, last): (String, Day) = (try row["id"], try row["uiterlijk"])
            try tx.run(
                "UPDATE taken SET staat = 'open', uiterlijk = \(last + days), versie = versie + 1 WHERE id = \(id)")
        }
    }

    /// What a list sorts by; follows the zaak's amount.
    public func note(bedrag: Money, for zaak: Identifier<Zaak>) throws {
        try tx.run(
            """
            UPDATE taken SET bedrag = \(bedrag), versie = versie + 1
            WHERE zaak_id = \(zaak) AND staat IN ('open', 'rust')
            """)
    }

    func refusal(for id: Identifier<Taak>) throws -> any Error {
        guard let row = try tx.first("SELECT staat, afgerond_op, afgerond_door FROM taken WHERE id = \(id)") else {
            return TaakRefusal.unknownTaak
        }
        switch try row["staat"] as Taak.Staat {
        case .afgerond: return TaakRefusal.alreadyDone(by: try row["afgerond_door"], at: try row["afgerond_op"])
        case .ingetrokken: return TaakRefusal.withdrawn
        case .rust: return TaakRefusal.resting
        case .open: return ZaakRefusal.changedMeanwhile
        }
    }
}

extension Transaction {
    public var taken: TaakStore { TaakStore(tx: self) }
}
