import Basics
import Journal
import Klanten
import Recht
import Zaken

extension Act {
    /// What a bailiff needs: the claims with their ledgers and how each amount came about, the letters as they left, who was
    /// sought, what was decided, and what a court awarded (CORA A.2.5).
    func dossierFacts(for zaak: Zaak, recht: RechtTables) throws -> JSON {
        let person = try tx.partijen.find(zaak.partij)
        let specifications = try tx.specificaties(of: zaak, on: today, recht: recht)
        let open = specifications.map(\.vordering.saldo).reduce(Saldo.zero, +)
        return [
            "zaak": .string(zaak.nummer), "datum": JSON(today),
            "schuldeiser": specifications.first?.schuldeiser?.json ?? .null,
            "debiteur": [
                "naam": person.map { .string($0.naam) } ?? .null, "adres": person?.adres?.json ?? .null,
                "geboortedatum": person?.geboortedatum.map { JSON($0) } ?? .null,
            ],
            "open": open.json, "vorderingen": .array(specifications.map(\.json)),
            "brieven": .array(try tx.brieven.all(of: zaak.id).map(\.json)),
            "contacten": .array(try voorwerk(of: zaak, recht: recht).stukken(.contact).map(\.json)),
            "besluit": try besluit(of: zaak),
            "vonnissen": .array(try tx.vonnissen.all(of: zaak.id).map(\.json)),
        ]
    }

    /// Who decided on the handover, when and why.
    func besluit(of zaak: Zaak) throws -> JSON {
        let entries = try tx.journal.entries(of: .zaak(zaak.id), limit: 500)
        let decision = entries.first {
            $0.kind == "taak_afgerond" && $0.content["formulier"].text == "overdracht_akkoord"
        }
        guard let decision else { return .null }
        return [
            "datum": JSON(decision.moment.day), "reden": decision.content["uitkomst"]["toelichting"],
            "door": .string(decision.actor.description),
        ]
    }
}

extension Adres {
    var json: JSON { ["adres": .string(regel), "postcode": .string(postcode), "plaats": .string(plaats)] }
}

extension Saldo {
    fileprivate var json: JSON {
        ["hoofdsom": JSON(hoofdsom), "kosten": JSON(kosten), "rente": JSON(rente), "totaal": JSON(totaal)]
    }
}

extension Schuldeiser {
    fileprivate var json: JSON {
        [
            "naam": .string(naam), "adres": adres.json, "kvk": .string(kvk), "iban": .string(iban),
            "telefoon": .string(telefoon), "email": .string(email), "wki": wki.map { .string($0) } ?? .null,
        ]
    }
}

extension Specificatie {
    /// The claim with its ledger, and the calculation of its costs and interest line by line.
    fileprivate var json: JSON {
        [
            "factuurnummer": .string(vordering.factuurnummer), "omschrijving": .string(vordering.omschrijving),
            "soort": .string(vordering.soort), "kenmerk": .string(vordering.kenmerk),
            "factuurdatum": JSON(vordering.factuurdatum), "vervaldatum": JSON(vordering.vervaldatum),
            "hoofdsom": JSON(vordering.saldo.hoofdsom), "kosten": JSON(vordering.saldo.kosten),
            "rente": JSON(vordering.saldo.rente), "totaal": JSON(vordering.saldo.totaal),
            "kostenOpbouw": .array(kosten?.berekening.working.map(\.json) ?? []),
            "renteOpbouw": .array(rente?.working.map(\.json) ?? []),
            "verjaartOp": verjaring.map { JSON($0.ends) } ?? .null,
            "mutaties": .array(
                grootboek.map { entry in
                    [
                        "soort": .string(entry.soort.rawValue), "datum": JSON(entry.datum),
                        "bedrag": JSON(entry.boekingen.filter(\.key.isOpen).map(\.value).sum),
                        "delen": .object(
                            entry.boekingen.filter(\.key.isOpen).reduce(into: [:]) {
                                $0[$1.key.rawValue] = JSON($1.value)
                            }),
                    ]
                }),
        ]
    }
}

extension Brief {
    /// The letter with the day it left; nothing there while it did not.
    fileprivate var json: JSON {
        [
            "sjabloon": .string(sjabloon), "opgemaakt": JSON(opgemaakt),
            "verzonden": verzonden.map { JSON($0.day) } ?? .null,
            "kanaal": .string(kanaal.rawValue), "staat": .string(staatwoord),
            "bewijs": bewijs.map { .string($0) } ?? .null,
            "termijnEinde": termijnEinde.map { JSON($0) } ?? .null,
        ]
    }
}

extension Bewijsstuk {
    fileprivate var json: JSON {
        [
            "datum": JSON(dag), "kanaal": kanaal.map { .string($0) } ?? .null,
            "dagdeel": dagdeel.map { .string($0.rawValue) } ?? .null, "bereikt": JSON(bereikt),
        ]
    }
}
