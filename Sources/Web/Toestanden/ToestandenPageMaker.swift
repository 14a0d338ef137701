import Basics
import Database
import Incasso
import Klanten
import Recht
import Zaken

/// All that the page of special states tells of, read in one transaction.
struct ToestandenLook: Sendable {
    let partij: Partij
    let toestanden: [Toestand]
    let claims: [Vordering]
    let documenten: [Document]
    /// What follows from elsewhere: the pause that runs, and each arrangement, with its zaak.
    let elders: [(state: SpecialState, zaak: Zaak?)]

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        toestanden = try tx.toestanden.all(of: id)
        let zaken = try tx.zaken.all(of: id).prefix(20)
        claims = try zaken.flatMap { try tx.vorderingen.all(of: $0.id) }.filter(\.isOpen)
        let pauze = try tx.pauzes.running(for: id).map {
            SpecialState(.pauze, begins: $0.begin, expectedEnd: $0.einde, evidence: $0.reden)
        }
        elders =
            try [pauze].compactMap(\.self).map { ($0, nil) }
            + zaken.filter(\.isOpen).compactMap { zaak in
                try tx.regelingen.running(for: zaak.id).map {
                    (SpecialState(.betalingsregeling, begins: $0.overeengekomen), zaak)
                }
            }
        documenten = try zaken.flatMap { try tx.documenten.all(of: $0.id).filter { $0.ingetrokken == nil } }
    }
}

/// Makes the page of special states for one reader.
struct ToestandenPageMaker {
    let look: ToestandenLook
    let recht: RechtTables
    let words: Words
    let today: Day
    let mayChange: Bool
    let sent: Sent?

    func page() -> ToestandenPage {
        let running = look.toestanden.filter { $0.opgeheven == nil }.map(state) + look.elders.map(derived)
        let adding = mayChange ? adding : nil
        let sheets = running.flatMap { [$0.changing, $0.ending] } + [adding]
        return ToestandenPage(
            name: look.partij.naam, klant: KlantPaths.klant(look.partij.id),
            problems: ZaakPage.Problems(of: sent, in: sheets.compactMap(\.self)), running: running,
            past: look.toestanden.filter { $0.opgeheven != nil }.map(past), adding: adding)
    }

    private func title(_ one: Toestand) -> String {
        let claim = one.vordering.flatMap { id in look.claims.first { $0.id == id } }
        return words("states.\(one.soort.rawValue)") + (claim.map { " · \($0.omschrijving)" } ?? "")
    }

    private func state(_ one: Toestand) -> ToestandenPage.State {
        ToestandenPage.State(
            title: title(one), since: words("states.since", ["day": words.date(one.begin)]), end: end(of: one),
            proofLabel: words("states.proof"), proof: one.bewijs,
            document: one.document.map { ZaakPaths.document($0) }, addressee: addressee(of: one),
            forbids: recht.states.rules[one.soort]?.value(on: max(today, one.begin))?.prohibitions.map(forbidden) ?? [],
            changing: mayChange ? Sheet(ToestandPaths.change(one.id), changing(one), sent: sent) : nil,
            ending: mayChange
                ? Sheet(ToestandPaths.ending(one.id), [reason("einde-\(one.id.text)")], sent: sent) : nil,
            elsewhere: nil)
    }

    /// A pause or an arrangement: shown with what it forbids, ended where it was begun.
    private func derived(_ one: (state: SpecialState, zaak: Zaak?)) -> ToestandenPage.State {
        let (state, name) = (one.state, words("states.\(one.state.kind.rawValue)"))
        let end =
            state.expectedEnd.map { words("states.until_then", ["day": words.date($0)]) } ?? words("states.no_end")
        let elsewhere =
            one.zaak.map { Way(words("states.at_zaak"), ZaakPaths.zaak($0.id)) }
            ?? Way(words("states.at_klant"), KlantPaths.klant(look.partij.id))
        return ToestandenPage.State(
            title: [name, one.zaak?.nummer].compactMap(\.self).joined(separator: " · "),
            since: words("states.since", ["day": words.date(state.begins)]), end: Chip(end),
            proofLabel: words(state.evidence == nil ? "states.proof" : "zaak.reason"),
            proof: state.evidence ?? words("states.by_arrangement"), document: nil, addressee: nil,
            forbids: recht.states.rules[state.kind]?.value(on: max(today, state.begins))?.prohibitions.map(forbidden)
                ?? [],
            changing: nil, ending: nil, elsewhere: elsewhere)
    }

