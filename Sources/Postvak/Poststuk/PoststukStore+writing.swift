import Basics
import Database
import Zaken

extension PoststukStore {
    func add(_ mail: IncomingMail, sleutel: String, bestand: [UInt8]?, _ one: Poststuk) throws {
        let (sortering, notices) = (one.sortering, one.meldingen.map(\.rawValue).sorted().joined(separator: ","))
        if let bestand { try tx.inhoud.keep(bestand) }
        try tx.run(
            """
            INSERT INTO poststukken (\(Poststuk.columns), sleutel, berichtnummer, crisis)
            VALUES (\(one.id), \(one.bestand), \(one.antwoordt.joined(separator: " ")), \(one.vanNaam), \(one.vanAdres),
                \(one.antwoordadres), \(one.aan), \(one.onderwerp), \(one.verzonden), \(one.ontvangen), \(one.tekst),
                \(one.ondertekening), \(one.historie), \(notices), \(sortering.taal), \(one.gescand), \(sortering.json),
                \(sortering.wortels.joined(separator: " ")), \(one.uiterlijk), \(one.staat), \(one.zaak), \(one.partij),
                \(""), \(one.afgehandeld), \(one.door?.rawValue), \(one.reden), \(one.beantwoord), \(one.versie),
                \(sleutel), \(mail.messageID), \(!sortering.crisis.isEmpty))
            """)
        try index(one)
        try propose(sortering.soorten, for: one.id)
    }

    /// Makes the mail findable by its words; PostgreSQL makes them of the row by itself.
    private func index(_ one: Poststuk) throws {
        guard tx.dialect == .sqlite,
            let id: Int64 = try tx.first("INSERT INTO postregels (poststuk_id) VALUES (\(one.id)) RETURNING id")?["id"]
        else { return }
        try tx.run(
            """
            INSERT INTO postwoorden (rowid, van, onderwerp, tekst)
            VALUES (\(id), \("\(one.vanNaam) \(one.vanAdres)"), \(one.onderwerp), \(String(one.tekst.prefix(100_000))))
            """)
    }

    func add(_ file: MailFile, nummer: Int, virus: String?, to id: Identifier<Poststuk>) throws {
        let hash = virus == nil ? try tx.inhoud.keep(file.bytes) : nil
        try tx.run(
            """
            INSERT INTO postbijlagen (poststuk_id, nummer, naam, formaat, omvang, hash, virus)
            VALUES (\(id), \(nummer), \(file.name), \(file.type), \(file.bytes.count), \(hash), \(virus))
            """)
    }

    /// What is proposed takes the place of what was, as long as nobody confirmed anything.
    func propose(_ soorten: Set<Mailsoort>, for id: Identifier<Poststuk>) throws {
        try tx.run("DELETE FROM postsoorten WHERE poststuk_id = \(id)")
        for kind in soorten {
            try tx.run(
                "INSERT INTO postsoorten (poststuk_id, soort, voorgesteld) VALUES (\(id), \(kind), \(true))")
        }
    }

    /// The kinds as a person has them; each kind says whether it was proposed and whether it is.
    func confirm(_ soorten: Set<Mailsoort>, voorgesteld: Set<Mailsoort>, for id: Identifier<Poststuk>, at now: Moment)
        throws
    {
        try tx.run("DELETE FROM postsoorten WHERE poststuk_id = \(id)")
        for kind in soorten.union(voorgesteld) {
            try tx.run(
                """
                INSERT INTO postsoorten (poststuk_id, soort, voorgesteld, bevestigd, moment)
                VALUES (\(id), \(kind), \(voorgesteld.contains(kind)), \(soorten.contains(kind)), \(now))
                """)
        }
    }

    /// Another proposal for a mail that waits.
    func resort(_ one: Poststuk, _ sortering: Sortering, uiterlijk: Day) throws {
        try tx.run(
            """
            UPDATE poststukken SET sortering = \(sortering.json), uiterlijk = \(uiterlijk)
            WHERE id = \(one.id) AND staat = 'nieuw'
            """)
        try propose(sortering.soorten, for: one.id)
    }

    /// Saves what a person did; refused when someone else was first.
    func save(_ one: Poststuk) throws {
        let documents = one.documenten.map(\.text).joined(separator: ",")
        let changed = try tx.run(
            """
            UPDATE poststukken SET staat = \(one.staat), zaak_id = \(one.zaak), partij_id = \(one.partij),
                documenten = \(documents), afgehandeld = \(one.afgehandeld), door = \(one.door?.rawValue),
                reden = \(one.reden), beantwoord = \(one.beantwoord), versie = versie + 1
            WHERE id = \(one.id) AND versie = \(one.versie)
            """)
        guard changed == 1 else { throw PoststukRefusal.changedMeanwhile }
    }
}
