import Basics
import Klanten
import Postvak
import Procesbot
import Zaken

/// Makes the page of a mail: its acts are those that apply now.
struct PoststukPageMaker {
    let look: PoststukLook
    let form: FormFields
    let sent: Sent?
    let rights: Set<Permission>
    /// A draft in words, when the mail was placed.
    let draft: String
    let advice: PoststukPage.Advice?
    let words: Words
    let today: Day

    var one: Poststuk { look.one }
    var mayAct: Bool { rights.contains(.postVerwerken) }

    func page() -> PoststukPage {
        let (aside, handled) = (mayAct && one.staat == .nieuw ? aside : nil, handled)
        return PoststukPage(
            title: one.title(words), head: head, chips: chips, due: due, notices: notices,
            text: one.tekst.isEmpty ? words("post.no_text") : one.tekst,
            signature: one.ondertekening.isEmpty ? nil : PoststukPage.Folded(text: one.ondertekening),
            history: one.historie.isEmpty ? nil : PoststukPage.Folded(text: one.historie),
            files: look.files.map(file), scanned: scanned, original: one.bestand.map { _ in PostPaths.file(one.id) },
            proposals: one.sortering.voorstellen.map(proposal),
            learned: words("post.learned", count: look.learned), facts: one.sortering.feiten.map(fact),
            placing: mayAct && one.staat == .nieuw ? placing : nil,
            aside: aside, handled: handled, answer: answer, advice: advice,
            problems: problems([aside, handled?.back].compactMap(\.self)),
            next: look.next.map { PostPaths.mail($0) })
    }

    /// What was refused, with the way to the form; where placing was, to the choice of a zaak.
    private func problems(_ sheets: [Sheet]) -> ZaakPage.Problems? {
        guard let found = ZaakPage.Problems(of: sent, in: sheets), sent?.path == PostPaths.placing(one.id) else {
            return ZaakPage.Problems(of: sent, in: sheets)
        }
        let choice = look.found.isEmpty ? "nummer" : "keuze-zaak"
        return ZaakPage.Problems(problems: found.problems.map { Problem(text: $0.text, anchor: $0.anchor ?? choice) })
    }

    private var head: [PersonPart.Fact] {
        let sender = one.vanNaam.isEmpty ? one.vanAdres : "\(one.vanNaam) (\(one.vanAdres))"
        let other = one.antwoordadres.isEmpty || one.antwoordadres == one.vanAdres ? nil : one.antwoordadres
        let lines: [(String, String?)] = [
            ("from", sender), ("reply", other), ("to", one.aan.isEmpty ? nil : one.aan),
            ("sent", one.verzonden.map { words.moment($0, today: today) }),
            ("received", words.moment(one.ontvangen, today: today)),
            ("language", one.tekst.isEmpty ? nil : words("post.language_\(one.sortering.taal.rawValue)")),
        ]
        return lines.compactMap { name, value in
            value.map { PersonPart.Fact(name: words("post.head_\(name)"), value: $0) }
        }
    }

    private var chips: [Chip] {
        guard !look.confirmed.isEmpty else { return one.chips(words) }
        return Mailsoort.allCases.filter(look.confirmed.contains).map { Chip($0, words) }
    }

    private var due: Chip {
        one.staat == .nieuw ? words.due(one.uiterlijk, today: today) : Chip(words("post.state_\(one.staat.rawValue)"))
    }

    private var notices: [Banner] {
        let others = MailNotice.allCases.filter(one.meldingen.contains).map { notice in
            Banner(
                tone: notice == .automatic || notice == .forwarded ? "note" : "attention",
                title: words("post.notice_\(notice.rawValue)"), text: words("post.notice_\(notice.rawValue)_do"))
        }
        return unread + said("crisis", one.sortering.crisis, "urgent").map(withPhone) + duties
            + said("orders", one.sortering.bevelen, "attention")
            + others
    }

    /// What to do at once with a death, and with what someone asks of their own data.
    private var duties: [Banner] {
        let kinds = look.confirmed.isEmpty ? one.sortering.soorten : look.confirmed
        let month = words.date(one.ontvangen.day.adding(months: 1))
        return [Mailsoort.overleden, .gegevens].filter(kinds.contains).map { kind in
            Banner(
                tone: "attention", title: words("post.kind_\(kind.rawValue)"),
                text: words("post.do_\(kind.rawValue)", ["day": month]))
        }
    }

