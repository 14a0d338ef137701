import Basics
import Incasso
import Klanten
import Zaken

/// Makes the page of a guidance for one reader.
struct KnoopPageMaker {
    let look: KnoopLook
    let policy: Knoop.Beleid
    let zaaktype: Zaaktype?
    let words: Words
    let today: Day
    let rights: Set<Permission>
    let sent: Sent?
    /// Where a partner's desk can reach us, when it can.
    var links: Betaallinks?

    private var mayWork: Bool { rights.contains(.klantPauzeren) }

    func page() -> KnoopPage {
        let (beginning, running) = (look.knoop == nil && mayWork ? beginning : nil, look.knoop.map(running))
        return KnoopPage(
            name: look.partij.naam, klant: KlantPaths.klant(look.partij.id),
            problems: ZaakPage.Problems(of: sent, in: [beginning].compactMap(\.self) + (running?.sheets ?? [])),
            signals: signals, beginning: beginning, running: running, past: look.past.map(past))
    }

    private func sheet(_ path: String, _ fields: [Field]) -> Sheet { Sheet(path, fields, sent: sent) }

    /// What tells that a person may be stuck.
    private var signals: [String] {
        [
            look.open.count > 1 ? words("knoop.signal_zaken", count: look.open.count) : nil,
            look.missed > 0 ? words("knoop.signal_missed", count: look.missed) : nil,
            look.states > 0 ? words("knoop.signal_states", count: look.states) : nil,
        ].compactMap(\.self)
    }

    private var contacts: [Option] {
        look.colleagues.all.filter { $0.role == .casemanager || $0.role == .teamleider }.map {
            Option($0.login, $0.name, chosen: $0.login == look.knoop?.contact.rawValue)
        }
    }

    private var beginning: Sheet {
        sheet(
            KnoopPaths.page(look.partij.id),
            [
                Field("contact", words("knoop.contact"), .list(contacts), id: "knoop-contact", isRequired: true),
                Field(
                    "reden", words("knoop.why"), .text(""), id: "knoop-reden",
                    hint: words("knoop.why_hint"), isRequired: true),
            ])
    }

    private func running(_ knoop: Knoop) -> KnoopPage.Running {
        let isPaused = knoop.afgesloten == nil
        let canWork = mayWork && look.zaak?.isOpen == true
        let own = look.claims.map(\.vordering.saldo.totaal).sum
        return KnoopPage.Running(
            title: isPaused
                ? words(
                    "knoop.day_of",
                    ["n": words.number(today - knoop.begin + 1), "all": words.number(knoop.einde - knoop.begin + 1)])
                : words("knoop.aftercare_runs"),
            phase: Chip(phase(look.zaak?.status ?? ""), "accent"), zaak: ZaakPaths.zaak(knoop.zaak),
            facts: facts(knoop), phases: phases, own: look.claims.map(debt), elsewhere: look.elders.map(told),
            toldElsewhere: saidElsewhere,
            total: words.money(own + look.elders.compactMap(\.bedrag).sum),
            adding: canWork ? sheet(KnoopPaths.debts(knoop.id), debtFields(nil, "schuld-nieuw")) : nil,
            referrals: look.doorverwijzingen.map(referral), referring: canWork ? referring(knoop) : nil,
            aftercare: aftercare(knoop), closing: canWork && isPaused ? closing(knoop) : nil,
            extending: isPaused && !knoop.isVerlengd && rights.contains(.klantPauzerenLang) ? extending(knoop) : nil,
            changing: canWork
                ? sheet(
                    KnoopPaths.contact(knoop.id),
                    [Field("aan", words("knoop.contact"), .list(contacts), id: "knoop-ander", isRequired: true)]) : nil)
    }

    private func phase(_ code: String) -> String {
        zaaktype?.statussen.first { $0.code == code }?.omschrijving[words.language.rawValue] ?? code
    }

    private var phases: [KnoopPage.Phase] {
        ["pauze", "overzicht", "oplossing", "nazorg"].map {
            .init(name: phase($0), isHere: $0 == look.zaak?.status)
        }
    }

    private func facts(_ knoop: Knoop) -> [PersonPart.Fact] {
        [
            .init(name: words("knoop.contact"), value: look.colleagues.name(of: knoop.contact)),
            .init(name: words("knoop.begin"), value: words.date(knoop.begin)),
            .init(
                name: words(knoop.afgesloten == nil ? "knoop.until" : "knoop.ended"),
                value: words.date(knoop.afgesloten ?? knoop.einde)),
        ]
            + (knoop.uitkomst.map { [.init(name: words("knoop.outcome"), value: words("knoop.ends_\($0.rawValue)"))] }
                ?? [])
    }

