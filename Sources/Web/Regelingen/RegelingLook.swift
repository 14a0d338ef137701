import Basics
import Database
import Incasso
import Klanten
import Recht
import Zaken

/// All that the planner tells of, read in one transaction.
struct RegelingLook: Sendable {
    let partij: Partij
    let zaken: [One]

    /// An open zaak with its arrangement, if one runs.
    struct One: Sendable {
        let zaak: Zaak
        let regeling: Betalingsregeling?
        /// What is open to each creditor, the one with the most first.
        let schuldeisers: [Deel]
        /// What is open beside the arrangement that runs.
        let ernaast: Money

        /// Whether an arrangement can be proposed here: none runs, or one that does not cover all that is open.
        var isFree: Bool {
            (regeling == nil || ernaast > .zero) && zaak.opgeschort == nil && zaak.bedrag > .zero
        }
        /// Whether a proposal here takes the place of an arrangement that runs.
        var replaces: Bool { regeling != nil && isFree }
    }

    /// What is open to one creditor.
    struct Deel: Sendable {
        let schuldeiser: Schuldeiser
        let open: Money
    }

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        zaken = try tx.zaken.all(of: id).filter(\.isOpen).map { zaak in
            let open = try tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
            let regeling = try tx.regelingen.running(for: zaak.id)
            let besides = regeling.map { one in open.filter { !one.dekt($0) } } ?? []
            return One(
                zaak: zaak, regeling: regeling, schuldeisers: try RegelingLook.creditors(of: open, in: tx),
                ernaast: besides.map(\.saldo.totaal).sum)
        }
    }

    private static func creditors(of open: [Vordering], in tx: Transaction) throws -> [Deel] {
        try Dictionary(grouping: open, by: \.schuldeiser).sorted { $0.key < $1.key }.compactMap { code, claims in
            try tx.schuldeisers.find(code).map { Deel(schuldeiser: $0, open: claims.map(\.saldo.totaal).sum) }
        }
    }

    /// What each creditor gets of a month of a plan, where there are several of them.
    func perCreditor(_ plan: Verzamelplan) -> [(schuldeiser: Schuldeiser, bedrag: Money)] {
        var found: [String: (schuldeiser: Schuldeiser, bedrag: Money)] = [:]
        for deel in plan.delen {
            let parts = zaken.first { $0.zaak.id == deel.zaak }?.schuldeisers ?? []
            for (part, amount) in zip(parts, deel.perMaand.split(by: parts.map(\.open))) {
                found[part.schuldeiser.code, default: (part.schuldeiser, .zero)].bedrag += amount
            }
        }
        return found.count > 1 ? found.sorted { $0.key < $1.key }.map(\.value) : []
    }

    /// The zaken that take part in what is planned.
    func chosen(_ asked: RegelingAsked) -> [Zaak] {
        zaken.filter { one in one.isFree && asked.zaken.map { $0.contains(one.zaak.id.text) } ?? true }.map(\.zaak)
    }

    /// What runs with us already takes this much a month.
    var running: Money { zaken.compactMap { $0.regeling?.volgende?.bedrag }.sum }

    /// What the arrangements take a month whose place the proposal takes.
    func replaced(_ asked: RegelingAsked) -> Money {
        let chosen = Set(chosen(asked).map(\.id))
        return zaken.filter { chosen.contains($0.zaak.id) }.compactMap { $0.regeling?.perMaand }.sum
    }

    /// The answers with what runs with us, and goes on running, counted as committed.
    func answers(_ asked: RegelingAsked) throws(BvvRefusal) -> SpareRoomAnswers? {
        guard var answers = try asked.answers() else { return nil }
        let chosen = Set(chosen(asked).map(\.id))
        answers.elders += zaken.filter { !chosen.contains($0.zaak.id) }.compactMap { $0.regeling?.volgende?.bedrag }.sum
        return answers
    }
}
