import Basics
import Database
import Incasso
import Klanten
import Zaken

/// All that the page of a payment tells of, read in one transaction.
struct BetalingLook: Sendable {
    let betaling: Betaling
    let zaak: Zaak?
    /// Over which zaken it was divided; empty where it went to one.
    let delen: [(zaak: Zaak, bedrag: Money)]
    /// What it paid of each claim, the oldest first.
    let verdeling: [Betaling.Verdeling]
    let candidates: [Betaling.Kandidaat]
    let colleagues: Colleagues

    init?(_ id: Identifier<Betaling>, in tx: Transaction) throws {
        guard let betaling = try tx.betalingen.find(id) else { return nil }
        self.betaling = betaling
        zaak = try betaling.zaak.flatMap(tx.zaken.find)
        delen = try tx.betalingen.delen(of: id).compactMap { deel in
            try tx.zaken.find(deel.zaak).map { ($0, deel.bedrag) }
        }
        verdeling = try tx.betalingen.verdeling(of: id)
        candidates = betaling.staat == .tePlaatsen ? try betaling.candidates(in: tx) : []
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }

    /// Whom it tells of: those whose zaken it paid, or those whose it may have been meant for.
    var people: Set<Identifier<Partij>> {
        Set(([zaak].compactMap(\.self) + delen.map(\.zaak)).map(\.partij) + candidates.map(\.zaak.partij))
    }
}

/// Makes the page of a payment: its acts are those that apply now.
struct BetalingPageMaker {
    let look: BetalingLook
    let sent: Sent?
    let rights: Set<Permission>
    let words: Words
    let today: Day

    private var one: Betaling { look.betaling }
    private var mayBook: Bool { rights.contains(.vorderingBoeken) && one.terugbetaald == nil }

    func page() -> BetalingPage {
        let taking = act(when: .geplaatst, BetalingPaths.taking, "terugname")
        let rejection = act(when: .tePlaatsen, BetalingPaths.rejection, "afwijzing")
        return BetalingPage(
            row: rows.row(one, look.candidates), facts: facts,
            problems: ZaakPage.Problems(of: sent, in: [taking, rejection].compactMap(\.self)),
            zaak: look.delen.isEmpty ? look.zaak.map { Way($0.nummer, ZaakPaths.zaak($0.id)) } : nil,
            parts: look.delen.map {
                BetalingPage.Part(
                    number: $0.zaak.nummer, path: ZaakPaths.zaak($0.zaak.id), amount: words.money($0.bedrag))
            },
            division: division, taking: taking, rejection: rejection,
            retention: mayBook && one.staat == .terugTeBetalen
                ? BetalingPage.Keep(path: BetalingPaths.retention(one.id)) : nil)
    }

    private var division: BetalingPage.Division? {
        guard !look.verdeling.isEmpty else { return nil }
        let words = words
        let rule = (one.toerekening ?? "P2 wet").split(separator: " ")
        var rules = [words(rule.last == "wet" ? "payments.rule_law" : "payments.rule_principal")]
        if look.verdeling.count > 1 { rules.append(words("payments.rule_age")) }
        if rule.first == "P1" { rules.append(words("payments.rule_case")) }
        return BetalingPage.Division(
            rules: rules,
            lines: look.verdeling.map {
                BetalingPage.Line(
                    claim: $0.omschrijving, costs: words.money($0.kosten), interest: words.money($0.rente),
                    principal: words.money($0.hoofdsom))
            })
    }

    private var rows: BetalingenPageMaker {
        BetalingenPageMaker(
            found: .nothing, problems: [], rights: rights, colleagues: look.colleagues, words: words, today: today)
    }

    private func act(when staat: Betaling.Staat, _ path: Path, _ name: String) -> Sheet? {
        guard mayBook, one.staat == staat else { return nil }
        let reason = Field("reden", words("zaak.reason"), .text(""), id: "\(name)-reden", isRequired: true)
        return Sheet(path(one.id), [reason], sent: sent)
    }

    private var facts: [PersonPart.Fact] {
        let known: [(String, String?)] = [
            ("account", one.rekening), ("from_account", rights.seen(account: one.tegenrekening)),
            ("name", rights.seen(name: one.naam)),
            ("reference", one.kenmerk), ("text", one.omschrijving), ("why", rows.reason(of: one)),
            ("left", one.over > .zero ? words.money(one.over) : nil),
            ("repaid", one.terugbetaald.map(words.date)),
        ]
        return known.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : PersonPart.Fact(name: words("payments.fact_\(name)"), value: $0) }
        }
    }
}