    private func end(of one: Toestand) -> Chip {
        guard let end = one.verwachtEinde else { return Chip(words("states.no_end")) }
        let text = words("states.until", ["day": words.date(end)])
        return one.state.awaitsDecision(on: today)
            ? Chip(words("states.decide", ["day": words.date(end)]), "urgent")
            : Chip(text)
    }

    private func addressee(of one: Toestand) -> String? {
        let role = recht.states.addressee(on: max(today, one.begin), in: [one.state])
        if let aan = one.aan {
            let town = aan.adres.map { [$0.postcode, $0.plaats].filter { !$0.isEmpty }.joined(separator: " ") }
            return [aan.naam, aan.adres?.regel ?? "", town ?? "", aan.email ?? ""].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
        return role == "debiteur" ? nil : words("states.missing_\(role)")
    }

    private func forbidden(_ one: SpecialStateRule.Prohibition) -> ToestandenPage.Forbidden {
        let acts = CollectionAct.allCases.filter { one.acts.contains($0) }.map { words("acts.\($0.rawValue)") }
        return ToestandenPage.Forbidden(
            acts: acts.joined(separator: ", "), why: words("state_reasons.\(one.reason)"), article: one.article,
            isUnchecked: !one.isChecked)
    }

    private func past(_ one: Toestand) -> ToestandenPage.Past {
        let end = one.opgeheven.map(words.date) ?? ""
        return ToestandenPage.Past(
            title: title(one), period: words("states.period", ["from": words.date(one.begin), "to": end]),
            proof: one.bewijs)
    }
}

extension ToestandenPageMaker {
    private var adding: Sheet {
        let kinds = Toestand.soorten.map {
            Option($0.rawValue, words("states.\($0.rawValue)"))
        }
        let papers = look.documenten.map(words.option)
        let claims = look.claims.map {
            Option($0.id.text, "\($0.omschrijving) (\($0.factuurnummer))")
        }
        return Sheet(
            ToestandPaths.list(look.partij.id),
            [
                Field("soort", words("states.kind"), .choice(kinds), id: "toestand-soort", isRequired: true),
                Field(
                    "begin", words("states.begin"), .date(""), id: "toestand-begin", hint: words("states.begin_hint"),
                    isRequired: true),
                Field(
                    "bewijs", words("states.proof"), .text(""), id: "toestand-bewijs",
                    hint: words("states.proof_hint"), isRequired: true),
            ] + (papers.isEmpty ? [] : [list("document", words("states.document"), papers)])
                + (claims.isEmpty
                    ? [] : [list("vordering", words("states.claim"), claims, hint: words("states.claim_hint"))])
                + reached(end: nil, nil, nil, nil, nil, nil, "toestand"), sent: sent)
    }

    private func list(_ name: String, _ label: String, _ options: [Option], hint: String? = nil) -> Field {
        Field(name, label, .list(options), id: "toestand-\(name)", hint: hint)
    }

    private func changing(_ one: Toestand) -> [Field] {
        reached(
            end: one.verwachtEinde?.description, one.aan?.naam, one.aan?.adres?.regel, one.aan?.adres?.postcode,
            one.aan?.adres?.plaats, one.aan?.email, "wijziging-\(one.id.text)") + [reason("wijziging-\(one.id.text)")]
    }

    private func reached(
        end: String?, _ name: String?, _ line: String?, _ postcode: String?, _ city: String?, _ email: String?,
        _ prefix: String
    ) -> [Field] {
        [
            Field("tot", words("states.expected_end"), .date(end ?? ""), id: "\(prefix)-tot"),
            Field(
                "naam", words("states.whom"), .text(name ?? ""), id: "\(prefix)-naam", hint: words("states.whom_hint")),
            Field("regel", words("states.street"), .text(line ?? ""), id: "\(prefix)-regel"),
            Field("postcode", words("states.postcode"), .text(postcode ?? ""), id: "\(prefix)-postcode"),
            Field("plaats", words("states.city"), .text(city ?? ""), id: "\(prefix)-plaats"),
            Field("email", words("person.email"), .text(email ?? ""), id: "\(prefix)-email"),
        ]
    }

    private func reason(_ prefix: String) -> Field {
        Field("reden", words("zaak.reason"), .text(""), id: "\(prefix)-reden", isRequired: true)
    }
}

extension Words {
    /// A document to choose as proof, with its day: letters of one kind have the same title.
    func option(_ document: Document) -> Option {
        Option(document.id.text, "\(document.titel), \(date(document.aangemaakt.day))")
    }
}
