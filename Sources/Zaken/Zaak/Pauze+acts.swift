public import Basics
import Jobs
public import Journal
public import Klanten

extension Pauze {
    /// The job that ends a pause on the day after its last.
    public static let endingKind = "pauze_einde"

    /// Pauses all zaken of a person at once: nothing goes out and every clock stands still until the last day.
    public struct Beginning: Sendable {
        public var partij: Identifier<Partij>
        public var einde: Day
        public var reden: String
        public var door: Medewerker
        /// Whether it may last longer than the policy of the zaaktypen says.
        public var mayBeLong: Bool

        public init(
            partij: Identifier<Partij>, einde: Day, reden: String, door: Medewerker, mayBeLong: Bool = true
        ) {
            self.mayBeLong = mayBeLong
            self.partij = partij
            self.einde = einde
            self.reden = reden
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Pauze {
            try act.requireReason(reden)
            guard einde >= act.today else { throw ZaakRefusal.pauseEndsBeforeToday }
            if !mayBeLong, let most = act.playbook.longestPause, einde - act.today > most {
                throw ZaakRefusal.pauseTooLong(most)
            }
            guard try act.tx.pauzes.running(for: partij) == nil else { throw ZaakRefusal.alreadyPaused }
            let pauze = Pauze(
                id: act.newID(), partij: partij, reden: reden, begin: act.today, einde: einde, door: door.rawValue)
            try act.tx.pauzes.add(pauze)
            try act.pause(act.tx.zaken.all(of: partij), until: einde, because: reden)
            try act.record("pauze_begonnen", of: .klant(partij), ["tot": JSON(einde), "reden": .string(reden)])
            try act.tx.jobs.order(
                kind: Pauze.endingKind, payload: ["pauze": .string(pauze.id.text)], due: Moment(einde + 1),
                key: "pauze:\(pauze.id.text)", subject: .klant(partij))
            return pauze
        }
    }

    /// Ends the pause of a person: on its last day by the clock, or earlier by someone.
    public struct Ending: Sendable {
        public var pauze: Identifier<Pauze>

        public init(pauze: Identifier<Pauze>) { self.pauze = pauze }

        public func run(in act: Act) throws {
            guard let pauze = try act.tx.pauzes.find(pauze), pauze.opgeheven == nil else { throw ZaakRefusal.notPaused }
            try act.tx.pauzes.end(pauze.id, at: act.now)
            try act.resume(act.paused(pauze.partij))
            try act.record("pauze_beeindigd", of: .klant(pauze.partij))
            try act.tx.jobs.cancel(key: "pauze:\(pauze.id.text)")
        }
    }
}

extension Act {
    /// Lets open zaken of a person stand still by a pause; one that stands still already keeps its own reason.
    public func pause(_ zaken: [Zaak], until end: Day, because reason: String) throws {
        for var zaak in zaken where zaak.isOpen && zaak.opgeschort == nil {
            try stopClocks(of: &zaak)
            try record("zaak_gepauzeerd", of: zaak.id, ["tot": JSON(end), "reden": .string(reason)])
        }
    }

    /// Lets zaken that stood still by a pause go on.
    public func resume(_ zaken: [Zaak]) throws {
        for var zaak in zaken {
            try startClocks(of: &zaak)
            try record("zaak_hervat", of: zaak.id, ["streefdatum": JSON(zaak.streefdatum)])
        }
    }

    /// The zaken that stand still because of a pause; one that was suspended by itself has a reason of its own.
    public func paused(_ partij: Identifier<Partij>) throws -> [Zaak] {
        let still = try tx.zaken.all(of: partij).filter { $0.isOpen && $0.opgeschort != nil }
        guard !still.isEmpty else { return [] }
        let stops = try tx.journal.newest(
            ["zaak_gepauzeerd", "zaak_opgeschort"], of: "zaak", still.map(\.id.text))
        return still.filter { stops[$0.id.text]?.kind == "zaak_gepauzeerd" }
    }
}

extension Subject {
    /// All that is recorded and planned for a person.
    public static func klant(_ id: Identifier<Partij>) -> Subject { Subject(kind: "klant", id: id.text) }
}

extension Playbook {
    /// The days that a pause may last without a team lead; the shortest of all zaaktypen, as a pause is for all zaken.
    fileprivate var longestPause: Int? {
        zaaktypen.values.compactMap { $0.variabelen["beleid"]?["maxPauzedagen"].integer }.min()
    }
}
