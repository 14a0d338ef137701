public import Basics
import Jobs
import Journal
public import Zaken

extension Incassodienst {
    /// Records what was agreed over all that is open (CORA A.3.3).
    func arrangement(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let amount = vraag.invoer["perMaand"]?.money, let first = vraag.invoer["eersteDag"]?.day else {
            return .failed(reason: "input-missing perMaand, eersteDag")
        }
        try Betalingsregeling.Replacement(zaak: vraag.zaak.id).run(in: act)
        let agreement = Betalingsregeling.Agreement(
            zaak: vraag.zaak.id, perMaand: amount, eersteDag: max(first, act.today),
            door: Medewerker(act.actor.description),
            betaalwijze: vraag.invoer["betaalwijze"]?.text.flatMap(Betalingsregeling.Betaalwijze.init(rawValue:)))
        do {
            let regeling = try agreement.run(in: act)
            if regeling.betaalwijze == .incasso { try mandate(for: vraag, regeling, act) }
            return .done(["regeling": regeling.facts(on: act.today)])
        } catch is IncassoRefusal {
            return .failed(reason: "mandate-refused")
        } catch let refusal as any Beletsel {
            return .failed(reason: refusal.code)
        } catch let refusal as RegelingRefusal {
            return .failed(reason: "arrangement-refused \(refusal.code)")
        }
    }

    /// Ends the arrangement in force; done as well where none runs.
    func ending(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard try act.tx.regelingen.running(for: vraag.zaak.id) != nil else { return .done([:]) }
        let reason = vraag.invoer["reden"]?.text ?? vraag.stap
        try Betalingsregeling.Lapse(zaak: vraag.zaak.id, reden: reason).run(in: act)
        return .done([:])
    }

    /// Gives instalments another day after contact, and looks again then; done as well where none runs.
    func moving(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard try act.tx.regelingen.running(for: vraag.zaak.id) != nil else { return .done([:]) }
        let day = vraag.invoer["betaaldag"]?.day
        try Betalingsregeling.Verplaatsing(zaak: vraag.zaak.id, betaaldag: day.map { max($0, act.today) }).run(in: act)
        return try watching(vraag, act)
    }

    /// Begins to watch the instalments: plans the first look after the next one and its days of grace (CORA C.1.1).
    func watching(_ vraag: Dienstvraag, _ act: Act) throws -> Dienstantwoord {
        guard let regeling = try act.tx.regelingen.running(for: vraag.zaak.id) else {
            return .failed(reason: "no-arrangement")
        }
        let watch = Termijnbewaking(zaak: vraag.zaak.id, speling: vraag.invoer["speling"]?.integer ?? 5)
        try watch.begin(with: regeling, in: act)
        return .done([:])
    }
}

/// The look at an arrangement after an instalment and its days of grace.
public struct Termijnbewaking: Hashable, Sendable {
    public static let kind = "termijnbewaking"

    public let zaak: Identifier<Zaak>
    /// Days of grace after an instalment's last day.
    public let speling: Int

    public init(zaak: Identifier<Zaak>, speling: Int) {
        self.zaak = zaak
        self.speling = speling
    }

    /// Reads a job's payload; `nil` for a payload of another shape.
    public init?(_ payload: JSON) {
        guard let zaak = payload["zaak"].identifier(of: Zaak.self) else { return nil }
        self.init(zaak: zaak, speling: payload["speling"].integer ?? 5)
    }

    /// Plans the first look; the next morning when an instalment was missed while nobody watched.
    func begin(with regeling: Betalingsregeling, in act: Act) throws {
        let isMissed = regeling.termijnen.contains { $0.isMissed(on: act.today, grace: speling) }
        try isMissed ? order(on: act.today + 1, in: act) : plan(for: regeling, in: act)
    }

    func plan(for regeling: Betalingsregeling, in act: Act) throws {
        let ahead = regeling.termijnen.first { !$0.open.isZero && $0.vervaldag + speling >= act.today }
        try order(on: ahead.map { $0.vervaldag + speling + 1 } ?? act.today + 14, in: act)
    }

    private func order(on day: Day, in act: Act) throws {
        try act.tx.jobs.order(
            kind: Termijnbewaking.kind, payload: ["zaak": .string(zaak.text), "speling": JSON(speling)],
            due: Moment(day, hour: 7), key: "termijn:\(zaak.text)", subject: .zaak(zaak))
    }

    /// Looks whether an instalment was missed, tells the process so, and plans the next look.
    public func look(in act: Act) throws {
        guard let zaak = try act.tx.zaken.find(zaak), zaak.isOpen,
            let regeling = try act.tx.regelingen.running(for: zaak.id)
        else { return }
        if let missed = regeling.termijnen.first(where: { $0.isMissed(on: act.today, grace: speling) }) {
            // The money may be here already: nobody is told that it is not before someone looked.
            if try act.wachtOpBetaling(zaak) { return try order(on: act.today + 1, in: act) }
            try act.record(
                "termijn_gemist", of: zaak.id,
                ["termijn": JSON(missed.nummer), "vervaldag": JSON(missed.vervaldag), "open": JSON(missed.open)])
            try act.deliver("TermijnGemist", to: zaak, variables: ["gemisteTermijn": JSON(missed.nummer)])
        }
        try plan(for: regeling, in: act)
    }
}
