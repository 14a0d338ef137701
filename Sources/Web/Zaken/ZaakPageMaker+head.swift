import Basics
import Engine
import Incasso
import Journal
import Klanten
import Postvak
import Zaken

extension ZaakPageMaker {
    var head: ZaakPage.Head {
        let creditor = look.schuldeiser?.naam
        let kind = zaaktype?.omschrijving[language] ?? zaak.zaaktype
        return ZaakPage.Head(
            title: "\(zaak.omschrijving) · \(look.partij.naam)", crumb: kind, list: list,
            line: [zaak.nummer, creditor, handler].compactMap(\.self).joined(
                separator: " · "),
            chips: chips, days: days)
    }

    /// Whose the zaak is; else who has its taak.
    private var handler: String {
        if let own = zaak.behandelaar { return words("zaak.handler", ["name": look.colleagues.name(of: own)]) }
        let names = Set(look.taken.compactMap(\.behandelaar).map(look.colleagues.name)).sorted()
        return names.isEmpty
            ? words("zaak.no_handler")
            : words("zaak.taak_with", ["name": names.joined(separator: words("common.and"))])
    }

    private var chips: [Chip] {
        let status = zaaktype?.statussen.first { $0.code == zaak.status }?.omschrijving[language] ?? zaak.status
        let result = zaak.resultaat.map { Chip(resultName($0), "calm") }
        let arrangement = look.regeling.flatMap {
            $0.staat == .lopend ? Chip(words("zaak.has_arrangement"), "note") : nil
        }
        let channel = Chip(words("person.prefers_\(look.partij.voorkeurskanaal.rawValue)"))
        let tongue =
            look.partij.taal == .nederlands ? nil : Chip(words("person.language_\(look.partij.taal.rawValue)"), "note")
        return [Chip(status, "accent"), result, arrangement, channel, tongue].compactMap(\.self)
    }

    func resultName(_ code: String) -> String {
        zaaktype?.resultaten.first { $0.code == code }?.omschrijving[language] ?? code
    }

    private var days: ZaakPage.Days? {
        guard zaak.isOpen, let allowed = zaaktype?.doorlooptijd else { return nil }
        if zaak.opgeschort == nil, !isResting, let pace { return pace }
        let gone = zaak.runningDays(until: today, of: allowed)
        let target =
            zaak.opgeschort != nil
            ? words("zaak.clock_stands")
            : isResting
                ? words("zaak.term_rests") : words("zaak.target", ["day": words.day(zaak.streefdatum, today: today)])
        return ZaakPage.Days(
            text: isResting
                ? words("zaak.day_n", ["n": words.number(gone)])
                : words("zaak.day_of", ["n": words.number(gone), "all": words.number(allowed)]), target: target,
            value: isResting ? "0" : String(min(gone, allowed)), max: String(allowed),
            isLate: zaak.opgeschort == nil && !isResting && today > zaak.streefdatum)
    }

    /// Whether the zaak stands where its term does not press, such as an exception.
    private var isResting: Bool { zaaktype?.statussen.first { $0.code == zaak.status }?.rust ?? false }

    /// When a person looks again at a zaak that someone suspended, and why it is.
    private var review: String? {
        let entry = look.entries.first { ["zaak_opgeschort", "opschorting_verlengd"].contains($0.kind) }
        guard let entry, let day = entry.content["tot"].day else { return nil }
        let again = words("zaak.looked_again_on", ["day": words.day(day, today: today)])
        return [entry.content["reden"].text, again].compactMap(\.self).joined(separator: " · ")
    }

    /// How far an arrangement that runs is: its zaak is as late as the next instalment, and no later.
    private var pace: ZaakPage.Days? {
        guard let next = look.lopend?.volgende, let all = look.lopend?.termijnen else { return nil }
        let paid = all.count { $0.open.isZero }
        return ZaakPage.Days(
            text: words("zaak.instalments_paid", ["n": words.number(paid), "all": words.number(all.count)]),
            target: words(
                next.vervaldag < today ? "zaak.missed_instalment" : "zaak.next_instalment",
                ["amount": words.money(next.open), "day": words.day(next.vervaldag, today: today)]),
            value: String(paid), max: String(all.count), isLate: next.vervaldag < today)
    }

