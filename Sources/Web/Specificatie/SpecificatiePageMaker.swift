import Basics
import Database
import Incasso
import Klanten
import Recht
import Zaken

/// Makes the page that unfolds how amounts came about.
struct SpecificatiePageMaker {
    let zaak: Zaak
    let partij: Partij
    let specs: [Specificatie]
    let colleagues: Colleagues
    let words: Words
    let today: Day
    let rights: Set<Permission>
    let sent: Sent?

    func page() -> SpecificatiePage {
        let claims = specs.map(claim)
        let complaint = rights.contains(.zaakBijwerken) && zaak.isOpen ? complaint : nil
        let sheets = claims.compactMap(\.lapse).flatMap { [$0.interrupting, $0.deciding] } + [complaint]
        return SpecificatiePage(
            number: zaak.nummer, zaak: ZaakPaths.zaak(zaak.id), name: partij.naam, creditor: creditor,
            problems: ZaakPage.Problems(of: sent, in: sheets.compactMap(\.self)),
            claims: claims, total: words.money(zaak.bedrag),
            sending: rights.contains(.briefVersturen) && zaak.isOpen ? SpecificatiePaths.sending(zaak.id) : nil,
            complaint: complaint,
            lapsing: SpecificatiePaths.lapsing())
    }

    private var creditor: [PersonPart.Fact] {
        guard let creditor = specs.first?.schuldeiser else { return [] }
        let facts: [(String, String?)] = [
            ("creditor", creditor.naam), ("address", "\(creditor.adres.regel), \(creditor.adres.plaats)"),
            ("kvk", creditor.kvk), ("wki", creditor.wki),
        ]
        return facts.compactMap { name, value in value.map { .init(name: words("spec.\(name)"), value: $0) } }
    }

    private func claim(_ one: Specificatie) -> SpecificatiePage.Claim {
        let claim = one.vordering
        let facts = [
            ("invoice", claim.factuurnummer), ("kind", claim.soort), ("invoiced", words.date(claim.factuurdatum)),
            ("due", words.date(claim.vervaldatum)), ("default", words.date(claim.verzuimVanaf)),
            ("reference", claim.kenmerk),
        ]
        return SpecificatiePage.Claim(
            name: claim.omschrijving, open: words.money(claim.saldo.totaal),
            facts: facts.map { .init(name: words("spec.\($0)"), value: $1) }, ledger: one.grootboek.map(ledger),
            costs: costs(one), interest: interest(one), lapse: one.verjaring.map { lapse($0, of: claim, one.besluit) })
    }

    private func ledger(_ entry: Mutatie) -> SpecificatiePage.Line {
        SpecificatiePage.Line(
            what: "\(words.date(entry.datum)): \(words("ledger.\(entry.soort.rawValue)"))", article: nil,
            amount: words.money(entry.boekingen.filter(\.key.isOpen).map(\.value).sum))
    }

    private func costs(_ one: Specificatie) -> [SpecificatiePage.Line] {
        guard let costs = one.kosten else { return [] }
        let sum = SpecificatiePage.Line(
            what: words("spec.costs_sum", ["day": words.date(costs.geboektOp), "n": words.number(costs.vorderingen)]),
            article: nil, amount: words.money(costs.berekening.total))
        return costs.berekening.working.map(words.line) + [sum] + (costs.vorderingen > 1 ? [part(one)] : [])
    }

    /// What of the costs of one letter falls on this claim.
    private func part(_ one: Specificatie) -> SpecificatiePage.Line {
        SpecificatiePage.Line(what: words("spec.costs_part"), article: nil, amount: words.money(one.kostendeel))
    }

    private func interest(_ one: Specificatie) -> [SpecificatiePage.Line] {
        guard let interest = one.rente else { return [] }
        let sum = SpecificatiePage.Line(
            what: words("spec.interest_sum"), article: nil, amount: words.money(interest.interest))
        let asked = SpecificatiePage.Line(what: askedInterest(one), article: nil, amount: "")
        return interest.working.map(words.line) + [sum, asked]
    }

