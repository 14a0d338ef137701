public import Basics
import Engine
import Jobs
import Journal
import Klanten

extension Act {
    /// Closes a zaak with a result: what waits is withdrawn, what was planned is dropped; a message that was on its way here goes on to who awaits it.
    public func close(_ zaak: inout Zaak, with result: String) throws {
        let type = try zaaktype(of: zaak)
        guard type.resultaten.contains(where: { $0.code == result }) else { throw ZaakRefusal.unknownResultaat(result) }
        let status = zaak.status
        try zaak.close(with: result, on: today)
        if let last = type.eindstatus { zaak.status = last }
        try tx.taken.withdrawAll(of: zaak.id)
        try tx.jobs.drop(subject: .zaak(zaak.id), kind: ZaakTimer.kind)
        try tx.jobs.drop(subject: .zaak(zaak.id), kind: Processignaal.kind)
        try tx.jobs.resume(subject: .zaak(zaak.id), kind: Procesbericht.kind, at: now)
        try save(&zaak)
        try tx.processen.leave(zaak.id)
        try tx.processignalen.forget(zaak.id)
        for bericht in try tx.procesberichten.forget(zaak.id) {
            try bericht.recordAtSender("bericht_vervallen", ["gesloten": true], in: self)
        }
        try record("zaak_gesloten", of: zaak.id, ["resultaat": .string(result), "status": .string(status)])
    }

    /// Saves a changed zaak and what it is found by.
    public func save(_ zaak: inout Zaak) throws {
        try tx.zaken.save(&zaak)
        guard let partij = try tx.partijen.find(zaak.partij) else { return }
        try tx.zoekindex.put(zaak.zoekregel(of: partij))
    }

    /// Where a closed zaak stood; where it began when that is not known.
    fileprivate func statusBeforeClosing(of zaak: Zaak) throws -> String {
        let type = try zaaktype(of: zaak)
        let closing = try tx.journal.newest(["zaak_gesloten"], of: "zaak", [zaak.id.text])[zaak.id.text]
        let status = closing?.content["status"].text
        return type.statussen.first { $0.code == status }?.code ?? type.beginstatus
    }

    /// The zaak, open and not changed since; refused otherwise.
    public func openZaak(_ id: Identifier<Zaak>) throws -> Zaak {
        guard let zaak = try tx.zaken.find(id) else { throw ZaakRefusal.unknownZaak }
        guard zaak.isOpen else { throw ZaakRefusal.alreadyClosed }
        return zaak
    }
}

extension Zaak {
    /// A person closes a zaak before its process is at an end, with a result and a reason.
    public struct Closure: Sendable {
        public var zaak: Identifier<Zaak>
        public var resultaat: String
        public var reden: String

        public init(zaak: Identifier<Zaak>, resultaat: String, reden: String) {
            self.zaak = zaak
            self.resultaat = resultaat
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            var zaak = try act.openZaak(zaak)
            if let instance = try act.tx.processen.instance(of: zaak.id), case .running = instance.status {
                try act.tx.processen.keep(instance, of: zaak.id)
            }
            try act.record("afgesloten_door_mens", of: zaak.id, ["reden": .string(reden)])
            try act.close(&zaak, with: resultaat)
        }
    }

    /// Opens a closed zaak again; its process goes on where it stood before the closing.
    public struct Reopening: Sendable {
        public var zaak: Identifier<Zaak>
        public var reden: String

        public init(zaak: Identifier<Zaak>, reden: String) {
            self.zaak = zaak
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard var zaak = try act.tx.zaken.find(zaak) else { throw ZaakRefusal.unknownZaak }
            try zaak.reopen()
            zaak.status = try act.statusBeforeClosing(of: zaak)
            try act.save(&zaak)
            try act.record("zaak_heropend", of: zaak.id, ["reden": .string(reden)])
            guard let kept = try act.tx.processen.kept(of: zaak.id) else { return }
            var run = try ProcessRun(restoring: kept, for: zaak, in: act)
            try run.offerAgain()
            guard var reopened = try act.tx.zaken.find(zaak.id) else { return }
            try act.followPause(of: &reopened)
        }
    }
}
