import Basics
import Database
import Zaken

/// What was asked of payments that wait, inside one transaction.
struct PlaatsingsvraagStore {
    let tx: Transaction

    func ask(_ betaling: Identifier<Betaling>, of zaak: Identifier<Zaak>, _ taak: Identifier<Taak>) throws {
        try tx.run(
            "INSERT INTO plaatsingsvragen (betaling_id, zaak_id, taak_id) VALUES (\(betaling), \(zaak), \(taak))")
    }

    func isAsked(_ betaling: Identifier<Betaling>, of zaak: Identifier<Zaak>) throws -> Bool {
        try tx.first(
            "SELECT 1 AS een FROM plaatsingsvragen WHERE betaling_id = \(betaling) AND zaak_id = \(zaak)") != nil
    }

    /// The payments that a taak asks about.
    func payments(of taak: Identifier<Taak>) throws -> [Identifier<Betaling>] {
        try tx.rows("SELECT betaling_id FROM plaatsingsvragen WHERE taak_id = \(taak) ORDER BY betaling_id").map {
            try $0["betaling_id"]
        }
    }

    func refuse(_ taak: Identifier<Taak>, on day: Day) throws {
        try tx.run("UPDATE plaatsingsvragen SET niet_hier = \(day) WHERE taak_id = \(taak)")
    }

    /// Someone took a payment out of a zaak: there it is not told any more.
    func refuse(_ betaling: Identifier<Betaling>, of zaak: Identifier<Zaak>, on day: Day) throws {
        try tx.run(
            """
            INSERT INTO plaatsingsvragen (betaling_id, zaak_id, niet_hier) VALUES (\(betaling), \(zaak), \(day))
            ON CONFLICT (betaling_id, zaak_id) DO UPDATE SET niet_hier = excluded.niet_hier
            """)
    }

    /// The zaken of which someone said that a payment is not theirs.
    func refused(for betaling: Identifier<Betaling>) throws -> Set<Identifier<Zaak>> {
        Set(
            try tx.rows(
                """
                SELECT zaak_id FROM plaatsingsvragen WHERE betaling_id = \(betaling) AND niet_hier IS NOT NULL ORDER BY zaak_id
                """
            ).map { try $0["zaak_id"] })
    }

    /// The taken that still ask about a payment.
    func open(about betaling: Identifier<Betaling>) throws -> [Identifier<Taak>] {
        try tx.rows(
            """
            SELECT taak_id FROM plaatsingsvragen WHERE betaling_id = \(betaling) AND niet_hier IS NULL AND taak_id IS NOT NULL
            ORDER BY taak_id
            """
        ).map { try $0["taak_id"] }
    }

    func forget(_ betaling: Identifier<Betaling>) throws {
        try tx.run("DELETE FROM plaatsingsvragen WHERE betaling_id = \(betaling) AND niet_hier IS NULL")
    }
}

extension Transaction {
    var plaatsingsvragen: PlaatsingsvraagStore { PlaatsingsvraagStore(tx: self) }
}
