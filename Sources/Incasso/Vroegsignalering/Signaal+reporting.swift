public import Basics
public import Exchange
import Jobs
public import Recht
public import Zaken

extension Signaal {
    /// The form on which a person weighs what a municipality reported.
    static let uitslag = "signaal_uitslag"

    /// A municipality tells what came of a signal; kept once, and where it weighs a person decides.
    public struct Reporting: Sendable {
        /// What it did.
        public enum Effect: Hashable, Sendable { case nieuw, bekend, onbekend }

        public var signaal: Identifier<Signaal>
        public var uitslag: EarlyWarningResult
        public var dag: Day
        public var opgepakt: Day?
        public var pogingen: [EarlyWarningReport.Attempt] = []
        public var toelichting = ""
        public var bron: Terugmelding.Bron
        public var door: String
        /// Who reports it, by its code; nothing where a person tells it.
        public var gemeente: String?

        public init(
            signaal: Identifier<Signaal>, uitslag: EarlyWarningResult, dag: Day, bron: Terugmelding.Bron, door: String
        ) {
            (self.signaal, self.uitslag, self.dag) = (signaal, uitslag, dag)
            (self.bron, self.door) = (bron, door)
        }

        @discardableResult
        public func run(in act: Act, recht: RechtTables) throws -> Effect {
            guard let signaal = try act.tx.signalen.find(signaal), gemeente.map({ $0 == signaal.gemeentecode }) ?? true
            else { return .onbekend }
            guard dag <= act.today else { throw SignaalRefusal.dayToCome }
            guard dag >= signaal.dag else { throw SignaalRefusal.beforeSignal(signaal.dag) }
            let before = try act.tx.terugmeldingen.all(of: signaal.zaak).filter { $0.signaal == signaal.id }
            guard isNews(after: before) else { return .bekend }
            let effect = recht.signalPolicy.consequences[uitslag.rawValue] ?? .bekijken
            // What is only kept weighs nothing, and takes nothing away that a person still has to weigh.
            for one in before where one.gewogen == nil && effect != .vastleggen { try act.settle(one) }
            try act.arrive(signaal, counts: effect != .teltNiet)
            var one = Terugmelding(
                id: act.newID(), signaal: signaal.id, zaak: signaal.zaak, uitslag: uitslag, dag: dag,
                opgepakt: opgepakt, gezocht: pogingen, toelichting: String(toelichting.prefix(1_000)), bron: bron,
                door: door, moment: act.now)
            try act.record(
                "signaal_uitslag", of: signaal.zaak,
                ["gemeente": .string(signaal.gemeente), "uitslag": .string(uitslag.rawValue), "dag": JSON(dag)])
            let zaak = try act.tx.zaken.find(signaal.zaak)
            if let zaak, zaak.isOpen, effect != .vastleggen {
                one.taak = try act.askToWeigh(one, of: signaal, effect, on: zaak)
            } else {
                one.gewogen = act.now
            }
            try act.tx.terugmeldingen.add(one)
            return .nieuw
        }
    }

    /// What someone decided on a report: the zaak stands still, goes on, or the signal is given anew.
    @Sendable static func weighed(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        let reports = try act.tx.terugmeldingen.all(of: zaak.id).filter { $0.taak == taak.id }
        for one in reports { try act.tx.terugmeldingen.weighed(one.id, at: act.now) }
        switch answer["uitkomst"]?.text {
        case "stilzetten":
            let melding: JSON = ["reden": .string("gemeente")]
            guard try act.deliver("UitzonderingGemeld", to: zaak, variables: ["melding": melding]) else {
                throw ZaakRefusal.notAwaited("UitzonderingGemeld")
            }
        case "opnieuw":
            for one in reports {
                guard var signaal = try act.tx.signalen.find(one.signaal) else { continue }
                signaal.telt = false
                try act.tx.signalen.save(signaal)
            }
        default: break
        }
    }
}

extension Signaal.Reporting {
    /// Another result than the last, of no day before it: the same file again, or one that comes late, tells nothing.
    private func isNews(after before: [Terugmelding]) -> Bool {
        guard let last = before.first else { return true }
        return last.uitslag != uitslag && before.allSatisfy { $0.dag <= dag }
            && !before.contains { $0.uitslag == uitslag && $0.dag == dag }
    }
}

extension Terugmelding {
    /// A person weighed a report where no taak asks it any more, and says why the zaak can go on.
    public struct Weighing: Sendable {
        public var terugmelding: Identifier<Terugmelding>
        public var reden: String

        public init(terugmelding: Identifier<Terugmelding>, reden: String) {
            (self.terugmelding, self.reden) = (terugmelding, reden)
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let zaak = try act.tx.terugmeldingen.zaak(of: terugmelding)
            let found = try zaak.flatMap { zaak in
                try act.tx.terugmeldingen.all(of: zaak).first { $0.id == terugmelding && $0.gewogen == nil }
            }
            guard let found else { throw SignaalRefusal.unknown }
            try act.settle(found)
            try act.record("terugmelding_gewogen", of: found.zaak, ["reden": .string(reden)])
        }
    }
}

extension Act {
    /// Whoever goes on from A.4.1 has weighed what led there.
    func weighReports(on zaak: Identifier<Zaak>) throws {
        for one in try tx.terugmeldingen.all(of: zaak) where one.gewogen == nil && one.taak == nil {
            try tx.terugmeldingen.weighed(one.id, at: now)
        }
    }

    /// A report that something newer took the place of.
    fileprivate func settle(_ one: Terugmelding) throws {
        if let taak = one.taak { try tx.taken.withdraw(taak) }
        try tx.terugmeldingen.weighed(one.id, at: now)
    }

    /// Who reports on a signal has it, whatever was known of its way there.
    fileprivate func arrive(_ signaal: Signaal, counts: Bool) throws {
        var one = signaal
        one.telt = counts
        if one.isOnderweg {
            if let taak = one.taak { try tx.taken.withdraw(taak) }
            (one.staat, one.taak, one.beantwoord) = (.bevestigd, nil, now)
            try tx.jobs.cancel(key: one.sendingKey)
        }
        try tx.signalen.save(one)
    }

    /// Collecting stands still in A.4.1 where someone is helped and the drawing can; else a taak asks, and the gates wait.
    fileprivate func askToWeigh(
        _ one: Terugmelding, of signaal: Signaal, _ effect: SignalConsequence, on zaak: Zaak
    ) throws -> Identifier<Taak>? {
        if effect == .stilzetten, zaak.opgeschort == nil, try tx.regelingen.running(for: zaak.id) == nil,
            try deliver("UitzonderingGemeld", to: zaak, variables: ["melding": ["reden": .string("gemeente")]])
        {
            return nil
        }
        return try Taak.Opdracht(
            zaak: zaak.id, formulier: Signaal.uitslag, waarom: "\(signaal.gemeente): \(one.uitslag.phrase)",
            uiterlijk: today + 3
        ).run(in: self)
    }
}
