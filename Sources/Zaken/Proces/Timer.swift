public import Basics
import Engine
import Jobs
public import Journal

/// A clock that runs for an element of a zaak's process, kept as a job.
public struct ZaakTimer: Hashable, Sendable {
    public static let kind = "timer"

    public let zaak: Identifier<Zaak>
    public let wait: String

    /// Reads a job's payload; `nil` for a payload of another shape.
    public init?(_ payload: JSON) {
        guard let zaak = payload["zaak"].identifier(of: Zaak.self), let wait = payload["wait"].text else {
            return nil
        }
        self.zaak = zaak
        self.wait = wait
    }

    init(_ id: Wait.ID, of zaak: Zaak) {
        self.zaak = zaak.id
        wait = id.description
    }

    var key: String { "timer:\(zaak.text):\(wait)" }
    var payload: JSON { ["zaak": .string(zaak.text), "wait": .string(wait)] }

    /// Lets the clock go off; one that was stopped meanwhile is silent, and that of a zaak that was made to stand still after a runner took
    /// this stands still with it. Where someone must look at something first, it goes off on the first morning after.
    public func fire(in act: Act) throws {
        guard let id = Wait.ID(wait), let zaak = try act.tx.zaken.find(zaak), zaak.isOpen,
            let run = try ProcessRun(of: zaak, in: act), let due = run.instance.due(of: id)
        else { return }
        if zaak.opgeschort != nil { return try act.tx.jobs.setTimer(id, due: due, of: zaak, at: act.now) }
        if try act.playbook.wacht(zaak, act) {
            return try act.tx.jobs.setTimer(id, due: Moment(act.today + 1, hour: 7), of: zaak, at: act.now)
        }
        try act.perform(.fireTimer(id), on: zaak)
    }
}

extension Subject {
    /// All that is recorded and planned for a zaak.
    public static func zaak(_ id: Identifier<Zaak>) -> Subject { Subject(kind: "zaak", id: id.text) }
}

extension JobStore {
    /// Sets a clock; in a zaak that stands still it stands still as well.
    func setTimer(_ id: Wait.ID, due: Moment, of zaak: Zaak, at now: Moment) throws {
        let timer = ZaakTimer(id, of: zaak)
        try order(
            kind: ZaakTimer.kind, payload: timer.payload, due: due, key: timer.key, subject: .zaak(zaak.id))
        if zaak.opgeschort != nil { try suspend(subject: .zaak(zaak.id), at: now) }
    }

    func cancelTimer(_ id: Wait.ID, of zaak: Zaak) throws {
        try cancel(key: ZaakTimer(id, of: zaak).key)
    }
}
