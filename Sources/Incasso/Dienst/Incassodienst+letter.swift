import Basics
import Database
import Foundation
import Jobs
import Journal
import Klanten
import Recht
import Zaken

extension Incassodienst {
    /// Makes a letter final in the transaction of the step: what is paid by now gets none, what is paused waits.
    func letter(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let template = vraag.invoer["sjabloon"]?.text else { return .failed(reason: "input-missing sjabloon") }
        let zaak = try act.openZaak(vraag.zaak.id)
        guard let partij = try act.tx.partijen.find(zaak.partij) else { return .failed(reason: "person-missing") }
        var claims = try act.tx.vorderingen.all(of: zaak.id).filter {
            try $0.isNamed(in: template, on: act.today, in: act.tx)
        }
        if !Brief.afsluitend.contains(template) {
            guard zaak.opgeschort == nil else { return .failed(reason: "paused") }
            guard zaak.bedrag > .zero else { return .done(["brief": .null]) }
            guard !claims.isEmpty else { return .failed(reason: "not-in-default") }
        }
        do {
            claims = try act.allowed(Brief.handeling(of: template), of: claims, on: zaak, recht: recht)
            let lezer = try act.reader(of: zaak, partij, recht: recht)
            let channel = Brief.Kanaal(vraag.invoer["kanaal"]?.text, for: partij, email: lezer.email)
            let leaves = try act.moment(for: template, on: zaak, recht: recht)
            let term = try self.term(of: template, claims: claims, channel: channel, sent: leaves.day)
            var facts = try act.letterFacts(
                template, for: zaak, partij, lezer: lezer, claims: claims, recht: recht, term: term, links: betaallinks,
                deurwaarder: vraag.invoer["deurwaarder"]?.text)
            if template == Brief.antwoord { facts["antwoord"] = try vraag.answerFacts() }
            let made = try make(template, facts, partij.taal)
            let brief = try file(made, template, for: zaak, to: lezer, channel, term, claims, in: act)
            try act.tx.jobs.order(
                kind: Brief.sendingKind, payload: ["brief": .string(brief.id.text)], due: leaves,
                key: "brief:\(brief.id.text)", subject: .zaak(zaak.id))
            return .done(["brief": brief.facts])
        } catch let refusal as ToestandRefusal {
            return .failed(reason: refusal.code)
        } catch let refusal as VerjaringRefusal {
            return .failed(reason: refusal.code)
        } catch BriefRefusal.noRegistration {
            return .failed(reason: "wki-missing")
        } catch let refusal as BriefRefusal {
            return .failed(reason: "no-letter \(refusal)")
        } catch let refusal as LetterRefusal {
            return .failed(reason: "no-term \(refusal)")
        }
    }

    /// The press may refuse for any reason of its own; a person then looks at it.
    private func make(_ template: String, _ facts: JSON, _ taal: Taal) throws(BriefRefusal) -> Briefopmaak {
        do { return try pers.make(template, facts, taal.rawValue) } catch { throw .pressRefuses("\(error)") }
    }

    private func term(
        of template: String, claims: [Vordering], channel: Brief.Kanaal, sent day: Day
    ) throws -> LetterTerm? {
        guard template == Brief.veertiendagenbrief, let first = claims.map(\.verzuimVanaf).max() else { return nil }
        return try recht.letters.term(
            sent: day, by: channel == .email ? .electronic(readable: day) : .post, defaultFrom: first,
            in: recht.calendar)
    }

