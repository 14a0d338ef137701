import Basics
import Database

extension IncassobatchStore {
    func add(_ one: Incassobatch) throws {
        let skipped = JSON.object(one.overgeslagen.mapValues { JSON($0) })
        try tx.run(
            """
            INSERT INTO incassobatches (\(IncassobatchStore.columns))
            VALUES (\(one.id), \(one.schuldeiser), \(one.incassodag), \(one.staat), \(one.moment), \(one.door),
                \(one.vrijgegeven), \(one.vrijgegevenDoor), \(one.xml), \(skipped), \(one.versie))
            """)
    }

    func save(_ one: Incassobatch) throws {
        let skipped = JSON.object(one.overgeslagen.mapValues { JSON($0) })
        let changed = try tx.run(
            """
            UPDATE incassobatches SET staat = \(one.staat), vrijgegeven = \(one.vrijgegeven),
                vrijgegeven_door = \(one.vrijgegevenDoor), xml = \(one.xml), overgeslagen = \(skipped),
                versie = versie + 1
            WHERE id = \(one.id) AND versie = \(one.versie)
            """)
        guard changed == 1 else { throw IncassoRefusal.changedMeanwhile }
    }

    func add(_ one: Incassobatch.Regel) throws {
        try tx.run(
            """
            INSERT INTO incassoregels (\(IncassobatchStore.lines))
            VALUES (\(one.id), \(one.batch), \(one.machtiging), \(one.zaak), \(one.eindkenmerk),
                \(one.sleutel.description), \(one.omschrijving), \(one.bedrag), \(one.staat), \(one.reden),
                \(one.aangekondigd), \(one.herkansing))
            """)
    }

    func save(_ one: Incassobatch.Regel) throws {
        try tx.run(
            """
            UPDATE incassoregels SET staat = \(one.staat), reden = \(one.reden), herkansing = \(one.herkansing)
            WHERE id = \(one.id)
            """)
    }

    /// What was planned with a mandate falls out.
    func dropPlanned(of machtiging: Identifier<Machtiging>, because reason: String) throws {
        try tx.run(
            """
            UPDATE incassoregels SET staat = 'vervallen', reden = \(reason)
            WHERE machtiging_id = \(machtiging) AND staat = 'gepland'
            """)
    }
}

extension Incassobatch {
    init(row: Row) throws {
        let skipped: JSON = try row["overgeslagen"]
        self.init(
            id: try row["id"], schuldeiser: try row["schuldeiser"], incassodag: try row["incassodag"],
            staat: try row["staat"], moment: try row["moment"], door: try row["door"],
            vrijgegeven: try row["vrijgegeven"], vrijgegevenDoor: try row["vrijgegeven_door"], xml: try row["xml"],
            overgeslagen: (skipped.fields ?? [:]).compactMapValues(\.integer), versie: try row["versie"])
    }
}

extension Incassobatch.Regel {
    init(row: Row) throws {
        let text: String = try row["sleutel"]
        guard let sleutel = Incassobatch.Sleutel(text) else { throw IncassoRefusal.unknownLine }
        self.init(
            id: try row["id"], batch: try row["batch_id"], machtiging: try row["machtiging_id"],
            zaak: try row["zaak_id"], eindkenmerk: try row["eindkenmerk"], sleutel: sleutel,
            omschrijving: try row["omschrijving"], bedrag: try row["bedrag"], staat: try row["staat"],
            reden: try row["reden"], aangekondigd: try row["aangekondigd"], herkansing: try row["herkansing"])
    }
}