    /// What must be seen before anything is done: a pause, a standing still, a closing.
    var banners: [Banner] {
        var banners = look.knoop.map { [$0.banner(words, look.colleagues)] } ?? []
        // The guidance out of debts tells of its own pause.
        let isTold = look.knoop?.afgesloten == nil && look.knoop?.einde == look.pauze?.einde
        if let pause = look.pauze, look.knoop == nil || !isTold {
            let until = words("zaak.paused_until", ["day": words.day(pause.einde, today: today)])
            banners.append(Banner(tone: "", title: until, text: pause.reden))
        } else if look.pauze == nil, let since = zaak.opgeschort {
            let text = words("zaak.suspended_since", ["day": words.day(since, today: today)])
            banners.append(Banner(tone: "", title: text, text: review ?? ""))
        }
        // What a taak below tells of money that waits is not told twice.
        banners += look.stand.banners(words, today: today, after: look.taken.contains(where: isAboutWaiting) ? 1 : 0)
        if let closed = zaak.afgesloten {
            let title = words("zaak.closed_on", ["day": words.date(closed)])
            let result = words("zaak.result", ["result": resultName(zaak.resultaat ?? "")])
            banners.append(Banner(tone: "calm", title: title, text: result))
        }
        return banners
    }

    var idle: ZaakPage.Idle? {
        guard look.taken.isEmpty else { return nil }
        let mails = look.stand.post.count
        let text =
            zaak.isOpen ? waiting : mails > 0 ? words("zaak.mail_left", count: mails) : words("zaak.nothing_left")
        return ZaakPage.Idle(text: text, isClosed: !zaak.isOpen, next: look.next.map(next), list: list)
    }

    private func next(_ line: Werkvoorraad.Regel) -> ZaakPage.Next {
        ZaakPage.Next(
            name: name(of: line.taak), person: line.klant,
            path: ZaakPaths.zaak(line.taak.zaak) + "?taak=\(line.taak.id.text)",
            due: words.due(line.taak.uiterlijk, today: today))
    }

    /// What the zaak waits for.
    private var waiting: String {
        if let pause = look.pauze {
            return words("zaak.waits_for_pause", ["day": words.day(pause.einde, today: today)])
        }
        guard zaak.opgeschort == nil else { return words("zaak.waits_for_resumption") }
        guard look.instance != nil else { return words("zaak.begins") }
        let next = look.lopend?.volgende
        let timer = look.instance?.timers.map(\.1).min()
        if let next {
            return words(
                "zaak.waits_for_instalment",
                ["day": words.day(next.vervaldag, today: today), "amount": words.money(next.open)])
        }
        return timer.map { words("zaak.waits_until", ["day": words.day($0.day, today: today)]) }
            ?? words("zaak.waits_for_message")
    }

    /// While all stands still there are no terms: each moves along.
    var deadlines: [ZaakPage.Deadline] {
        if zaak.opgeschort != nil {
            return look.pauze.map { [deadline(words("zaak.pause_ends"), $0.einde)] } ?? []
        }
        let taken = look.taken.map { deadline(name(of: $0), $0.uiterlijk) }
        let instalment = look.lopend?.volgende.map(\.vervaldag)
            .map { deadline(words($0 < today ? "zaak.instalment_missed" : "zaak.instalment"), $0) }
        let steps = (look.instance?.timers ?? []).map(\.1).sorted().prefix(2).map {
            deadline(words("zaak.next_step"), $0.day)
        }
        let presses = zaak.isOpen && look.lopend == nil && !isResting
        let target = presses ? deadline(words("zaak.target_of_zaak"), zaak.streefdatum) : nil
        let mails = look.stand.post.filter { $0.vondst == nil }.map {
            deadline(words("zaak.answer_mail"), $0.mail.uiterlijk)
        }
        return (taken + mails + [instalment].compactMap(\.self) + steps + [target].compactMap(\.self)).sorted {
            $0.machine < $1.machine
        }
    }

    private func deadline(_ what: String, _ day: Day) -> ZaakPage.Deadline {
        ZaakPage.Deadline(
            what: what, when: words.day(day, today: today), machine: day.description, far: words.due(day, today: today))
    }
}

extension Words {
    /// How urgent a day is, in words and tone.
    func due(_ day: Day, today: Day) -> Chip {
        let tone = day <= today ? "urgent" : day - today <= 3 ? "attention" : ""
        return Chip(distance(to: day, from: today), tone)
    }
}
