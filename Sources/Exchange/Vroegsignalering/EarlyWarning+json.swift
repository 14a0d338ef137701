public import Basics

extension EarlyWarningDelivery {
    /// The file of the exchange model (DDAS vroegsignalering 0.9).
    public var json: JSON {
        let delivery: JSON = .object([
            "teller": .number(Decimal128(1)), "gemeentecode": .string(municipality),
            "aanleverende_organisatie": organisation.json, "vroegsignalen": .array(signals.map(\.json)),
        ])
        return .object([
            "codeGegevensleverancier": .string(supplier), "startdatumLevering": .string(from.description),
            "einddatumLevering": .string(until.description), "aanleverdatumEnTijd": .string(delivered.description),
            "leveringen": .array([delivery]),
        ])
    }
}

extension EarlyWarningDelivery.Organisation {
    fileprivate var json: JSON { JSON.object(present: [("naam", name), ("kvk-nummer", kvk)]) }
}

extension EarlyWarning {
    /// Amounts are whole euros in the exchange model, rounded half up.
    fileprivate var json: JSON {
        .object([
            "ID": .string(id), "crisissignaal": .bool(isCrisis), "warmeOverdracht": .bool(isWarm),
            "bedrag": .number(Decimal128(Int((amount.cents + 50) / 100))), "ontstaansdatum": .string(since.description),
            "signaaldatum": .string(signalled.description), "status": .string("Nog niet opgepakt"),
            "signaalpartner": .object(["type": .string(partner.rawValue)]), "client": person.json,
        ])
    }
}

extension EarlyWarning.Person {
    fileprivate var json: JSON {
        JSON.object(present: [
            ("Voorletters", initials), ("Voorvoegsel", prefix), ("Achternaam", surname),
            ("Geboortedatum", born?.description), ("Straatnaam", street), ("Postcode", postcode?.compacted),
            ("Huisnummer", houseNumber), ("Huisnummertoevoeging", houseNumberAddition), ("Plaatsnaam", city),
        ])
    }
}

extension JSON {
    /// An object of the texts that are there.
    fileprivate static func object(present members: [(String, String?)]) -> JSON {
        .object(members.reduce(into: [:]) { found, member in found[member.0] = member.1.map { .string($0) } })
    }
}
