public import Basics
import Foundation
import Jobs
import Journal
import Klanten
import Recht
public import Zaken

extension Brief {
    /// Makes a letter final in the transaction of who asks for it: what is paid by now gets none, what is paused waits; it
    /// leaves when the hours and caps of contact allow. Refused in one way only: a ``BriefRefusal``.
    public struct Making: Sendable {
        public var zaak: Identifier<Zaak>
        public var sjabloon: String
        /// `email` or `post`; what the person would rather have where nothing is said.
        public var kanaal: String?
        /// Whether someone asks for it beside the drawing: then not twice, and not before an exception was looked at.
        public var isMetDeHand: Bool
        /// What a person says in their own words, for ``Brief/antwoord``.
        public var woorden: Woorden?
        /// The bailiff that was chosen for the handover.
        public var deurwaarder: String?
        /// Whom a person answers; who letters go to where nothing is said. Only an answer goes to another.
        public var aan: Lezer?

        /// A subject, and words with an empty line between paragraphs.
        public struct Woorden: Sendable {
            public var onderwerp: String
            public var tekst: String

            public init(onderwerp: String, tekst: String) { (self.onderwerp, self.tekst) = (onderwerp, tekst) }
        }

        public init(
            zaak: Identifier<Zaak>, sjabloon: String, kanaal: String? = nil, isMetDeHand: Bool = false,
            woorden: Woorden? = nil, deurwaarder: String? = nil, aan: Lezer? = nil
        ) {
            (self.zaak, self.sjabloon, self.kanaal) = (zaak, sjabloon, kanaal)
            (self.isMetDeHand, self.woorden, self.deurwaarder) = (isMetDeHand, woorden, deurwaarder)
            self.aan = aan
        }

        @discardableResult
        public func run(in act: Act) throws -> Brief {
            guard let dienst = act.playbook.diensten.kept(Incassodienst.self) else { throw BriefRefusal.noPress }
            return try run(in: act, by: dienst)
        }

        func run(in act: Act, by dienst: Incassodienst) throws -> Brief {
            do { return try make(in: act, by: dienst) } catch let refusal as ToestandRefusal {
                throw BriefRefusal.verboden(refusal)
            } catch let refusal as VerjaringRefusal {
                throw BriefRefusal.verjaard(refusal)
            } catch let refusal as LetterRefusal {
                throw BriefRefusal.noTerm(refusal)
            }
        }

        private func make(in act: Act, by dienst: Incassodienst) throws -> Brief {
            let (zaak, recht) = (try act.openZaak(zaak), dienst.recht)
            guard let partij = try act.tx.partijen.find(zaak.partij) else { throw BriefRefusal.personMissing }
            if isMetDeHand { try requireNew(on: zaak, in: act) }
            let claims = try act.allowed(
                Brief.handeling(of: sjabloon), of: named(on: zaak, in: act), on: zaak, recht: recht)
            let chosen = sjabloon == Brief.antwoord ? aan : nil
            let lezer = try chosen ?? act.reader(of: zaak, partij, recht: recht)
            let channel = Kanaal(kanaal, for: partij, email: lezer.email)
            let leaves = try act.moment(for: sjabloon, on: zaak, recht: recht)
            let term = try term(claims, channel, sent: leaves.day, recht)
            var facts = try act.letterFacts(
                sjabloon, for: zaak, partij, lezer: lezer, claims: claims, recht: recht, termEnds: term?.ends,
                links: dienst.betaallinks, deurwaarder: deurwaarder)
            let own: JSON? = sjabloon == Brief.antwoord ? try woorden.facts() : nil
            if let own { facts["antwoord"] = own }
            let kept = own?.addressed(to: chosen)
            let made = try dienst.press(sjabloon, facts, partij.taal)
            let brief = try act.file(made, sjabloon, for: zaak, to: lezer, channel, term, claims, kept)
            try act.tx.jobs.order(
                kind: Brief.sendingKind, payload: ["brief": .string(brief.id.text)], due: leaves,
                key: brief.sendingKey, subject: .zaak(zaak.id))
            return brief
        }

        private func requireNew(on zaak: Zaak, in act: Act) throws {
            guard !Brief.asksForMoney(sjabloon) || zaak.status != "uitzondering" else { throw BriefRefusal.exception }
            let waits = try act.tx.brieven.all(of: zaak.id).contains { $0.sjabloon == sjabloon && $0.waits }
            guard !waits || sjabloon == Brief.antwoord else { throw BriefRefusal.waits }
        }

