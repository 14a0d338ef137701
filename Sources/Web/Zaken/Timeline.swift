import Basics
import Incasso
import Journal
import Zaken

/// Which part of the timeline to show.
enum TimelineFilter: String, Sendable, CaseIterable {
    case all = "alles"
    case contact
    case money = "geld"
    case letters = "brieven"
    case exceptions = "bijzonder"
}

/// What an entry of the journal looks like in a timeline: its sign, its part, and whether people want to read it back.
struct TimelineKind: Sendable {
    let sign: String
    let tone: String
    let part: TimelineFilter

    /// Nothing for what only machines read, such as each step's beginning.
    init?(_ kind: String) {
        switch kind {
        case "taak_afgerond": self.init("✓", "contact", .contact)
        case "activiteit_begonnen": self.init("•", "", .contact)
        case "contactgegevens_gewijzigd": self.init("✎", "contact", .contact)
        case "klant_samengevoegd", "samenvoeging_teruggedraaid", "zaak_andere_klant":
            self.init("✎", "exception", .contact)
        case "contact": self.init("☎", "contact", .contact)
        case "notitie": self.init("✎", "contact", .contact)
        case "document_verwijderd", "document_ingetrokken", "post_teruggenomen": self.init("▤", "exception", .letters)
        case "document", "document_versie": self.init("▤", "letter", .letters)
        case "klacht", "klacht_niet_bevestigd": self.init("!", "exception", .contact)
        case "gestuit", "verjaard_toch_geind": self.init("•", "", .money)
        case "brief_opgemaakt", "brief_verzonden", "brief_uitgesteld", "brief_ingetrokken", "brief_herschreven":
            self.init("✉", "letter", .letters)
        case "betaling_ontvangen", "betaling_teruggenomen", "geboekt", "kosten_wachten":
            self.init("€", "money", .money)
        case "incasso_aangeboden", "incasso_herkansing", "machtiging_gegeven", "machtiging_ingetrokken":
            self.init("⇄", "money", .money)
        case "regeling_voorgesteld", "regeling_afgesproken", "regeling_voldaan", "regeling_vervangen",
            "termijn_overgeslagen", "termijn_toegezegd":
            self.init("≡", "money", .money)
        case "regeling_vervallen", "termijn_gemist", "nieuwe_achterstand", "storno": self.init("≡", "exception", .money)
        case "gemeld", "afgeweken", "storing", "storing_hersteld", "storing_weg", "storing_geprobeerd",
            "storing_gevraagd",
            "beslissing_herzien", "verhuisd", "zaak_opgeschort",
            "opschorting_verlengd", "zaak_hervat", "zaak_verlengd", "zaak_gepauzeerd",
            "afgesloten_door_mens", "pauze_begonnen", "pauze_beeindigd":
            self.init("!", "exception", .exceptions)
        case "toestand_begonnen", "toestand_gewijzigd", "toestand_beeindigd", "toestand_verlopen",
            "uitzondering_opnieuw":
            self.init("!", "exception", .exceptions)
        case "bewijs_toegevoegd", "bewijs_ingetrokken": self.init("✎", "contact", .contact)
        case "signaal_gegeven", "signaal_bevestigd", "signaal_geweigerd", "signaal_niet_gegeven", "signaal_ingetrokken",
            "signaal_uitslag", "terugmelding_gewogen":
            self.init("!", "exception", .contact)
        case "overgedragen", "overdracht_teruggehaald", "deurwaarder_meldt", "deurwaarder_ingelicht":
            self.init("!", "exception", .exceptions)
        case "dossier_klaar", "dossier_opgehaald": self.init("▤", "letter", .letters)
        case "knoop_begonnen", "knoop_verlengd", "knoop_contact", "knoop_afgesloten", "doorverwezen",
            "doorverwijzing_aangenomen", "doorverwijzing_geweigerd", "doorverwijzing_ingetrokken",
            "doorverwijzing_blijft_liggen":
            self.init("!", "exception", .exceptions)
        case "advies_overgenomen", "advies_aangepast", "advies_afgewezen": self.init("?", "", .exceptions)
        case "schuld_elders", "schuld_elders_weg": self.init("•", "", .money)
        case "beslissing_genomen": self.init("⊞", "", .exceptions)
        case "zaak_geopend", "zaak_gesloten", "zaak_heropend", "status_gezet", "taak_toegewezen":
            self.init("•", "", .all)
        default: return nil
        }
    }

