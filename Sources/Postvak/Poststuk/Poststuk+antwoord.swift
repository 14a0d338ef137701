public import Basics
public import Incasso
public import Zaken

extension Poststuk {
    /// A person answers a placed mail in their own words; the letter service asks the law, and sends it to who wrote unless the person
    /// chose another whom it may go to.
    public struct Beantwoording: Sendable {
        public var poststuk: Identifier<Poststuk>
        public var tekst: String
        /// `email` or `post`.
        public var kanaal: String
        /// How many answers the person saw that there were: one that came meanwhile, or a second press, makes no other letter.
        public var gezien: Int
        /// What a draft leaves for a person to fill in; an answer that still holds it is refused.
        public var invulplekken: Set<String>
        /// Whom the person saw that it goes to; who wrote it where nothing is said.
        public var aan: Ontvanger.Rol?

        public init(
            poststuk: Identifier<Poststuk>, tekst: String, kanaal: String, gezien: Int = 0,
            invulplekken: Set<String> = [], aan: Ontvanger.Rol? = nil
        ) {
            self.aan = aan
            self.poststuk = poststuk
            self.tekst = tekst
            self.kanaal = kanaal
            self.gezien = gezien
            self.invulplekken = invulplekken
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.poststukken.find(poststuk) else { throw PoststukRefusal.unknownPoststuk }
            guard let zaak = try one.zaak.flatMap(act.tx.zaken.find) else { throw PoststukRefusal.notPlaced }
            guard !tekst.isBlank else { throw PoststukRefusal.emptyAnswer }
            guard try act.tx.poststukken.antwoorden(op: one.id).count == gezien else {
                throw PoststukRefusal.answeredMeanwhile
            }
            if let open = invulplekken.sorted().first(where: tekst.contains) { throw PoststukRefusal.unfilled(open) }
            let receivers = try one.ontvangers(in: act)
            guard let to = aan.map({ rol in receivers.first { $0.rol == rol } }) ?? receivers.first else {
                throw PoststukRefusal.noReceiver
            }
            let brief = try Brief.Making(
                zaak: zaak.id, sjabloon: Brief.antwoord, kanaal: to.rol == .afzender ? "email" : kanaal,
                isMetDeHand: true,
                woorden: .init(
                    onderwerp: one.answerSubject,
                    tekst: String(tekst.prefix(8_000)).replacing("\r\n", with: "\n")),
                aan: to.lezer
            ).run(in: act)
            try act.tx.poststukken.note(brief.document, answers: one.id)
            one.beantwoord = act.now
            try act.tx.poststukken.save(one)
            try act.record("post_beantwoord", of: one.subject, ["zaak": .string(zaak.id.text)])
        }
    }

    /// A person takes back an answer that has not left yet; the mail waits for another when that was the only one.
    public struct AntwoordTerug: Sendable {
        public var poststuk: Identifier<Poststuk>
        public var brief: Identifier<Brief>

        public init(poststuk: Identifier<Poststuk>, brief: Identifier<Brief>) {
            self.poststuk = poststuk
            self.brief = brief
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.poststukken.find(poststuk) else { throw PoststukRefusal.unknownPoststuk }
            guard try act.tx.poststukken.antwoorden(op: one.id).contains(where: { $0.id == brief }) else {
                throw PoststukRefusal.notPlaced
            }
            guard try Brief.Withdrawal(brief).run(in: act) else { throw PoststukRefusal.answerLeft }
            let left = try act.tx.poststukken.antwoorden(op: one.id).filter { !$0.isIngetrokken }
            if left.isEmpty { one.beantwoord = nil }
            try act.tx.poststukken.save(one)
            try act.record("post_antwoord_terug", of: one.subject, ["brief": .string(brief.text)])
        }
    }

    private var answerSubject: String {
        let plain = reference.drop { $0.isWhitespace }
        return plain.lowercased().hasPrefix("re:") ? String(plain) : "Re: " + plain
    }
}
