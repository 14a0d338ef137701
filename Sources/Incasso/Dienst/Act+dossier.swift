import Basics
import Klanten
import Zaken

extension Act {
    /// What a bailiff needs: the claims with their ledgers, the letters and the decisions.
    func dossierFacts(for zaak: Zaak) throws -> JSON {
        let person = try tx.partijen.find(zaak.partij)
        let claims = try tx.vorderingen.all(of: zaak.id)
        let letters = try tx.brieven.all(of: zaak.id)
        return [
            "zaak": .string(zaak.nummer), "datum": JSON(today),
            "debiteur": [
                "naam": person.map { .string($0.naam) } ?? .null, "adres": person?.adres?.json ?? .null,
                "geboortedatum": person?.geboortedatum.map { JSON($0) } ?? .null,
            ],
            "vorderingen": .array(try claims.map { $0.specification(try tx.vorderingen.ledger(of: $0.id)) }),
            "brieven": .array(
                letters.map {
                    [
                        "sjabloon": .string($0.sjabloon), "datum": JSON($0.opgemaakt),
                        "bewijs": $0.bewijs.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}

extension Adres {
    var json: JSON { ["adres": .string(regel), "postcode": .string(postcode), "plaats": .string(plaats)] }
}

extension Vordering {
    func specification(_ ledger: [Mutatie]) -> JSON {
        [
            "factuurnummer": .string(factuurnummer), "omschrijving": .string(omschrijving),
            "vervaldatum": JSON(vervaldatum), "hoofdsom": JSON(saldo.hoofdsom), "kosten": JSON(saldo.kosten),
            "rente": JSON(saldo.rente),
            "mutaties": .array(
                ledger.map { entry in
                    [
                        "soort": .string(entry.soort.rawValue), "datum": JSON(entry.datum),
                        "bedrag": JSON(entry.boekingen.filter(\.key.isOpen).map(\.value).sum),
                    ]
                }),
        ]
    }
}