    private func file(
        _ made: Briefopmaak, _ template: String, for zaak: Zaak, to lezer: Lezer, _ channel: Brief.Kanaal,
        _ term: LetterTerm?, _ claims: [Vordering], in act: Act
    ) throws -> Brief {
        let file = DocumentFile(
            titel: made.onderwerp, soort: template, richting: .verzonden, bestandsnaam: template + ".html",
            formaat: "text/html", bytes: Array(made.html.utf8), door: act.actor.description)
        let document: Identifier<Document> = act.newID()
        try act.tx.documenten.add(file, to: zaak.id, id: document, at: act.now)
        let open = Dictionary(claims.map { ($0.factuurnummer, $0.saldo.hoofdsom) }) { first, _ in first }
        let brief = Brief(
            id: act.newID(), zaak: zaak.id, sjabloon: template, kanaal: channel,
            aan: channel == .email ? lezer.email : nil, onderwerp: made.onderwerp, tekst: made.tekst,
            document: document,
            opgemaakt: act.today, termijnEinde: term?.ends, kostenVanaf: term?.costsFrom, vorderingen: open,
            verzonden: nil, bewijs: nil)
        try act.tx.brieven.add(brief)
        try act.record(
            "brief_opgemaakt", of: zaak.id,
            [
                "sjabloon": .string(template), "kanaal": .string(channel.rawValue),
                "document": .string(document.text), "onderwerp": .string(made.onderwerp),
            ])
        return brief
    }
}

extension Brief {
    /// The job that renders a letter to PDF and sends it.
    public static let sendingKind = "brief"
    public static let veertiendagenbrief = "veertiendagenbrief"
    /// Letters that ask for nothing: they also go to who owes nothing any more, and to who is paused.
    static let afsluitend: Set<String> = ["betaling_ontvangen", "afgeboekt", Klacht.bevestiging, Brief.antwoord]
    private static let informatie: Set<String> = [
        "betaling_ontvangen", "afgeboekt", "regeling_bevestigd", "regeling_vervallen", "gemiste_termijn",
        "specificatie", Klacht.bevestiging, Brief.antwoord,
    ]
    /// An answer in a person's own words.
    public static let antwoord = "antwoord"

    /// Where in its facts the amount stands that a letter asks for.
    public static func amountAsked(by template: String) -> [String] {
        switch template {
        case "gemiste_termijn": ["termijn", "bedrag"]
        case "regeling_bevestigd": ["regeling", "bedrag"]
        case veertiendagenbrief: ["saldo", "hoofdsom"]
        default: ["saldo", "totaal"]
        }
    }

    /// The act of collection that a letter is; one that is not known asks for money.
    static func handeling(of template: String) -> CollectionAct {
        if informatie.contains(template) { return .informatie }
        if template == Incassobatch.aankondiging { return .incasso }
        return template == "overdracht_aangekondigd" ? .overdracht : CollectionAct(rawValue: template) ?? .aanmaning
    }

    var facts: JSON {
        [
            "document": .string(document.text), "verzonden": JSON(opgemaakt),
            "termijnEinde": termijnEinde.map { JSON($0) } ?? .null,
            "kostenVanaf": kostenVanaf.map { JSON($0) } ?? .null,
        ]
    }
}

extension Dienstvraag {
    /// The subject and the words of a person, a paragraph at each empty line.
    fileprivate func answerFacts() throws -> JSON {
        let paragraphs = (invoer["tekst"]?.text ?? "").split(separator: "\n\n").map { part in
            part.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
        }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else { throw BriefRefusal.noWords }
        let subject = (invoer["onderwerp"]?.text ?? "").filter { !$0.isNewline }
        return [
            "onderwerp": .string(String(subject.prefix(200))),
            "alineas": .array(paragraphs.map { ["tekst": .string($0)] }),
        ]
    }
}

extension Vordering {
    /// Whether a letter of this day names the claim: it is open, and for the 14-day letter in default without costs charged
    /// before, which are due once (6:96 lid 5 and 6 BW).
    func isNamed(in template: String, on day: Day, in tx: Transaction) throws -> Bool {
        guard isOpen, template == Brief.veertiendagenbrief else { return isOpen }
        guard verzuimVanaf <= day, saldo.hoofdsom > .zero else { return false }
        return try tx.vorderingen.ledger(of: id).charged == nil
    }
}

extension Brief.Kanaal {
    /// Mail to someone who can be mailed and would rather be, or when the step asks for it; paper otherwise.
    init(_ asked: String?, for partij: Partij, email: String?) {
        let wish = asked ?? partij.voorkeurskanaal.rawValue
        let paper = wish == "post" || wish == "brief"
        self = !paper && email != nil ? .email : .brief
    }
}