        /// The claims that it names; a letter that asks for nothing names them too, and needs none.
        private func named(on zaak: Zaak, in act: Act) throws -> [Vordering] {
            let claims = try act.tx.vorderingen.all(of: zaak.id).filter {
                try $0.isNamed(in: sjabloon, on: act.today, in: act.tx)
            }
            guard !Brief.afsluitend.contains(sjabloon) else { return claims }
            guard zaak.opgeschort == nil else { throw BriefRefusal.paused }
            guard zaak.bedrag > .zero else { throw BriefRefusal.nothingOpen }
            guard !claims.isEmpty else { throw BriefRefusal.notInDefault }
            return claims
        }

        private func term(
            _ claims: [Vordering], _ channel: Kanaal, sent day: Day, _ recht: RechtTables
        ) throws -> LetterTerm? {
            guard sjabloon == Brief.veertiendagenbrief, let first = claims.map(\.verzuimVanaf).max() else { return nil }
            return try recht.letters.term(
                sent: day, by: channel == .email ? .electronic(readable: day) : .post, defaultFrom: first,
                in: recht.calendar)
        }
    }

    /// Where in the words of an answer stands whom it goes to.
    static let aan = "aan"

    /// The key of the job that sends it.
    public var sendingKey: String { "brief:\(id.text)" }
}

extension Incassodienst {
    /// The words of a letter; the press may refuse for any reason of its own, a person then looks at it.
    func press(_ template: String, _ facts: JSON, _ taal: Taal) throws(BriefRefusal) -> Briefopmaak {
        do { return try pers.make(template, facts, taal.rawValue) } catch {
            throw .pressRefuses(error as? Briefgebrek ?? .sjabloon)
        }
    }
}

extension Act {
    /// Keeps a letter that was made, as a document of the zaak.
    fileprivate func file(
        _ made: Briefopmaak, _ template: String, for zaak: Zaak, to lezer: Lezer, _ channel: Brief.Kanaal,
        _ term: LetterTerm?, _ claims: [Vordering], _ woorden: JSON?
    ) throws -> Brief {
        let document: Identifier<Document> = newID()
        try tx.documenten.add(made.file(template, door: actor.description), to: zaak.id, id: document, at: now)
        let open = Dictionary(claims.map { ($0.factuurnummer, $0.saldo.hoofdsom) }) { first, _ in first }
        let brief = Brief(
            id: newID(), zaak: zaak.id, sjabloon: template, kanaal: channel,
            aan: channel == .email ? lezer.email : nil, onderwerp: made.onderwerp, tekst: made.tekst,
            document: document,
            opgemaakt: today, termijnEinde: term?.ends, kostenVanaf: term?.costsFrom, vorderingen: open,
            woorden: woorden, verzonden: nil, bewijs: nil)
        try tx.brieven.add(brief)
        try record(
            "brief_opgemaakt", of: zaak.id,
            [
                "sjabloon": .string(template), "kanaal": .string(channel.rawValue),
                "document": .string(document.text), "onderwerp": .string(made.onderwerp),
            ])
        return brief
    }
}

extension Briefopmaak {
    /// The page as it is kept until the letter leaves.
    func file(_ template: String, door: String) -> DocumentFile {
        DocumentFile(
            titel: onderwerp, soort: template, richting: .verzonden, bestandsnaam: template + ".html",
            formaat: "text/html", bytes: Array(html.utf8), door: door)
    }
}

extension JSON {
    /// The words of an answer with whom they go to, where a person chose that.
    fileprivate func addressed(to lezer: Lezer?) -> JSON {
        guard let lezer else { return self }
        return .object((fields ?? [:]).merging([Brief.aan: lezer.json]) { $1 })
    }
}

extension Optional<Brief.Making.Woorden> {
    /// The subject and the words of a person, a paragraph at each empty line.
    fileprivate func facts() throws(BriefRefusal) -> JSON {
        let paragraphs = (self?.tekst ?? "").split(separator: "\n\n").map { part in
            part.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
        }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else { throw .noWords }
        let subject = (self?.onderwerp ?? "").filter { !$0.isNewline }
        return [
            "onderwerp": .string(String(subject.prefix(200))),
            "alineas": .array(paragraphs.map { ["tekst": .string($0)] }),
        ]
    }
}
