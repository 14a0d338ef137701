import Basics
public import Database
public import Incasso
import Journal
import Klanten
public import Zaken

extension Poststuk {
    /// A mail that a zaak must reckon with: placed there and not dealt with, or still in Post and maybe of this zaak.
    public struct Wachtend: Hashable, Sendable {
        public let mail: Poststuk
        /// What it is about: as a person said, or as it seems while nobody looked.
        public let soorten: Set<Mailsoort>
        /// What points at this zaak, of one that nobody placed yet.
        public let vondst: Vondst?

        /// Whether nothing that weighs on the klant is done before someone dealt with it: a crisis and a death always; a request, a
        /// dispute or a complaint, and what the rules cannot read, where much points here. A name alone is of many people.
        public var houdtOp: Bool {
            if mail.isCrisis || soorten.contains(.overleden) { return true }
            let asks = !soorten.isDisjoint(with: Mailsoort.houdenOp)
            guard let vondst else { return asks }
            return vondst.zekerheid > .mogelijk && (asks || !mail.sortering.isGelezen)
        }
    }
}

extension Mailsoort {
    /// What someone must have an answer to before anything weighs on them.
    static let houdenOp: Set<Mailsoort> = [
        .overleden, .problematiek, .klacht, .betwist, .gegevens, .hulpverlener, .regeling, .betaald, .vraag,
    ]
}

extension Transaction {
    /// The mails that wait for a person and are, or may be, of a zaak: a crisis and what was placed first.
    public func wachtendePost(bij zaak: Zaak) throws -> [Poststuk.Wachtend] {
        try (placed(on: zaak) + unplaced(near: zaak)).leading(with: \.mail.isCrisis)
    }

    /// What was placed and not answered, in a letter or in a contact that we sought; a crisis as long as its call was not made.
    private func placed(on zaak: Zaak) throws -> [Poststuk.Wachtend] {
        let mails = try poststukken.unanswered(bij: zaak)
        guard !mails.isEmpty else { return [] }
        let isCalled = try !asksForCall(zaak.partij)
        let sought = try journal.entries(of: .zaak(zaak.id), about: ["contact"]).filter {
            $0.content["initiatiefnemer"].text == Contact.Initiatiefnemer.wij.rawValue
        }
        return try mails.compactMap { mail in
            let kinds = try poststukken.bevestigd(of: mail.id)
            let isTold = sought.contains { $0.moment > mail.afgehandeld ?? mail.ontvangen }
            let waits = mail.isCrisis ? !isCalled : !isTold && kinds != [.overig]
            return waits ? Poststuk.Wachtend(mail: mail, soorten: kinds, vondst: nil) : nil
        }
    }

    /// What nobody placed yet, where something points at this zaak.
    private func unplaced(near zaak: Zaak) throws -> [Poststuk.Wachtend] {
        try poststukken.waiting(near: zaak).compactMap { mail in
            try mail.vondsten(in: self).first { $0.zaak.id == zaak.id }.map {
                Poststuk.Wachtend(mail: mail, soorten: mail.sortering.soorten, vondst: $0)
            }
        }
    }

    /// Whether someone must still be called today, on whichever of their zaken.
    fileprivate func asksForCall(_ partij: Identifier<Partij>) throws -> Bool {
        try zaken.all(of: partij).contains { try !taken.waiting(for: $0.id, formulier: Poststuk.crisistaak).isEmpty }
    }
}

extension Klantpost {
    /// What waits in Post or on the zaken of a klant; a call that must be made counts until it was, also where the mail was answered.
    public static let vanPost = Klantpost { zaak, tx in
        let mails = try tx.wachtendePost(bij: zaak).filter(\.houdtOp)
        let crisis = try mails.contains(where: \.mail.isCrisis) || tx.asksForCall(zaak.partij)
        return (crisis ? [Klantbericht(isCrisis: true, soorten: [])] : [])
            + mails.filter { !$0.mail.isCrisis }.map {
                Klantbericht(isCrisis: false, soorten: $0.soorten.map(\.rawValue).sorted())
            }
    }
}

extension PoststukStore {
    /// What was placed on a zaak and waits for an answer, and what was written of a crisis on any zaak of its person.
    fileprivate func unanswered(bij zaak: Zaak) throws -> [Poststuk] {
        try tx.rows(
            """
            SELECT \(Poststuk.columns) FROM poststukken
            WHERE staat = 'geplaatst' AND beantwoord IS NULL AND id IN (
                SELECT id FROM poststukken WHERE zaak_id = \(zaak.id)
                UNION SELECT id FROM poststukken WHERE staat = 'geplaatst' AND crisis = 1 AND partij_id = \(zaak.partij))
            ORDER BY uiterlijk, id LIMIT 20
            """
        ).map(Poststuk.init(row:))
    }

    /// What waits in Post and has anything of a zaak in it: its number, a reference, the address or the name of its person; or answers
    /// a letter.
    fileprivate func waiting(near zaak: Zaak) throws -> [Poststuk] {
        guard try tx.first("SELECT 1 AS een FROM poststukken WHERE staat = 'nieuw' LIMIT 1") != nil else { return [] }
        let claims = try tx.vorderingen.all(of: zaak.id)
        let person = try tx.partijen.find(zaak.partij)
        let name = person?.naam.split(separator: " ").last.map(String.init)
        let number = "ZAAK%" + String(zaak.nummer.suffix(6).drop { $0 == "0" })
        let needles =
            [number]
            + (claims.flatMap { [$0.kenmerk, $0.factuurnummer] } + [name].compactMap(\.self))
            .map(PoststukStore.plain)
        let named = needles.map { text -> Query in
            """
             OR replace(upper(van_naam || onderwerp || tekst || ondertekening || historie), ' ', '')
                LIKE \("%" + text + "%") ESCAPE '!'
            """
        }
        return try tx.rows(
            """
            SELECT \(Poststuk.columns) FROM poststukken
            WHERE staat = 'nieuw' AND (antwoordt <> '' OR van_adres = \(person?.email?.lowercased() ?? "-")
                \(named.reduce("", +)))
            ORDER BY crisis DESC, uiterlijk, id LIMIT 50
            """
        ).map(Poststuk.init(row:))
    }

    /// A text as it is looked for: capitals without spaces; what a database has no capital of stands for any letter.
    private static func plain(_ text: String) -> String {
        text.uppercased().filter { $0 != " " }.map { letter in
            "%_!".contains(letter) ? "!\(letter)" : letter.isASCII ? String(letter) : "_"
        }.joined()
    }
}
