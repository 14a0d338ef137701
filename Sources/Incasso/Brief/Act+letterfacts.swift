import Basics
import Exchange
import Klanten
import Recht
import Zaken

extension Act {
    /// All that a letter may say (Content/sjablonen/velden.yaml and the templates' own fields).
    func letterFacts(
        _ template: String, for zaak: Zaak, _ partij: Partij, lezer: Lezer, claims: [Vordering], recht: RechtTables,
        termEnds: Day?, links: Betaallinks? = nil, deurwaarder chosen: String? = nil
    ) throws -> JSON {
        let regeling = try tx.regelingen.all(of: zaak.id).first
        let code = try claims.first?.schuldeiser ?? tx.vorderingen.all(of: zaak.id).first?.schuldeiser
        guard let creditor = try code.flatMap({ try tx.schuldeisers.find($0) }) else { throw BriefRefusal.noCreditor }
        guard !creditor.mistRegistratie || partij.soort == .organisatie else { throw BriefRefusal.noRegistration }
        var facts: [String: JSON] = [
            "datum": JSON(today), "kenmerk": .string(claims.first?.kenmerk ?? zaak.nummer),
            "zaak": ["nummer": .string(zaak.nummer)], "betaallink": .null, "qr": .null, "klant": partij.letterFacts,
            "aan": lezer.letterFacts,
            "betreft": lezer.isDebiteur ? .null : .string(partij.naam),
            "schuldeiser": creditor.letterFacts, "saldo": claims.letterFacts, "betaalVoor": JSON(today + 14),
            "vorderingen": .array(claims.map(\.letterFacts)),
            "deurwaarder": try tx.deurwaarders.chosen(chosen, for: zaak)?.letterFacts ?? .null,
            "rekeningen": .null, "rust": try restFacts(for: zaak),
            "regeling": regeling?.letterFacts ?? .null, "termijn": regeling?.missedFacts(on: today) ?? .null,
        ]
        facts.merge(try ownFacts(of: template, for: zaak, recht: recht)) { $1 }
        if let termEnds {
            facts["termijn"] = ["eindigt": JSON(termEnds)]
            facts["kosten"] = try costFacts(claims, of: zaak, recht: recht)
        }
        return .object(
            facts.merging(
                // The page behind the link asks nothing of who is spoken for, so another gets none.
                try paymentFacts(template, of: zaak, .object(facts), claims, lezer.isDebiteur ? links : nil)
            ) { $1 })
    }

    /// How to pay, in a letter that asks for it: a link, and a code to scan for the amount that the letter says. Where it
    /// goes to several creditors there is neither: each has an account and a part of its own.
    private func paymentFacts(
        _ template: String, of zaak: Zaak, _ facts: JSON, _ claims: [Vordering], _ links: Betaallinks?
    ) throws -> [String: JSON] {
        guard !Brief.afsluitend.contains(template), let asked = try tx.betaalverzoek(of: zaak.id, on: today) else {
            return [:]
        }
        let amount = Brief.amountAsked(by: template).reduce(facts) { $0[$1] }.money
        if let amount, Set(claims.map(\.schuldeiser)).count > 1 {
            return ["rekeningen": .array(try tx.rekeningen(of: claims, for: amount, by: template))]
        }
        return [
            "qr": amount.flatMap { asked.asking($0).qr?.letterFacts } ?? .null,
            "betaallink": links.map { .string($0.address(of: zaak.id, on: today)) } ?? .null,
        ]
    }

    /// Why it comes now, in the first letter after a pause: until when everything rested, and what came of the guidance.
    private func restFacts(for zaak: Zaak) throws -> JSON {
        let pauses = try tx.pauzes.all(of: zaak.partij)
        guard let last = pauses.max(by: { ($0.begin, $0.id.text) < ($1.begin, $1.id.text) }),
            let ended = last.opgeheven, today - ended.day <= Brief.naRust, zaak.geopend <= ended.day,
            try !tx.brieven.all(of: zaak.id).contains(where: { letter in
                letter.asksForMoney && letter.verzonden.map { $0 >= ended } ?? false
            })
        else { return .null }
        let outcome = try tx.knopen.all(of: zaak.partij).first { $0.pauze == last.id }?.uitkomst
        let flags = Knoop.Uitkomst.allCases.map { ("is_\($0.rawValue)", JSON.bool($0 == outcome)) }
        return .object(["tot": JSON(ended.day)].merging(flags) { $1 })
    }

