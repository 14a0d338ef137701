import Basics
import Engine
import Jobs
import Journal

/// A BPMN signal on its way from the zaak that threw it to all that catch it, in jobs (decision 0011).
///
/// The transaction that throws only orders the dealing out; that orders a job for each zaak that waits, some at a time; each receives in a
/// transaction of its own. A job is done and finished in one transaction, so that nothing comes twice and nothing is lost.
public struct Processignaal: Hashable, Sendable {
    public static let kind = "processignaal"

    /// How many zaken are dealt to in one transaction.
    static let batch = 200

    /// What is to be done for it.
    enum Werk: Hashable, Sendable {
        /// Tells those that waited when it was thrown: the places after the one, up to the other.
        case deal(after: Int64, upTo: Int64)
        case receive(Identifier<Zaak>)
        /// Opens a zaak of this type, whose process begins with it.
        case begin(zaaktype: String)
        /// Starts the process of a zaak that was opened for it.
        case start(Identifier<Zaak>)
    }

    let id: Identifier<Processignaal>
    let naam: String
    /// What the event that threw it hands on, and nothing else of its zaak.
    let variabelen: [String: JSON]
    /// The zaak that threw it; nothing when it came from outside.
    let van: Identifier<Zaak>?
    /// Who outside the house gave it: the code of a koppeling.
    var afzender: String? = nil
    /// The names of the signals that led to this one, without anyone but processes in between.
    let keten: [String]
    var werk: Werk
}

extension Processignaal {
    /// Plans that all who wait now hear it; nothing where nobody does.
    func order(in act: Act) throws {
        let last = try act.tx.processignalen.last(naam, besides: van)
        guard last != nil || !zaaktypen(in: act).isEmpty else { return }
        try order(.deal(after: 0, upTo: last ?? 0), in: act)
    }

    /// The zaaktypen of which it begins a zaak; none where no zaak threw it, as nobody says for whom that would be.
    private func zaaktypen(in act: Act) -> [String] {
        van == nil ? [] : act.playbook.zaaktypen(beginningAt: .signal(naam))
    }

    func order(_ werk: Werk, of subject: Identifier<Zaak>? = nil, in act: Act) throws {
        var next = self
        next.werk = werk
        try act.tx.jobs.order(
            kind: Processignaal.kind, payload: next.payload, due: act.now, subject: subject.map { .zaak($0) })
    }

    /// Does what the job asks; what came from outside is no act of the process.
    public func run(in act: Act) throws {
        let act = afzender == nil ? act : act.on(behalfOf: .system(Koppeling.subject))
        switch werk {
        case .deal(let place, let end): try deal(after: place, upTo: end, in: act)
        case .receive(let zaak): try receive(zaak, in: act)
        case .begin(let zaaktype): try begin(zaaktype, in: act)
        case .start(let zaak): try start(zaak, in: act)
        }
    }

    private func deal(after place: Int64, upTo end: Int64, in act: Act) throws {
        if place == 0 {
            for zaaktype in zaaktypen(in: act) {
                try order(.begin(zaaktype: zaaktype), in: act)
            }
        }
        let waiting = try act.tx.processignalen.waiting(
            naam, besides: van, after: place, upTo: end, limit: Processignaal.batch)
        for one in waiting {
            try order(.receive(one.zaak), of: one.zaak, in: act)
            if one.isSuspended { try act.tx.jobs.suspend(subject: .zaak(one.zaak), at: act.now) }
        }
        if waiting.count == Processignaal.batch, let last = waiting.last {
            try order(.deal(after: last.place, upTo: end), in: act)
        }
    }

    /// A zaak hears it, unless it was closed or went on meanwhile; one that was suspended meanwhile, when it goes on.
    private func receive(_ zaak: Identifier<Zaak>, in act: Act) throws {
        guard let zaak = try act.tx.zaken.find(zaak), zaak.isOpen, var run = try ProcessRun(of: zaak, in: act),
            run.instance.openSignals(in: act.playbook.processen).contains(naam), try !isPutOff(for: zaak, in: act)
        else { return }
        try record("processignaal_ontvangen", of: zaak.id, in: act)
        try run.perform(.broadcastSignal(naam, variables: variabelen), after: keten + [naam])
    }

    /// Puts it off where a zaak stands still: its clocks do not run, whatever was so when this was ordered.
    func isPutOff(for zaak: Zaak, in act: Act) throws -> Bool {
        guard zaak.opgeschort != nil else { return false }
        try order(werk, of: zaak.id, in: act)
        try act.tx.jobs.suspend(subject: .zaak(zaak.id), at: act.now)
        return true
    }

    /// The signal's own number ties what was thrown to what was heard; whose zaak threw it stands only there.
    func record(_ kind: String, of zaak: Identifier<Zaak>, in act: Act) throws {
        try act.record(kind, of: zaak, ["naam": .string(naam), "signaal": .string(id.text)])
    }
}
