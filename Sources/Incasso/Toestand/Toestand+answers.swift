import Basics
import Journal
import Klanten
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
    /// Where the drawing of A.4 waits until someone looks again.
    static let herziening = "wacht-herziening"
    /// The step that asks which exception it is.
    static let stap = "A.4.1"
    /// Forms on which a customer may say that they dispute what is asked.
    static let gesprekken = ["belronde", "huisbezoek", "besluit_dagvaarden", "overdragen", "deurwaarder_sommatie"]
    /// What a zaak stands still for in A.4.1, and so may end there. Who is under bewind or curatele, has the protection of a court
    /// or died, stays so when the zaak goes on: that ends on the page of states only.
    fileprivate static let standingStill: Set<SpecialStateKind> = [
        .wsnp, .msnp, .regelingElders, .faillissement, .moratoriumBreed, .betwisting,
    ]

    /// Waiting in A.4.1 records the exception in the one table of states, for all zaken of the person.
    @Sendable static func wait(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard answer["uitkomst"]?.text == "wachten", let kind = kind(of: answer) else { return }
        let aan = Geadresseerde(answer)
        try aan?.check()
        try act.begin(kind, on: zaak, from: answer["sinds"]?.day, because: answer)
        if let aan { try act.write(to: aan, in: kind, of: zaak) }
    }

    /// Going on from A.4.1 ends the exception, before the process sends what it forbade; refused while another still forbids it.
    @Sendable static func goOn(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        let kind = kind(of: answer)
        switch answer["uitkomst"]?.text {
        case "hervatten":
            if let kind, standingStill.contains(kind) {
                try act.end(kind, on: zaak, because: answer["toelichting"]?.text ?? "")
            }
            try act.requireRoom(on: zaak)
        // Who wants to pay in parts may dispute still: that ends with the arrangement. Another state says itself whether one is
        // allowed.
        case "regeling": try act.playbook.toets(CollectionAct.regeling.rawValue, zaak, act)
        case "afboeken": break
        default: return
        }
        try act.weighReports(on: zaak.id)
    }

    private static func kind(of answer: [String: JSON]) -> SpecialStateKind? {
        answer["soort"]?.text.flatMap(SpecialStateKind.init(uitzondering:))
    }

    /// Who says in a conversation that it is not right, disputes the open claims from then on: no letter, costs, direct debit
    /// or handover over them until someone answered.
    @Sendable static func disputed(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard answer["uitkomst"]?.text == "betwist" else { return }
        try act.begin(.betwisting, on: zaak, from: act.today, because: answer)
    }

    /// No arrangement came of it and the dispute holds: the zaak stands still for who looks into that, no letter is tried.
    @Sendable static func undecided(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        guard answer["uitkomst"]?.text == "geen_regeling", let zaak = try act.tx.zaken.find(zaak.id), zaak.isOpen,
            try act.tx.regelingen.running(for: zaak.id) == nil
        else { return }
        do { try act.playbook.toets(CollectionAct.herinnering.rawValue, zaak, act) } catch is ToestandRefusal {
            try act.deliver(
                "UitzonderingGemeld", to: zaak,
                variables: ["melding": ["reden": .string(SpecialStateKind.betwisting.rawValue)]])
        } catch is VerjaringRefusal {}
    }

    /// What someone decided on the state that this taak asked about: it is over, or holds until another day.
    @Sendable static func decided(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        let reason = answer["toelichting"]?.text ?? ""
        for one in try act.tx.toestanden.all(of: zaak.partij) where one.opgeheven == nil && one.taak == taak.id {
            switch answer["uitkomst"]?.text {
            case "voorbij": try Toestand.Ending(toestand: one.id, reden: reason).run(in: act)
            case "geldt_nog":
                try Toestand.Change(
                    toestand: one.id, verwachtEinde: answer["tot"]?.day, aan: one.aan, reden: reason
                ).run(in: act)
            default: return
            }
        }
    }
}

extension Act {
    /// What the form of A.4.1 knows already: the newest exception that holds for the zaak.
    func exceptionFacts(of zaak: Zaak) throws -> JSON {
        let claims = Set(try tx.vorderingen.all(of: zaak.id).filter(\.isOpen).map(\.id))
        let held = try tx.toestanden.all(of: zaak.partij).filter {
            $0.opgeheven == nil && Toestand.standingStill.contains($0.soort)
                && ($0.vordering.map(claims.contains) ?? true)
        }
        guard let newest = held.max(by: { $0.begin < $1.begin }), let word = newest.soort.uitzondering else {
            return .null
        }
        return ["soort": .string(word)]
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
    fileprivate func end(_ kind: SpecialStateKind, on zaak: Zaak, because reason: String) throws {
        let claims = Set(try tx.vorderingen.all(of: zaak.id).map(\.id))
        for one in try tx.toestanden.all(of: zaak.partij) where one.opgeheven == nil && one.soort == kind {
            guard one.vordering.map(claims.contains) ?? true else { continue }
            try Toestand.Ending(toestand: one.id, reden: reason).run(in: self)
        }
    }

    /// Whom letters go to from now on, as A.4.1 says; who was known already stays where the form names the same person.
    fileprivate func write(to aan: Toestand.Geadresseerde, in kind: SpecialStateKind, of zaak: Zaak) throws {
        for one in try tx.toestanden.all(of: zaak.partij)
        where one.opgeheven == nil && one.soort == kind && one.vordering == nil && aan.isNews(beside: one.aan) {
            try Toestand.Change(
                toestand: one.id, verwachtEinde: one.verwachtEinde, aan: aan.completing(one.aan), reden: "A.4.1"
            ).run(in: self)
        }
    }

    /// The claims of an arrangement are disputed no more: who agreed to pay them in parts said so.
    func endDisputes(over claims: Set<Identifier<Vordering>>, of partij: Identifier<Partij>) throws {
        for one in try tx.toestanden.all(of: partij) where one.opgeheven == nil && one.soort == .betwisting {
            guard let claim = one.vordering, claims.contains(claim) else { continue }
            try Toestand.Ending(toestand: one.id, reden: "regeling").run(in: self)
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