    /// Whether the interest is asked, and how much of it.
    private func askedInterest(_ one: Specificatie) -> String {
        let booked = one.grootboek.filter { $0.soort == .rente }.compactMap { $0.boekingen[.rente] }.sum
        if booked > .zero { return words("spec.interest_asked", ["amount": words.money(booked)]) }
        return words(one.schuldeiser?.afspraken.rente == .geen ? "spec.interest_none" : "spec.interest_later")
    }

    private func lapse(
        _ limitation: Limitation, of claim: Vordering, _ besluit: Besloten?
    ) -> SpecificatiePage.Lapse {
        let mayRecord = rights.contains(.zaakBijwerken)
        let lapsed = limitation.hasLapsed(on: today)
        let mayDecide = rights.contains(.overdrachtBesluiten)
        let interrupting =
            mayRecord && !lapsed
            ? Sheet(SpecificatiePaths.interruption(claim.id), interrupting(claim), sent: sent) : nil
        let deciding =
            lapsed && mayDecide && besluit == nil
            ? Sheet(
                SpecificatiePaths.decision(claim.id),
                [Field("reden", words("zaak.reason"), .text(""), id: "besluit-\(claim.id.text)", isRequired: true)],
                sent: sent) : nil
        return SpecificatiePage.Lapse(
            chip: words.lapse(limitation, today: today), lines: limitation.working.map(words.line),
            decided: besluit.map(decided) ?? (lapsed && !mayDecide ? words("spec.lead_decides") : nil),
            interrupting: interrupting, deciding: deciding,
            isOpen: interrupting?.isOpen == true || deciding?.isOpen == true)
    }

    private func decided(_ one: Besloten) -> String {
        words(
            "spec.decided",
            ["day": words.date(one.moment.day), "who": colleagues.name(of: one.door, words), "why": one.reden])
    }

    private func interrupting(_ claim: Vordering) -> [Field] {
        let kinds = Interruption.Kind.allCases.map { Option($0.rawValue, words("interruptions.\($0.rawValue)")) }
        return [
            Field("soort", words("spec.interruption"), .list(kinds), id: "soort-\(claim.id.text)", isRequired: true),
            Field("dag", words("spec.on_day"), .date(""), id: "dag-\(claim.id.text)", isRequired: true),
            Field("bewijs", words("states.proof"), .text(""), id: "bewijs-\(claim.id.text)", isRequired: true),
        ]
    }

    private var complaint: Sheet {
        Sheet(
            SpecificatiePaths.complaint(zaak.id),
            [Field("tekst", words("spec.complaint_text"), .longText(""), id: "klacht-tekst", isRequired: true)],
            sent: sent)
    }
}

extension Words {
    /// A line of working as a sentence, with its article and what it comes to.
    func line(_ one: WorkingLine) -> SpecificatiePage.Line {
        let sentence = one.facts.reduce(text("working.\(one.code)") ?? one.code) { text, fact in
            text.replacing("{\(fact.name)}", with: value(fact.value))
        }
        let amount: String =
            switch one["bedrag"] {
            case .money(let money): self.money(money)
            case .exact(let exact): self.money(exact.rounded)
            case .day, .percent, .count, .word, nil: ""
            }
        return SpecificatiePage.Line(what: sentence, article: one.article, amount: amount)
    }

    private func value(_ value: Fact.Value) -> String {
        switch value {
        case .money(let money): self.money(money)
        case .exact(let exact): self.money(exact.rounded)
        case .day(let day): date(day)
        case .percent(let rate):
            (language == .nl ? rate.percentText.replacing(".", with: ",") : rate.percentText) + "%"
        case .count(let count): number(count)
        case .word(let word): text("interruptions.\(word)") ?? word
        }
    }

    /// When a claim lapses, in the tone of how near that is.
    func lapse(_ limitation: Limitation, today: Day) -> Chip {
        if limitation.hasLapsed(on: today) {
            return Chip(self("spec.lapsed", ["day": date(limitation.ends + 1)]), "urgent")
        }
        let text = self("spec.lapses", ["day": date(limitation.ends)])
        return Chip(text, limitation.warning(on: today) == nil ? "" : "attention")
    }
}
