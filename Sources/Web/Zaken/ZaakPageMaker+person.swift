import Basics
import Incasso
import Klanten
import Zaken

extension ZaakPageMaker {
    /// Who it is about; a reader who may not see the person's data sees the name alone.
    var person: PersonPart {
        let partij = look.partij
        guard rights.seesPeople else { return PersonPart(name: partij.naam) }
        let open = look.others.filter(\.isOpen).count
        let facts: [PersonPart.Fact?] = [
            .init(name: words("person.others"), value: words("person.other_zaken", count: open)),
            look.stand.hidesNumber
                ? nil
                : partij.telefoon.map { .init(name: words("person.phone"), value: $0, link: "tel:" + $0.dialled) },
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
                ? Sheet(pausing: partij, words, today, sent: sent) : nil)
    }

    private var address: String? {
        if look.partij.hidesAddress(from: rights) { return words("person.address_hidden") }
        return look.partij.adres.map { "\($0.regel), \($0.plaats)" }
    }

    var notes: NotesPart {
        let writing = may(.zaakBijwerken) ? sheet(ZaakPaths.notes(zaak.id), [note]) : nil
        return NotesPart(
            notes: look.notities.map { note in
                NotesPart.Note(
                    text: note.tekst, who: look.colleagues.name(of: note.door, words),
                    when: words.moment(note.moment, today: today), machine: note.moment.description)
            }, writing: writing, isSensitive: writing?.isOpen == true && sent?.refusal.isSensitiveContact == true)
    }

    private var note: Field {
        Field(
            "tekst", words("zaak.note"), .longText(""), id: "notitie", hint: words("zaak.note_hint"), isRequired: true)
    }
}

extension PersonPart.Pause {
    init?(_ pauze: Pauze?, of partij: Partij, _ words: Words, _ today: Day, mayEnd: Bool) {
        guard let pauze else { return nil }
        let until = words("person.pause_until", ["day": words.day(pauze.einde, today: today)])
        self.init(text: "\(until) \(pauze.reden)", resumption: mayEnd ? KlantPaths.resumption(partij.id) : nil)
    }
}

extension Sheet {
    /// The form to pause everything of a person.
    init(pausing partij: Partij, _ words: Words, _ today: Day, sent: Sent?) {
        self.init(
            KlantPaths.pause(partij.id),
            [
                Field(
                    "tot", words("person.pause_to"), .date((today + 60).description), id: "pauze-tot", isRequired: true),
                Field("reden", words("zaak.reason"), .text(""), id: "pauze-reden", isRequired: true),
            ], sent: sent)
    }
}
