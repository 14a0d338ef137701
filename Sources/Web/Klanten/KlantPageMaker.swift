import Basics
import Database
import Incasso
import Journal
import Klanten
import Recht
import Zaken

/// All that the page of a person tells of, read in one transaction.
struct KlantLook: Sendable {
    let partij: Partij
    let pauze: Pauze?
    let knoop: Knoop?
    let toestanden: [Toestand]
    let zaken: [(zaak: Zaak, claims: [Vordering])]
    let own: [JournalEntry]
    let entries: [JournalEntry]
    let colleagues: Colleagues
    let debiteuren: [Debiteurschap]
    /// The names of the records that were joined with this person.
    let joined: [String]

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        pauze = try tx.pauzes.running(for: id)
        knoop = try tx.knopen.current(for: id)
        toestanden = try tx.toestanden.all(of: id).filter { $0.opgeheven == nil }
        zaken = try tx.zaken.all(of: id).map { ($0, try tx.vorderingen.all(of: $0.id)) }
        own = try tx.samenvoegingen.records(of: id).flatMap { try tx.journal.entries(of: .klant($0), limit: 100) }
            .sorted { ($0.position ?? .max, $0.number) > ($1.position ?? .max, $1.number) }
        // A state is told of the person and of each zaak at once; here once is enough.
        let told = Set(own.filter { $0.kind.hasPrefix("toestand_") }.map { [$0.kind, $0.moment.description] })
        let others = try zaken.prefix(20).flatMap {
            try tx.journal.entries(of: Subject(kind: "zaak", id: $0.zaak.id.text), limit: 40)
        }.filter { !told.contains([$0.kind, $0.moment.description]) }
        entries = (own + others).sorted { ($0.position ?? .max, $0.number) > ($1.position ?? .max, $1.number) }
        colleagues = Colleagues(all: try tx.gebruikers.all())
        debiteuren = try tx.schuldeisers.debiteuren(of: id)
        joined = try tx.samenvoegingen.all(into: id).filter { $0.teruggedraaid == nil }
            .compactMap { try tx.partijen.find($0.van)?.naam }
    }
}

/// Makes the page of a person.
struct KlantPageMaker {
    let look: KlantLook
    let playbook: Playbook
    let recht: RechtTables
    let words: Words
    let today: Day
    let rights: Set<Permission>
    let sent: Sent?
    let filter: TimelineFilter

    private var partij: Partij { look.partij }

    func page() -> KlantPage {
        var page = drawn
        let sheets = [page.contacting?.sheet, page.pausing, page.contact.form]
        page.problems = ZaakPage.Problems(of: sent, in: sheets.compactMap(\.self))
        return page
    }

    private var drawn: KlantPage {
        KlantPage(
            name: partij.naam, line: line, chips: chips, banners: banners, states: ToestandPaths.list(partij.id),
            mandates: IncassoPaths.mandates(partij.id),
            knot: KnoopPaths.page(partij.id),
            joining: rights.contains(.klantSamenvoegen) && !partij.hidesAddress(from: rights)
                ? .init(
                    path: KlantPaths.joining(partij.id),
                    names: look.joined.isEmpty ? nil : look.joined.joined(separator: ", ")) : nil,
            planner: rights.contains(.regelingMaken) && look.zaken.contains { $0.zaak.isOpen }
                ? RegelingPaths.planner(partij.id) : nil,
            problems: nil,
            zaken: look.zaken.map { zaak($0.zaak, $0.claims) }, total: words.money(look.zaken.map(\.zaak.bedrag).sum),
            pause: PersonPart.Pause(
                look.pauze, of: partij, words, today, mayEnd: rights.contains(.klantPauzeren) && look.knoop == nil),
            pausing: look.pauze == nil && rights.contains(.klantPauzeren)
                ? Sheet(pausing: partij, words, today, sent: sent) : nil,
            contact: contact, filters: filters,
            happenings: Array(timeline.happenings(shown).prefix(40)), looks: looks, contacting: contacting)
    }

    private var shown: [JournalEntry] {
        look.entries.filter { filter == .all || TimelineKind($0.kind)?.part == filter }
    }

    private var filters: [Way] {
        TimelineFilter.allCases.map { one in
            let path = KlantPaths.klant(partij.id) + (one == .all ? "" : "?toon=\(one.rawValue)")
            return Way(words("timeline.\(one.rawValue)"), path, current: filter == one)
        }
    }

    /// Recording a contact, about one of the open zaken.
    private var contacting: ContactPart? {
        let open = look.zaken.map(\.zaak).filter(\.isOpen)
        guard rights.contains(.zaakBijwerken), !open.isEmpty else { return nil }
        let zaken = open.map { Option($0.id.text, "\($0.nummer) \($0.omschrijving)", chosen: open.count == 1) }
        return ContactPart(
            path: KlantPaths.contacts(partij.id), zaken: zaken, isForbidden: !mayBeCalled, sent: sent, words: words)
    }

    private var line: String {
        let shown = partij.adres.map { "\($0.regel), \($0.postcode) \($0.plaats)" }
        let address = partij.hidesAddress(from: rights) ? words("person.address_hidden") : shown
        let born = partij.geboortedatum.map { words("person.born", ["day": words.date($0)]) }
        return [address, born].compactMap(\.self).joined(separator: " · ")
    }