    private func debt(_ one: (vordering: Vordering, schuldeiser: String)) -> KnoopPage.Debt {
        .init(
            name: one.vordering.omschrijving, detail: "\(one.schuldeiser), \(one.vordering.factuurnummer)",
            path: ZaakPaths.zaak(one.vordering.zaak), amount: words.money(one.vordering.saldo.totaal))
    }

    /// That the person said there are debts elsewhere, where none is listed yet.
    private var saidElsewhere: String? {
        guard case .verteld(let day)? = look.meegaven["schuldenElders"] else { return nil }
        return words("knoop.said_elsewhere", ["day": words.date(day)])
    }

    private func told(_ one: SchuldElders) -> KnoopPage.Told {
        let detail = [words("knoop.stand_\(one.stand.rawValue)"), one.omschrijving].filter { !$0.isEmpty }
        return .init(
            name: one.schuldeiser, detail: detail.joined(separator: ", "),
            amount: one.bedrag.map(words.money) ?? words("knoop.amount_unknown"),
            changing: mayWork && look.zaak?.isOpen == true
                ? sheet(KnoopPaths.debt(one.knoop.text, one.id.text), debtFields(one, "schuld-\(one.id.text)")) : nil)
    }

    private func debtFields(_ one: SchuldElders?, _ id: String) -> [Field] {
        let amount = one?.bedrag.map { $0.description.replacing(".", with: ",") } ?? ""
        let stands = SchuldElders.Stand.allCases.map {
            Option($0.rawValue, words("knoop.stand_\($0.rawValue)"), chosen: $0 == (one?.stand ?? .bekend))
        }
        return [
            Field(
                "schuldeiser", words("knoop.creditor"), .text(one?.schuldeiser ?? ""), id: "\(id)-wie", isRequired: true
            ),
            Field(
                "bedrag", words("zaak.amount"), .amount(amount), id: "\(id)-bedrag", hint: words("knoop.amount_hint")),
            Field("stand", words("knoop.stand"), .list(stands), id: "\(id)-stand", isRequired: true),
            Field("omschrijving", words("knoop.what"), .text(one?.omschrijving ?? ""), id: "\(id)-wat"),
        ]
    }

    private func past(_ one: Knoop) -> KnoopPage.Past {
        .init(
            title: one.uitkomst.map { words("knoop.ends_\($0.rawValue)") } ?? words("knoop.title"),
            detail: words(
                "states.period", ["from": words.date(one.begin), "to": words.date(one.afgesloten ?? one.einde)]),
            zaak: ZaakPaths.zaak(one.zaak))
    }
}

extension KnoopPageMaker {
    private func referral(_ one: Doorverwijzing) -> KnoopPage.Referral {
        let state: Chip =
            switch one.staat {
            case .aangeboden:
                one.uiterlijk < today
                    ? Chip(words("knoop.nobody_yet"), "urgent") : Chip(words("knoop.state_aangeboden"), "attention")
            case .aangenomen: Chip(words("knoop.state_aangenomen"), "calm")
            case .geweigerd: Chip(words("knoop.state_geweigerd"), "urgent")
            case .ingetrokken: Chip(words("knoop.state_ingetrokken"), "note")
            }
        let answered = [one.wie, one.reden].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
        let due = words("knoop.accept_by", ["day": words.day(one.uiterlijk, today: today)])
        return .init(
            title: "\(one.partner), \(one.bureau)", detail: one.staat == .aangeboden ? due : answered,
            consent: words("knoop.consent_was", ["how": one.toestemming, "day": words.date(one.toestemmingOp)]),
            shared: one.gegevens.map { words("knoop.share_\($0)") }.joined(separator: ", "), state: state,
            link: mayWork && one.staat == .aangeboden ? links?.address(of: one) : nil,
            answer: mayWork && (one.staat == .aangeboden || one.staat == .aangenomen) ? answer(to: one) : nil)
    }

    private func answer(to one: Doorverwijzing) -> Sheet {
        let kinds: [Doorverwijzing.Staat] =
            one.staat == .aangeboden ? [.aangenomen, .geweigerd, .ingetrokken] : [.ingetrokken]
        let options = kinds.map { Option($0.rawValue, words("knoop.state_\($0.rawValue)")) }
        return sheet(
            KnoopPaths.answer(one.knoop.text, one.id.text),
            [
                Field("staat", words("knoop.answer"), .list(options), id: "antwoord-\(one.id.text)", isRequired: true),
                Field("wie", words("knoop.answer_who"), .text(""), id: "wie-\(one.id.text)"),
                Field(
                    "reden", words("zaak.reason"), .text(""), id: "waarom-\(one.id.text)",
                    hint: words("knoop.answer_hint")),
            ])
    }

