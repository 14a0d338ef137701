import Basics
import Incasso
import Journal
import Klanten
import Zaken

extension ZaakPageMaker {
    /// Recording a contact, beside what one must know to reach someone.
    var contacting: ContactPart? {
        guard mayContact else { return nil }
        let known = [phone, email, preference, lastContact, promised].compactMap(\.self)
        var part = ContactPart(
            path: ZaakPaths.contacts(zaak.id), zaken: [], known: known, isForbidden: !look.stand.belverbod.isEmpty,
            sent: sent, words: words)
        if look.stand.hidesNumber, look.partij.telefoon != nil {
            part.calling = sheet(
                ZaakPaths.calling(zaak.id),
                [Field("reden", words("contact.call_whom"), .text(""), id: "toch-bellen", isRequired: true)])
        }
        return part
    }

    /// Whom a taak is about, what is open and what was promised: what a call begins with, without what stands above it.
    var reach: [PersonPart.Fact] {
        (mayContact ? [who, owed] : [who, phone, owed, promised]).compactMap(\.self)
    }

    private var mayContact: Bool { may(.zaakBijwerken) && zaak.isOpen }

    private var who: PersonPart.Fact? {
        .init(
            name: words("zaak.reach_who"), value: look.partij.naam,
            link: rights.seesPeople ? KlantPaths.klant(look.partij.id) : nil)
    }

    private var phone: PersonPart.Fact? {
        guard rights.seesPeople else { return nil }
        guard let number = look.partij.telefoon else {
            return .init(name: words("person.phone"), value: words("zaak.reach_no_phone"))
        }
        guard !look.stand.hidesNumber else {
            return .init(name: words("person.phone"), value: look.stand.notCalled(words))
        }
        return .init(name: words("person.phone"), value: number, link: "tel:" + number.dialled)
    }

    private var email: PersonPart.Fact? {
        guard rights.seesPeople else { return nil }
        return look.partij.email.map { .init(name: words("person.email"), value: $0, link: "mailto:" + $0) }
    }

    private var preference: PersonPart.Fact? {
        .init(
            name: words("zaak.reach_preference"),
            value: words("person.channel_\(look.partij.voorkeurskanaal.rawValue)"))
    }

    private var owed: PersonPart.Fact? {
        // A zaak without claims, such as a guidance, is about all that the person owes.
        let others = look.others.filter(\.isOpen).map(\.bedrag).sum
        let amount = words.money(look.claims.isEmpty ? others : zaak.bedrag)
        let oldest = look.claims.map(\.vordering).filter(\.isOpen).map(\.vervaldatum).min()
        let since = oldest.map { day in
            words(
                "zaak.reach_since",
                ["amount": amount, "day": words.day(day, today: today), "n": words.number(max(0, today - day))])
        }
        return .init(name: words("zaak.reach_open"), value: since ?? amount)
    }

    private var lastContact: PersonPart.Fact? {
        let name = words("zaak.reach_last")
        let tried = look.attempt.map { words.day($0.moment.day, today: today) }
        guard let last = look.contacts.first else {
            let never = tried.map { words("zaak.reach_only_tried", ["day": $0]) } ?? words("zaak.reach_never")
            return .init(name: name, value: never)
        }
        let happened = timeline.happenings([last]).first
        let day = words.day(last.moment.day, today: today)
        let what = last.content["reden"].text ?? happened?.what ?? ""
        let by = look.colleagues.name(of: last.actor.description, words)
        let told = "\(day): \(what) (\(by))"
        let isLater = look.attempt.map { $0.moment > last.moment } ?? false
        return .init(
            name: name,
            value: isLater ? words("zaak.reach_tried", ["last": told, "day": tried ?? ""]) : told)
    }

    /// What was last agreed in a contact, or what a call or a visit came to.
    private var promised: PersonPart.Fact? {
        look.contacts.lazy.compactMap { entry in agreed(in: entry).map { (entry, $0) } }.first.map { entry, what in
            let form = entry.content["formulier"].text.flatMap { playbook.formulieren[$0]?.naam[language] }
            guard entry.content["afspraak"].text == nil, let form else {
                return .init(name: words("zaak.reach_promised"), value: what)
            }
            // What was answered says nothing without what was asked: a phone call, or how one will talk.
            return .init(name: words("zaak.reach_outcome", ["form": form]), value: what)
        }
    }

    private func agreed(in entry: JournalEntry) -> String? {
        let day = entry.content["op"].day.map { words("contact.on", ["day": words.day($0, today: today)]) }
        if let agreement = entry.content["afspraak"].text {
            return [agreement, day].compactMap(\.self).joined(separator: " · ")
        }
        let form = entry.content["formulier"].text.flatMap { playbook.formulieren[$0] }
        let answers = entry.content["uitkomst"]
        guard let veld = form?.velden.first(where: { $0.id == "uitkomst" }),
            let label = veld.opties.first(where: { $0.waarde == answers["uitkomst"].text })?.label[language]
        else { return nil }
        let days = (form?.velden ?? []).filter { $0.soort == .datum }.compactMap { answers[$0.id].day }
        return ([label] + days.map { words.day($0, today: today) }).joined(separator: " · ")
    }
}
