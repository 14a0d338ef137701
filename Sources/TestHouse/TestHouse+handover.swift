import Basics
public import Incasso
import Klanten
import Recht
public import Zaken

/// Answers to the forms on the way to a handover.
public enum Voordracht {
    public static let goed = [
        "checkKlant": "ja", "checkVordering": "ja", "checkBrief": "ja", "uitkomst": "voordragen",
        "toelichting": "Alles is geprobeerd.",
    ]

    public static func afgeleverd(_ house: TestHouse) -> [String: String] {
        ["afgeleverdOp": "\(house.clock.today)", "toelichting": "Bevestigd per mail."]
    }
}

extension Deurwaarder {
    /// The bailiff of all tests.
    public static let voorbeeld = Deurwaarder(
        code: "voorbeeld", naam: "Deurwaarder Voorbeeld",
        adres: Adres(regel: "Kade 1", postcode: "1234 AA", plaats: "Zonnedorp"), telefoon: "010", email: "x@x.example")
}

extension Gemeente {
    /// The municipality of the tests where a person brings the signal.
    public static let metDeHand = Gemeente(code: "9999", naam: "Zonnedorp", plaatsen: ["Zonnedorp", "Maandorp"])
}

extension TestHouse {
    /// A person proves all four steps.
    public func prove(_ zaak: Zaak) async throws {
        try await act { act in
            for soort in [Bewijsstuk.Soort.contact, .schuldhulp, .herinnering, .aanbod] {
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: soort, dag: act.today, kanaal: "telefoon", dagdeel: .ochtend, bereikt: true,
                    bewijs: "proef", door: .anja
                ).run(in: act)
            }
        }
    }

    /// Reminders, calls, a visit, the check, the signal, the 14-day letter and the costs, as the drawing asks.
    public func walkToHandover(_ debiteur: Debiteur, gemeente: Gemeente = .metDeHand) async throws {
        try await act { try $0.tx.gemeenten.put(gemeente) }
        for _ in 0..<40 {
            for taak in try await taken(of: debiteur) {
                switch taak.stap {
                case "A.2.2": try await complete(taak, Antwoord.nietBereikt)
                case "A.2.3":
                    try await complete(
                        taak, ["uitkomst": "niet_thuis", "bezochtOp": "\(clock.today)", "toelichting": "Kaartje."])
                case "voor-kosten": try await complete(taak, Antwoord.verderMetKosten)
                case "A.2.5": return
                default: break
                }
            }
            try await move(days: 3)
        }
    }

    /// The whole way to the bailiff; the process waits for the summons.
    public func handOver(_ debiteur: Debiteur) async throws -> Zaak {
        try await act { try $0.tx.deurwaarders.put(.voorbeeld) }
        try await take(.huur(debiteur))
        try await walkToHandover(debiteur)
        try await doe("signaal_afleveren", of: debiteur, Voordracht.afgeleverd(self))
        try await doe("A.2.5", of: debiteur, Voordracht.goed)
        try await doe(
            "overdracht-akkoord", of: debiteur, ["uitkomst": "overdragen", "toelichting": "Laatste middel."])
        try await move(days: 17)
        return try await zaak(of: debiteur)
    }
}