    private var chips: [Chip] {
        [
            Chip(words("person.prefers_\(partij.voorkeurskanaal.rawValue)")),
            Chip(words("person.language_\(partij.taal.rawValue)")),
        ]
    }

    private var banners: [Banner] {
        let pause = look.pauze.map { pauze in
            let title = words("zaak.paused_until", ["day": words.day(pauze.einde, today: today)])
            return [Banner(tone: "", title: title, text: pauze.reden)]
        }
        let knot = look.knoop.map { [$0.banner(words, look.colleagues)] } ?? []
        return knot + (pause ?? []) + look.toestanden.map { $0.banner(words, today: today, recht) }
    }

    private func zaak(_ zaak: Zaak, _ claims: [Vordering]) -> KlantPage.Zaak {
        let type = playbook.zaaktypen[zaak.zaaktype]
        let language = words.language.rawValue
        let status = type?.statussen.first { $0.code == zaak.status }?.omschrijving[language] ?? zaak.status
        return KlantPage.Zaak(
            number: zaak.nummer, path: ZaakPaths.zaak(zaak.id), title: zaak.omschrijving,
            status: Chip(status, zaak.isOpen ? "accent" : "calm"), opened: words.date(zaak.geopend),
            open: words.money(zaak.bedrag),
            claims: claims.filter(\.isOpen).map {
                KlantPage.Claim(
                    name: $0.omschrijving, due: words("person.due", ["day": words.date($0.vervaldatum)]),
                    open: words.money($0.saldo.totaal))
            })
    }

    private var contact: KlantPage.Contact {
        let facts = [
            ("phone", partij.telefoon), ("email", partij.email), ("iban", partij.iban?.accountEnd),
        ]
        return KlantPage.Contact(
            facts: facts.compactMap { name, value in
                value.map { text in
                    let links = [mayBeCalled ? "phone" : "": "tel:" + text.dialled, "email": "mailto:" + text]
                    return .init(name: words("person.\(name)"), value: text, link: links[name])
                }
            },
            form: rights.contains(.klantBijwerken) ? form : nil)
    }

    private var mayBeCalled: Bool {
        recht.states.mag(.bellen, on: today, in: look.toestanden.filter { $0.vordering == nil }.map(\.state)).isAllowed
    }

    private var form: Sheet {
        Sheet(
            KlantPaths.contact(partij.id),
            [
                Field("naam", words("person.name"), .text(partij.naam), id: "contact-naam", isRequired: true)
            ] + address + [
                Field(
                    "telefoon", words("person.phone"), .text(partij.telefoon ?? ""),
                    id: "contact-telefoon"),
                Field("email", words("person.email"), .text(partij.email ?? ""), id: "contact-email"),
                Field(
                    "kanaal", words("person.channel"),
                    .choice(
                        Kanaal.allCases.map {
                            Option(
                                $0.rawValue, words("person.channel_\($0.rawValue)"),
                                chosen: partij.voorkeurskanaal == $0)
                        })),
                Field(
                    "taal", words("person.tongue"),
                    .choice(
                        Taal.allCases.map {
                            Option($0.rawValue, words("person.language_\($0.rawValue)"), chosen: partij.taal == $0)
                        })),
            ] + departures, sent: sent)
    }

    /// When the person left the dwelling of each creditor; what KPI 9 tells sitting tenants by.
    private var departures: [Field] {
        look.debiteuren.map { one in
            Field(
                "vertrokken.\(one.schuldeiser).\(one.nummer)", words("person.left", ["who": one.naam]),
                .date(one.vertrokken?.description ?? ""), id: "vertrokken-\(one.schuldeiser)-\(one.nummer)",
                hint: words("person.left_hint", ["number": one.nummer]))
        }
    }

    /// The address, for who may see it.
    private var address: [Field] {
        guard !partij.hidesAddress(from: rights) else { return [] }
        return [
            Field("adres", words("states.street"), .text(partij.adres?.regel ?? ""), id: "contact-adres"),
            Field("postcode", words("states.postcode"), .text(partij.adres?.postcode ?? ""), id: "contact-postcode"),
            Field("plaats", words("states.city"), .text(partij.adres?.plaats ?? ""), id: "contact-plaats"),
        ]
    }

    private var looks: [KlantPage.Look] {
        look.own.filter { $0.kind == Inzage.kind }.prefix(20).map { entry in
            KlantPage.Look(
                who: look.colleagues.name(of: entry.actor.description, words),
                purpose: words.text("purposes.\(entry.purpose)") ?? entry.purpose,
                when: words.moment(entry.moment, today: today), machine: entry.moment.description)
        }
    }

    private var timeline: Timeline {
        let names = Naming(
            zaaktype: look.zaken.first.flatMap { playbook.zaaktypen[$0.zaak.zaaktype] },
            formulieren: playbook.formulieren,
            language: words.language.rawValue)
        return Timeline(words: words, today: today, colleagues: look.colleagues, naming: names)
    }
}
