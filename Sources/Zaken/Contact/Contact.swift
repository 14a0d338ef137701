public import Basics
import Journal

/// A contact with a klant as it was: how, why, what came up, what was agreed and what follows.
public struct Contact: Hashable, Sendable {
    /// Who sought the contact; what we seek ourselves counts for how often someone may be approached (Bki art. 4.2).
    public enum Initiatiefnemer: String, CaseIterable, Sendable {
        case klant, wij
    }

    public var initiatiefnemer: Initiatiefnemer
    public var kanaal: String
    public var reden: String
    public var feiten: String?
    public var afspraak: String?
    public var vervolg: String?
    /// The day of the next step.
    public var op: Day?
    /// The steps of advice that were followed, with where each stands.
    public var gevolgd: [String] = []
    /// With whom it was, or why we called or went all the same, where we may not seek the klant.
    public var toch: String?

    public init(
        kanaal: String, reden: String, feiten: String? = nil, afspraak: String? = nil, vervolg: String? = nil,
        op: Day? = nil, initiatiefnemer: Initiatiefnemer = .klant
    ) {
        self.initiatiefnemer = initiatiefnemer
        self.kanaal = kanaal
        self.reden = reden
        self.feiten = feiten
        self.afspraak = afspraak
        self.vervolg = vervolg
        self.op = op
    }

    private var texts: [String] { [reden] + [feiten, afspraak, vervolg, toch].compactMap(\.self) }
    var words: [Substring] { texts.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } } }
}

/// Words about health, faith, crime and the like (GDPR, 9 and 10) in what someone is about to keep, and what to write instead.
public struct Gevoelig: Hashable, Sendable {
    public let woorden: String
    public let schrijf: String

    public init(woorden: String, schrijf: String) { (self.woorden, self.schrijf) = (woorden, schrijf) }
}

/// Why a contact is not recorded.
public enum VastleggingRefusal: Error, Hashable {
    case tooManyWords(Int)
    case dayInPast
    /// Only when it is needed to help.
    case sensitive([Gevoelig])
    /// A talk begins once the klant knows that a program reads along.
    case notTold
    /// Another talk needs a day.
    case noDayForTalk
}

extension Contact {
    /// Someone records a contact on a zaak.
    public struct Recording: Sendable {
        /// A note is short: who reads it back has little time.
        public static let mostWords = 120

        public var zaak: Identifier<Zaak>
        public var contact: Contact
        /// What asks to be sure; empty when that was asked.
        public var gevoelig: [Gevoelig]

        public init(zaak: Identifier<Zaak>, contact: Contact, gevoelig: [Gevoelig]) {
            self.zaak = zaak
            self.contact = contact
            self.gevoelig = gevoelig
        }

        public func run(in act: Act) throws {
            guard let found = try act.tx.zaken.find(zaak) else { throw ZaakRefusal.unknownZaak }
            try act.requireReason(contact.reden)
            let words = contact.words
            guard words.count <= Recording.mostWords else { throw VastleggingRefusal.tooManyWords(Recording.mostWords) }
            if let day = contact.op, day < act.today { throw VastleggingRefusal.dayInPast }
            try act.requireRoom(for: contact, on: found)
            guard gevoelig.isEmpty else { throw VastleggingRefusal.sensitive(gevoelig) }
            guard try !act.isPressedAgain("contact", contact.record, of: zaak) else { return }
            try act.record("contact", of: zaak, contact.record)
            try act.tx.geschreven.put(
                Geschreven(
                    soort: .contact, zaak: zaak, moment: act.now, door: act.actor.description,
                    tekst: contact.texts.joined(separator: " · ")))
        }
    }

    private var record: JSON {
        let texts = [
            "initiatiefnemer": initiatiefnemer.rawValue, "kanaal": kanaal, "reden": reden, "feiten": feiten,
            "afspraak": afspraak, "vervolg": vervolg, "toch": toch,
        ]
        let day = op.map { ["op": JSON($0)] } ?? [:]
        let steps: [String: JSON] = gevolgd.isEmpty ? [:] : ["gevolgd": .array(gevolgd.map { .string($0) })]
        return .object(
            texts.compactMapValues { $0.map { .string($0) } }.merging(day.merging(steps) { $1 }) { first, _ in first })
    }
}
