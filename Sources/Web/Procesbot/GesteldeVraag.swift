import Basics
import Database
import Zaken

/// A question to the adviser with the facts that were corrected, kept for who asked it so that its page has an address.
enum GesteldeVraag {
    /// So long it is kept at most.
    static let term: Int64 = SessieTerm.absolute
    /// A form that is longer is answered, and not kept.
    private static let most = 40_000
    /// Fields that belong to the sending and not to the question.
    private static let passing: Set = ["csrf", "deel", "gesteld", KeptForm.again]

    /// What is kept of a form; nothing of one that is too long.
    static func fields(of form: FormFields) -> String? {
        let pairs = form.pairs.filter { !passing.contains($0.name) && !FormFields.isSecret($0.name) }
        let text = pairs.map { $0.name.formEncoded + "=" + $0.value.formEncoded }.joined(separator: "&")
        return text.utf8.count <= most ? text : nil
    }
}

/// The questions that are kept, inside one transaction.
struct GesteldeVraagStore {
    let tx: Transaction

    /// Keeps a question, in the place of an earlier one of the same person about the same.
    func keep(
        _ fields: String, about zaak: Identifier<Zaak>?, inPlaceOf id: Identifier<GesteldeVraag>?, by who: Gebruiker.ID,
        _ ambient: inout Ambient
    ) throws -> Identifier<GesteldeVraag> {
        let now = ambient.now
        try forgetOld(at: now)
        if let id, try find(id, about: zaak, by: who, at: now) != nil {
            try tx.run("UPDATE gestelde_vragen SET velden = \(fields), gesteld = \(now) WHERE id = \(id)")
            return id
        }
        let new = ambient.newID(GesteldeVraag.self)
        try tx.run(
            """
            INSERT INTO gestelde_vragen (id, gebruiker_id, zaak_id, velden, gesteld)
            VALUES (\(new), \(who), \(zaak), \(fields), \(now))
            """)
        return new
    }

    /// What was asked, for who asked it and where it was asked.
    func find(
        _ id: Identifier<GesteldeVraag>, about zaak: Identifier<Zaak>?, by who: Gebruiker.ID, at now: Moment
    ) throws -> FormFields? {
        let row = try tx.first(
            """
            SELECT velden, zaak_id FROM gestelde_vragen
            WHERE id = \(id) AND gebruiker_id = \(who) AND gesteld > \(now.adding(seconds: -GesteldeVraag.term))
            """)
        guard let row else { return nil }
        let place: Identifier<Zaak>? = try row["zaak_id"]
        return place == zaak ? FormFields(encoded: try row["velden"]) : nil
    }

    func forgetOld(at now: Moment) throws {
        try tx.run("DELETE FROM gestelde_vragen WHERE gesteld <= \(now.adding(seconds: -GesteldeVraag.term))")
    }

    func forgetAll(of who: Gebruiker.ID) throws {
        try tx.run("DELETE FROM gestelde_vragen WHERE gebruiker_id = \(who)")
    }
}

extension Transaction {
    var gesteldeVragen: GesteldeVraagStore { GesteldeVraagStore(tx: self) }
}
