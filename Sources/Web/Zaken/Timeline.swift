import Basics
import Incasso
import Journal
import Zaken

/// Turns entries of the journal into lines that people read.
struct Timeline {
    let words: Words
    let today: Day
    let colleagues: Colleagues
    let naming: Naming

    /// The entries, the newest first, as lines; the bookings of a payment stand under the payment.
    func happenings(_ entries: [JournalEntry]) -> [Happening] {
        var lines: [Happening] = []
        var rest = entries[...]
        while let entry = rest.popFirst() {
            let tries = rest.tries(with: entry)
            if !tries.isEmpty {
                rest = rest.dropFirst(tries.count)
                lines += [tried([entry] + tries)].compactMap(\.self)
                continue
            }
            let isPayment = entry.kind == "betaling_ontvangen" || entry.kind == "betaling_teruggenomen"
            let bookings = isPayment ? rest.prefix { $0.isBooking(with: entry) } : []
            rest = rest.dropFirst(bookings.count)
            if let line = happening(entry, bookings: Array(bookings)) { lines.append(line) }
        }
        return lines
    }

    func happening(_ entry: JournalEntry, bookings: [JournalEntry]) -> Happening? {
        guard entry.isTold, let kind = TimelineKind(entry.kind) else { return nil }
        let day = entry.kind == "betaling_ontvangen" ? entry.content["datum"].day ?? entry.moment.day : entry.moment.day
        let isOwnDay = day == entry.moment.day
        let booked = bookings.compactMap { one in
            amounts(one.content["bedragen"]).map { "\(one.content["vordering"].text ?? ""): \($0)" }
        }
        let processed = words("zaak.processed_on", ["day": words.day(entry.moment.day, today: today)])
        let details = [isOwnDay ? nil : processed, detail(entry)].compactMap(\.self) + booked
        return Happening(
            day: words.day(day, today: today), clock: isOwnDay ? words.clock(entry.moment) : nil,
            machine: isOwnDay ? entry.moment.description : day.description, sign: kind.sign, tone: kind.tone,
            what: sentence(entry), detail: details.isEmpty ? nil : details.joined(separator: " · "),
            who: entry.kind == "storing" ? words("actors.proces") : colleagues.name(of: entry.actor.description, words),
            link: link(entry))
    }

    /// What happened, without what people wrote about it.
    func sentence(_ entry: JournalEntry) -> String {
        let key =
            entry.isLaidDown ? "happened.brief_klaargelegd" : "happened.\(entry.kind)"
        guard let count = entry.content["termijnen"].integer else { return words(key, parts(entry)) }
        return words(key, count: count, parts(entry))
    }

    /// What the sentence names: the step, the amount, the day.
    private func parts(_ entry: JournalEntry) -> KeyValuePairs<String, String> {
        let content = entry.content
        return [
            "name": words.titled(Stap.name(words.drawn(content["naam"].text ?? "")), content.rondes),
            "step": content["stap"].text ?? "",
            "amount": content["bedrag"].money.map(words.money) ?? "",
            "day": (content["tot"].day ?? content["vervaldag"].day).map(words.date) ?? "",
            "from": words.step(content["van"].text, content["vanNaam"].text),
            "to": words.step(content["naar"].text, content["naarNaam"].text),
            "title": content["titel"].text ?? content["onderwerp"].text ?? content["sjabloon"].text.map(letter) ?? "",
            "report": naming.report(content["bericht"].text ?? ""),
            "status": naming.status(content["status"].text ?? ""),
            "result": naming.result(content["resultaat"].text ?? ""),
            "who": content["aan"].text.map { colleagues.name(of: Medewerker($0)) } ?? words("work.nobody"),
            "channel": content["kanaal"].text.map { words("contact.via_\($0)") } ?? "",
            "reason": content["reden"].text ?? "",
            "kind": content["soort"].text.map { words("ledger.\($0)") } ?? "",
            "wait": content["waarom"].text.map { words("postponed.\($0)") } ?? "",
            "municipality": content["gemeente"].text ?? "", "partner": content["partner"].text ?? "",
            "outcome": content["uitslag"].text.map { words("early.result_\($0)") } ?? "",
            "shows": content["voor"].text.map { words("early.kind_\($0)") } ?? "",
            "code": content["code"].text.map { words.text("returns.\($0)") ?? $0 } ?? "",
            "state": content["toestand"].text.map { words("states.\($0)") } ?? "",
            "value": words.drawn(words.fact(content["waarde"])), "was": words.drawn(words.fact(content["was"])),
            "rules": (content["regels"].elements ?? []).compactMap(\.integer).map(words.number).joined(separator: ", "),
            "version": content["versie"].integer.map(words.number) ?? "", "fact": content["gegeven"].text ?? "",
            "claim": content["vordering"].text ?? "", "n": content["termijnen"].integer.map(words.number) ?? "",
        ]
    }

