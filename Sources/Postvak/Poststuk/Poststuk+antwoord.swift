public import Basics
import Incasso
public import Zaken

extension Poststuk {
    /// A person answers a placed mail in their own words; the letter service asks the law and sends it to whom it may go.
    public struct Beantwoording: Sendable {
        public var poststuk: Identifier<Poststuk>
        public var tekst: String
        /// `email` or `post`.
        public var kanaal: String

        public init(poststuk: Identifier<Poststuk>, tekst: String, kanaal: String) {
            self.poststuk = poststuk
            self.tekst = tekst
            self.kanaal = kanaal
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.poststukken.find(poststuk) else { throw PoststukRefusal.unknownPoststuk }
            guard let zaak = try one.zaak.flatMap(act.tx.zaken.find) else { throw PoststukRefusal.notPlaced }
            guard !tekst.isBlank else { throw PoststukRefusal.emptyAnswer }
            let brief = try Brief.Making(
                zaak: zaak.id, sjabloon: Brief.antwoord, kanaal: kanaal, isMetDeHand: true,
                woorden: .init(
                    onderwerp: one.answerSubject,
                    tekst: String(tekst.prefix(8_000)).replacing("\r\n", with: "\n"))
            ).run(in: act)
            try act.tx.poststukken.note(brief.document, answers: one.id)
            one.beantwoord = act.now
            try act.tx.poststukken.save(one)
            try act.record("post_beantwoord", of: one.subject, ["zaak": .string(zaak.id.text)])
        }
    }

    private var answerSubject: String {
        let plain = reference.drop { $0.isWhitespace }
        return plain.lowercased().hasPrefix("re:") ? String(plain) : "Re: " + plain
    }
}
