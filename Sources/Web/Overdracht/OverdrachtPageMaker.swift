import Basics
import Incasso
import Klanten
import Recht
import Zaken

/// All that the page of a handover tells of, read in one transaction.
struct OverdrachtLook: Sendable {
    let zaak: Zaak
    let naam: String
    let overdrachten: [(overdracht: Overdracht, deurwaarder: String?)]
    let meldingen: [Deurwaardermelding]
    let vonnissen: [Vonnis]
    let kosten: [Deurwaarderkosten]
    let poort: Poort
    let colleagues: Colleagues

    init?(_ id: Identifier<Zaak>, in act: Act, recht: RechtTables) throws {
        let tx = act.tx
        guard let zaak = try tx.zaken.find(id) else { return nil }
        self.zaak = zaak
        naam = try tx.partijen.find(zaak.partij)?.naam ?? ""
        overdrachten = try tx.overdrachten.all(of: id).map { one in
            (one, try one.deurwaarder.flatMap { try tx.deurwaarders.find($0)?.naam })
        }
        meldingen = try tx.deurwaardermeldingen.all(of: id)
        vonnissen = try tx.vonnissen.all(of: id)
        kosten = try tx.deurwaarderkosten(of: id)
        poort = try act.poort(.overdracht, on: zaak, recht: recht)
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }
}

/// Makes the page of a handover for one reader.
struct OverdrachtPageMaker {
    let look: OverdrachtLook
    let words: Words
    let rights: Set<Permission>
    let sent: Sent?

    private var zaak: Zaak { look.zaak }
    private var isThere: Bool {
        zaak.isAtBailiff && look.overdrachten.contains { $0.overdracht.staat == .overgedragen }
    }

    func page() -> OverdrachtPage {
        let recall = isThere && rights.contains(.overdrachtBesluiten) ? recall : nil
        let isOpen = look.meldingen.contains { $0.gemeld == nil }
        let telling = isOpen && rights.contains(.zaakBijwerken) ? telling : nil
        return OverdrachtPage(
            number: zaak.nummer, zaak: ZaakPaths.zaak(zaak.id), name: look.naam,
            problems: ZaakPage.Problems(of: sent, in: [telling, recall].compactMap(\.self)),
            gate: isThere ? nil : words.gate(look.poort, path: SignaalPaths.page(zaak.id)),
            handovers: look.overdrachten.map { handover($0.overdracht, $0.deurwaarder) },
            judgments: look.vonnissen.map(judgment), costs: costs, messages: look.meldingen.map(message),
            telling: telling, recall: recall)
    }

    private var recall: Sheet {
        Sheet(
            OverdrachtPaths.recall(zaak.id),
            [Field("reden", words("zaak.reason"), .text(""), id: "terug-reden", isRequired: true)], sent: sent)
    }

    private var telling: Sheet {
        Sheet(
            OverdrachtPaths.told(zaak.id),
            [
                Field(
                    "hoe", words("bailiff.how"), .text(""), id: "melding-hoe", hint: words("bailiff.how_hint"),
                    isRequired: true)
            ], sent: sent)
    }

    private func handover(_ one: Overdracht, _ bailiff: String?) -> OverdrachtPage.Handover {
        let mayFetch = rights.contains(.dossierOphalen)
        let way = { (document: Identifier<Document>?) in mayFetch ? document.map { ZaakPaths.document($0) } : nil }
        return OverdrachtPage.Handover(
            title: "\(words.date(one.dag)), \(bailiff ?? words("bailiff.unknown"))",
            state: words.state(of: one, zaak),
            lines: [
                .init(name: words(one.dossier == nil ? "bailiff.packing" : "bailiff.zip"), path: way(one.dossier)),
                .init(name: words("bailiff.inventory"), path: way(one.inventaris)),
                .init(name: words("bailiff.specification"), path: way(one.specificatie)),
                .init(name: words("bailiff.facts"), path: way(one.gegevens)),
            ], reason: one.reden)
    }

    private func judgment(_ one: Vonnis) -> OverdrachtPage.Judgment {
        let interest = one.renteVanaf.map { words("bailiff.interest_from", ["day": words.date($0)]) }
        return OverdrachtPage.Judgment(
            title: words("bailiff.judgment", ["day": words.date(one.dag)]),
            facts: [
                .init(name: words("bailiff.court_number"), value: one.zaaknummer),
                .init(name: words("bailiff.awarded_principal"), value: words.money(one.hoofdsom)),
                .init(name: words("bailiff.awarded_costs"), value: words.money(one.kosten)),
                .init(name: words("bailiff.awarded_interest"), value: interest ?? words("bailiff.no_interest")),
            ])
    }

    private var costs: OverdrachtPage.Costs? {
        guard !look.kosten.isEmpty else { return nil }
        return OverdrachtPage.Costs(
            lines: look.kosten.map { one in
                .init(
                    name: "\(one.stap), \(words.date(one.dag))",
                    value: words.money(one.bedrag))
            }, total: words.money(look.kosten.map(\.bedrag).sum),
            hint: words(look.vonnissen.isEmpty ? "bailiff.costs_not_yet" : "bailiff.costs_judged"))
    }

    private func message(_ one: Deurwaardermelding) -> OverdrachtPage.Message {
        let who = one.door.map { $0 == "api" ? words("bailiff.fetched_it") : look.colleagues.name(of: Medewerker($0)) }
        return OverdrachtPage.Message(
            what: words.sentence(one),
            state: one.gemeld == nil
                ? Chip(words("bailiff.not_told"), "urgent") : Chip(words("bailiff.told"), "calm"),
            detail: one.gemeld.map { [words.date($0.day), who, one.hoe].compactMap(\.self).joined(separator: " · ") })
    }
}

extension Words {
    /// What a bailiff must hear, as a sentence.
    func sentence(_ one: Deurwaardermelding) -> String {
        self(
            "bailiff.message_\(one.soort.rawValue)",
            ["day": date(one.dag), "amount": one.bedrag.map(money) ?? ""])
    }
}
