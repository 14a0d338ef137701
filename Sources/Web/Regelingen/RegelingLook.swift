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

        /// Whether an arrangement can be proposed here.
        var isFree: Bool { regeling == nil && zaak.opgeschort == nil && zaak.bedrag > .zero }
    }

    /// What is open to one creditor.
    struct Deel: Sendable {
        let schuldeiser: Schuldeiser
        let open: Money
    }

    init?(_ id: Identifier<Partij>, in tx: Transaction) throws {
        guard let partij = try tx.partijen.find(id) else { return nil }
        self.partij = partij
        zaken = try tx.zaken.all(of: id).filter(\.isOpen).map {
            One(
                zaak: $0, regeling: try tx.regelingen.running(for: $0.id),
                schuldeisers: try RegelingLook.creditors(of: $0, in: tx))
        }
    }

    private static func creditors(of zaak: Zaak, in tx: Transaction) throws -> [Deel] {
        let open = try tx.vorderingen.all(of: zaak.id).filter(\.isOpen)
        return try Dictionary(grouping: open, by: \.schuldeiser).sorted { $0.key < $1.key }.compactMap { code, claims in
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

    /// The answers with what runs with us counted as committed.
    func answers(_ asked: RegelingAsked) throws(BvvRefusal) -> SpareRoomAnswers? {
        guard var answers = try asked.answers() else { return nil }
        answers.elders += running
        return answers
    }
}
