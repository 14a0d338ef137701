public import Basics
import Exchange
public import Incasso
import Journal
public import Klanten
public import Recht
public import Zaken

extension Schuldeiser {
    /// The creditor of all tests.
    public static let zonnedorp = Schuldeiser(
        code: Zonnedorp.code, naam: "Woonstichting Zonnedorp",
        adres: Adres(regel: "Pleinlaan 1", postcode: "1234 AA", plaats: "Zonnedorp"),
        kvk: "00000000", iban: Zonnedorp.rekening, telefoon: "010 000 00 00", email: "incasso@zonnedorp.example",
        website: "zonnedorp.example")
}

extension Medewerker {
    public static let anja = Medewerker("anja")
    public static let bart = Medewerker("bart")
}

extension TestHouse {
    /// Takes in open items and starts the processes of their zaken.
    public func take(_ posts: Post...) async throws {
        try await act { act in
            for post in posts { _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: post.item).run(in: act) }
        }
        try await settle()
    }

    /// Takes in a claim and gives the zaak on which it stands.
    public func zaak(with post: Post) async throws -> Zaak {
        try await take(post)
        return try await zaak(of: post.debiteur)
    }

    /// The newest zaak of a debtor.
    public func zaak(of debiteur: Debiteur) async throws -> Zaak {
        try await read { tx in
            guard let partij = try tx.schuldeisers.debiteur(debiteur.nummer, of: Zonnedorp.code),
                let zaak = try tx.zaken.all(of: partij).first
            else { throw ZaakRefusal.unknownZaak }
            return zaak
        }
    }

    /// What waits for a person in the zaak of a debtor.
    public func taken(of debiteur: Debiteur) async throws -> [Taak] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try $0.taken.waiting(for: zaak.id) }
    }

    /// The templates of the letters to a debtor, the oldest first.
    public func brieven(to debiteur: Debiteur) async throws -> [Brief] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try $0.brieven.all(of: zaak.id) }.reversed()
    }

    public func vorderingen(of debiteur: Debiteur) async throws -> [Vordering] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try $0.vorderingen.all(of: zaak.id) }
    }

    /// A person does the first taak that waits for this step.
    public func doe(_ stap: String, of debiteur: Debiteur, _ invoer: [String: String], door: Medewerker = .anja)
        async throws
    {
        guard let taak = try await taken(of: debiteur).first(where: { $0.stap == stap }) else {
            throw TaakRefusal.unknownTaak
        }
        try await complete(taak, invoer, door: door)
    }

    public func complete(_ taak: Taak, _ invoer: [String: String], door: Medewerker = .anja) async throws {
        try await act { try Taak.Completion(taak: taak.id, invoer: invoer, door: door, als: .onbegrensd).run(in: $0) }
    }

    /// A special state is put on record for someone, from today.
    @discardableResult
    public func begin(
        _ kind: SpecialStateKind, of partij: Identifier<Partij>, claim: Identifier<Vordering>? = nil, until: Day? = nil
    ) async throws -> Toestand {
        try await act { act in
            try Toestand.Beginning(
                partij: partij, vordering: claim, soort: kind, begin: act.today, verwachtEinde: until,
                bewijs: "register", door: .anja
            ).run(in: act)
        }
    }

    /// Money comes in from a debtor; placed at once where it can only belong.
    @discardableResult
    public func pay(
        _ bedrag: Money, from debiteur: Debiteur, _ omschrijving: String = "", kenmerk: String? = nil,
        sleutel: String? = nil
    ) async throws -> Betaling {
        try await act { act in
            let id: Identifier<Betaling> = act.newID()
            let betaling = Betaling(
                id: id, sleutel: sleutel ?? id.text, rekening: Zonnedorp.rekening, datum: act.today, bedrag: bedrag,
                tegenrekening: debiteur.iban, naam: debiteur.naam, omschrijving: omschrijving, kenmerk: kenmerk)
            try Betaling.Receipt(betaling: betaling).run(in: act)
            return try act.tx.betalingen.find(id) ?? betaling
        }
    }

    /// The betalingskenmerk of a debtor's first claim.
    public func kenmerk(of debiteur: Debiteur) async throws -> String {
        try await vorderingen(of: debiteur).first?.kenmerk ?? ""
    }
}

/// Answers to the shipped forms.
public enum Antwoord {
    public static let wilRegeling = ["uitkomst": "regeling", "toelichting": "Kan elke maand een deel missen."]
    public static let nietBereikt = ["uitkomst": "niet_bereikt", "dagdeel": "middag"]
    public static let geenAfspraak = ["uitkomst": "bereikt", "toelichting": "Gesproken, denkt erover na."]

    public static func afspraak(op day: Day) -> [String: String] { ["uitkomst": "telefoon", "afspraakOp": "\(day)"] }

    public static func regeling(_ perMaand: Money, vanaf day: Day) -> [String: String] {
        [
            "uitkomst": "overeengekomen", "perMaand": "\(perMaand)", "eersteDag": "\(day)", "betaalwijze": "overmaken",
            "andereSchulden": "nee", "hulpAangeboden": "ja", "toelichting": "Past na de vaste lasten.",
        ]
    }

    public static let verderMetKosten = [
        "hulpAangeboden": "ja", "persoonlijkContact": "ja", "signaalGemeente": "sturen", "uitkomst": "signaal",
    ]
}
