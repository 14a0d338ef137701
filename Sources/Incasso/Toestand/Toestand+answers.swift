import Basics
import Journal
import Recht
import Zaken

extension SpecialStateKind {
    /// The state that an exception of A.4.1 is (`Content/formulieren/uitzondering.yaml`); nothing for help, a pause or
    /// another reason, which the zaak itself shows.
    init?(uitzondering word: String) {
        switch word {
        case "gkb": self = .regelingElders
        case "erfenis": self = .overlijden
        case "moratorium": self = .moratoriumBreed
        case "betwist": self = .betwisting
        case "pauze", "hulp", "anders": return nil
        default: self.init(rawValue: word)
        }
    }

    /// How that form words it; nothing for a state that is no exception.
    var uitzondering: String? {
        switch self {
        case .regelingElders: "gkb"
        case .overlijden: "erfenis"
        case .moratoriumBreed: "moratorium"
        case .betwisting: "betwist"
        case .wsnp, .msnp, .faillissement, .bewind, .curatele, .moratoriumSmal: rawValue
        default: nil
        }
    }
}

extension Toestand {
    /// The form of A.4.1: which exception it is, and how the zaak goes on.
    static let uitzondering = "uitzondering"
    /// Forms on which a customer may say that they dispute what is asked.
    static let gesprekken = ["belronde", "huisbezoek", "besluit_dagvaarden"]

    /// What an answer to A.4.1 means for the one table of states: waiting records the exception there, for all zaken of the
    /// person; going on ends it, and is refused while another still forbids it.
    @Sendable static func follow(_ answer: [String: JSON], _ zaak: Zaak, _ act: Act) throws {
        let kind = answer["soort"]?.text.flatMap(SpecialStateKind.init(uitzondering:))
        switch answer["uitkomst"]?.text {
        case "wachten":
            guard let kind else { return }
            try act.begin(kind, on: zaak, from: answer["sinds"]?.day, because: answer)
        case "hervatten":
            try kind.map { try act.end($0, on: zaak, because: answer) }
            try act.requireRoom(on: zaak)
        case "regeling":
            // Who pays in parts disputes no more; another state says itself whether an arrangement is allowed.
            if kind == .betwisting { try act.end(.betwisting, on: zaak, because: answer) }
            try act.playbook.toets(CollectionAct.regeling.rawValue, zaak, act)
        default: return
        }
    }

    /// Who says in a conversation that it is not right, disputes the open claims from then on: no letter, costs, direct debit
    /// or handover over them until someone answered.
    @Sendable static func disputed(_ answer: [String: JSON], _ zaak: Zaak, _ act: Act) throws {
        guard answer["uitkomst"]?.text == "betwist" else { return }
        try act.begin(.betwisting, on: zaak, from: act.today, because: answer)
    }

    /// What someone decided on a state that passed its expected end: it is over, or holds until another day.
    @Sendable static func decided(_ answer: [String: JSON], _ zaak: Zaak, _ act: Act) throws {
        let reason = answer["toelichting"]?.text ?? ""
        for one in try act.tx.toestanden.all(of: zaak.partij) where one.opgeheven == nil {
            guard let taak = try one.taak.flatMap({ try act.tx.taken.find($0) }), taak.staat == .afgerond else {
                continue
            }
            guard answer["uitkomst"]?.text == "geldt_nog" else {
                try Toestand.Ending(toestand: one.id, reden: reason).run(in: act)
                continue
            }
            try Toestand.Change(
                toestand: one.id, verwachtEinde: answer["tot"]?.day, aan: one.aan, reden: reason
            ).run(in: act)
        }
    }
}

extension Act {
    /// What the form of A.4.1 knows already: the newest exception that holds for the zaak.
    func exceptionFacts(of zaak: Zaak) throws -> JSON {
        let claims = Set(try tx.vorderingen.all(of: zaak.id).filter(\.isOpen).map(\.id))
        let held = try tx.toestanden.all(of: zaak.partij).filter {
            $0.opgeheven == nil && $0.soort.uitzondering != nil && ($0.vordering.map(claims.contains) ?? true)
        }
        guard let newest = held.max(by: { $0.begin < $1.begin }), let word = newest.soort.uitzondering else {
            return .null
        }
        return ["soort": .string(word), "sinds": JSON(newest.begin), "bewijs": .string(newest.bewijs)]
    }

    /// Records a state with what was answered as its proof, where it does not hold yet; a dispute is about the open claims.
    fileprivate func begin(
        _ kind: SpecialStateKind, on zaak: Zaak, from day: Day?, because answer: [String: JSON]
    ) throws {
        let about: [Identifier<Vordering>?] =
            kind == .betwisting ? try tx.vorderingen.all(of: zaak.id).filter(\.isOpen).map(\.id) : [nil]
        let held = try tx.toestanden.all(of: zaak.partij).filter { $0.opgeheven == nil && $0.soort == kind }
        let proof = answer["bewijs"]?.text ?? answer["toelichting"]?.text ?? ""
        for claim in about where !held.contains(where: { $0.vordering == nil || $0.vordering == claim }) {
            try Toestand.Beginning(
                partij: zaak.partij, vordering: claim, soort: kind, begin: day ?? today, bewijs: proof,
                door: Medewerker(actor.description)
            ).run(in: self)
        }
    }

    /// Ends what holds of this kind for the person, or for claims of this zaak.
    fileprivate func end(_ kind: SpecialStateKind, on zaak: Zaak, because answer: [String: JSON]) throws {
        let claims = Set(try tx.vorderingen.all(of: zaak.id).map(\.id))
        for one in try tx.toestanden.all(of: zaak.partij) where one.opgeheven == nil && one.soort == kind {
            guard one.vordering.map(claims.contains) ?? true else { continue }
            try Toestand.Ending(toestand: one.id, reden: answer["toelichting"]?.text ?? "").run(in: self)
        }
    }

    /// Refuses to go on where neither a letter nor a call is allowed: there would be nothing that anyone may do.
    fileprivate func requireRoom(on zaak: Zaak) throws {
        do {
            try playbook.toets(CollectionAct.bellen.rawValue, zaak, self)
        } catch ToestandRefusal.verboden(_, let reasons) {
            do { try playbook.toets(CollectionAct.herinnering.rawValue, zaak, self) } catch is ToestandRefusal {
                throw ToestandRefusal.geldtNog(reasons)
            }
        } catch is VerjaringRefusal {}
    }
}
