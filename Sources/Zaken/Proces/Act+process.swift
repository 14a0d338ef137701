public import Basics
import Database
public import Engine
import Jobs
import Journal
import Klanten

extension Act {
    func zaaktype(of zaak: Zaak) throws -> Zaaktype {
        guard let zaaktype = playbook.zaaktypen[zaak.zaaktype] else { throw ZaakRefusal.unknownZaaktype(zaak.zaaktype) }
        return zaaktype
    }

    /// Whether a process acts by itself: its clock, or a signal that reached it.
    var isOfProcess: Bool { actor == .system("proces") }

    /// Carries out a command on the process of a zaak.
    public func perform(_ command: Command, on zaak: Zaak) throws {
        guard var run = try ProcessRun(of: zaak, in: self) else { throw ProcesRefusal.noProcess }
        try run.perform(command)
    }

    /// Brings a zaak that waits at a step of the drawing to another step of the same process; whether it was waiting there.
    public func bring(_ zaak: Zaak, from node: String, to step: String, because reason: String) throws -> Bool {
        guard var run = try ProcessRun(of: zaak, in: self),
            let element = run.instance.activeElements.first(where: { $0.node.id == node })
        else { return false }
        try run.perform(.move(element.id, to: step, reason: reason))
        return true
    }

    /// Tells the process of a zaak that something came; whether anything in it waited for that.
    @discardableResult
    public func deliver(_ message: String, to zaak: Zaak, variables: [String: JSON] = [:]) throws -> Bool {
        guard var run = try ProcessRun(of: zaak, in: self),
            run.instance.awaits(message, carrying: variables, in: playbook.processen, at: now)
        else { return false }
        try run.perform(.deliverMessage(message, variables: variables))
        return true
    }

    /// Says that this taak will be looked at, and where its zaak is known, what was looked at for that last time.
    func foresee(_ taak: Identifier<Taak>) throws {
        guard let zaak = TaakShelf.shared.zaak(of: taak) else { return }
        try tx.foresee(like: zaak.text) { _ = try tx.taken.find(taak) }
    }

    /// Says what a step of the process after a taak will look at.
    func foresee(step taak: Taak) throws {
        try tx.foresee(like: taak.zaak.text) {
            _ = try tx.zaken.find(taak.zaak)
            if taak.element != nil { _ = try tx.processen.load(taak.zaak) }
            try tx.journal.foresee(.zaak(taak.zaak))
        }
    }

    /// Records what the process did, as far as people want to read it back.
    func record(_ event: Event, of zaak: Identifier<Zaak>) throws {
        switch event {
        case .elementEntered(let entry) where entry.node.isStep:
            try record("stap_begonnen", of: zaak, ["stap": .string(entry.node.id)])
        case .elementLeft(_, let node) where node.isStep:
            try record("stap_afgerond", of: zaak, ["stap": .string(node.id)])
        case .choiceMade(_, let flows):
            try record("keuze_gemaakt", of: zaak, ["wegen": .array(flows.map { .string($0.id) })])
        case .incidentRaised(let incident):
            var content: JSON = ["stap": .string(incident.node.id), "oorzaak": .string(incident.cause.code)]
            if let word = incident.cause.told { content["woord"] = .string(word) }
            try record("storing", of: zaak, content)
        default: break
        }
    }
}

extension ElementRef {
    /// Whether it is a step of the reference process (CORA: a phase letter and numbers, `A.2.1`), not plumbing.
    var isStep: Bool { Stap.isRecorded(id) }
}
