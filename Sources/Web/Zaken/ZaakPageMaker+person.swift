import Basics
import Incasso
import Klanten
import Zaken

extension ZaakPageMaker {
    /// Who it is about; a reader who may not see the person's data sees the name alone.
    var person: PersonPart {
        let partij = look.partij
        guard may(.klantZien) else { return PersonPart(name: partij.naam) }
        let open = look.others.filter(\.isOpen).count
        let facts: [PersonPart.Fact?] = [
            .init(name: words("person.others"), value: words("person.other_zaken", count: open)),
            partij.telefoon.map { .init(name: words("person.phone"), value: $0, link: "tel:" + $0.dialled) },
            partij.email.map { .init(name: words("person.email"), value: $0, link: "mailto:" + $0) },
            address.map { .init(name: words("person.address"), value: $0) },
        ]
        return PersonPart(
            name: partij.naam, path: KlantPaths.klant(partij.id), states: ToestandPaths.list(partij.id),
            signals: SignaalPaths.page(zaak.id), handover: OverdrachtPaths.zaak(zaak.id),
            facts: facts.compactMap(\.self),
            pause: PersonPart.Pause(
                look.pauze, of: partij, words, today, mayEnd: may(.klantPauzeren) && look.knoop == nil),
            pausing: may(.klantPauzeren) && look.pauze == nil
                ? PersonPart.Pausing(partij, words, today, asked.form) : nil)
    }

    private var address: String? {
        if look.partij.hidesAddress(from: rights) { return words("person.address_hidden") }
        return look.partij.adres.map { "\($0.regel), \($0.plaats)" }
    }

    var documents: DocumentsPart {
        DocumentsPart(
            documents: look.documenten.map(document),
            letters: may(.briefVersturen) && zaak.isOpen ? letters : [],
            upload: may(.zaakBijwerken) ? ZaakPaths.documents(zaak.id) : nil)
    }

    private func document(_ one: Document) -> DocumentsPart.Document {
        let size = words("zaak.kilobytes", ["n": words.number(max(1, one.versie.omvang / 1_024))])
        let ending = one.versie.bestandsnaam.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let kind = words.text("zaak.format_\(ending)") ?? ending.uppercased()
        let delivery = look.bezorging[one.id]
        let detail = [words.day(one.aangemaakt.day, today: today), kind, size, delivery.flatMap(why)]
        return DocumentsPart.Document(
            title: words.text("documents.\(one.titel)") ?? one.titel, path: ZaakPaths.document(one.id),
            detail: detail.compactMap(\.self).joined(separator: " · "),
            direction: delivery.map(chip)
                ?? Chip(words("zaak.direction_\(one.richting.rawValue)"), one.richting == .intern ? "" : "note"))
    }

    /// Whether a letter has left.
    private func chip(_ delivery: Brief.Bezorging) -> Chip {
        switch delivery {
        case .verzonden: Chip(words("zaak.direction_uit"), "note")
        case .klaargelegd: Chip(words("zaak.delivery_laid"), "note")
        case .wacht: Chip(words("zaak.delivery_waits"), "attention")
        case .mislukt: Chip(words("zaak.delivery_failed"), "urgent")
        case .ingetrokken: Chip(words("zaak.delivery_withdrawn"), "")
        }
    }

    /// Why a letter has not left; nothing for one that has.
    private func why(_ delivery: Brief.Bezorging) -> String? {
        switch delivery {
        case .verzonden: nil
        case .klaargelegd: words("zaak.delivery_laid_why")
        case .wacht(let moment): moment.map { words("zaak.delivery_from", ["when": words.moment($0, today: today)]) }
        case .mislukt(let times, let cause):
            words("zaak.delivery_tried", count: times, ["cause": String(cause.prefix(120))])
        case .ingetrokken(let reason): words.text("postponed.\(reason)") ?? reason
        }
    }

    private var letters: [Way] {
        ZaakPageMaker.letters.map { Way(words("letters.\($0)"), ZaakPaths.preview(zaak.id.text, $0)) }
    }

    /// The letters that can be looked at before they go.
    static let letters = lettersByHand + ["veertiendagenbrief", "overdracht_aangekondigd"]
    /// Those that a person may send beside the drawing; the others begin terms, which the process keeps.
    static let lettersByHand = ["herinnering", "aanmaning", "regeling_bevestigd"]

    var notes: NotesPart {
        NotesPart(
            notes: look.notities.map { note in
                NotesPart.Note(
                    text: note.tekst, who: look.colleagues.name(of: note.door, words),
                    when: words.moment(note.moment, today: today), machine: note.moment.description)
            }, path: may(.zaakBijwerken) ? ZaakPaths.notes(zaak.id) : nil)
    }
}

extension PersonPart.Pause {
    init?(_ pauze: Pauze?, of partij: Partij, _ words: Words, _ today: Day, mayEnd: Bool) {
        guard let pauze else { return nil }
        let until = words("person.pause_until", ["day": words.day(pauze.einde, today: today)])
        self.init(text: "\(until) \(pauze.reden)", resumption: mayEnd ? KlantPaths.resumption(partij.id) : nil)
    }
}

extension PersonPart.Pausing {
    init(_ partij: Partij, _ words: Words, _ today: Day, _ sent: FormFields) {
        self.init(
            path: KlantPaths.pause(partij.id),
            fields: [
                Field(
                    "tot", words("person.pause_to"), .date(sent["tot"] ?? (today + 60).description), id: "pauze-tot",
                    isRequired: true),
                Field("reden", words("zaak.reason"), .text(sent["reden"] ?? ""), id: "pauze-reden", isRequired: true),
            ])
    }
}
