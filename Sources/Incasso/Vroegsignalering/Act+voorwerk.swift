import Basics
import Journal
public import Recht
public import Zaken

extension Act {
    /// Gathers what a zaak can show of the steps before a signal: letters that left, calls, visits, contacts, answers
    /// on forms, and what people added with proof.
    public func voorwerk(of zaak: Zaak, recht: RechtTables) throws -> Voorwerk {
        let letters = try tx.brieven.all(of: zaak.id).flatMap { $0.bewijsstukken(recht.signalPolicy) }
        let happened = try tx.journal.entries(of: .zaak(zaak.id), limit: 2_000).flatMap(\.bewijsstukken)
        let added = try tx.signaalbewijzen.all(of: zaak.id).filter { $0.ingetrokken == nil }.map(\.stuk)
        let kept = try tx.regelingen.running(for: zaak.id)?.isKept(on: today, recht) ?? false
        return Voorwerk(letters + happened + added, arrangementKept: kept)
    }
}

extension Brief {
    /// What a letter shows once it left: it reminds, points to help, or offers to pass on contact data.
    fileprivate func bewijsstukken(_ policy: SignalPolicy) -> [Bewijsstuk] {
        guard let day = verzonden?.day else { return [] }
        return SignalStep.allCases.filter { policy.letters[$0]?.contains(sjabloon) ?? false }.map { step in
            var stuk = Bewijsstuk(Bewijsstuk.Soort(step), on: day, from: .brief(sjabloon: sjabloon))
            (stuk.kanaal, stuk.bewijs, stuk.document) = (kanaal.rawValue, bewijs, document)
            stuk.isKlaargelegd = staat == .klaargelegd
            return stuk
        }
    }
}

extension JournalEntry {
    /// What an answered form or a recorded contact shows.
    fileprivate var bewijsstukken: [Bewijsstuk] {
        switch kind {
        case "taak_afgerond": formBewijs
        case "contact": contactBewijs
        default: []
        }
    }

    private var contactBewijs: [Bewijsstuk] {
        guard let channel = content["kanaal"].text, ["telefoon", "balie", "bezoek"].contains(channel) else { return [] }
        var stuk = Bewijsstuk(.contact, on: moment.day, from: .vastgelegd)
        stuk.kanaal = channel == "bezoek" ? "huisbezoek" : channel
        (stuk.dagdeel, stuk.bereikt, stuk.bewijs) = (moment.dagdeel, true, content["reden"].text)
        return [stuk]
    }

    private var formBewijs: [Bewijsstuk] {
        let form = content["formulier"].text ?? ""
        let answers = content["uitkomst"]
        var found: [Bewijsstuk] = []
        if form == "belronde" || form == "huisbezoek" {
            var stuk = Bewijsstuk(.contact, on: answers["bezochtOp"].day ?? moment.day, from: .taak(formulier: form))
            stuk.kanaal = form == "belronde" ? "telefoon" : "huisbezoek"
            stuk.dagdeel = answers["dagdeel"].text.flatMap(ContactAttempt.PartOfDay.init) ?? moment.dagdeel
            stuk.bereikt = !["niet_bereikt", "niet_thuis"].contains(answers["uitkomst"].text ?? "")
            stuk.bewijs = answers["toelichting"].text
            found.append(stuk)
        }
        if answers["hulpAangeboden"] == true {
            found.append(Bewijsstuk(.schuldhulp, on: moment.day, from: .taak(formulier: form)))
        }
        switch answers["signaalGemeente"].text {
        case "bezwaar": found.append(Bewijsstuk(.bezwaar, on: moment.day, from: .taak(formulier: form)))
        case "vertrokken": found.append(Bewijsstuk(.vertrokken, on: moment.day, from: .taak(formulier: form)))
        case .some, nil: break
        }
        return found
    }
}

extension Moment {
    /// The part of the day on a Dutch clock: the morning until twelve, the evening from six.
    var dagdeel: ContactAttempt.PartOfDay {
        switch clock.hour {
        case ..<12: .ochtend
        case ..<18: .middag
        default: .avond
        }
    }
}