    /// Words of the mail that a person must see before all else.
    private func said(_ key: String, _ found: [String], _ tone: String) -> [Banner] {
        guard !found.isEmpty else { return [] }
        return [
            Banner(tone: tone, title: words("post.\(key)"), text: words("post.\(key)_why", ["words": quoted(found)]))
        ]
    }

    /// The number to call beside the alarm: of whom it was placed with, or of the only one whom it can be of.
    private func withPhone(_ banner: Banner) -> Banner {
        var banner = banner
        let people = look.person.map { [$0] } ?? look.found.map(\.klant)
        guard rights.contains(.klantZien), let first = people.first, people.allSatisfy({ $0.id == first.id }) else {
            return banner
        }
        banner.way = first.telefoon.map {
            Way(words("post.crisis_phone", ["name": first.naam, "number": $0]), "tel:" + $0.dialled)
        }
        return banner
    }

    /// What a person must know of a mail that the rules could not read: it is for today.
    private var unread: [Banner] {
        guard one.staat == .nieuw else { return [] }
        if one.tekst.isEmpty {
            let title = words(look.files.isEmpty ? "post.empty" : "post.only_files")
            return [Banner(tone: "attention", title: title, text: words("post.empty_do"))]
        }
        guard !one.sortering.isGelezen else { return [] }
        let language = words("post.language_\(one.sortering.taal.rawValue)")
        return [
            Banner(
                tone: "attention", title: words("post.unread", ["language": language]), text: words("post.unread_do"))
        ]
    }

    private var scanned: String? {
        guard !look.files.isEmpty else { return nil }
        return switch one.gescand {
        case true?: words("post.scanned")
        case false?: words("post.not_scanned")
        case nil: nil
        }
    }

    private func file(_ file: Bijlage) -> PoststukPage.File {
        let size = words("post.size", ["n": words.number(max(1, file.omvang / 1_024))])
        let kind = file.naam.split(separator: ".").dropFirst().last.map { $0.uppercased() + ", " } ?? ""
        return PoststukPage.File(
            name: file.naam, detail: kind + size,
            path: file.hash == nil || file.omvang == 0 || look.oddities[file.nummer] == .program
                ? nil : PostPaths.attachment(one.id.text, String(file.nummer)),
            warning: file.virus.map { words("post.virus", ["name": $0]) }
                ?? (file.omvang == 0 ? words("post.file_empty") : oddity(file)))
    }

    private func oddity(_ file: Bijlage) -> String? {
        switch look.oddities[file.nummer] {
        case .program?: words("post.file_program")
        case .noPDF?: words("post.file_no_pdf")
        case nil: nil
        }
    }

    private func proposal(_ one: Sortering.Voorstel) -> PoststukPage.Proposal {
        let rules = one.zegswijzen.isEmpty ? nil : quoted(one.zegswijzen)
        let learned =
            one.geleerd.isEmpty
            ? nil : words("post.why_learned", ["words": one.geleerd.joined(separator: ", ")])
        let reasons = [rules, learned].compactMap(\.self)
        return PoststukPage.Proposal(
            kind: Chip(one.soort, words), share: one.isGegrond ? "\(one.kans)%" : nil,
            why: reasons.isEmpty ? words(why) : reasons.joined(separator: "; "))
    }

    /// Why nothing points anywhere: it was read and says nothing known, or it could not be read.
    private var why: String {
        if one.tekst.isEmpty { return "post.why_empty" }
        return one.sortering.isGelezen ? "post.why_none" : "post.why_unread"
    }

    private func quoted(_ texts: [String]) -> String { texts.map { "“\($0)”" }.joined(separator: ", ") }

    private func fact(_ fact: ReadFact) -> PoststukPage.Fact {
        let name =
            switch fact.says {
            case .named(let name, let truth): "\(name): \(words("post.truth_\(truth.rawValue)"))"
            case .amount(let money): words("post.fact_amount", ["amount": words.money(money)])
            case .day(let day): words("post.fact_day", ["day": words.date(day)])
            }
        return PoststukPage.Fact(name: name, words: fact.words)
    }
}
