public import Basics
import Engine
import Jobs
import Journal

/// A BPMN message on its way to the one instance that it is for, in jobs (decision 0012).
///
/// Who sends it looks at once who awaits it, by its name and key; a job hands it over. A job is done and finished in one transaction, so that
/// nothing comes twice and nothing is lost. What nobody awaits begins a zaak, or waits for a while.
public struct Procesbericht: Hashable, Sendable, Identifiable {
    public static let kind = "procesbericht"
    /// So many messages in a row between zaken, without anybody who acts, are a circle.
    static let most = 1_000

    /// What is to be done for it.
    enum Werk: Hashable, Sendable {
        case receive(Identifier<Zaak>)
        /// Opens a zaak of this type, whose process begins with it.
        case begin(zaaktype: String)
        /// Starts the process of a zaak that was opened for it.
        case start(Identifier<Zaak>)
        /// Nobody awaited it in time.
        case expire
    }

    public let id: Identifier<Procesbericht>
    let naam: String
    /// The value by which its receiver is known (`correlationKey`).
    let sleutel: String?
    /// What the event that sent it hands on, and nothing else of its zaak.
    let variabelen: [String: JSON]
    /// The zaak that sent it, or that someone outside named.
    let van: Identifier<Zaak>?
    /// Who outside the house gave it: the code of a koppeling.
    let afzender: String?
    /// What led to it, without anyone but processes in between.
    var keten: [String]
    /// Until when it waits where nobody awaits it.
    var verloopt: Moment
    var werk: Werk
}

extension Procesbericht {
    /// How long it waits where the drawing does not say.
    static func bewaard(from now: Moment) -> Moment { now.adding(days: 1) }

    /// By which addresses its receiver is known.
    func adressen(in act: Act) -> Set<MessageAddress> {
        act.playbook.processen.addresses(of: naam, key: sleutel, carrying: variabelen, at: act.now)
    }

    func order(_ werk: Werk, of subject: Zaak? = nil, in act: Act) throws {
        try act.tx.jobs.order(
            kind: Procesbericht.kind, payload: doing(werk).payload, due: act.now, subject: subject.map { .zaak($0.id) })
        if let subject, subject.opgeschort != nil { try act.tx.jobs.suspend(subject: .zaak(subject.id), at: act.now) }
    }

    func doing(_ werk: Werk) -> Procesbericht {
        var next = self
        next.werk = werk
        return next
    }

    /// Does what the job asks; what came from outside is no act of the process.
    public func run(in act: Act) throws {
        let act = afzender == nil ? act : act.on(behalfOf: .system(Koppeling.subject))
        switch werk {
        case .receive(let zaak): try receive(zaak, in: act)
        case .begin(let zaaktype): try begin(zaaktype, in: act)
        case .start(let zaak): try start(zaak, in: act)
        case .expire: try expire(in: act)
        }
    }

    /// A zaak takes it; one that no longer awaits it lets it go to who does now, and one that stands still takes it when it goes on.
    private func receive(_ id: Identifier<Zaak>, in act: Act) throws {
        guard let zaak = try act.tx.zaken.find(id), zaak.isOpen, var run = try ProcessRun(of: zaak, in: act),
            isAwaited(by: run.instance, adressen(in: act), isNamed: van == id, in: act)
        else { return try deal(in: act) }
        if zaak.opgeschort != nil { return try order(werk, of: zaak, in: act) }
        try record("bericht_ontvangen", of: zaak.id, in: act)
        try run.perform(
            .deliverMessage(naam, key: sleutel, variables: variabelen), after: keten.afterMessage(with: run.keten))
    }

    private func expire(in act: Act) throws {
        guard try act.tx.procesberichten.take(id) else { return }
        try recordAtSender("bericht_verlopen", in: act)
    }

    /// Forgets the addresses, such as numbers of dossiers, where no zaak and no message waits any more; once a night is enough.
    public static func tidy(in act: Act) throws {
        try act.tx.procesberichten.tidy(before: act.now.adding(minutes: -60))
    }
}