    /// What only this template tells.
    private func ownFacts(of template: String, for zaak: Zaak, recht: RechtTables) throws -> [String: JSON] {
        switch template {
        case "specificatie":
            let open = try tx.specificaties(of: zaak, on: today, recht: recht).filter(\.vordering.isOpen)
            return ["regels": .array(open.flatMap(\.letterFacts)), "rente": try interestFacts(open, of: zaak)]
        case "regeling_bevestigd": return try samenFacts(for: zaak)
        case Incassobatch.aankondiging: return ["incasso": try announcementFacts(for: zaak)]
        case Klacht.bevestiging: return ["klacht": try klachtFacts(of: zaak, recht: recht)]
        default: return [:]
        }
    }

    /// Which interest it is, and whether it is asked now.
    private func interestFacts(_ specs: [Specificatie], of zaak: Zaak) throws -> JSON {
        [
            "handel": JSON(try tx.rentesoort(of: zaak) == .handel),
            "gevraagd": JSON(specs.contains { $0.grootboek.contains { $0.soort == .rente } }),
            "nooit": JSON(specs.first?.schuldeiser?.afspraken.rente == .geen),
        ]
    }

    /// The costs that follow when the term goes by without payment (6:96 lid 6 BW).
    private func costFacts(_ claims: [Vordering], of zaak: Zaak, recht: RechtTables) throws -> JSON {
        let due = claims.map { (claim: $0, amount: $0.saldo.hoofdsom) }
        let fee = try tx.collectionCosts(over: due, of: zaak, on: today, recht: recht)
        let rate = fee.vat > .zero ? recht.costs.vat.value(on: today).map { $0.percentText + "%" } : nil
        return [
            "exclusief": JSON(fee.costs), "btw": JSON(fee.vat), "totaal": JSON(fee.total),
            "metBtw": JSON(fee.vat > .zero), "tarief": rate.map { .string($0) } ?? .null,
        ]
    }
}

extension QRCode {
    var letterFacts: JSON { ["pad": .string(path), "maat": JSON(size)] }
}

extension Partij {
    var letterFacts: JSON {
        ["naam": .string(naam), "adres": adres?.letterFacts ?? .null, "taal": .string(taal.rawValue)]
    }
}

extension Adres {
    var letterFacts: JSON { ["regel": .string(regel), "postcode": .string(postcode), "plaats": .string(plaats)] }
}

extension Schuldeiser {
    var letterFacts: JSON {
        [
            "naam": .string(naam), "adres": adres.letterFacts, "kvk": .string(kvk), "iban": .string(iban),
            "telefoon": .string(telefoon), "email": .string(email), "website": .string(website),
            "wki": wki.map { .string($0) } ?? .null,
            "bureau": afspraken.bureau.map {
                ["naam": .string($0.naam), "adres": .string($0.adres), "kvk": .string($0.kvk)]
            } ?? .null,
        ]
    }
}

extension Vordering {
    var letterFacts: JSON {
        [
            "factuurnummer": .string(factuurnummer), "omschrijving": .string(omschrijving),
            "vervaldatum": JSON(vervaldatum), "bedrag": JSON(saldo.hoofdsom),
        ]
    }
}

extension [Vordering] {
    var letterFacts: JSON {
        let saldo = map(\.saldo).reduce(Saldo.zero, +)
        return [
            "totaal": JSON(saldo.totaal), "hoofdsom": JSON(saldo.hoofdsom), "kosten": JSON(saldo.kosten),
            "rente": JSON(saldo.rente),
        ]
    }
}

extension Betalingsregeling {
    var letterFacts: JSON {
        [
            "totaal": JSON(bedrag), "aantal": JSON(termijnen.count),
            "bedrag": termijnen.first.map { JSON($0.bedrag) } ?? .null,
            "eerste": termijnen.first.map { JSON($0.vervaldag) } ?? .null,
            "laatste": einddatum.map { JSON($0) } ?? .null,
            "termijnen": .array(
                termijnen.map {
                    ["nummer": JSON($0.nummer), "vervaldag": JSON($0.vervaldag), "bedrag": JSON($0.bedrag)]
                }),
        ]
    }

    /// The instalments that were due and are not paid, together and each by itself.
    func missedFacts(on today: Day) -> JSON {
        let missed = open(until: today - 1)
        guard let oldest = missed.first else { return .null }
        return [
            "bedrag": JSON(missed.map(\.open).sum), "vervaldag": JSON(oldest.vervaldag), "meer": JSON(missed.count > 1),
            "gemist": .array(missed.map { ["vervaldag": JSON($0.vervaldag), "bedrag": JSON($0.open)] }),
        ]
    }
}

extension Deurwaarder {
    var letterFacts: JSON { ["naam": .string(naam), "telefoon": .string(telefoon)] }
}