    /// A letter by its name, where its subject was not kept.
    private func letter(_ template: String) -> String { words.text("letters.\(template)") ?? template }

    func detail(_ entry: JournalEntry) -> String? {
        switch entry.kind {
        case "notitie": entry.content["tekst"].text
        case "taak_afgerond", "activiteit_begonnen": entry.content["weg"].text ?? answers(entry.content)
        case "taak_ontstaan": entry.content["waarom"].text
        case "beslissing_genomen":
            (entry.content["waarom"].elements ?? []).compactMap(\.text).map(words.drawn).joined(separator: " ")
        case "bericht_vastgelopen": undelivered(entry.content)
        case "bericht_vervallen" where entry.content["gesloten"] == true: words("happened.message_closed")
        case "storing": words.mishap(entry.content["oorzaak"].text ?? "", entry.content["woord"].text)
        case "storing_hersteld", "storing_weg", "storing_geprobeerd": mended(entry.content)
        case "advies_overgenomen", "advies_aangepast", "advies_afgewezen": advice(entry.content)
        case "geboekt": amounts(entry.content["bedragen"])
        case "contact": contact(entry.content)
        case "contactgegevens_gewijzigd": changes(entry.content)
        default: entry.content["reden"].text.flatMap { Stap.isStep($0) ? nil : $0 }
        }
    }

    /// The fields of a person that changed, with the ends of what stood there.
    private func changes(_ content: JSON) -> String? {
        let lines = (content["velden"].elements ?? []).map { one in
            let name = words("person.field_\(one["veld"].text ?? "")")
            let (old, new) = (one["van"].text ?? words("person.empty"), one["naar"].text ?? words("person.empty"))
            return "\(name): \(old) → \(new)"
        }
        return lines.isEmpty ? nil : lines.joined(separator: " · ")
    }

    /// What came of a contact, each part after its name.
    private func contact(_ content: JSON) -> String? {
        let parts = ["feiten", "afspraak", "vervolg", "toch"].compactMap { name in
            content[name].text.map { "\(words("contact.\(name)")): \($0)" }
        }
        let day = content["op"].day.map { words("contact.on", ["day": words.day($0, today: today)]) }
        let steps = (content["gevolgd"].elements ?? []).compactMap(\.text)
        let followed = steps.isEmpty ? nil : "\(words("call.followed")): \(steps.joined(separator: "; "))"
        let all = parts + [day, followed].compactMap(\.self)
        return all.isEmpty ? nil : all.joined(separator: " · ")
    }

    /// The answers as the form asked them: what was chosen first, each by its label.
    private func answers(_ content: JSON) -> String? {
        let lines = naming.answers(of: content["formulier"].text ?? "", content["uitkomst"], words)
        return lines.isEmpty ? nil : lines.joined(separator: " · ")
    }

    private func amounts(_ parts: JSON) -> String? {
        let open = ["hoofdsom", "kosten", "rente"].compactMap { name in
            parts[name].money.map { "\(words("ledger.\(name)")) \(words.money($0))" }
        }
        return open.isEmpty ? nil : open.joined(separator: ", ")
    }

    private func link(_ entry: JournalEntry) -> Way? {
        guard let document = entry.content["document"].identifier(of: Document.self) else { return nil }
        return Way(words("zaak.look"), ZaakPaths.document(document))
    }
}

extension JournalEntry {
    /// Whether a letter was laid down for another program to send; entries of before say so in their proof alone.
    fileprivate var isLaidDown: Bool {
        guard kind == "brief_verzonden" else { return false }
        return content["klaargelegd"] == true || content["bewijs"].text?.hasPrefix("outbox ") == true
    }

    /// Whether it is a booking that came with a payment, in the same act.
    fileprivate func isBooking(with payment: JournalEntry) -> Bool {
        kind == "geboekt" && moment == payment.moment && subject == payment.subject
            && ["betaling", "omkering"].contains(content["soort"].text)
    }
}