    private func referring(_ knoop: Knoop) -> Sheet {
        sheet(
            KnoopPaths.referrals(knoop.id),
            [
                partner,
                Field(
                    "toestemming", words("knoop.consent"), .text(""), id: "knoop-toestemming",
                    hint: words("knoop.consent_hint"), isRequired: true),
                Field(
                    "toestemmingOp", words("knoop.consent_on"), .date(today.description),
                    id: "knoop-toestemming-op", isRequired: true),
                Field(
                    "gegeven", words("knoop.share"), .several(policy.gegevens.map(shared)), id: "knoop-gegeven",
                    hint: words("knoop.share_hint")),
            ] + policy.gegevens.filter(Doorverwijzing.invulbaar.contains).map(filled))
    }

    /// Who can help, those first who help where the person lives; of the others that they do not.
    private var partner: Field {
        let fits = policy.partners.filter { $0.helps(in: look.gemeente) }
        let others = policy.partners.filter { !$0.helps(in: look.gemeente) }
        let options =
            fits.map { Option($0.code, "\($0.naam), \($0.bureau)") }
            + others.map {
                Option($0.code, "\($0.naam), \($0.bureau) (\(words("knoop.partner_only", ["towns": towns(of: $0)])))")
            }
        let hint = others.map {
            words("knoop.partner_elsewhere", ["name": $0.naam, "towns": towns(of: $0), "town": town])
        }
        return Field(
            "partner", words("knoop.partner"), .list(options), id: "knoop-partner",
            hint: hint.isEmpty ? nil : hint.joined(separator: " "), isRequired: true)
    }

    private func towns(of partner: Knoop.Beleid.Partner) -> String { words.row(partner.gemeenten, "common.and") }

    private var town: String { look.gemeente ?? words("knoop.town_unknown") }

    /// What goes along when it is ticked, as the house holds it; what is filled in below is seen there.
    private func shared(_ what: String) -> Option {
        let name = words("knoop.share_\(what)")
        guard !Doorverwijzing.invulbaar.contains(what) else {
            return Option(what, words("knoop.share_below", ["what": name]))
        }
        let lines = words.lines(of: look.meegaven[what] ?? .onbekend)
        return Option(what, "\(name): \(lines.isEmpty ? words("common.unknown") : lines.joined(separator: "; "))")
    }

    private func filled(_ what: String) -> Field {
        let (held, name) = (look.meegaven[what] ?? .onbekend, words("knoop.share_\(what)"))
        let label = name.prefix(1).uppercased() + name.dropFirst()
        if what == "hardeDatum" {
            let day: Day? = if case .dag(let day) = held { day } else { nil }
            return Field(what, label, .date(day?.description ?? ""), id: "knoop-\(what)")
        }
        return Field(
            what, label, .text(words.lines(of: held).first ?? ""), id: "knoop-\(what)", hint: words("knoop.share_cause")
        )
    }

    /// The days of the aftercare contacts, once the pause has ended.
    private func aftercare(_ knoop: Knoop) -> [String] {
        let from = knoop.afgesloten ?? knoop.einde
        return policy.nazorgMaanden.sorted().map {
            words(
                knoop.afgesloten == nil ? "knoop.aftercare_expected" : "knoop.aftercare_on",
                ["day": words.date(from.adding(months: $0)), "n": words.number($0)])
        }
    }

    private func closing(_ knoop: Knoop) -> Sheet {
        let ends = Knoop.Uitkomst.allCases.map { Option($0.rawValue, words("knoop.ends_\($0.rawValue)")) }
        return sheet(
            KnoopPaths.closing(knoop.id),
            [
                Field("uitkomst", words("knoop.how_ends"), .choice(ends), id: "knoop-uitkomst", isRequired: true),
                Field("toelichting", words("zaak.reason"), .text(""), id: "knoop-toelichting", isRequired: true),
            ])
    }

    private func extending(_ knoop: Knoop) -> Sheet {
        sheet(
            KnoopPaths.extending(knoop.id),
            [Field("reden", words("zaak.reason"), .text(""), id: "knoop-verlenging", isRequired: true)])
    }
}

extension KnoopPage.Running {
    /// All forms that stand in it.
    fileprivate var sheets: [Sheet] {
        (elsewhere.map(\.changing) + referrals.map(\.answer) + [adding, referring, closing, extending, changing])
            .compactMap(\.self)
    }
}
