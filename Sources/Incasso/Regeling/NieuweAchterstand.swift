public import Basics
import Database
import Jobs
import Journal
public import Zaken

/// A claim that came in beside an arrangement and is not paid in time: a person looks whether it goes in (CORA C.1.1, A.3.1).
public struct NieuweAchterstand: Hashable, Sendable {
    public static let kind = "nieuwe_achterstand"
    static let formulier = "nieuwe_achterstand"

    public let zaak: Identifier<Zaak>

    public init(zaak: Identifier<Zaak>) { self.zaak = zaak }

    /// Reads a job's payload; `nil` for a payload of another shape.
    public init?(_ payload: JSON) {
        guard let zaak = payload["zaak"].identifier(of: Zaak.self) else { return nil }
        self.init(zaak: zaak)
    }

    /// Looks once a day to pay by and its days of grace are over.
    func watch(from day: Day, in act: Act) throws {
        let due = day + (try act.grace(on: zaak)) + 1
        try act.tx.jobs.order(
            kind: NieuweAchterstand.kind, payload: ["zaak": .string(zaak.text)],
            due: max(act.now, Moment(due, hour: 7)),
            key: "achterstand:\(zaak.text):\(due)", subject: .zaak(zaak))
    }

    /// Asks a person what to do, when claims beside the arrangement are overdue and nobody was asked yet.
    public func look(in act: Act) throws {
        guard let zaak = try act.tx.zaken.find(zaak), zaak.isOpen,
            let regeling = try act.tx.regelingen.running(for: zaak.id)
        else { return }
        let overdue = try act.beside(regeling).filter { $0.vervaldatum < act.today }
        guard !overdue.isEmpty, try act.asked(on: zaak.id).isEmpty else { return }
        try act.record(
            NieuweAchterstand.kind, of: zaak.id,
            ["bedrag": JSON(overdue.map(\.saldo.totaal).sum), "aantal": JSON(overdue.count)])
        try Taak.Opdracht(zaak: zaak.id, formulier: NieuweAchterstand.formulier, uiterlijk: act.today + 5).run(in: act)
    }

    /// What someone answered: into the arrangement, paid beside it by a day, first help, or left as it is.
    @Sendable static func follow(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        switch answer["uitkomst"]?.text {
        case "meenemen":
            guard let amount = answer["perMaand"]?.money, let day = answer["eersteDag"]?.day else {
                throw RegelingRefusal.amountTooSmall
            }
            try Betalingsregeling.Proposal(zaak: zaak.id, perMaand: amount, eersteDag: day).run(in: act)
        case "betaalt":
            try NieuweAchterstand(zaak: zaak.id).watch(from: answer["betaaldag"]?.day ?? act.today, in: act)
        case "hulp":
            let why: JSON = ["reden": answer["toelichting"] ?? .null]
            guard try act.deliver("UitzonderingGemeld", to: zaak, variables: ["melding": why]) else {
                throw ZaakRefusal.notAwaited("UitzonderingGemeld")
            }
        default: break
        }
    }
}

extension Act {
    /// The open claims of a zaak that its arrangement does not cover.
    func beside(_ regeling: Betalingsregeling) throws -> [Vordering] {
        try tx.vorderingen.all(of: regeling.zaak).filter { $0.isOpen && !regeling.dekt($0) }
    }

    /// Takes the question back when nothing is overdue beside an arrangement any more.
    func followArrears(of zaak: Identifier<Zaak>) throws {
        let waiting = try asked(on: zaak)
        guard !waiting.isEmpty else { return }
        let overdue = try tx.regelingen.running(for: zaak).map { try beside($0) }?.filter { $0.vervaldatum < today }
        if overdue?.isEmpty ?? true { for taak in waiting { try tx.taken.withdraw(taak.id) } }
    }

    fileprivate func asked(on zaak: Identifier<Zaak>) throws -> [Taak] {
        try tx.taken.waiting(for: zaak, formulier: NieuweAchterstand.formulier)
    }

    /// The days after its last day in which a claim or an instalment is not yet missed.
    fileprivate func grace(on zaak: Identifier<Zaak>) throws -> Int {
        let type = try tx.zaken.find(zaak)?.zaaktype
        return type.flatMap { playbook.zaaktypen[$0] }?.variabelen["beleid"]?["spelingRegeling"].integer ?? 3
    }
}
