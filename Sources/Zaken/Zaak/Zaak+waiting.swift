public import Basics
import Jobs
import Klanten

extension Act {
    /// Stops every clock of a zaak: its timers, its taken and its streefdatum. What has haste rests in no pause: someone may be in
    /// danger.
    func stopClocks(of zaak: inout Zaak) throws {
        try zaak.suspend(on: today)
        try tx.jobs.suspend(subject: .zaak(zaak.id), at: now)
        try tx.taken.rest(zaak: zaak.id, except: playbook.formulieren.values.filter(\.spoed).map(\.code).sorted())
        try save(&zaak)
    }

    /// A zaak that opens for someone who is paused waits with the others.
    public func followPause(of zaak: inout Zaak) throws {
        guard zaak.opgeschort == nil, let pauze = try tx.pauzes.running(for: zaak.partij) else { return }
        try stopClocks(of: &zaak)
        try record("zaak_gepauzeerd", of: zaak.id, ["tot": JSON(pauze.einde), "reden": .string(pauze.reden)])
    }

    /// Lets every clock of a zaak run on; all that was planned moves by the real time that it stood still.
    func startClocks(of zaak: inout Zaak) throws {
        let days = zaak.opgeschort.map { max(0, today - $0) } ?? 0
        try zaak.resume(on: today)
        try tx.jobs.resume(subject: .zaak(zaak.id), at: now)
        try tx.taken.wake(zaak: zaak.id, after: days)
        try save(&zaak)
    }
}

extension Zaak {
    /// Stops the clock of a zaak, with a reason (ZGW Zaken API: opschorting).
    public struct Suspension: Sendable {
        public var zaak: Identifier<Zaak>
        /// The day on which a person looks whether the reason still holds.
        public var bekijkOp: Day
        public var reden: String

        public init(zaak: Identifier<Zaak>, bekijkOp: Day, reden: String) {
            self.zaak = zaak
            self.bekijkOp = bekijkOp
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var zaak = try act.openZaak(zaak)
            try act.stopClocks(of: &zaak)
            try Opschorting(zaak: zaak.id).plan(on: bekijkOp, in: act)
            try act.record("zaak_opgeschort", of: zaak.id, ["tot": JSON(bekijkOp), "reden": .string(reden)])
        }
    }

    /// Lets the clock of a suspended zaak run again.
    public struct Resumption: Sendable {
        public var zaak: Identifier<Zaak>

        public init(zaak: Identifier<Zaak>) { self.zaak = zaak }

        public func run(in act: Act) throws {
            var zaak = try act.openZaak(zaak)
            guard try act.tx.pauzes.running(for: zaak.partij) == nil else { throw ZaakRefusal.alreadyPaused }
            try act.startClocks(of: &zaak)
            try Opschorting(zaak: zaak.id).end(in: act)
            try act.record("zaak_hervat", of: zaak.id, ["streefdatum": JSON(zaak.streefdatum)])
        }
    }

    /// Moves the streefdatum to a later day, with a reason (ZGW Zaken API: verlenging).
    public struct Extension: Sendable {
        public var zaak: Identifier<Zaak>
        public var tot: Day
        public var reden: String

        public init(zaak: Identifier<Zaak>, tot: Day, reden: String) {
            self.zaak = zaak
            self.tot = tot
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var zaak = try act.openZaak(zaak)
            let (before, last) = (zaak.streefdatum, act.today.adding(years: 2))
            guard tot <= last else { throw ZaakRefusal.deadlineTooFar(last) }
            try zaak.extend(to: tot)
            try act.save(&zaak)
            try act.record(
                "zaak_verlengd", of: zaak.id, ["van": JSON(before), "tot": JSON(tot), "reden": .string(reden)])
        }
    }
}