    private init(_ sign: String, _ tone: String, _ part: TimelineFilter) {
        self.sign = sign
        self.tone = tone
        self.part = part
    }
}

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

    /// A step that failed, with all that was tried in vain, as one line: the newest failure, and what each did.
    private func tried(_ entries: [JournalEntry]) -> Happening? {
        guard let newest = entries.first(where: { $0.kind == "storing" }), let line = happening(newest, bookings: [])
        else { return entries.first.flatMap { happening($0, bookings: []) } }
        let tries = entries.filter { $0.kind != "storing" }
        let each = tries.map { one in
            [colleagues.name(of: one.actor.description, words), detail(one)].compactMap(\.self).joined(separator: ": ")
        }
        let count = tries.isEmpty ? [] : [words("happened.tried", count: tries.count)]
        return line.saying(([line.detail].compactMap(\.self) + count + each).joined(separator: " · "))
    }

    private func happening(_ entry: JournalEntry, bookings: [JournalEntry]) -> Happening? {
        guard let kind = TimelineKind(entry.kind) else { return nil }
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
            "name": Stap.name(words.drawn(content["naam"].text ?? "")), "step": content["stap"].text ?? "",
            "amount": content["bedrag"].money.map(words.money) ?? "",
            "day": (content["tot"].day ?? content["vervaldag"].day).map(words.date) ?? "",
            "from": content["van"].text.map(Stap.code) ?? "", "to": content["naar"].text.map(Stap.code) ?? "",
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

    private func detail(_ entry: JournalEntry) -> String? {
        switch entry.kind {
        case "notitie": entry.content["tekst"].text
        case "taak_afgerond", "activiteit_begonnen": entry.content["weg"].text ?? answers(entry.content)
        case "beslissing_genomen":
            (entry.content["waarom"].elements ?? []).compactMap(\.text).map(words.drawn).joined(separator: " ")
        case "storing": words.mishap(entry.content["oorzaak"].text ?? "", entry.content["woord"].text)
        case "storing_hersteld", "storing_weg", "storing_geprobeerd": mended(entry.content)
        case "advies_overgenomen", "advies_aangepast", "advies_afgewezen": advice(entry.content)
        case "geboekt": amounts(entry.content["bedragen"])
        case "contact": contact(entry.content)
        case "contactgegevens_gewijzigd": changes(entry.content)
        default: entry.content["reden"].text.flatMap { Stap.isStep($0) ? nil : $0 }
        }
    }

    /// What a person put right, from what to what, the way that was taken, and why.
    private func mended(_ content: JSON) -> String? {
        let changes = (content["wijzigingen"].elements ?? []).map { one in
            let (old, new) = (words.drawn(words.fact(one["van"])), words.drawn(words.fact(one["naar"])))
            return "\(naming.fact(one["gegeven"].text ?? "", words)): \(old) → \(new)"
        }
        let way = content["weg"].text.map { words("happened.way_chosen", ["name": words.drawn($0)]) }
        let parts = changes + [way, content["reden"].text].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
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

    /// Why someone followed an advice or not, and the steps that it is about.
    private func advice(_ content: JSON) -> String? {
        let steps = (content["stappen"].elements ?? []).compactMap(\.text).map { String($0.prefix(200)) }
        let said = content["reden"].text.flatMap { $0.isEmpty ? nil : $0 }
        let all = [said, steps.isEmpty ? nil : words("advice.steps", ["steps": steps.joined(separator: " / ")])]
        return all.contains { $0 != nil } ? all.compactMap(\.self).joined(separator: " · ") : nil
    }

    /// What came of a contact, each part after its name.
    private func contact(_ content: JSON) -> String? {
        let parts = ["feiten", "afspraak", "vervolg"].compactMap { name in
            content[name].text.map { "\(words("contact.\(name)")): \($0)" }
        }
        let day = content["op"].day.map { words("contact.on", ["day": words.day($0, today: today)]) }
        let all = parts + [day].compactMap(\.self)
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

    /// Whether it tells that a step failed, or was tried in vain.
    fileprivate var isFailure: Bool { kind == "storing" || kind == "storing_geprobeerd" }

    /// Whether it is a booking that came with a payment, in the same act.
    fileprivate func isBooking(with payment: JournalEntry) -> Bool {
        kind == "geboekt" && moment == payment.moment && subject == payment.subject
            && ["betaling", "omkering"].contains(content["soort"].text)
    }
}

extension ArraySlice<JournalEntry> {
    /// The next entries that tell of the same step as this one that it failed, or was tried in vain. Entries of before called a try mended,
    /// whatever came of it in the same act.
    fileprivate func tries(with entry: JournalEntry) -> ArraySlice<JournalEntry> {
        guard entry.isFailure else { return [] }
        var failed = entry.kind == "storing" ? [entry.moment] : []
        return prefix { next in
            guard next.content["stap"] == entry.content["stap"] else { return false }
            if next.kind == "storing" { failed.append(next.moment) }
            return next.isFailure || next.kind == "storing_hersteld" && failed.contains(next.moment)
        }
    }
}
