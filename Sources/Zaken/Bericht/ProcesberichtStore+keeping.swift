import Basics
import Database
import Engine

extension ProcesberichtStore {
    /// Keeps a message until someone awaits it, or until it expires.
    func keep(_ bericht: Procesbericht, for addresses: Set<MessageAddress>) throws {
        try add(bericht, taak: nil, zaak: nil)
        for place in Set(addresses.map(Place.init)).sorted() {
            try tx.run(
                """
                INSERT INTO procesberichtadressen (naam, sleutel, bericht_id)
                VALUES (\(place.naam), \(place.sleutel), \(bericht.id))
                """)
        }
    }

    /// Keeps a message until someone has answered a taak.
    func keep(_ bericht: Procesbericht, stuck taak: Identifier<Taak>, at zaak: Identifier<Zaak>) throws {
        try add(bericht, taak: taak, zaak: zaak)
    }

    private func add(_ bericht: Procesbericht, taak: Identifier<Taak>?, zaak: Identifier<Zaak>?) throws {
        try tx.run(
            """
            INSERT INTO procesberichten (id, inhoud, verloopt, zaak_id, taak_id)
            VALUES (\(bericht.id), \(bericht.payload), \(bericht.verloopt), \(zaak), \(taak))
            """)
    }

    /// The messages that wait at these places, the oldest first.
    func kept(at places: [Place]) throws -> [Procesbericht] {
        var found: [Procesbericht] = []
        for place in places {
            let rows = try tx.rows(
                """
                SELECT b.inhoud FROM procesberichtadressen a JOIN procesberichten b ON b.id = a.bericht_id
                WHERE a.naam = \(place.naam) AND a.sleutel = \(place.sleutel) ORDER BY b.id
                """)
            for bericht in try rows.compactMap({ Procesbericht(try $0["inhoud"]) })
            where !found.contains(where: { $0.id == bericht.id }) { found.append(bericht) }
        }
        return found
    }

    /// Takes out a message that waits; `false` when it does no longer.
    func take(_ id: Identifier<Procesbericht>) throws -> Bool {
        try tx.run("DELETE FROM procesberichtadressen WHERE bericht_id = \(id)")
        return try tx.run("DELETE FROM procesberichten WHERE id = \(id)") == 1
    }

    /// Takes out the message that a taak is about.
    func takeStuck(_ taak: Identifier<Taak>) throws -> Procesbericht? {
        let row = try tx.first("SELECT inhoud FROM procesberichten WHERE taak_id = \(taak)")
        guard let row, let bericht = Procesbericht(try row["inhoud"]), try take(bericht.id) else { return nil }
        return bericht
    }
}
